using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Kernel.Observing;

/// <summary>What an own offer's fees are between two changes of the tables. It never changes; simulations share it.</summary>
internal sealed class OfferTerms
{
    private readonly SimDate _date;
    private FeesAtPrice? _last;

    public OfferTerms(WorldModel model, OwnOffer offer, ProductFees fees, SimDate date)
    {
        _date = date;
        Offer = offer;
        Fees = fees;
        HighestFeaturedPrice = MarketView.HighestFeaturedPrice(model, offer);
        StorageCentsPerUnitMonth = fees.StorageCentsPerUnit(date);
        RemovalFee = new(fees.RemovalCents(date));
        FulfilmentByPrice = fees.FulfilmentSteps(date);
        PlacementPerUnit = fees.PlacementOn(date);
    }

    public OwnOffer Offer { get; }

    public ProductFees Fees { get; }

    public Money? HighestFeaturedPrice { get; }

    public double StorageCentsPerUnitMonth { get; }

    public Money RemovalFee { get; }

    public IReadOnlyList<FulfilmentStep> FulfilmentByPrice { get; }

    public IReadOnlyList<Money> PlacementPerUnit { get; }

    /// <summary>Referral and fulfilment fee of a unit at a price. Prices mostly stay from one morning to the next, so the last answer is kept.</summary>
    public FeesAtPrice At(long cents)
    {
        var last = _last;
        return last is not null && last.Cents == cents ? last : _last = new(cents, new(Fees.ReferralCents(_date, cents)), new(Fees.FulfilmentCents(_date, cents)));
    }

    /// <summary>Fees of a unit at a price.</summary>
    internal sealed record FeesAtPrice(long Cents, Money Referral, Money Fulfilment);
}
