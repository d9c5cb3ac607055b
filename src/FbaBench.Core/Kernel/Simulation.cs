using FbaBench.Kernel;
using FbaBench.Kernel.Charges;
using FbaBench.Kernel.Forecasting;
using FbaBench.Kernel.Inbox;
using FbaBench.Kernel.Observing;
using FbaBench.Ledger;
using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench;

/// <summary>
/// A world that runs day by day: synchronous, deterministic, a value. Its state is one block, so that a fork is a copy, and
/// two simulations with equal definition, seed and decisions hold equal bits on every machine. Not safe for concurrent use;
/// forks are independent of each other.
/// </summary>
public sealed class Simulation
{
    private const ulong FutureKey = 0xF07EUL;
    private readonly WorldState _state;
    private readonly Future _future;
    private readonly SeenParts _seen;
    private DayContext? _day;
    private ShownMornings? _shown;

    private Simulation(WorldState state, WorldSeed seed, PreparedWorld world, Future future)
    {
        _state = state;
        World = world;
        _future = future;
        _seen = new(new(state.Model.Own.Length), new(state.Layout.MailSlots * state.Model.Seats));
        Seed = seed;
    }

    /// <summary>
    /// Version under which the columns of the state, the rules and the keys of the draws are frozen: the same version makes the same run of the same definition, seed and commands.
    /// </summary>
    public static int Engine => EngineVersion.Current;

    /// <summary>What it was made of and shares with its forks and others of the same world.</summary>
    public PreparedWorld World { get; }

    /// <summary>The definition it was made of.</summary>
    public WorldDefinition Definition => _state.Model.Definition;

    /// <summary>The next day to play, from 0.</summary>
    public int Day => (int)_state.Day[0];

    /// <summary>The date of that day.</summary>
    public SimDate Date => Definition.Start.AddDays(Day);

    /// <summary>Days of a whole run: the decision days and the run-off.</summary>
    public int TotalDays => Definition.Days + Definition.Account.RunOffDays;

    /// <summary>Whether the last day is played and every account settled.</summary>
    public bool IsOver => Day >= TotalDays;

    /// <summary>Bytes of the state.</summary>
    public int StateBytes => _state.Block.Bytes;

    /// <summary>Live listings: own offers and rivals.</summary>
    public int Listings => _state.Model.LiveRows;

    /// <summary>Digest of the whole state, the digest of all events so far included.</summary>
    public StateHash Hash => StateHash.Of(_state.Block.Words);

    /// <summary>Running digest of all events so far.</summary>
    public StateHash EventHash => _state.EventHash;

    /// <summary>What happened on the day played last; valid until the next step.</summary>
    public ReadOnlySpan<SimEvent> Events => _day is null ? default : _day.Events.Items;

    /// <summary>What was posted on the day played last (before the first day: the opening); valid until the next step, empty after a fork or load.</summary>
    public ReadOnlySpan<Transfer> Transfers => Context.Transfers.Items;

    internal WorldState State => _state;

    internal WorldSeed Seed { get; }

    /// <summary>Whether it goes on in another future: no definition, seed and decisions lead to it, so that no log can prove it.</summary>
    internal bool IsInAnotherFuture => _future.IsAnother;

    internal MarketModel Rules => World.Rules;

    private KeyedDraws Draws => KeyedDraws.ForWorld(Seed, _future);

    private DayContext Context => _day ??= new DayContext(_state, Draws, Rules);

    /// <summary>A world on its first morning.</summary>
    /// <exception cref="WorldDefinitionException">The definition is not valid; the message names the field and what would be right.</exception>
    /// <exception cref="FeeTableMissingException">A day of the run has no published table for a fee that will be due.</exception>
    public static Simulation Create(WorldDefinition definition, WorldSeed seed) => PreparedWorld.Of(definition).Start(seed);

    /// <summary>A world on its first morning that shares with others what never changes.</summary>
    internal static Simulation Begin(PreparedWorld world, WorldSeed seed)
    {
        var simulation = new Simulation(world.NewState(), seed, world, Future.None);
        Opening.Fill(simulation.Context);
        return simulation;
    }

    /// <summary>
    /// Plays one day. A seat without an entry plays without commands. Allocates nothing once warm.
    /// </summary>
    /// <param name="decisions">At most one entry a seat.</param>
    /// <exception cref="InvalidOperationException">The run is over.</exception>
    /// <exception cref="ArgumentException">A seat is unknown or given twice, or a decision is null.</exception>
    /// <exception cref="InvariantException">A law of the simulation was broken: a defect of the engine.</exception>
    public void Step(ReadOnlySpan<SeatDecision> decisions)
    {
        if (IsOver)
        {
            throw new InvalidOperationException($"The run is over: all {TotalDays} days are played. Fork an earlier day or start a new simulation.");
        }

        CheckSeats(decisions);
        _shown?.End();
        var day = Context;
        day.BeginDay();
        try
        {
            foreach (ref readonly var phase in DayPhases.InOrder)
            {
                phase.Run(day, decisions);
            }
        }
        catch (InvariantException breach)
        {
            throw new InvariantException($"Day {Day} of '{Definition.Name}' with seed {Seed}: {breach.Message} State hash {Hash}. Replay the run's log to reproduce it.", breach);
        }
    }

    /// <summary>An independent copy of the world as it stands.</summary>
    public Simulation Fork() => new(_state.Copy(), Seed, World, _future);

    /// <summary>
    /// An independent copy that goes on as in another future: shoppers, rivals, freight, lead times and all else that is drawn by the day are drawn anew from today on. What the
    /// world is (which suppliers cheat, which shocks come) and what was drawn before stays. For telling skill from luck; it has no log and cannot be saved.
    /// </summary>
    /// <param name="future">Which future: the same number is the same future.</param>
    /// <exception cref="InvalidOperationException">This one goes on in another future already; fork the world that it was made of.</exception>
    public Simulation Fork(ulong future) => _future.IsAnother ? throw new InvalidOperationException("This simulation goes on in another future already; fork the one that it was made of.") : new(_state.Copy(), Seed, World, new(EntityKey.Combine(Seed.Value, EntityKey.Combine(future, FutureKey)), Day, ReturnsCharge.MonthOf(Date)));

    /// <summary>What a seat sees now, frozen: it can be kept.</summary>
    /// <exception cref="ArgumentException">The world has no such seat.</exception>
    public Observation Observe(Seat seat)
    {
        CheckSeat(seat);
        return ObservationBuilder.Frozen(Morning(seat));
    }

    /// <summary>
    /// The same read from this simulation as it stands, for whoever decides at once and keeps none of it: nothing is copied, and only what is read is worked out. Once the day is played, its parts
    /// throw an <see cref="InvalidOperationException"/>. Forks do not end it.
    /// </summary>
    /// <exception cref="ArgumentException">The world has no such seat.</exception>
    public Observation ObserveLive(Seat seat)
    {
        CheckSeat(seat);
        _shown ??= new(Definition.Seats);
        return _shown.Of(seat.Index) ?? _shown.Show(Morning(seat));
    }

    /// <summary>What an agent on a seat may use besides the observation; its draws are the same in every fork.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="repeat">Number of the repeat, 0 to begin with.</param>
    /// <exception cref="ArgumentException">The world has no such seat.</exception>
    public AgentContext ContextOf(Seat seat, int repeat = 0)
    {
        CheckSeat(seat);
        return new(Seed, seat, repeat);
    }

    /// <summary>A seat's book as it stands.</summary>
    /// <exception cref="ArgumentException">The world has no such seat.</exception>
    public Books Books(Seat seat)
    {
        CheckSeat(seat);
        var accounts = LedgerView.Accounts;
        return new(seat, _state.SeatDebits.Slice(seat.Index * accounts, accounts), _state.SeatCredits.Slice(seat.Index * accounts, accounts));
    }

    /// <summary>Money in a pocket of the world since the start, all sellers taken together; over all pockets the sum is zero.</summary>
    public Money CashHeldBy(CashHolder holder) => new(_state.WorldDebits[(int)holder] - _state.WorldCredits[(int)holder]);

    /// <summary>Cash now less opening cash; when the run is over this is the score.</summary>
    public Money Gain(Seat seat) => Books(seat).Balance(Account.Cash) - Definition.Cash;

    /// <summary>The run's figures of a seat, all from state and ledger.</summary>
    public SeatSummary Summary(Seat seat)
    {
        CheckSeat(seat);
        var s = seat.Index;
        var units = 0;
        foreach (var offer in _state.Model.Own)
        {
            units += offer.Seat == s ? Lots.OnHand(_state, offer.Index) : 0;
        }

        var insolvent = _state.InsolventDay[s];
        return new(units, _state.UnitsEver[s], _state.LostEver[s], _state.RefusalsEver[s], insolvent < 0 ? null : insolvent, _state.LastDecisionDay[s]);
    }

    /// <summary>How a seat met a kind of adversary so far, told by what it did.</summary>
    /// <exception cref="ArgumentException">The world has no such seat.</exception>
    public Reactions Reactions(Seat seat, AdversaryKind kind)
    {
        CheckSeat(seat);
        return Adversaries.Of(_state, seat.Index, kind);
    }

    /// <summary>Claims of a seat that the marketplace checked and found false.</summary>
    /// <exception cref="ArgumentException">The world has no such seat.</exception>
    public int FalseClaims(Seat seat)
    {
        CheckSeat(seat);
        return _state.FalseClaims[seat.Index];
    }

    /// <summary>How good a seat's forecasts were so far.</summary>
    /// <exception cref="ArgumentException">The world has no such seat.</exception>
    public ForecastScores Forecasts(Seat seat)
    {
        CheckSeat(seat);
        return ForecastView.Scores(_state, seat.Index);
    }

    /// <summary>What thinking has cost a seat so far.</summary>
    /// <exception cref="ArgumentException">The world has no such seat.</exception>
    public InferenceCost Inference(Seat seat)
    {
        CheckSeat(seat);
        return InferenceCharge.Of(_state, seat.Index);
    }

    /// <summary>What the day played last brought every offer, in the world's order.</summary>
    public IReadOnlyList<OfferFigures> Figures() => MarketView.Figures(Context);

    /// <summary>Path of an offer: <c>mugs/blue-mug@0</c> is seat 0's, <c>mugs/rival:acme</c> a rival's; null when the world has no such offer.</summary>
    public string? NameOf(OfferId offer) => _state.Model.NameOf(offer.Index);

    /// <summary>Where the state differs from another one of the same world, in the order of the state's columns.</summary>
    /// <param name="other">Another simulation of an equal definition.</param>
    /// <param name="most">Differences to give at most, at least 1.</param>
    /// <exception cref="ArgumentException">The other simulation is of another definition.</exception>
    public IReadOnlyList<StateDifference> Differences(Simulation other, int most = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return DefinitionDigest.Of(Definition) == DefinitionDigest.Of(other.Definition)
            ? StateComparison.Of(_state, other._state, most)
            : throw new ArgumentException($"'{Definition.Name}' and '{other.Definition.Name}' have different definitions; only states of one world can be compared.", nameof(other));
    }

    /// <summary>
    /// Reviews that the orders of the day played last bring, all offers together: of the sellers' orders those that will appear, of the rivals' those that did.
    /// For measuring a world, never shown to its sellers; none after a fork or load until a day is played.
    /// </summary>
    /// <param name="late">Those of orders that arrive later than promised, or the others.</param>
    public StarCounts ReviewsOfDay(bool late)
    {
        var stars = late ? Context.StarsLate : Context.StarsOnTime;
        return new(stars[0], stars[1], stars[2], stars[3], stars[4]);
    }

    /// <summary>Writes the state, little-endian, so that <see cref="Load"/> can go on from it in another process.</summary>
    /// <exception cref="InvalidOperationException">It goes on in another future.</exception>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (_future.IsAnother)
        {
            throw new InvalidOperationException("A simulation that goes on in another future cannot be saved; save the one that it was made of.");
        }

        Snapshot.Write(stream, _state, Seed);
    }

    /// <summary>Reads a saved state.</summary>
    /// <param name="stream">What <see cref="Save"/> wrote.</param>
    /// <param name="definition">The definition of the saved world.</param>
    /// <exception cref="InvalidDataException">Not a saved state, damaged, cut, or of another definition.</exception>
    public static Simulation Load(Stream stream, WorldDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(definition);
        var world = PreparedWorld.Of(definition);
        var state = world.NewState();
        var seed = Snapshot.Read(stream, state.Block, definition);
        return new(state, seed, world, Future.None);
    }

    private LiveMorning Morning(Seat seat) => new(World, _state, _seen, Draws, seat.Index, Day);

    private void CheckSeats(ReadOnlySpan<SeatDecision> decisions)
    {
        for (var i = 0; i < decisions.Length; i++)
        {
            CheckSeat(decisions[i].Seat);
            if (decisions[i].Decision?.Commands is null)
            {
                throw new ArgumentException($"The decision of {decisions[i].Seat} is null; use Decision.None for a day without commands.", nameof(decisions));
            }

            for (var j = 0; j < i; j++)
            {
                if (decisions[j].Seat == decisions[i].Seat)
                {
                    throw new ArgumentException($"{decisions[i].Seat} has two decisions on one day; put all commands into one.", nameof(decisions));
                }
            }
        }
    }

    private void CheckSeat(Seat seat)
    {
        if (seat.Index < 0 || seat.Index >= Definition.Seats)
        {
            throw new ArgumentException($"There is no {seat}; this world has {Definition.Seats}, counted from 0.", nameof(seat));
        }
    }
}

/// <summary>Figures of a seat so far.</summary>
/// <param name="UnitsOnHand">Sellable units of all offers.</param>
/// <param name="UnitsSold">Units sold.</param>
/// <param name="UnitsLost">Units that shoppers wanted and did not find.</param>
/// <param name="Refusals">Commands refused.</param>
/// <param name="InsolventDay">Day of insolvency, or null.</param>
/// <param name="LastDecisionDay">Last day on which the seat decides or decided.</param>
public readonly record struct SeatSummary(int UnitsOnHand, long UnitsSold, long UnitsLost, long Refusals, int? InsolventDay, int LastDecisionDay);

/// <summary>A value in which two states of one world differ.</summary>
/// <param name="Column">Column of the state, as docs/schema/state-columns-1.txt lists them.</param>
/// <param name="Owner">What the value belongs to: path of an offer (<c>mugs/blue-mug@0</c> is seat 0's, <c>mugs/rival:acme</c> a rival's), a seat, a niche, or <c>world</c>.</param>
/// <param name="Index">Which of the owner's values of the column, from 0.</param>
/// <param name="Value">The value of this state; money in cents, numbers in the invariant culture.</param>
/// <param name="Other">The value of the other state.</param>
public sealed record StateDifference(string Column, string Owner, int Index, string Value, string Other);
