namespace FbaBench;

/// <summary>
/// An agent could not be asked for a reason that is not its own: a service is down, a connection broke, a quota is used up. Thrown from
/// <see cref="IAgent.DecideAsync"/> it is no failed day: the day is not played and can be played again, an episode that cannot go on has no score.
/// </summary>
public class AgentUnavailableException : Exception
{
    /// <summary>Without a message.</summary>
    public AgentUnavailableException()
        : base("The agent could not be asked.")
    {
    }

    /// <summary>With what went wrong.</summary>
    public AgentUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>With what went wrong and its cause.</summary>
    public AgentUnavailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
