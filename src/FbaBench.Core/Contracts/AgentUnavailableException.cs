namespace FbaBench;

/// <summary>
/// An agent could not be asked for a reason that is not its own: a service is down, a connection broke, a quota is used up. Thrown from
/// <see cref="IAgent.DecideAsync"/> it is no failed day: the day is not played and can be played again, an episode that cannot go on has no score.
/// </summary>
public abstract class AgentUnavailableException : Exception
{
    /// <param name="message">What went wrong and what would help.</param>
    /// <param name="innerException">The cause.</param>
    protected AgentUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

/// <summary>The service behind an agent could not be asked: for an agent of one's own that depends on one.</summary>
public sealed class AgentServiceException : AgentUnavailableException
{
    /// <param name="message">What went wrong and what would help.</param>
    /// <param name="innerException">The cause.</param>
    public AgentServiceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
