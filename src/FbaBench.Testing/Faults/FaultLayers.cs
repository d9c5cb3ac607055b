namespace FbaBench;

internal static class FaultDraws
{
    /// <summary>Draws lie inside (0, 1): a chance of 1 meets every day, one of 0 none.</summary>
    public static bool Meets(this AgentContext context, string fault, double chance, int day, int ordinal = 0) => context.Uniform("fault/" + fault, day, ordinal) < chance;
}

internal sealed class ThrowingLayer(IAgent inner, double chance) : DelegatingAgent(inner)
{
    public override ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) => context.Meets("throws", chance, today.Day)
        ? throw new InjectedFaultException($"A fault was asked for with chance {FormattableString.Invariant($"{chance}")}, and day {today.Day} meets it.")
        : Inner.DecideAsync(today, context, cancellationToken);
}

internal sealed class DelayingLayer(IAgent inner, TimeSpan wait, double chance, TimeProvider time) : DelegatingAgent(inner)
{
    public override async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        if (context.Meets("delay", chance, today.Day))
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }

        return await Inner.DecideAsync(today, context, cancellationToken).ConfigureAwait(false);
    }
}

internal sealed class StaleLayer(IAgent inner, int days) : DelegatingAgent(inner)
{
    private readonly Queue<Observation> _seen = new();

    public override ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        // A day that is asked for again is one day.
        if (_seen.Count == 0 || _seen.Last().Day != today.Day)
        {
            _seen.Enqueue(today);
        }

        while (_seen.Peek().Day < today.Day - days)
        {
            _seen.Dequeue();
        }

        return Inner.DecideAsync(_seen.Peek(), context, cancellationToken);
    }
}

internal sealed class DroppingLayer(IAgent inner, double chance) : DelegatingAgent(inner)
{
    public override async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        var decision = await Inner.DecideAsync(today, context, cancellationToken).ConfigureAwait(false);
        return decision?.Commands is { } commands
            ? decision with { Commands = [.. commands.Where((_, i) => !context.Meets("drop", chance, today.Day, i))] }
            : decision!;
    }
}

internal sealed class UnavailableLayer(IAgent inner, double chance, int attempts) : DelegatingAgent(inner)
{
    private (int Day, int Count) _tried = (-1, 0);

    public override ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        if (!context.Meets("unavailable", chance, today.Day))
        {
            return Inner.DecideAsync(today, context, cancellationToken);
        }

        _tried = _tried.Day == today.Day ? (today.Day, _tried.Count + 1) : (today.Day, 1);
        return _tried.Count > attempts
            ? Inner.DecideAsync(today, context, cancellationToken)
            : throw new AgentServiceException($"A fault was asked for: the service is down on day {today.Day}, attempt {_tried.Count}.");
    }
}
