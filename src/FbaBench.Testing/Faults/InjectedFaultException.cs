namespace FbaBench;

/// <summary>A fault that a test asked for.</summary>
public sealed class InjectedFaultException : Exception
{
    /// <summary>A fault.</summary>
    public InjectedFaultException(string message)
        : base(message)
    {
    }

    /// <summary>A fault, without details.</summary>
    public InjectedFaultException()
        : this("A fault that a test asked for.")
    {
    }

    /// <summary>A fault with a cause.</summary>
    public InjectedFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
