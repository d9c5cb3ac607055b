namespace FbaBench;

/// <summary>
/// Worlds of a scenario to train in, or worlds to test in: the first ones of a <see cref="WorldSplit"/>. An agent that was trained in one of them is refused. Only what the agent earns is read: nothing
/// is logged or kept.
/// </summary>
public sealed class SplitWorlds
{
    private static readonly Seat Seat = new(0);
    private readonly PreparedWorld[] _worlds;
    private readonly WorldSeed[] _seeds;

    private SplitWorlds(IScenario scenario, WorldSeed[] seeds)
    {
        Scenario = scenario;
        _seeds = seeds;
        _worlds = [.. seeds.Select(seed => PreparedWorld.Of(PlannedWorlds.Define(scenario, seed)))];
    }

    /// <summary>The scenario.</summary>
    public IScenario Scenario { get; }

    /// <summary>How many there are.</summary>
    public int Count => _worlds.Length;

    /// <summary>Worlds to train in.</summary>
    /// <param name="scenario">A scenario of one seat.</param>
    /// <param name="split">The split.</param>
    /// <param name="worlds">How many, 1 to 10,000.</param>
    /// <exception cref="ArgumentException">The scenario has opponents, or there are too few or too many worlds.</exception>
    /// <exception cref="WorldDefinitionException">A definition is not valid.</exception>
    public static SplitWorlds Training(IScenario scenario, WorldSplit split, int worlds) => Of(scenario, split.Training, worlds);

    /// <summary>Worlds to test in.</summary>
    /// <param name="scenario">A scenario of one seat.</param>
    /// <param name="split">The split.</param>
    /// <param name="worlds">How many, 1 to 10,000.</param>
    /// <exception cref="ArgumentException">The scenario has opponents, or there are too few or too many worlds.</exception>
    /// <exception cref="WorldDefinitionException">A definition is not valid.</exception>
    public static SplitWorlds Test(IScenario scenario, WorldSplit split, int worlds) => Of(scenario, split.Test, worlds);

    /// <summary>Scores, one a world: cash after the run-off less opening cash. The same with any number of threads.</summary>
    /// <param name="make">Makes an agent for every world; called on any thread. Instances must not share state.</param>
    /// <param name="threads">1 to 1,024; default the number of cores.</param>
    /// <param name="cancellationToken">Ends it between two days.</param>
    /// <exception cref="InvalidOperationException">An agent was trained in one of the worlds.</exception>
    public async Task<IReadOnlyList<Money>> PlayAsync(Func<IAgent> make, int? threads = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(make);
        var scores = new Money[Count];
        await Parallel.ForAsync(0, Count, Options(threads, cancellationToken), async (world, stop) => scores[world] = await PlayAsync(world, make(), stop).ConfigureAwait(false)).ConfigureAwait(false);
        return Array.AsReadOnly(scores);
    }

    internal static ParallelOptions Options(int? threads, CancellationToken cancellationToken) => threads is < 1 or > 1_024
        ? throw new ArgumentOutOfRangeException(nameof(threads), $"{threads} threads asked; allowed is 1 to 1,024.")
        : new() { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancellationToken };

    /// <summary>Score of an agent in a world.</summary>
    internal async ValueTask<Money> PlayAsync(int world, IAgent agent, CancellationToken cancellationToken)
    {
        TrainedIn.Refuse(agent, Scenario.Name, _seeds[world]);
        var simulation = _worlds[world].Start(_seeds[world]);
        var context = simulation.ContextOf(Seat);
        while (!simulation.IsOver && simulation.Observe(Seat) is { IsTrading: true } today)
        {
            cancellationToken.ThrowIfCancellationRequested();
            simulation.Step([new(Seat, await agent.DecideAsync(today, context, cancellationToken).ConfigureAwait(false))]);
        }

        while (!simulation.IsOver)
        {
            simulation.Step([]);
        }

        return simulation.Gain(Seat);
    }

    private static SplitWorlds Of(IScenario scenario, Func<int, WorldSeed> seed, int worlds)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Opponents.Count > 0)
        {
            throw new ArgumentException($"'{scenario.Name}' has opponents; sellers are trained in scenarios of one seat.", nameof(scenario));
        }

        return worlds is >= 1 and <= 10_000
            ? new(scenario, [.. Enumerable.Range(0, worlds).Select(seed)])
            : throw new ArgumentOutOfRangeException(nameof(worlds), $"{worlds} worlds asked; allowed is 1 to 10,000.");
    }
}
