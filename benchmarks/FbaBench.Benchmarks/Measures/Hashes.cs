namespace FbaBench.Benchmarks;

/// <summary>
/// Final digests of every shipped scenario played by every shipped agent and by all of them at once, seed 1, and of a
/// generated world. A change that is only to be faster leaves each of them as it is.
/// </summary>
internal static class Hashes
{
    public static void Write(TextWriter into)
    {
        foreach (var scenario in ShippedScenarios.All)
        {
            var seed = new WorldSeed(1);
            var definition = scenario.Define(seed);
            foreach (var agent in ShippedAgents.Names)
            {
                Write(into, PlayedWorld.Record($"{scenario.Name} {agent}", definition, seed, ShippedAgents.Factory(agent)));
            }

            Func<IAgent>[] all = [.. ShippedAgents.Names.Select(ShippedAgents.Factory)];
            Write(into, PlayedWorld.Record($"{scenario.Name} all", definition with { Seats = all.Length }, seed, all));
        }

        Write(into, GeneratedWorld.Of(niches: 10));
    }

    private static void Write(TextWriter into, PlayedWorld world)
    {
        var simulation = world.Start();
        world.Play(simulation, simulation.TotalDays);
        into.WriteLine($"{world.Name}: state {simulation.Hash} events {simulation.EventHash}");
    }
}
