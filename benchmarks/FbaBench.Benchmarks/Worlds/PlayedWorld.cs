namespace FbaBench.Benchmarks;

/// <summary>A world with the decisions of every day made beforehand, so that only the simulation is measured.</summary>
internal sealed class PlayedWorld(string name, WorldDefinition definition, WorldSeed seed, SeatDecision[][] decisions)
{
    /// <summary>Two days in, the shelves are open and every buffer has been used.</summary>
    public const int FirstMeasuredDay = 2;

    private const int ListingDaysPerRound = 500_000;

    public string Name { get; } = name;

    public WorldDefinition Definition { get; } = definition;

    public WorldSeed Seed { get; } = seed;

    /// <summary>Days to measure: the whole time of decisions, or in a large world enough of it to see payouts and a month's end.</summary>
    public int MeasuredDays { get; } = Math.Min(
        definition.Days - FirstMeasuredDay,
        ListingDaysPerRound / definition.Niches.Sum(niche => (niche.Products.Count * definition.Seats) + niche.Rivals.Count));

    /// <summary>What the seats hand over on a day; empty for a day without commands.</summary>
    public ReadOnlySpan<SeatDecision> On(int day) => decisions[day];

    public Simulation Start() => Simulation.Create(Definition, Seed);

    /// <summary>The world on the morning of a day.</summary>
    public Simulation At(int day)
    {
        var simulation = Start();
        Play(simulation, day);
        return simulation;
    }

    /// <summary>Plays until the morning of a day.</summary>
    public void Play(Simulation simulation, int until)
    {
        while (simulation.Day < until)
        {
            simulation.Step(On(simulation.Day));
        }
    }

    /// <summary>Lets agents play a whole run, one a seat, and keeps what they decided.</summary>
    public static PlayedWorld Record(string name, WorldDefinition definition, WorldSeed seed, params Func<IAgent>[] factories)
    {
        var simulation = Simulation.Create(definition, seed);
        var agents = factories.Select(factory => factory()).ToArray();
        var decisions = new SeatDecision[simulation.TotalDays][];
        while (!simulation.IsOver)
        {
            decisions[simulation.Day] = [.. agents.Select((agent, seat) => Decide(simulation, agent, new Seat(seat))).Where(made => made.Decision.Commands.Count > 0)];
            simulation.Step(decisions[simulation.Day]);
        }

        return new(name, definition, seed, decisions);
    }

    private static SeatDecision Decide(Simulation simulation, IAgent agent, Seat seat)
    {
        var observation = simulation.Observe(seat);
        var context = new AgentContext(simulation.Seed, seat, repeat: 0);
        return new(seat, observation.IsTrading ? agent.DecideAsync(observation, context, CancellationToken.None).AsTask().GetAwaiter().GetResult() : Decision.None);
    }
}
