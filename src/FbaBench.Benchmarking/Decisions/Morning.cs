namespace FbaBench;

/// <summary>A day before it was decided.</summary>
/// <param name="World">The world; forked for every run from here.</param>
/// <param name="Reference">The reference before it has seen the day.</param>
/// <param name="Decided">What the agent did.</param>
/// <param name="ReferenceDecision">What the reference would have done.</param>
/// <param name="Others">What other agents would have done.</param>
internal sealed record Morning(Simulation World, IForkableAgent Reference, Decision Decided, Decision ReferenceDecision, IReadOnlyList<(string Agent, Decision Decision)> Others)
{
    /// <summary>Whether the agent did something else than the reference.</summary>
    public bool Differs { get; } = !Decided.Commands.SequenceEqual(ReferenceDecision.Commands);
}

/// <summary>Walks a logged run and keeps its mornings.</summary>
internal static class Mornings
{
    /// <returns>The mornings on which the seat traded, and what the run earned.</returns>
    /// <exception cref="InvalidDataException">The log does not replay, or lacks days.</exception>
    public static async Task<(IReadOnlyList<Morning> Days, Money Score)> WalkAsync(RunLogReader log, Seat seat, IForkableAgent reference, bool others, CancellationToken cancellationToken)
    {
        var world = Simulation.Create(log.Manifest.Definition, log.Manifest.World);
        if (log.Days.Count < world.TotalDays)
        {
            throw new InvalidDataException($"The log ends after day {log.Days.Count} of {world.TotalDays}; only a finished run can be valued.");
        }

        var context = world.ContextOf(seat);
        var watchers = others ? ShippedAgents.Names.Select(name => (Name: name, Agent: ShippedAgents.Factory(name)())).ToArray() : [];
        var mornings = new List<Morning>();
        foreach (var day in log.Days)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var observation = world.Observe(seat);
            if (observation.IsTrading)
            {
                var (morning, before) = (world.Fork(), reference.Fork());
                var would = await reference.DecideAsync(observation, context, cancellationToken).ConfigureAwait(false);
                var tips = new (string, Decision)[watchers.Length];
                for (var i = 0; i < tips.Length; i++)
                {
                    tips[i] = (watchers[i].Name, await watchers[i].Agent.DecideAsync(observation, context, cancellationToken).ConfigureAwait(false));
                }

                mornings.Add(new(morning, before, Of(day, seat), would, tips));
            }

            world.Step([.. day.Decisions]);
            if (world.Hash != day.Hash)
            {
                throw new InvalidDataException($"Entry {day.Entry}: day {day.Day} comes to state {world.Hash}, the log says {day.Hash}.");
            }
        }

        return (mornings, world.Gain(seat));
    }

    private static Decision Of(LoggedDay day, Seat seat)
    {
        foreach (var decision in day.Decisions)
        {
            if (decision.Seat == seat)
            {
                return decision.Decision;
            }
        }

        return Decision.None;
    }
}
