using System.Collections;

namespace FbaBench;

/// <summary>Own offers of a morning as copies that never change.</summary>
internal sealed class KeptOffers(OfferValues[] offers) : OfferColumns, IReadOnlyList<OfferObservation>
{
    /// <summary>What an <see cref="OfferObservation"/> reads to which nothing was given.</summary>
    public static readonly KeptOffers None = new([default]);

    public int Count => offers.Length;

    public OfferObservation this[int index] => new(this, index, offers[index].Info);

    public override Money Price(int at) => offers[at].Price;

    public override ListingObservation Listing(int at) => offers[at].Listing;

    public override double FeaturedOfferShare(int at) => offers[at].FeaturedOfferShare;

    public override Money? HighestFeaturedPrice(int at) => offers[at].HighestFeaturedPrice;

    public override PromotionState Promotion(int at) => offers[at].Promotion;

    public override CampaignState? Campaign(int at) => offers[at].Campaign;

    public override AdReport? AdReport(int at) => offers[at].AdReport;

    public override Money LandedCost(int at) => offers[at].LandedCost;

    public override int UnitsOnHand(int at) => offers[at].UnitsOnHand;

    public override int UnitsInbound(int at) => offers[at].UnitsInbound;

    public override int UnitsBacklogged(int at) => offers[at].UnitsBacklogged;

    public override int UnsellableUnits(int at) => offers[at].UnsellableUnits;

    public override int? InvoiceDay(int at) => offers[at].InvoiceDay;

    public override IReadOnlyList<SupplierState> Suppliers(int at) => offers[at].Suppliers;

    public override int? ClosedUntil(int at) => offers[at].ClosedUntil;

    public override int UnitsYesterday(int at) => offers[at].UnitsYesterday;

    public override int OrdersYesterday(int at) => offers[at].OrdersYesterday;

    public override int SessionsYesterday(int at) => offers[at].SessionsYesterday;

    public override int ReturnedYesterday(int at) => offers[at].ReturnedYesterday;

    public override int ReturnedDefectiveYesterday(int at) => offers[at].ReturnedDefectiveYesterday;

    public override int LostYesterday(int at) => offers[at].LostYesterday;

    public override Money RevenueYesterday(int at) => offers[at].RevenueYesterday;

    public override int UnitsLast30Days(int at) => offers[at].UnitsLast30Days;

    public override int LiveDaysLast30(int at) => offers[at].LiveDaysLast30;

    public override Money ReferralFee(int at) => offers[at].ReferralFee;

    public override Money FulfilmentFee(int at) => offers[at].FulfilmentFee;

    public override double StorageCentsPerUnitMonth(int at) => offers[at].StorageCentsPerUnitMonth;

    public override Money RemovalFee(int at) => offers[at].RemovalFee;

    public override FeePreview Fees(int at) => offers[at].Fees;

    public override OfferValues Values(int at) => offers[at];

    public override LowInventoryPreview LowInventory(int at) => offers[at].Fees.LowInventory;

    public override AgedInventoryPreview AgedInventory(int at) => offers[at].Fees.AgedInventory;

    public override ReturnsPreview Returns(int at) => offers[at].Fees.Returns;

    public IEnumerator<OfferObservation> GetEnumerator()
    {
        for (var i = 0; i < offers.Length; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
