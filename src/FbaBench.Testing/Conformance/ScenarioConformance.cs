using System.Globalization;

namespace FbaBench;

/// <summary>What a benchmark needs of a scenario: a name, the same world for the same seed whatever else runs and whatever the culture, worlds that are valid and differ, opponents that are there, and runs that come to their end with books that balance.</summary>
public static class ScenarioConformance
{
    private const int DefaultSeeds = 8;

    /// <summary>Looks at a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="seeds">How many worlds are defined, at least 2; default 8.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two seeds.</exception>
    public static async Task<ConformanceReport> CheckAsync(IScenario scenario, int seeds = DefaultSeeds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentOutOfRangeException.ThrowIfLessThan(seeds, 2);
        var run = new ConformanceRun();
        WorldSeed[] all = [.. Enumerable.Range(0, seeds).Select(world => WorldSeed.OfExperiment(1, world))];
        await run.CheckAsync("name", $"'{scenario.Name}' is one", () => Task.FromResult(EntityName.IsValid(scenario.Name) ? null : $"'{scenario.Name}' is none; use {EntityName.Rule}")).ConfigureAwait(false);
        await run.CheckAsync("opponents", "each is a shipped agent, or there are none", () => Task.FromResult(
            scenario.Opponents.FirstOrDefault(name => !ShippedAgents.Names.Contains(name)) is { } missing ? $"'{missing}' is no shipped agent; a benchmark must add it" : null)).ConfigureAwait(false);
        await run.CheckAsync("valid worlds", string.Create(CultureInfo.InvariantCulture, $"{seeds} worlds are valid, named like the scenario, with a seat for the agent and each opponent"), () => Task.FromResult(all.Select(seed => Wrong(scenario, seed)).FirstOrDefault(wrong => wrong is not null))).ConfigureAwait(false);
        await run.CheckAsync("same seed, same world", "defined again each world came out the same", () => Task.FromResult(
            all.FirstOrDefault(seed => Digest(scenario, seed) != Digest(scenario, seed)) is var odd && odd != default
                ? $"the world of seed {odd} came out otherwise the second time; Define may depend on the seed alone"
                : null)).ConfigureAwait(false);
        await run.CheckAsync("any thread, any culture", "defined at once and in a culture with a decimal comma each world came out the same", async () =>
        {
            var expected = all.Select(seed => Digest(scenario, seed)).ToArray();
            var at = await Task.WhenAll(all.Select(seed => Task.Run(() =>
            {
                CultureInfo.CurrentCulture = OddCulture.Instance;
                return Digest(scenario, seed);
            }, cancellationToken))).ConfigureAwait(false);
            return at.SequenceEqual(expected) ? null : "a world came out otherwise; share nothing that changes, and read and write numbers with CultureInfo.InvariantCulture";
        }).ConfigureAwait(false);
        await run.CheckAsync("seeds make a difference", "no two worlds went the same way", async () =>
        {
            var ends = new HashSet<StateHash>();
            foreach (var seed in all)
            {
                ends.Add(await PlayAsync(scenario, seed, "do-nothing", cancellationToken).ConfigureAwait(false));
            }

            return ends.Count == all.Length ? null : string.Create(CultureInfo.InvariantCulture, $"{all.Length} seeds came to {ends.Count} different ends; more worlds would tell nothing new");
        }).ConfigureAwait(false);
        foreach (var agent in new[] { "do-nothing", "random-valid" })
        {
            await run.CheckAsync($"played to its end by {agent}", "the books balance on the last day", async () =>
            {
                _ = await PlayAsync(scenario, all[0], agent, cancellationToken).ConfigureAwait(false);
                return null;
            }).ConfigureAwait(false);
        }

        return run.Report(scenario.Name);
    }

    private static string? Wrong(IScenario scenario, WorldSeed seed)
    {
        var definition = scenario.Define(seed);
        if (definition is null)
        {
            return $"Define returned null for seed {seed}";
        }

        if (definition.Name != scenario.Name)
        {
            return $"the world of seed {seed} is named '{definition.Name}'; use the scenario's name";
        }

        if (definition.Seats != 1 + scenario.Opponents.Count)
        {
            return string.Create(CultureInfo.InvariantCulture, $"the world of seed {seed} has {definition.Seats} seats; the agent and {scenario.Opponents.Count} opponents make {1 + scenario.Opponents.Count}");
        }

        _ = Simulation.Create(definition, seed);
        return null;
    }

    private static StateHash Digest(IScenario scenario, WorldSeed seed) => DefinitionDigest.Of(scenario.Define(seed));

    private static async Task<StateHash> PlayAsync(IScenario scenario, WorldSeed seed, string agent, CancellationToken cancellationToken)
    {
        var session = SimulationSession.Start(scenario, seed);
        await using (session.ConfigureAwait(false))
        {
            session.Seat(new(0), ShippedAgents.Factory(agent)());
            for (var i = 0; i < scenario.Opponents.Count; i++)
            {
                session.Seat(new(i + 1), ShippedAgents.Factory(scenario.Opponents[i])());
            }

            while (!session.IsOver)
            {
                await session.PlayDayAsync(cancellationToken).ConfigureAwait(false);
            }

            for (var seat = 0; seat < session.Definition.Seats; seat++)
            {
                var books = session.Books(new(seat));
                var sum = Enum.GetValues<Account>().Aggregate(Money.Zero, (total, account) => total + books.Balance(account));
                if (books.NetWorth != books.Balance(Account.Cash))
                {
                    throw new InvalidOperationException($"Seat {seat} has a net worth of {books.NetWorth} and cash of {books.Balance(Account.Cash)} after the settlement ({sum} over all accounts).");
                }
            }

            return session.Hash;
        }
    }
}
