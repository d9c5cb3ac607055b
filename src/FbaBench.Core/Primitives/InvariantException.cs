namespace FbaBench;

/// <summary>
/// A law of the simulation was broken: a defect of the engine, never of an agent. The message says which law, and where the
/// simulation stands (day, seed, state hash), so that the case can be run again.
/// </summary>
public sealed class InvariantException : Exception
{
    /// <summary>A breach.</summary>
    public InvariantException(string message)
        : base(message)
    {
    }

    /// <summary>A breach with its cause.</summary>
    public InvariantException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A breach without details.</summary>
    public InvariantException()
    {
    }
}
