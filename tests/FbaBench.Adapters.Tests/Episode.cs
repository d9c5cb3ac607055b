namespace FbaBench.Tests;

/// <summary>An episode that tests play, and what came of it.</summary>
/// <param name="State">Hash of the state after the last day played.</param>
/// <param name="Events">Hash of all events.</param>
/// <param name="Faults">Days without commands because the agent failed.</param>
internal sealed record Episode(StateHash State, StateHash Events, IReadOnlyList<SeatFault> Faults)
{
    private static readonly WorldSeed Seed = new(7);

    /// <summary>The whole year of first-year.</summary>
    public static Task<Episode> YearAsync(IAgent agent) => PlayAsync(new FirstYear(), agent, int.MaxValue);

    /// <summary>Some days of it.</summary>
    public static Task<Episode> DaysAsync(IAgent agent, int days) => PlayAsync(new FirstYear(), agent, days);

    public static SimulationSession Start(IAgent agent) => SimulationSession.Start(new FirstYear(), Seed).Seat(new(0), agent);

    /// <summary>The first morning, and the place of an agent that sees it.</summary>
    public static async Task<(Observation Today, AgentContext Context)> MorningAsync(int day = 0)
    {
        var (listener, fixedRule) = (new Listener(), new FixedRule());
        listener.Decide = (today, context) => fixedRule.DecideAsync(today, context, default);
        await using var session = Start(listener);
        for (var i = 0; i <= day; i++)
        {
            await session.PlayDayAsync();
        }

        return listener.Seen!.Value;
    }

    private static async Task<Episode> PlayAsync(IScenario scenario, IAgent agent, int days)
    {
        await using var session = SimulationSession.Start(scenario, Seed).Seat(new(0), agent);
        while (!session.IsOver && session.Day < days)
        {
            await session.PlayDayAsync();
        }

        await AgentLife.EndAsync(agent);
        return new(session.Hash, session.EventHash, session.Faults);
    }

    private sealed class Listener : IAgent
    {
        public (Observation Today, AgentContext Context)? Seen { get; private set; }

        public Func<Observation, AgentContext, ValueTask<Decision>>? Decide { get; set; }

        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            Seen = (today, context);
            return Decide!(today, context);
        }
    }
}
