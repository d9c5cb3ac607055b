namespace FbaBench.Tests.Docs;

/// <summary>Code of the package readmes: compiled here, run by other tests in longer form.</summary>
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
