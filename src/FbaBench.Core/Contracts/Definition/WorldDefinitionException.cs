namespace FbaBench;

/// <summary>A world definition that cannot be simulated. The message names the field, its value and what would be right.</summary>
public sealed class WorldDefinitionException : Exception
{
    /// <summary>An error with a message.</summary>
    public WorldDefinitionException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and its cause.</summary>
    public WorldDefinitionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error without details.</summary>
    public WorldDefinitionException()
    {
    }
}
