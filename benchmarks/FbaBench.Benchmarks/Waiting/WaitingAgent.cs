namespace FbaBench.Benchmarks;

/// <summary>
/// An agent that waits for its answer as one does that asks a model: a time every day, and on the last measured day until the gate opens, so that
/// all episodes can be met waiting.
/// </summary>
internal sealed class WaitingAgent(IAgent inner, TimeSpan wait, int gateDay, Gate? gate) : IAgent
{
    public async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, cancellationToken).ConfigureAwait(false);
        }

        if (gate is not null && today.Day == gateDay)
        {
            await gate.PassAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return await inner.DecideAsync(today, context, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>Holds all who come until they are let through together.</summary>
/// <param name="expected">How many come.</param>
internal sealed class Gate(int expected)
{
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;

    /// <summary>Ends when all wait.</summary>
    public Task AllWait => _all.Task;

    public void Open() => _open.SetResult();

    public Task PassAsync()
    {
        if (Interlocked.Increment(ref _waiting) == expected)
        {
            _all.SetResult();
        }

        return _open.Task;
    }
}
