namespace FbaBench.Benchmarks;

/// <summary>
/// What a shipped rule agent costs beside the day itself: a year of first-year, with the clock around <see cref="Simulation.Step"/>, <see cref="Simulation.Observe"/> and the agent's
/// decision in turn, so that the three meet the same caches and the same disturbances.
/// </summary>
internal static class AgentCost
{
    private const int Parts = 3;
    private static readonly Seat Seat = new(0);
    private static readonly WorldSeed Seed = new(1);

    public static IEnumerable<Figure> Measure()
    {
        var world = PreparedWorld.Of(new FirstYear().Define(Seed));
        return ShippedAgents.Names.SelectMany(name => Measure(world, name));
    }

    /// <summary>An agent's cost in a world.</summary>
    public static IEnumerable<Figure> Measure(PreparedWorld world, string agent)
    {
        var days = world.Definition.Days;
        var allocated = new long[Parts];
        var pieces = Rounds.Run(Parts * days, rounds =>
        {
            Array.Clear(allocated);
            Play(world, ShippedAgents.Factory(agent)(), rounds, allocated);
        });

        var listingDays = (double)world.Listings * days;
        var (step, observe, decide) = (Part(0), Part(1), Part(2));
        yield return new("agents", agent, "step", step, "ns a listing-day");
        yield return new("agents", agent, "observe", observe, "ns a listing-day");
        yield return new("agents", agent, "decide", decide, "ns a listing-day");
        yield return new("agents", agent, "above the step", observe + decide, "ns a listing-day");
        yield return new("agents", agent, "above the step", 100 * (observe + decide) / step, "%");
        yield return new("agents", agent, "observe", allocated[1] / (double)days, "bytes a day");
        yield return new("agents", agent, "decide", allocated[2] / (double)days, "bytes a day");

        double Part(int part) => pieces.Where((_, i) => i % Parts == part).Sum() / listingDays;
    }

    private static void Play(PreparedWorld world, IAgent agent, Rounds rounds, long[] allocated)
    {
        var simulation = world.Start(Seed);
        var context = simulation.ContextOf(Seat);
        var decisions = new SeatDecision[1];
        _ = simulation.Transfers.Length;
        for (var day = 0; day < world.Definition.Days; day++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            rounds.Start();
            var observation = simulation.Observe(Seat);
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
