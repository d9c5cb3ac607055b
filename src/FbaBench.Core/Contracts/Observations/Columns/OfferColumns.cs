namespace FbaBench;

/// <summary>Where an <see cref="OfferObservation"/> reads: the own offers of a morning, by place. Kept ones stand for ever; live ones read the simulation, and throw once its day is played.</summary>
internal abstract class OfferColumns : StockFees
{
    public abstract Money Price(int at);

    public abstract ListingObservation Listing(int at);

    public abstract double FeaturedOfferShare(int at);

    public abstract Money? HighestFeaturedPrice(int at);

    public abstract PromotionState Promotion(int at);

    public abstract CampaignState? Campaign(int at);

    public abstract AdReport? AdReport(int at);

    public abstract Money LandedCost(int at);

    public abstract int UnitsOnHand(int at);

    public abstract int UnitsInbound(int at);

    public abstract int UnitsBacklogged(int at);

    public abstract int UnsellableUnits(int at);

    public abstract int? InvoiceDay(int at);

    public abstract IReadOnlyList<SupplierState> Suppliers(int at);

    public abstract int? ClosedUntil(int at);

    public abstract int UnitsYesterday(int at);

    public abstract int OrdersYesterday(int at);

    public abstract int SessionsYesterday(int at);

    public abstract int ReturnedYesterday(int at);

    public abstract int ReturnedDefectiveYesterday(int at);

    public abstract int LostYesterday(int at);

    public abstract Money RevenueYesterday(int at);

    public abstract int UnitsLast30Days(int at);

    public abstract int LiveDaysLast30(int at);

    public abstract Money ReferralFee(int at);

    public abstract Money FulfilmentFee(int at);

    public abstract double StorageCentsPerUnitMonth(int at);

    public abstract Money RemovalFee(int at);

    public abstract FeePreview Fees(int at);

    /// <summary>All of an offer at once, to be kept.</summary>
    public abstract OfferValues Values(int at);
}
