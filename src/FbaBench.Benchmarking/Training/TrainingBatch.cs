namespace FbaBench;

/// <summary>
/// Many worlds to train in at once: one call plays a day of each, on several threads. Every world is a <see cref="TrainingWorld"/>; observations, rewards and ends of
/// all of them lie side by side, world by world and in it seat by seat. What comes out depends on seeds and actions alone, not on the number of threads.
/// Not safe for concurrent use.
/// </summary>
public sealed class TrainingBatch : IDisposable
{
    private readonly Func<WorldSeed, PreparedWorld> _prepare;
    private readonly TrainingWorld?[] _worlds;
    private readonly float[] _observations;
    private readonly double[] _rewards;
    private readonly bool[] _done;
    private readonly WorkerTeam _team;
    private readonly WorldSeed[] _seeds;
    private readonly Action<int> _reset;
    private readonly Action<int> _step;
    private readonly float[] _actions;

    private TrainingBatch(Func<WorldSeed, PreparedWorld> prepare, PreparedWorld first, int worlds, int? threads)
    {
        if (worlds is < 1 or > 1_000_000)
        {
            throw new ArgumentOutOfRangeException(nameof(worlds), $"{worlds} worlds asked; allowed is 1 to 1,000,000.");
        }

        if (threads is < 1 or > 1_024)
        {
            throw new ArgumentOutOfRangeException(nameof(threads), $"{threads} threads asked; allowed is 1 to 1,024.");
        }

        _prepare = prepare;
        Layout = TrainingWorld.Create(first, new WorldSeed(0)).Layout;
        _worlds = new TrainingWorld?[worlds];
        _seeds = new WorldSeed[worlds];
        _observations = new float[checked(worlds * Layout.Seats * Layout.ObservationLength)];
        _actions = new float[checked(worlds * Layout.Seats * Layout.ActionLength)];
        _rewards = new double[worlds * Layout.Seats];
        _done = new bool[worlds];
        _reset = Reset;
        _step = Step;
        _team = new WorkerTeam(Math.Min(worlds, threads ?? Environment.ProcessorCount));
    }

    /// <summary>How a seat's observation and action lie in their rows.</summary>
    public TrainingLayout Layout { get; }

    /// <summary>Number of worlds.</summary>
    public int Worlds => _worlds.Length;

    /// <summary>Rows of observations, actions and rewards: worlds × seats; row = world × seats + seat.</summary>
    public int Rows => _rewards.Length;

    /// <summary>What the seats see, <see cref="TrainingLayout.ObservationLength"/> values a row. Written anew by every reset and step.</summary>
    public ReadOnlySpan<float> Observations => _observations;

    /// <summary>Rewards of the last step by row, in dollars; 0 in worlds that were done before it. See <see cref="TrainingWorld.Step"/>.</summary>
    public ReadOnlySpan<double> Rewards => _rewards;

    /// <summary>By world: whether its episode is over. It then stands still until it is reset.</summary>
    public ReadOnlySpan<bool> Done => _done;

    /// <summary>A batch of a scenario's worlds: every seed has a definition of its own, all of one layout.</summary>
    /// <param name="scenario">The scenario; asked on several threads. All its seats are the learner's, its opponents are not seated.</param>
    /// <param name="worlds">1 to 1,000,000.</param>
    /// <param name="threads">1 to 1,024; default the number of cores. Changes no result.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="WorldDefinitionException">The scenario's definition is not valid.</exception>
    public static TrainingBatch Create(IScenario scenario, int worlds, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return new(seed => PreparedWorld.Of(scenario.Define(seed)), PreparedWorld.Of(scenario.Define(new WorldSeed(0))), worlds, threads);
    }

    /// <summary>A batch of one definition under many seeds. A reset then costs little more than a day.</summary>
    /// <param name="world">The definition, made ready.</param>
    /// <param name="worlds">1 to 1,000,000.</param>
    /// <param name="threads">1 to 1,024; default the number of cores. Changes no result.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static TrainingBatch Create(PreparedWorld world, int worlds, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        return new(_ => world, world, worlds, threads);
    }

    /// <summary>The world at a place, to be looked at or forked.</summary>
    /// <exception cref="InvalidOperationException">It was never reset.</exception>
    public TrainingWorld World(int world) => _worlds[world] ?? throw new InvalidOperationException($"World {world} was never reset; reset the batch first.");

    /// <summary>What a seat of a world sees: a row of <see cref="Observations"/>.</summary>
    public ReadOnlySpan<float> Observation(int world, int seat) =>
        _observations.AsSpan(((world * Layout.Seats) + seat) * Layout.ObservationLength, Layout.ObservationLength);

    /// <summary>Puts every world on its first morning.</summary>
    /// <param name="seeds">A seed for every world.</param>
    /// <exception cref="ArgumentException">Not as many seeds as worlds, or a seed's definition has another layout.</exception>
    public void Reset(ReadOnlySpan<WorldSeed> seeds)
    {
        Check(seeds.Length, Worlds, "seeds", nameof(seeds));
        seeds.CopyTo(_seeds);
        _rewards.AsSpan().Clear();
        _team.Run(Worlds, _reset);
    }

    /// <summary>Puts one world on its first morning; the others stay as they are.</summary>
    /// <param name="world">Which.</param>
    /// <param name="seed">Its seed.</param>
    /// <exception cref="ArgumentException">The seed's definition has another layout.</exception>
    public void Reset(int world, WorldSeed seed)
    {
        _seeds[world] = seed;
        _rewards.AsSpan(world * Layout.Seats, Layout.Seats).Clear();
        Reset(world);
    }

    /// <summary>Plays a day of every world that is not done. Allocates nothing once warm.</summary>
    /// <param name="actions">By row, <see cref="TrainingLayout.ActionLength"/> values each, see <see cref="OfferAction"/>.</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    /// <exception cref="InvalidOperationException">The batch was never reset.</exception>
    public void Step(ReadOnlySpan<float> actions)
    {
        Check(actions.Length, _actions.Length, "values of actions", nameof(actions));
        _ = World(0);
        actions.CopyTo(_actions);
        _team.Run(Worlds, _step);
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose() => _team.Dispose();

    private void Reset(int world)
    {
        var prepared = _prepare(_seeds[world]);
        if (_worlds[world] is { } kept && ReferenceEquals(kept.World, prepared))
        {
            kept.Reset(_seeds[world]);
        }
        else
        {
            var made = TrainingWorld.Create(prepared, _seeds[world]);
            _worlds[world] = made.Layout == Layout
                ? made
                : throw new ArgumentException($"The world of seed {_seeds[world]} has {made.Layout.Seats} seats of {made.Layout.Offers} offers, the batch {Layout.Seats} of {Layout.Offers}; all worlds of a batch have one layout.");
        }

        Observe(world);
    }

    private void Step(int world)
    {
        var rewards = _rewards.AsSpan(world * Layout.Seats, Layout.Seats);
        if (_done[world])
        {
            rewards.Clear();
            return;
        }

        var length = Layout.Seats * Layout.ActionLength;
        World(world).Step(_actions.AsSpan(world * length, length), rewards);
        Observe(world);
    }

    private void Observe(int world)
    {
        var played = World(world);
        for (var seat = 0; seat < Layout.Seats; seat++)
        {
            var at = ((world * Layout.Seats) + seat) * Layout.ObservationLength;
            played.Observe(new(seat), _observations.AsSpan(at, Layout.ObservationLength));
        }

        _done[world] = played.IsDone;
    }

    private static void Check(int length, int expected, string what, string parameter)
    {
        if (length != expected)
        {
            throw new ArgumentException($"The batch takes {expected} {what}; given are {length}.", parameter);
        }
    }
}
