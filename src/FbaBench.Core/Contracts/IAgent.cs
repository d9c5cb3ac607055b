namespace FbaBench;

/// <summary>
/// A player. One instance plays one seat of one episode, called once a day in order and never twice at once; it may keep a memory.
/// A call that was cancelled because the run stopped is made again when the day is played after all. A call that
/// throws, misses a configured deadline or returns no decision is played as a day without commands and recorded so; one that throws
/// <see cref="AgentUnavailableException"/> could not be asked, and its day is not played. An agent that is disposable is disposed by who made the
/// instance when the episode is over.
/// </summary>
public interface IAgent
{
    /// <summary>Decides a day.</summary>
    /// <param name="today">What the seller sees.</param>
    /// <param name="context">The agent's place and its own draws.</param>
    /// <param name="cancellationToken">Cancelled when a configured deadline passes or the run stops.</param>
    ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Whether it keeps nothing of what it is shown: neither an observation nor parts of it that are read later, but only numbers and records taken out of it. Default false. One that says true may be shown the
    /// world as it stands, which takes a fraction of the time; what it kept all the same throws an <see cref="InvalidOperationException"/> when it is read after the day. It reads an observation on one thread
    /// at a time and not after its answer. Asked once, when the agent is seated.
    /// </summary>
    bool ReadsOnlyWhileDeciding => false;
}
