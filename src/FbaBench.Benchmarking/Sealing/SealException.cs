namespace FbaBench;

/// <summary>Why sealed worlds are refused.</summary>
public enum SealFault
{
    /// <summary>The secret is not the one that the commitment was made of, or the commitment was changed.</summary>
    WrongSecret,

    /// <summary>Another version of the engine, of the derivation of seeds, or of a scenario would make other worlds than those committed to.</summary>
    ChangedGenerator,

    /// <summary>The canary stands in another commitment or reveal.</summary>
    ReusedCanary,

    /// <summary>The secret was revealed: the worlds are public now.</summary>
    Revealed,
}

/// <summary>Sealed worlds that cannot be used; the message says why and what would be right, and holds nothing secret.</summary>
public sealed class SealException : InvalidOperationException
{
    /// <summary>A refusal.</summary>
    /// <param name="fault">Why.</param>
    /// <param name="message">In words.</param>
    public SealException(SealFault fault, string message)
        : base(message) => Fault = fault;

    /// <summary>A refusal of a secret, without details.</summary>
    public SealException()
        : this(SealFault.WrongSecret, "The secret does not belong to the commitment.")
    {
    }

    /// <summary>A refusal of a secret.</summary>
    public SealException(string message)
        : this(SealFault.WrongSecret, message)
    {
    }

    /// <summary>A refusal of a secret, with its cause.</summary>
    public SealException(string message, Exception innerException)
        : base(message, innerException) => Fault = SealFault.WrongSecret;

    /// <summary>Why.</summary>
    public SealFault Fault { get; }
}
