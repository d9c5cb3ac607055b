namespace FbaBench;

/// <summary>A tape is damaged, belongs to another agent, or does not hold what is asked. It is thrown to whoever runs the agent: the day is not played.</summary>
public sealed class TapeException : AgentUnavailableException
{
    /// <param name="message">What is wrong, where, and what would be right.</param>
    /// <param name="innerException">The cause.</param>
    public TapeException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
