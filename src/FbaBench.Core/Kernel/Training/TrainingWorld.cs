using FbaBench.Kernel.Training;
using FbaBench.Ledger;
using FbaBench.World;

namespace FbaBench;

/// <summary>
/// A world as learners elsewhere want it: an action a day as numbers, back come a reward and the next observation as numbers. A day is an ordinary
/// day of the <see cref="Simulation"/>, with ordinary commands. Synchronous; a day allocates nothing once warm; not safe for concurrent use.
/// </summary>
public sealed class TrainingWorld
{
    private readonly SeatDecision[] _decisions;
    private readonly ActionReader[] _readers;
    private readonly long[] _worth;

    private TrainingWorld(PreparedWorld world, WorldSeed seed)
    {
        World = world;
        Layout = new(world.Definition.Seats, world.Model.Own.Length / world.Definition.Seats);
        _readers = [.. Enumerable.Range(0, Layout.Seats).Select(seat => new ActionReader(world, seat))];
        _decisions = [.. _readers.Select((reader, seat) => new SeatDecision(new(seat), reader.Decision))];
        _worth = new long[Layout.Seats];
        Simulation = Begin(seed);
    }

    /// <summary>What every reset starts again.</summary>
    public PreparedWorld World { get; }

    /// <summary>How observations and actions lie in their spans.</summary>
    public TrainingLayout Layout { get; }

    /// <summary>The world as it stands: to be looked at or forked. Whoever steps it takes days from the learner.</summary>
    public Simulation Simulation { get; private set; }

    /// <summary>Whether the episode is over: no seat trades any more, the run-off is played, every account is settled.</summary>
    public bool IsDone => Simulation.IsOver;

    /// <summary>A world on its first morning.</summary>
    /// <exception cref="ArgumentException">The world allows fewer commands a day than an action can give.</exception>
    public static TrainingWorld Create(PreparedWorld world, WorldSeed seed)
    {
        ArgumentNullException.ThrowIfNull(world);

        // An offer gives at most a command of each kind; bid and budget are one.
        var most = world.Model.Own.Length / world.Definition.Seats * (TrainingLayout.OfferActions - 1);
        return world.Definition.Limits.CommandsPerDay >= most
            ? new(world, seed)
            : throw new ArgumentException($"'{world.Definition.Name}' allows {world.Definition.Limits.CommandsPerDay} commands a day; actions of its offers can give {most}: raise limits.commandsPerDay.", nameof(world));
    }

    /// <summary>Back to the first morning, of any seed.</summary>
    public void Reset(WorldSeed seed) => Simulation = Begin(seed);

    /// <summary>Writes what a seat sees this morning; after the end, what was left.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="into"><see cref="TrainingLayout.ObservationLength"/> values.</param>
    /// <exception cref="ArgumentException">The world has no such seat, or the span has another length.</exception>
    public void Observe(Seat seat, Span<float> into)
    {
        if (seat.Index < 0 || seat.Index >= Layout.Seats)
        {
            throw new ArgumentException($"There is no {seat}; this world has {Layout.Seats}, counted from 0.", nameof(seat));
        }

        Check(into.Length, Layout.ObservationLength, "observation of a seat", nameof(into));
        FeatureWriter.Write(Simulation.State, World.Rules, seat.Index, into);
    }

    /// <summary>
    /// Plays a day. When it was the last one on which a seat trades, the run-off is played too. The reward of a day is the change of the seat's net worth in
    /// dollars, counted from the opening cash; that of the last day ends at the cash that is left, so that the rewards of an episode sum to its score, to the cent.
    /// </summary>
    /// <param name="actions">By seat, <see cref="TrainingLayout.ActionLength"/> values each. Those of a seat that no longer trades count nothing.</param>
    /// <param name="rewards">By seat.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    /// <exception cref="InvalidOperationException">The episode is over.</exception>
    public void Step(ReadOnlySpan<float> actions, Span<double> rewards)
    {
        Check(actions.Length, Layout.Seats * Layout.ActionLength, "actions of all seats", nameof(actions));
        Check(rewards.Length, Layout.Seats, "rewards of all seats", nameof(rewards));
        if (IsDone)
        {
            throw new InvalidOperationException("The episode is over; reset the world.");
        }

        for (var seat = 0; seat < Layout.Seats; seat++)
        {
            if (Simulation.State.Status[seat] == (int)SeatStatus.Trading)
            {
                _readers[seat].Read(Simulation.State, actions.Slice(seat * Layout.ActionLength, Layout.ActionLength));
            }
            else
            {
                _readers[seat].Clear();
            }
        }

        Simulation.Step(_decisions);
        while (!IsDone && !Simulation.State.Status.Contains((int)SeatStatus.Trading))
        {
            Simulation.Step([]);
        }

        Reward(rewards);
    }

    private void Reward(Span<double> rewards)
    {
        var state = Simulation.State;
        var ledger = new LedgerView(state.SeatDebits, state.SeatCredits, state.WorldDebits, state.WorldCredits);
        for (var seat = 0; seat < rewards.Length; seat++)
        {
            var worth = IsDone ? ledger.Balance(seat, Account.Cash) : FeatureWriter.NetWorth(ledger, seat);
            rewards[seat] = (worth - _worth[seat]) / 100.0;
            _worth[seat] = worth;
        }
    }

    private Simulation Begin(WorldSeed seed)
    {
        _worth.AsSpan().Fill(World.Definition.Cash.Cents);
        return World.Start(seed);
    }

    private static void Check(int length, int expected, string what, string parameter)
    {
        if (length != expected)
        {
            throw new ArgumentException($"The {what} have {expected} values; the span has {length}.", parameter);
        }
    }
}
