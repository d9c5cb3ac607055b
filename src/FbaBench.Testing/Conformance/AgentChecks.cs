using System.Runtime.CompilerServices;

namespace FbaBench;

/// <summary>The checks of <see cref="AgentConformance"/>.</summary>
internal sealed class AgentChecks(Func<IAgent> make, AgentConformanceOptions options, CancellationToken cancellationToken)
{
    /// <summary>Days after which an observation is no longer the agent's: the day itself and the one after it.</summary>
    private const int LetGoAfter = 3;

    private readonly WorldSeed _seed = WorldSeed.OfExperiment(options.Seed, 0);
    private readonly WorldSeed _other = WorldSeed.OfExperiment(options.Seed, 1);

    public async Task<ConformanceReport> RunAsync()
    {
        var suite = new Suite("agent", cancellationToken);
        await suite.RunAsync("fresh", "every call makes an instance of its own", Fresh).ConfigureAwait(false);
        await suite.RunAsync("plays", "decides every day of a world without a fault", () => PlaysAsync(options.Scenario)).ConfigureAwait(false);
        await suite.RunAsync("deterministic", "two instances decide the same in the same world", DeterministicAsync).ConfigureAwait(false);
        await suite.RunAsync("independent", "an instance decides the same while another one plays another world", IndependentAsync).ConfigureAwait(false);
        await suite.RunAsync("culture", "decides the same under a culture with a decimal comma and on another thread", CultureAsync).ConfigureAwait(false);
        await suite.RunAsync("no-offers", "decides days on which it has no offers", () => PlaysAsync(SmallWorlds.Empty())).ConfigureAwait(false);
        await suite.RunAsync("no-money", "decides days without cash and goods", () => PlaysAsync(SmallWorlds.Poor())).ConfigureAwait(false);
        await suite.RunAsync("resumes", "a fresh instance goes on from a log as the first would have", ResumesAsync).ConfigureAwait(false);
        if (make() is IForkableAgent)
        {
            await suite.RunAsync("forks", "a copy goes on by itself as the agent would have, and the agent is not moved by it", ForksAsync).ConfigureAwait(false);
        }
        else
        {
            suite.Skip("forks", "the agent is no IForkableAgent");
        }

        if (options.KeepsNoObservations)
        {
            await suite.RunAsync("lets-go", "keeps no observation beyond the next day", LetsGoAsync).ConfigureAwait(false);
        }
        else
        {
            suite.Skip("lets-go", "AgentConformanceOptions.KeepsNoObservations is not set");
        }

        return suite.Report;
    }

    private void Fresh()
    {
        var (first, second) = (make(), make());
        Suite.Need(first is not null && second is not null, "the factory returned null; return a fresh instance");
        Suite.Need(!ReferenceEquals(first, second), "the factory returned one instance twice; return a fresh one every time");
    }

    private async Task PlaysAsync(IScenario scenario)
    {
        var trace = await Play.WholeAsync(scenario, _seed, make(), cancellationToken).ConfigureAwait(false);
        if (trace.Faults is [var fault, ..])
        {
            throw new NotConforming($"{trace.Faults.Count} failed days in '{scenario.Name}'; the first is day {fault.Day}, {fault.Kind}{(fault.Error is { } error ? $": {error.GetType().Name}: {error.Message}" : "")}");
        }
    }

    private async Task DeterministicAsync() => Same(await AloneAsync(_seed).ConfigureAwait(false), await AloneAsync(_seed).ConfigureAwait(false), "first instance", "second instance, in the same world");

    private async Task IndependentAsync()
    {
        var alone = (First: await AloneAsync(_seed).ConfigureAwait(false), Second: await AloneAsync(_other).ConfigureAwait(false));
        var (one, two) = (Play.Start(options.Scenario, _seed, make()), Play.Start(options.Scenario, _other, make()));
        await using var ownedOne = one.ConfigureAwait(false);
        await using var ownedTwo = two.ConfigureAwait(false);
        while (!one.IsOver || !two.IsOver)
        {
            foreach (var play in new[] { one, two }.Where(play => !play.IsOver))
            {
                await play.DayAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        Same(alone.First, one.Trace, "alone", "while another instance played");
        Same(alone.Second, two.Trace, "alone", "while another instance played");
    }

    private async Task CultureAsync()
    {
        var usual = await AloneAsync(_seed).ConfigureAwait(false);
        var other = await OtherCulture.RunAsync(() => AloneAsync(_seed)).ConfigureAwait(false);
        Same(usual, other, "as it is run here", "under a culture with a decimal comma and on another thread");
    }

    private async Task ResumesAsync()
    {
        var whole = await AloneAsync(_seed).ConfigureAwait(false);
        var (killed, before) = await KilledAsync(Half(whole)).ConfigureAwait(false);
        var play = await Play.ResumeAsync(killed, options.Scenario, make(), before, cancellationToken).ConfigureAwait(false);
        await using (play.ConfigureAwait(false))
        {
            Same(whole, await play.ToEndAsync(cancellationToken).ConfigureAwait(false), "without a break", $"by a fresh instance that was shown the first {before.Days.Count} days from the log");
        }
    }

    /// <summary>The log that a killed process leaves: the first days, not sealed.</summary>
    private async Task<(MemoryStream Log, PlayedTrace Before)> KilledAsync(int days)
    {
        using var log = new MemoryStream();
        var play = Play.Start(options.Scenario, _seed, make(), log);
        await using (play.ConfigureAwait(false))
        {
            var before = await play.ToAsync(days, cancellationToken).ConfigureAwait(false);
            var left = new MemoryStream();
            left.Write(log.ToArray());
            left.Position = 0;
            return (left, before);
        }
    }

    private async Task ForksAsync()
    {
        var whole = await AloneAsync(_seed).ConfigureAwait(false);
        var agent = (IForkableAgent)make();
        var play = Play.Start(options.Scenario, _seed, agent);
        await using var owned = play.ConfigureAwait(false);
        await play.ToAsync(Half(whole), cancellationToken).ConfigureAwait(false);
        var copy = agent.Fork();
        Suite.Need(copy is not null, "Fork returned null; return an independent copy");
        Suite.Need(!ReferenceEquals(copy, agent), "Fork returned the agent itself; return an independent copy");
        var other = play.Fork(copy!);
        await using (other.ConfigureAwait(false))
        {
            // The copy first: what it does must not reach the agent.
            Same(whole, await other.ToEndAsync(cancellationToken).ConfigureAwait(false), "without a fork", "by the copy");
        }

        Same(whole, await play.ToEndAsync(cancellationToken).ConfigureAwait(false), "without a fork", "by the agent after its copy had played on");
    }

    private async Task LetsGoAsync()
    {
        var play = Play.Start(options.Scenario, _seed, make());
        await using var owned = play.ConfigureAwait(false);
        var seen = await DaysAsync(play, LetGoAfter * 2).ConfigureAwait(false);
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var kept = seen.SkipLast(LetGoAfter).Where(morning => morning.Observation.IsAlive).Select(morning => morning.Day).ToArray();
        Suite.Need(kept.Length == 0, $"on day {play.Day} the observations of day {string.Join(", ", kept)} are still held; keep the numbers that are needed, not the observation");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<List<(int Day, WeakReference Observation)>> DaysAsync(Play play, int days)
    {
        var seen = new List<(int, WeakReference)>();
        for (var i = 0; i < days && !play.IsOver; i++)
        {
            seen.Add((play.Day, Weak(play)));
            await play.DayAsync(cancellationToken).ConfigureAwait(false);
        }

        return seen;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Weak(Play play) => new(play.Morning);

    private Task<PlayedTrace> AloneAsync(WorldSeed seed) => Play.WholeAsync(options.Scenario, seed, make(), cancellationToken);

    private static int Half(PlayedTrace whole)
    {
        var last = whole.Days.Select((commands, day) => (commands, day)).LastOrDefault(pair => pair.commands.Count > 0).day;
        return Math.Max(1, last / 2);
    }

    private static void Same(PlayedTrace one, PlayedTrace other, string first, string second) => Suite.Need(one.DifferenceTo(other) is null, $"{one.DifferenceTo(other)}; here: {first}, there: {second}");
}
