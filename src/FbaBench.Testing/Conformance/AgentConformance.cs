using System.Globalization;

namespace FbaBench;

/// <summary>
/// What a benchmark needs of an agent: fresh instances that share nothing, the same decisions for the same mornings whatever else runs, whatever the culture, a decision on every day, commands that the market takes, and copies that are
/// independent where it says that it can be copied.
/// </summary>
public static class AgentConformance
{
    private const int DefaultDays = 60;
    private static readonly Seat Seat = new(0);

    /// <summary>Looks at an agent.</summary>
    /// <param name="make">Makes a fresh instance.</param>
    /// <param name="scenario">Where it plays seat 0; default the first 60 days of first-year.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<ConformanceReport> CheckAsync(Func<IAgent> make, IScenario? scenario = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(make);
        scenario ??= ShortScenario.Of(ShippedScenarios.Standard[0], DefaultDays);
        var run = new ConformanceRun();
        var name = "the agent";
        await run.CheckAsync("fresh instances", "the factory makes another instance each time", async () =>
        {
            var (one, other) = (make(), make());
            name = one.GetType().Name;
            var same = ReferenceEquals(one, other);
            await EndAsync(one, other).ConfigureAwait(false);
            return same ? "the factory returns an instance twice; make a fresh one for every episode" : null;
        }).ConfigureAwait(false);
        Played? alone = null;
        await run.CheckAsync("decides every day", "it came to a decision on every day", async () =>
        {
            alone = await PlayAsync(make, scenario, 0, cancellationToken).ConfigureAwait(false);
            return alone.Faults is [var first, ..]
                ? string.Create(CultureInfo.InvariantCulture, $"it gave none on {alone.Faults.Count} days; first {first.Kind} on day {first.Day}{(first.Error is { } error ? $", {error.GetType().Name}: {error.Message}" : "")}")
                : null;
        }).ConfigureAwait(false);
        await run.CheckAsync("same mornings, same decisions", "played again it did the same to the bit", async () =>
            Difference(alone, await PlayAsync(make, scenario, 0, cancellationToken).ConfigureAwait(false), "use AgentContext.Uniform instead of a random generator, and no clock")).ConfigureAwait(false);
        await run.CheckAsync("instances share nothing", "beside instances in other worlds it did the same", async () =>
        {
            var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(world => Task.Run(() => PlayAsync(make, scenario, world, cancellationToken), cancellationToken))).ConfigureAwait(false);
            return Difference(alone, all[0], "keep nothing in static fields or in what the factory captured");
        }).ConfigureAwait(false);
        await run.CheckAsync("any culture", "in a culture with a decimal comma it did the same", async () =>
        {
            var other = await Task.Run(() =>
            {
                CultureInfo.CurrentCulture = OddCulture.Instance;
                return PlayAsync(make, scenario, 0, cancellationToken);
            }, cancellationToken).ConfigureAwait(false);
            return Difference(alone, other, "read and write numbers with CultureInfo.InvariantCulture");
        }).ConfigureAwait(false);
        await run.CheckAsync("commands are taken", "the market took commands, or there were none", () => Task.FromResult(
            alone is { Commands: > 0 } played && played.Refused >= played.Commands ? string.Create(CultureInfo.InvariantCulture, $"all {played.Commands} commands were refused; Observation.Refusals says why") : null)).ConfigureAwait(false);
        await ForkAsync(run, make, scenario, alone, cancellationToken).ConfigureAwait(false);
        return run.Report(name);
    }

    /// <summary>An agent that can be copied: half way a copy plays the rest of a copy of the world, then the original its own.</summary>
    private static async Task ForkAsync(ConformanceRun run, Func<IAgent> make, IScenario scenario, Played? alone, CancellationToken cancellationToken)
    {
        var probe = make();
        var forks = probe is IForkableAgent;
        await AgentLife.EndAsync(probe).ConfigureAwait(false);
        if (!forks || scenario.Opponents.Count > 0)
        {
            return;
        }

        await run.CheckAsync("copies are independent", "a copy made half way did as the original would have, and the original as without it", async () =>
        {
            var seed = WorldSeed.OfExperiment(1, 0);
            var agent = (IForkableAgent)make();
            var session = SimulationSession.Start(scenario, seed);
            await using (session.ConfigureAwait(false))
            {
                session.Seat(Seat, agent);
                while (session.Day < session.Definition.Days / 2)
                {
                    await session.PlayDayAsync(cancellationToken).ConfigureAwait(false);
                }

                var copied = SimulationSession.Start(session.Fork());
                await using (copied.ConfigureAwait(false))
                {
                    copied.Seat(Seat, agent.Fork());
                    await EndAsync(copied, cancellationToken).ConfigureAwait(false);
                    await EndAsync(session, cancellationToken).ConfigureAwait(false);
                    return copied.Hash != session.Hash ? "copy and original went apart; copy all that the agent remembers"
                        : alone is not null && session.Hash != alone.State ? "the original did something else than without a copy; a copy may share nothing that changes"
                        : null;
                }
            }
        }).ConfigureAwait(false);
    }

    private static async Task<Played> PlayAsync(Func<IAgent> make, IScenario scenario, int world, CancellationToken cancellationToken)
    {
        var agents = new List<IAgent> { make() };
        var session = SimulationSession.Start(scenario, WorldSeed.OfExperiment(1, world));
        await using (session.ConfigureAwait(false))
        {
            session.Seat(Seat, agents[0]);
            for (var i = 0; i < scenario.Opponents.Count; i++)
            {
                agents.Add(ShippedAgents.Factory(scenario.Opponents[i])());
                session.Seat(new(i + 1), agents[^1]);
            }

            long commands = 0;
            while (!session.IsOver)
            {
                await session.PlayDayAsync(cancellationToken).ConfigureAwait(false);
                commands += session.LastDecisions().Where(decision => decision.Seat == Seat).Sum(decision => decision.Decision.Commands.Count);
            }

            await EndAsync([.. agents]).ConfigureAwait(false);
            return new(session.Hash, session.EventHash, [.. session.Faults.Where(fault => fault.Seat == Seat)], commands, session.Summary(Seat).Refusals);
        }
    }

    private static string? Difference(Played? one, Played other, string remedy) => one is null ? "it could not be played alone"
        : (one.State, one.Events) == (other.State, other.Events) ? null
        : $"it did something else: {remedy}";

    private static async Task EndAsync(SimulationSession session, CancellationToken cancellationToken)
    {
        while (!session.IsOver)
        {
            await session.PlayDayAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task EndAsync(params IAgent[] agents)
    {
        foreach (var agent in agents)
        {
            await AgentLife.EndAsync(agent).ConfigureAwait(false);
        }
    }

    private sealed record Played(StateHash State, StateHash Events, IReadOnlyList<SeatFault> Faults, long Commands, long Refused);
}
