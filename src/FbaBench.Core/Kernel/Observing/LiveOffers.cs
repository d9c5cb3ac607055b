using System.Collections;
using FbaBench.Kernel.Charges;
using FbaBench.Kernel.Laboratories;
using FbaBench.World;

namespace FbaBench.Kernel.Observing;

/// <summary>A seat's own offers, each figure read from the state when somebody asks for it. Sellers read a few of the thirty.</summary>
internal sealed class LiveOffers(LiveMorning morning) : OfferColumns, IReadOnlyList<OfferObservation>
{
    private readonly WorldState _state = morning.State;
    private readonly OfferTerms[] _terms = morning.Terms.Offers;
    private readonly int _seats = morning.State.Model.Seats;
    private readonly int _seat = morning.Seat;
    private readonly int _day = morning.Day;

    public int Count { get; } = morning.State.Model.Own.Length / morning.State.Model.Seats;

    public OfferObservation this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return new(this, index, TermsOf(index).Offer.Info);
        }
    }

    public override Money Price(int at) => new(OfferFacts.Price(_state, Read(at).Offer));

    public override ListingObservation Listing(int at) => ((LiveMarket)morning.Competitors).OfRow(Read(at).Offer.Row);

    public override double FeaturedOfferShare(int at) => _state.FeaturedShare[Own(at)];

    public override Money? HighestFeaturedPrice(int at) => Read(at).HighestFeaturedPrice;

    public override PromotionState Promotion(int at) => MarketView.Promotion(_state, Read(at).Offer, _day);

    public override CampaignState? Campaign(int at) => MarketView.Campaign(_state, Own(at));

    public override AdReport? AdReport(int at) => MarketView.Report(_state, Own(at));

    public override Money LandedCost(int at)
    {
        var terms = Read(at);
        ref readonly var lots = ref morning.Lots[at];
        return ObservationBuilder.LandedCost(terms.Offer, lots.OnHand, lots.CostOnHand);
    }

    public override int UnitsOnHand(int at) => LotsOf(at).OnHand;

    public override int UnitsInbound(int at) => LotsOf(at).Inbound;

    public override int UnitsBacklogged(int at) => Backlog.Of(_state, Read(at).Offer, _day - 1);

    public override int UnsellableUnits(int at) => _state.UnsellableUnits[Own(at)];

    public override int? InvoiceDay(int at)
    {
        var after = _state.InvoiceDay[Own(at)];
        return after == 0 ? null : after - 1;
    }

    public override IReadOnlyList<SupplierState> Suppliers(int at) => morning.Dealings.Of(_state, Read(at), _day);

    public override int? ClosedUntil(int at)
    {
        var last = _state.BlockedUntil[Own(at)];
        return last > 0 && last >= _day ? last : null;
    }

    public override int UnitsYesterday(int at) => _state.Units[Read(at).Offer.Row];

    public override int OrdersYesterday(int at) => _state.Orders[Read(at).Offer.Row];

    public override int SessionsYesterday(int at) => _state.Sessions[Read(at).Offer.Row];

    public override int ReturnedYesterday(int at) => _state.Returned[Own(at)];

    public override int ReturnedDefectiveYesterday(int at) => _state.ReturnedDefective[Own(at)];

    public override int LostYesterday(int at) => _state.Lost[Own(at)];

    public override Money RevenueYesterday(int at) => new(_state.Revenue[Own(at)]);

    public override int UnitsLast30Days(int at) => (int)Math.Min(StockHistory.Shipped(_state, Own(at), _day, LowInventoryCharge.ShortWindow), int.MaxValue);

    public override int LiveDaysLast30(int at) => StockHistory.LiveDays(_state, Own(at), _day, LowInventoryCharge.ShortWindow);

    public override Money ReferralFee(int at) => FeesOf(at).Referral;

    public override Money FulfilmentFee(int at) => FeesOf(at).Fulfilment;

    public override double StorageCentsPerUnitMonth(int at) => Read(at).StorageCentsPerUnitMonth;

    public override Money RemovalFee(int at) => Read(at).RemovalFee;

    public override FeePreview Fees(int at)
    {
        var terms = Read(at);
        return new(terms.FulfilmentByPrice, terms.PlacementPerUnit, this, at);
    }

    public override LowInventoryPreview LowInventory(int at) => StockOf(at).LowInventory(0);

    public override AgedInventoryPreview AgedInventory(int at) => StockOf(at).AgedInventory(0);

    public override ReturnsPreview Returns(int at) => StockOf(at).Returns(0);

    public override OfferValues Values(int at)
    {
        var terms = Read(at);
        return new()
        {
            Info = terms.Offer.Info,
            Price = Price(at),
            Listing = Listing(at),
            FeaturedOfferShare = FeaturedOfferShare(at),
            HighestFeaturedPrice = HighestFeaturedPrice(at),
            Promotion = Promotion(at),
            Campaign = Campaign(at),
            AdReport = AdReport(at),
            LandedCost = LandedCost(at),
            UnitsOnHand = UnitsOnHand(at),
            UnitsInbound = UnitsInbound(at),
            UnitsBacklogged = UnitsBacklogged(at),
            UnsellableUnits = UnsellableUnits(at),
            InvoiceDay = InvoiceDay(at),
            Suppliers = Suppliers(at),
            ClosedUntil = ClosedUntil(at),
            UnitsYesterday = UnitsYesterday(at),
            OrdersYesterday = OrdersYesterday(at),
            SessionsYesterday = SessionsYesterday(at),
            ReturnedYesterday = ReturnedYesterday(at),
            ReturnedDefectiveYesterday = ReturnedDefectiveYesterday(at),
            LostYesterday = LostYesterday(at),
            RevenueYesterday = RevenueYesterday(at),
            UnitsLast30Days = UnitsLast30Days(at),
            LiveDaysLast30 = LiveDaysLast30(at),
            ReferralFee = ReferralFee(at),
            FulfilmentFee = FulfilmentFee(at),
            StorageCentsPerUnitMonth = StorageCentsPerUnitMonth(at),
            RemovalFee = RemovalFee(at),
            Fees = new(terms.FulfilmentByPrice, terms.PlacementPerUnit, morning.Stock[at]),
        };
    }

    public IEnumerator<OfferObservation> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private OfferTerms TermsOf(int at) => _terms[_seat + (at * _seats)];

    /// <summary>The terms of an offer, while the morning lasts.</summary>
    private OfferTerms Read(int at)
    {
        morning.Check();
        return TermsOf(at);
    }

    private int Own(int at)
    {
        morning.Check();
        return _seat + (at * _seats);
    }

    private LotFacts LotsOf(int at)
    {
        morning.Check();
        return morning.Lots[at];
    }

    private MorningStock StockOf(int at)
    {
        morning.Check();
        return morning.Stock[at];
    }

    private OfferTerms.FeesAtPrice FeesOf(int at)
    {
        var terms = Read(at);
        var price = OfferFacts.Price(_state, terms.Offer);
        return terms.At(price > 0 ? price : terms.Offer.Product.ReferencePrice.Cents);
    }
}
