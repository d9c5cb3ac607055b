using System.Runtime.InteropServices;
using FbaBench.Events;
using FbaBench.Kernel.Charges;
using FbaBench.Kernel.Phases;
using FbaBench.Ledger;
using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel;

/// <summary>
/// What the phases of a day work on: the state, the draws, the day's fee rules, and buffers that are no part of the state.
/// Only here does an outcome become a posting and an event.
/// </summary>
internal sealed class DayContext
{
    public DayContext(WorldState state, WorldSeed seed, MarketModel rules)
        : this(state, KeyedDraws.ForWorld(seed), rules)
    {
    }

    public DayContext(WorldState state, KeyedDraws draws, MarketModel rules)
        : this(state, draws, rules, LaneMath.Best)
    {
    }

    /// <summary>The day at a width of vectors: the results are the same at each.</summary>
    public DayContext(WorldState state, KeyedDraws draws, MarketModel rules, LaneMath lanes)
    {
        Lanes = lanes;
        State = state;
        Draws = draws;
        Rules = rules;
        Shocks = new(state.Model, Draws);
        Market = new(lanes, rules, Shocks);
        Campaigns = new(state.Model.Own.Length);
        OrganicShare = new double[state.Model.Rows];
        VelocityWeight = 1 - RankPhase.Kept(Definition.Market.Search.VelocityHalfLifeDays);
        RankKept = RankPhase.Kept(Definition.Market.Search.RankHalfLifeDays);
        Prices = new int[state.Model.Rows];
        Weights = new long[state.Model.Rows];
        SiblingWeights = new long[state.Model.Rows];
        Unmet = new Demand[state.Model.Rows];
        Served = new Demand[state.Model.Rows];
        var offers = state.Model.Niches.Max(niche => niche.Count);
        FirstChoices = new(lanes, state.Model);
        Uniforms = new double[offers];
        MeanOrders = new double[offers];
        MeanVisits = new double[offers];
        RivalUniforms = new double[state.Model.Rivals.Length];
        RivalMeans = new double[state.Model.Rivals.Length];
        RivalCounts = new int[state.Model.Rivals.Length];
        Remaining = new int[state.Model.Rows];
        ReceivedToday = new int[state.Model.Own.Length];
        FromBacklog = new int[state.Backlog.Length];
        Ranks = new ulong[Math.Max(state.Model.Rows, state.Model.Seats)];
        Order = new int[Math.Max(state.Model.Rows, state.Model.Seats)];
        BeginDay();
    }

    public WorldState State { get; }

    public WorldModel Model => State.Model;

    public WorldDefinition Definition => State.Model.Definition;

    public KeyedDraws Draws { get; }

    /// <summary>Arithmetic of columns.</summary>
    public LaneMath Lanes { get; }

    public int Day { get; private set; }

    public SimDate Date { get; private set; }

    /// <summary>Months since the year 0.</summary>
    public int Month { get; private set; }

    public DayBuffer<SimEvent> Events { get; } = new();

    public DayBuffer<Transfer> Transfers { get; } = new();

    /// <summary>Prices of offers in the market today, by row; 0 without stock or closed.</summary>
    public int[] Prices { get; }

    public long[] Weights { get; }

    /// <summary>Weights of the other offers of a shared page.</summary>
    public long[] SiblingWeights { get; }

    /// <summary>Mean orders and visits of the niche in hand, by position in it.</summary>
    public double[] MeanOrders { get; }

    public double[] MeanVisits { get; }

    /// <summary>Share of a row's sales that the search results alone would have shown.</summary>
    public double[] OrganicShare { get; }

    /// <summary>Weight of a day in the search velocity.</summary>
    public double VelocityWeight { get; }

    /// <summary>What a day leaves of the sales that the best-seller rank goes by.</summary>
    public double RankKept { get; }

    /// <summary>What never changes about the market.</summary>
    public MarketModel Rules { get; }

    /// <summary>What shocks do today.</summary>
    public ShockDay Shocks { get; }

    /// <summary>The niche in hand, in means.</summary>
    public NicheMarket Market { get; }

    /// <summary>What the own campaigns of the day bring.</summary>
    public CampaignDay Campaigns { get; }

    /// <summary>Draws of the niche in hand.</summary>
    public double[] Uniforms { get; }

    /// <summary>Draws of all rivals.</summary>
    public double[] RivalUniforms { get; }

    public double[] RivalMeans { get; }

    public int[] RivalCounts { get; }

    /// <summary>First choices of the niche in hand, by position in it.</summary>
    public FirstChoices FirstChoices { get; }

    /// <summary>Orders of first choice that met an empty shelf, by row.</summary>
    public Demand[] Unmet { get; }

    public Demand[] Served { get; }

    /// <summary>Units left while the day's shoppers are served, by row.</summary>
    public int[] Remaining { get; }

    /// <summary>Units received today, by own offer.</summary>
    public int[] ReceivedToday { get; }

    /// <summary>Units served today to who had waited, by own offer; empty where nobody waits.</summary>
    public int[] FromBacklog { get; }

    public ulong[] Ranks { get; }

    public int[] Order { get; }

    /// <summary>Reviews that the day's orders bring, one to five stars; no part of the state. See <see cref="Simulation.ReviewsOfDay"/>.</summary>
    public int[] StarsOnTime { get; } = new int[WorldLayout.Stars];

    /// <summary>The same of orders that arrive late.</summary>
    public int[] StarsLate { get; } = new int[WorldLayout.Stars];

    public OfferFees Fees => Rules.Fees;

    public void BeginDay()
    {
        Day = (int)State.Day[0];
        Date = Definition.Start.AddDays(Day);
        Month = ReturnsCharge.MonthOf(Date);
        Events.Clear();
        Transfers.Clear();
        Array.Clear(StarsOnTime);
        Array.Clear(StarsLate);
        Array.Clear(ReceivedToday);
    }

    /// <summary>Takes the day's events into the running digest and turns to the next day.</summary>
    public void EndDay()
    {
        var digest = StateHash.Of(MemoryMarshal.Cast<SimEvent, long>(Events.Items), State.EventHash);
        State.EventDigest[0] = (long)digest.High;
        State.EventDigest[1] = (long)digest.Low;
        State.Day[0]++;
    }

    /// <summary>Counts a review for who measures the market.</summary>
    public void CountReview(int stars, bool isLate) => (isLate ? StarsLate : StarsOnTime)[stars - 1]++;

    public LedgerView Ledger() => new(State.SeatDebits, State.SeatCredits, State.WorldDebits, State.WorldCredits);

    public long Balance(int seat, Account account) => Ledger().Balance(seat, account);

    /// <summary>Posts an amount; zero is no posting.</summary>
    public void Post(int seat, TransferReason reason, long cents, int row = -1)
    {
        if (cents == 0)
        {
            return;
        }

        ref var next = ref State.Transfers[0];
        var transfer = new Transfer(next, Day, new Seat(seat), new OfferId(row), reason, new Money(cents));
        Ledger().Post(in transfer, ref next);
        Transfers.Add(in transfer);
    }

    /// <summary>Posts a fee of an offer and tells of it; zero is neither.</summary>
    public void Charge(OwnOffer offer, TransferReason reason, EventKind kind, long cents, int units = 0, int detail = 0)
    {
        if (cents != 0)
        {
            Post(offer.Seat, reason, cents, offer.Row);
            Emit(kind, offer.Seat, offer.Row, units, detail, cents);
        }
    }

    public void Emit(EventKind kind, int seat, int row = -1, int units = 0, int detail = 0, long cents = 0) =>
        Events.Add(new SimEvent(Day, kind, new Seat(seat), new OfferId(row), units, detail, new Money(cents)));

    /// <summary>Rows or seats in the day's keyed order, so that no position is first in line for what is scarce.</summary>
    public ReadOnlySpan<int> KeyedOrder(Mechanism mechanism, ReadOnlySpan<ulong> keys)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var bits = Draws.Bits(mechanism, keys[i], Day);
            var rank = ((ulong)bits.X0 << 32) | bits.X1;
            var at = i;
            for (; at > 0 && (Ranks[at - 1] > rank || (Ranks[at - 1] == rank && keys[Order[at - 1]] > keys[i])); at--)
            {
                Ranks[at] = Ranks[at - 1];
                Order[at] = Order[at - 1];
            }

            Ranks[at] = rank;
            Order[at] = i;
        }

        return Order.AsSpan(0, keys.Length);
    }
}
