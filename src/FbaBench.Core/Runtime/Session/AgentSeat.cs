namespace FbaBench.Runtime;

/// <summary>An agent at its seat: asks it for a day and turns whatever it does wrong into a fault.</summary>
internal sealed class AgentSeat(Seat seat, IAgent agent, AgentContext context, SessionOptions options, int commandLimit)
{
    /// <summary>The call in hand: a day whose wait was broken off keeps it, so that an agent is never called twice at once.</summary>
    private (int Day, Task<Decision> Answer)? _asked;

    public Seat Seat { get; } = seat;

    /// <summary>Whether it is shown the world as it stands. With a deadline nobody is: who is late may go on reading while the days go by.</summary>
    public bool ReadsLive { get; } = options.DecisionDeadline is null && agent.ReadsOnlyWhileDeciding;

    public bool Plays(IAgent other) => ReferenceEquals(agent, other);

    /// <summary>The decision as a copy that the agent can no longer change, or a fault.</summary>
    /// <param name="today">What the seat sees.</param>
    /// <param name="deadline">Time to answer, or null.</param>
    /// <param name="cancellationToken">Ends the wait; the answer is kept for another call of the same day.</param>
    /// <exception cref="AgentUnavailableException">The agent could not be asked, and it was not its fault.</exception>
    public async ValueTask<(Decision Decision, SeatFault? Fault)> AskAsync(Observation today, TimeSpan? deadline, CancellationToken cancellationToken)
    {
        if (_asked is { } earlier && (earlier.Day != today.Day || earlier.Answer.IsCanceled || IsUnavailable(earlier.Answer)))
        {
            if (!earlier.Answer.IsCompleted)
            {
                return Failed(today.Day, FaultKind.Busy);
            }

            _asked = null;
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var answer = _asked?.Answer ?? Call(today, deadline, late.Token);
        _asked = (today.Day, answer);
        if (!await AnsweredAsync(answer, deadline, cancellationToken).ConfigureAwait(false))
        {
            _ = answer.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            await late.CancelAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return Failed(today.Day, FaultKind.Late);
        }

        try
        {
            return await answer.ConfigureAwait(false) is { } decision && Freeze(decision) is { } frozen
                ? (frozen, decision.IsFailure ? new SeatFault(Seat, today.Day, FaultKind.NoDecision) : null)
                : Failed(today.Day, FaultKind.NoDecision);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && error is not AgentUnavailableException)
        {
            return Failed(today.Day, FaultKind.Threw, error);
        }
    }

    /// <summary>Agents with a deadline run on the pool, so that one that blocks its thread is left behind too.</summary>
    private Task<Decision> Call(Observation today, TimeSpan? deadline, CancellationToken cancellationToken)
    {
        if (deadline is not null)
        {
            return Task.Run(() => agent.DecideAsync(today, context, cancellationToken).AsTask(), CancellationToken.None);
        }

        try
        {
            return agent.DecideAsync(today, context, cancellationToken).AsTask();
        }
        catch (Exception error)
        {
            return Task.FromException<Decision>(error);
        }
    }

    private static bool IsUnavailable(Task answer) => answer.Exception?.InnerException is AgentUnavailableException;

    /// <summary>Whether the answer came before deadline and cancellation.</summary>
    private async Task<bool> AnsweredAsync(Task<Decision> answer, TimeSpan? deadline, CancellationToken cancellationToken)
    {
        if (answer.IsCompleted)
        {
            return true;
        }

        using var waited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(answer, Task.Delay(deadline ?? Timeout.InfiniteTimeSpan, options.Time, waited.Token)).ConfigureAwait(false);
        await waited.CancelAsync().ConfigureAwait(false);
        return answer.IsCompleted;
    }

    /// <summary>Copies a batch, at most one command beyond the limit: the kernel refuses the rest as a whole.</summary>
    private Decision? Freeze(Decision decision)
    {
        if (decision.Commands is not { } commands)
        {
            return null;
        }

        if (commands.Count == 0)
        {
            return Decision.None;
        }

        var copy = new Command[Math.Min(commands.Count, commandLimit + 1)];
        for (var i = 0; i < copy.Length; i++)
        {
            copy[i] = commands[i];
        }

        return new Decision(decision.IsFailure ? Array.FindAll(copy, command => command is ChargeInference) : copy);
    }

    private (Decision Decision, SeatFault? Fault) Failed(int day, FaultKind kind, Exception? error = null) =>
        (Decision.None, new SeatFault(Seat, day, kind) { Error = error });
}
