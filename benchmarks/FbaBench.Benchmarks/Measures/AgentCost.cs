namespace FbaBench.Benchmarks;

/// <summary>
/// What a shipped rule agent costs beside the day itself: a year, with the clock around <see cref="Simulation.Step"/>, the observation and the agent's
/// decision in turn, so that the three meet the same caches and the same disturbances. Once with the live observation that such an agent is shown, once with a frozen one.
/// </summary>
internal static class AgentCost
{
    private const int Parts = 3;
    private static readonly Seat Seat = new(0);

    /// <summary>Every shipped agent in a year of first-year.</summary>
    public static IEnumerable<Figure> Measure()
    {
        var seed = new WorldSeed(1);
        var world = PreparedWorld.Of(new FirstYear().Define(seed));
        return ShippedAgents.Names.SelectMany(name => Measure("agents", world, seed, name));
    }

    /// <summary>An agent in a world.</summary>
    public static IEnumerable<Figure> Measure(string section, PreparedWorld world, WorldSeed seed, string agent)
    {
        var live = Measure(world, seed, agent, live: true);
        yield return new(section, agent, "step", live.Step, "ns a listing-day");
        yield return new(section, agent, "observe", live.Observe, "ns a listing-day");
        yield return new(section, agent, "decide", live.Decide, "ns a listing-day");
        yield return new(section, agent, "above the step", live.Observe + live.Decide, "ns a listing-day");
        yield return new(section, agent, "above the step", 100 * (live.Observe + live.Decide) / live.Step, "%");
        yield return new(section, agent, "observe", live.Observed, "bytes a day");
        yield return new(section, agent, "decide", live.Decided, "bytes a day");
        var frozen = Measure(world, seed, agent, live: false);
        yield return new(section, agent, "frozen: above the step", frozen.Observe + frozen.Decide, "ns a listing-day");
        yield return new(section, agent, "frozen: observe", frozen.Observed, "bytes a day");
    }

    private static (double Step, double Observe, double Decide, double Observed, double Decided) Measure(PreparedWorld world, WorldSeed seed, string agent, bool live)
    {
        var days = world.Definition.Days;
        var allocated = new long[Parts];
        var pieces = Rounds.Run(Parts * days, rounds =>
        {
            Array.Clear(allocated);
            Play(world.Start(seed), ShippedAgents.Factory(agent)(), live, rounds, allocated);
        });

        var listingDays = (double)world.Listings * days;
        return (Part(0), Part(1), Part(2), allocated[1] / (double)days, allocated[2] / (double)days);

        double Part(int part) => pieces.Where((_, i) => i % Parts == part).Sum() / listingDays;
    }

    private static void Play(Simulation simulation, IAgent agent, bool live, Rounds rounds, long[] allocated)
    {
        if (live && !agent.ReadsOnlyWhileDeciding)
        {
            throw new InvalidOperationException("The agent keeps what it sees: it is never shown a live observation.");
        }

        var context = simulation.ContextOf(Seat);
        var decisions = new SeatDecision[1];
        _ = simulation.Transfers.Length;
        for (var day = 0; day < simulation.Definition.Days; day++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            rounds.Start();
            var observation = live ? simulation.ObserveLive(Seat) : simulation.Observe(Seat);
            rounds.Stop((Parts * day) + 1);
            var observed = GC.GetAllocatedBytesForCurrentThread();
            rounds.Start();
            var decision = observation.IsTrading ? Decide(agent, observation, context) : Decision.None;
            rounds.Stop((Parts * day) + 2);
            var decided = GC.GetAllocatedBytesForCurrentThread();
            decisions[0] = new(Seat, decision);
            rounds.Start();
            simulation.Step(decisions);
            rounds.Stop(Parts * day);
            allocated[1] += observed - before;
            allocated[2] += decided - observed;
        }
    }

    /// <summary>The shipped agents answer at once.</summary>
    private static Decision Decide(IAgent agent, Observation observation, AgentContext context)
    {
        var decided = agent.DecideAsync(observation, context, CancellationToken.None);
        return decided.IsCompletedSuccessfully ? decided.Result : throw new InvalidOperationException("A shipped agent did not answer at once.");
    }
}
