using FbaBench.Kernel.Forecasting;
using FbaBench.Kernel.Health;
using FbaBench.Kernel.Inbox;
using FbaBench.Kernel.Supply;
using FbaBench.Ledger;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Observing;

/// <summary>A seat's morning, read from the state as it stands and only what somebody asks for. Reads, never writes.</summary>
internal sealed class LiveMorning(PreparedWorld world, WorldState state, SeenParts seen, KeyedDraws draws, int seat, int day) : Morning(day)
{
    public PreparedWorld World => world;

    public WorldState State => state;

    public int Seat => seat;

    public SimDate Date { get; } = state.Model.Definition.Start.AddDays(day);

    public MorningTerms Terms { get; } = world.Mornings.On(day);

    public SeenDealings Dealings => seen.Dealings;

    /// <summary>Best-seller ranks by page.</summary>
    public int[] Ranks => field ??= world.BestSellers.Ranks(state);

    /// <summary>The stock of every own offer as fees go by it, which can be read on any later day too.</summary>
    public MorningStock[] Stock => field ??= MakeStock();

    /// <summary>Lots of every own offer, summed.</summary>
    public LotFacts[] Lots => field ??= MakeLots();

    public LedgerView Ledger => new(state.SeatDebits, state.SeatCredits, state.WorldDebits, state.WorldCredits);

    public override IReadOnlyList<NewsItem> News
    {
        get
        {
            Check();
            return field ??= Array.AsReadOnly(MarketView.News(state.Model, draws, Day));
        }
    }

    public override IReadOnlyList<FreightPrice> Freight
    {
        get
        {
            Check();
            return field ??= Array.AsReadOnly(SupplyView.Freight(state, Date));
        }
    }

    public override IReadOnlyList<OfferObservation> Offers
    {
        get
        {
            Check();
            return field ??= new LiveOffers(this);
        }
    }

    public override IReadOnlyList<CompetitorObservation> Competitors
    {
        get
        {
            Check();
            return field ??= new LiveMarket(this);
        }
    }

    public override IReadOnlyList<StorageUtilisationPreview> StorageUtilisation
    {
        get
        {
            Check();
            return field ??= new MorningStorage(world.Rules.Fees, Stock, seat, state.Model.Seats, state.Model.Definition.Account.StorageLimitMonths, Day, Date);
        }
    }

    public override CreditState Credit
    {
        get
        {
            Check();
            return CreditLine.Observe(state, Ledger, seat, Day);
        }
    }

    public override AccountHealth Health
    {
        get
        {
            Check();
            return AccountHealthBook.Observe(state, seat, Day);
        }
    }

    public override IReadOnlyList<MailMessage> Mail
    {
        get
        {
            Check();
            return field ??= Array.AsReadOnly(MailView.Of(state, seen.Mail, seat, Day));
        }
    }

    public override IReadOnlyList<OpenOrder> OpenOrders
    {
        get
        {
            Check();
            return field ??= Array.AsReadOnly(SupplyView.OpenOrders(state, seat, Day, Date));
        }
    }

    public override ForecastBook Forecasts
    {
        get
        {
            Check();
            return field ??= ForecastView.Observe(state, seat, Day);
        }
    }

    public override IReadOnlyList<Refusal> Refusals
    {
        get
        {
            Check();
            return field ??= Array.AsReadOnly(MakeRefusals());
        }
    }

    private MorningStock[] MakeStock()
    {
        var stock = new MorningStock[Lots.Length];
        for (var i = 0; i < stock.Length; i++)
        {
            stock[i] = new(Terms.Offers[seat + (i * state.Model.Seats)], state, Day, Date, Lots[i]);
        }

        return stock;
    }

    private LotFacts[] MakeLots()
    {
        var lots = new LotFacts[state.Model.Own.Length / state.Model.Seats];
        for (var i = 0; i < lots.Length; i++)
        {
            lots[i] = LotFacts.Of(state, seat + (i * state.Model.Seats));
        }

        return lots;
    }

    private Refusal[] MakeRefusals()
    {
        var count = Math.Min(state.RefusalCount[seat], state.Layout.Refusals);
        var refusals = count == 0 ? [] : new Refusal[count];
        for (var i = 0; i < refusals.Length; i++)
        {
            var words = state.RefusalLog.Slice(((seat * state.Layout.Refusals) + i) * WorldLayout.RefusalWords, WorldLayout.RefusalWords);
            refusals[i] = new((int)words[0], (RefusalReason)words[1], words[2], words[3], words[4]);
        }

        return refusals;
    }
}
