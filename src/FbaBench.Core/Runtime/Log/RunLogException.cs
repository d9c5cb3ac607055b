namespace FbaBench;

/// <summary>A run log cannot be used; the message names the entry and what is wrong with it.</summary>
public sealed class RunLogException : Exception
{
    /// <summary>An error without details.</summary>
    public RunLogException()
    {
    }

    /// <summary>An error with a message.</summary>
    public RunLogException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and its cause.</summary>
    public RunLogException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal RunLogException(int entry, string message, Exception? innerException = null)
        : base($"Entry {entry}: {message}", innerException) => Entry = entry;

    /// <summary>Number of the entry, the manifest being 0; −1 when the file as a whole is meant.</summary>
    public int Entry { get; } = -1;
}
