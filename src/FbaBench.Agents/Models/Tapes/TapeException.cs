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

    /// <summary>What the tape has and what is asked, around the first difference; null where there is none to show. It is content of messages, which therefore stands in no message of an error.</summary>
    public string? Difference { get; init; }
}
