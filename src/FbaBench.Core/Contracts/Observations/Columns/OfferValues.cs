namespace FbaBench;

/// <summary>An own offer on a morning, as it is kept; <see cref="OfferObservation"/> says what each is.</summary>
internal readonly record struct OfferValues
{
    public required OfferInfo Info { get; init; }

    public required Money Price { get; init; }

    public required ListingObservation Listing { get; init; }

    public required double FeaturedOfferShare { get; init; }

    public required Money? HighestFeaturedPrice { get; init; }

    public required PromotionState Promotion { get; init; }

    public required CampaignState? Campaign { get; init; }

    public required AdReport? AdReport { get; init; }

    public required Money LandedCost { get; init; }

    public required int UnitsOnHand { get; init; }

    public required int UnitsInbound { get; init; }

    public int UnitsBacklogged { get; init; }

    public required int UnsellableUnits { get; init; }

    public required int? InvoiceDay { get; init; }

    public required IReadOnlyList<SupplierState> Suppliers { get; init; }

    public required int? ClosedUntil { get; init; }

    public required int UnitsYesterday { get; init; }

    public required int OrdersYesterday { get; init; }

    public required int SessionsYesterday { get; init; }

    public required int ReturnedYesterday { get; init; }

    public required int ReturnedDefectiveYesterday { get; init; }

    public required int LostYesterday { get; init; }

    public required Money RevenueYesterday { get; init; }

    public required int UnitsLast30Days { get; init; }

    public required int LiveDaysLast30 { get; init; }

    public required Money ReferralFee { get; init; }

    public required Money FulfilmentFee { get; init; }

    public required double StorageCentsPerUnitMonth { get; init; }

    public required Money RemovalFee { get; init; }

    public required FeePreview Fees { get; init; }
}
