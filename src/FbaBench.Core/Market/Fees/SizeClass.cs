namespace FbaBench;

/// <summary>The two size classes by which storage and removal are charged.</summary>
public enum SizeClass
{
    /// <summary>Small and large standard.</summary>
    Standard,

    /// <summary>Bulky, extra-large and (before February 2024) oversize.</summary>
    Bulky,
}
