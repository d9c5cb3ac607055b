namespace FbaBench.Tests.Docs;

/// <summary>Code of the package readmes: compiled here; the short ones run, the long ones run in other tests.</summary>
internal static class PackageReadmes
{
    public static async Task CoreAsync(IScenario scenario, IAgent agent)
    {
        await using var session = SimulationSession.Start(scenario, new WorldSeed(7)).Seat(new Seat(0), agent);
        while (!session.IsOver)
        {
            await session.PlayDayAsync();
        }

        Console.WriteLine(session.Books(new Seat(0)));
    }

    public static async Task AgentsAsync(IScenario scenario)
    {
        var agent = ShippedAgents.Factory("base-stock")();
        await using var session = SimulationSession.Start(scenario, new WorldSeed(7)).Seat(new Seat(0), agent);
        await session.PlayDayAsync();
        Console.WriteLine($"{session.Observe(new Seat(0)).Cash} dollars after the first day");
    }

    public static void Scenarios()
    {
        var scenario = ShippedScenarios.Find("first-year");
        var definition = scenario.Define(new WorldSeed(7));
        var world = Simulation.Create(definition, new WorldSeed(7));
        world.Step([new SeatDecision(new Seat(0), Decision.None)]);
        Console.WriteLine($"{world.Listings} listings, {world.Gain(new Seat(0))} dollars after the first day");
    }

    public static async Task BenchmarkingAsync()
    {
        var report = await Benchmark.Create()
            .Scenario("first-year")
            .Agent("mine", () => new MyAgent()).Agent("base-stock").Agent("do-nothing")
            .Worlds(32)
            .RunAsync(ConsoleProgress.Create());
        Console.WriteLine(report.ToTable());
    }

    private sealed class MyAgent : IAgent
    {
        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) => new(Decision.None);
    }
}
