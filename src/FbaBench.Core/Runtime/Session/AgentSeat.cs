namespace FbaBench.Runtime;

/// <summary>An agent at its seat: asks it for a day and turns whatever it does wrong into a fault.</summary>
internal sealed class AgentSeat(Seat seat, IAgent agent, AgentContext context, SessionOptions options, int commandLimit)
{
    private Task<Decision>? _unfinished;

    public Seat Seat { get; } = seat;

    /// <summary>The decision as a copy that the agent can no longer change, or a fault.</summary>
    public async ValueTask<(Decision Decision, SeatFault? Fault)> AskAsync(Observation today, CancellationToken cancellationToken)
    {
        if (_unfinished is { IsCompleted: false })
        {
            return Failed(today.Day, FaultKind.Busy);
        }

        _unfinished = null;
        try
        {
            var decision = options.DecisionDeadline is { } deadline
                ? await InTimeAsync(today, deadline, cancellationToken).ConfigureAwait(false)
                : await agent.DecideAsync(today, context, cancellationToken).ConfigureAwait(false);
            return Freeze(decision) is { } frozen ? (frozen, null) : Failed(today.Day, FaultKind.NoDecision);
        }
        catch (TimeoutException) when (_unfinished is not null)
        {
            return Failed(today.Day, FaultKind.Late);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(today.Day, FaultKind.Threw, error);
        }
    }

    /// <summary>Agents with a deadline run on the pool, so that one that blocks its thread is left behind too.</summary>
    private async Task<Decision> InTimeAsync(Observation today, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asked = Task.Run(() => agent.DecideAsync(today, context, late.Token).AsTask(), cancellationToken);
        try
        {
            return await asked.WaitAsync(deadline, options.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!asked.IsCompleted)
        {
            _unfinished = asked;
            _ = asked.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            await late.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Copies a batch, at most one command beyond the limit: the kernel refuses the rest as a whole.</summary>
    private Decision? Freeze(Decision? decision)
    {
        if (decision?.Commands is not { } commands)
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

        return new Decision(copy);
    }

    private (Decision Decision, SeatFault? Fault) Failed(int day, FaultKind kind, Exception? error = null) =>
        (Decision.None, new SeatFault(Seat, day, kind) { Error = error });
}
