using System.Diagnostics.CodeAnalysis;

namespace FbaBench;

/// <summary>
/// An own offer as it stands in the morning, with what happened yesterday. It is a place in its observation's columns, cheap to copy, and what it shows is read when it is asked for: of a live
/// observation (<see cref="IAgent.ReadsOnlyWhileDeciding"/>) only until the day is played, of any other for ever. Equal where it shows the same.
/// </summary>
public readonly record struct OfferObservation
{
    private readonly OfferColumns? _columns;
    private readonly OfferInfo? _info;
    private readonly int _at;

    // What the compiler misses is read from the columns.
#pragma warning disable CS8618
    [SetsRequiredMembers]
    internal OfferObservation(OfferColumns columns, int at, OfferInfo info) => (_columns, _at, _info) = (columns, at, info);
#pragma warning restore CS8618

    /// <summary>What never changes about it.</summary>
    public required OfferInfo Info { get => _info!; init => (_info, _columns, _at) = (value, new KeptOffers([Values with { Info = value }]), 0); }

    /// <summary>Handle for commands.</summary>
    public OfferId Id => Info.Id;

    /// <summary>Niche and product name.</summary>
    public string Name => Info.Name;

    /// <summary>Suppliers' standing quotes.</summary>
    public IReadOnlyList<Quote> Quotes => Info.Quotes;

    /// <summary>The quote with the lowest landed cost at its minimum quantity.</summary>
    public Quote BestQuote => Info.BestQuote;

    /// <summary>The usual price of such a product; no seller's price moves it.</summary>
    public Money ReferencePrice => Info.ReferencePrice;

    /// <summary>Own list price, or zero while closed.</summary>
    public required Money Price { get => Columns.Price(_at); init => (_columns, _at) = (new KeptOffers([Values with { Price = value }]), 0); }

    /// <summary>What search results and the listing's page showed yesterday.</summary>
    public required ListingObservation Listing { get => Columns.Listing(_at); init => (_columns, _at) = (new KeptOffers([Values with { Listing = value }]), 0); }

    /// <summary>Share of yesterday's shoppers to whom the offer was the featured one, 0 to 1.</summary>
    public required double FeaturedOfferShare { get => Columns.FeaturedOfferShare(_at); init => (_columns, _at) = (new KeptOffers([Values with { FeaturedOfferShare = value }]), 0); }

    /// <summary>Highest price that can be featured; above it most shoppers do not find the offer. Null where no price is too high.</summary>
    public required Money? HighestFeaturedPrice { get => Columns.HighestFeaturedPrice(_at); init => (_columns, _at) = (new KeptOffers([Values with { HighestFeaturedPrice = value }]), 0); }

    /// <summary>The offer's promotion and allowance.</summary>
    public required PromotionState Promotion { get => Columns.Promotion(_at); init => (_columns, _at) = (new KeptOffers([Values with { Promotion = value }]), 0); }

    /// <summary>The offer's campaign, or null.</summary>
    public required CampaignState? Campaign { get => Columns.Campaign(_at); init => (_columns, _at) = (new KeptOffers([Values with { Campaign = value }]), 0); }

    /// <summary>The latest report on the offer's campaigns, or null before the first.</summary>
    public required AdReport? AdReport { get => Columns.AdReport(_at); init => (_columns, _at) = (new KeptOffers([Values with { AdReport = value }]), 0); }

    /// <summary>Whether the offer is open; it sells only while it has stock too.</summary>
    public bool IsOpen => Price > Money.Zero;

    /// <summary>Landed cost of a unit on hand, on average; of the best quote when there is no stock.</summary>
    public required Money LandedCost { get => Columns.LandedCost(_at); init => (_columns, _at) = (new KeptOffers([Values with { LandedCost = value }]), 0); }

    /// <summary>Sellable units.</summary>
    public required int UnitsOnHand { get => Columns.UnitsOnHand(_at); init => (_columns, _at) = (new KeptOffers([Values with { UnitsOnHand = value }]), 0); }

    /// <summary>Units ordered and not yet sellable.</summary>
    public required int UnitsInbound { get => Columns.UnitsInbound(_at); init => (_columns, _at) = (new KeptOffers([Values with { UnitsInbound = value }]), 0); }

    /// <summary>
    /// Units owed: to shoppers who wait for stock, and on orders of the stage below. 0 but in a laboratory with backlog or a supply
    /// chain.
    /// </summary>
    public int UnitsBacklogged { get => Columns.UnitsBacklogged(_at); init => (_columns, _at) = (new KeptOffers([Values with { UnitsBacklogged = value }]), 0); }

    /// <summary>Units in the warehouse that cannot be sold; they cost storage.</summary>
    public required int UnsellableUnits { get => Columns.UnsellableUnits(_at); init => (_columns, _at) = (new KeptOffers([Values with { UnsellableUnits = value }]), 0); }

    /// <summary>Day on which the last received order was placed: its invoice proves where units came from. Null before the first receipt.</summary>
    public required int? InvoiceDay { get => Columns.InvoiceDay(_at); init => (_columns, _at) = (new KeptOffers([Values with { InvoiceDay = value }]), 0); }

    /// <summary>Dealings with the offer's suppliers, in the order of its quotes.</summary>
    public required IReadOnlyList<SupplierState> Suppliers { get => Columns.Suppliers(_at); init => (_columns, _at) = (new KeptOffers([Values with { Suppliers = value }]), 0); }

    /// <summary>Last day for which a claim keeps the listing closed, or null.</summary>
    public required int? ClosedUntil { get => Columns.ClosedUntil(_at); init => (_columns, _at) = (new KeptOffers([Values with { ClosedUntil = value }]), 0); }

    /// <summary>Units sold yesterday.</summary>
    public required int UnitsYesterday { get => Columns.UnitsYesterday(_at); init => (_columns, _at) = (new KeptOffers([Values with { UnitsYesterday = value }]), 0); }

    /// <summary>Orders yesterday.</summary>
    public required int OrdersYesterday { get => Columns.OrdersYesterday(_at); init => (_columns, _at) = (new KeptOffers([Values with { OrdersYesterday = value }]), 0); }

    /// <summary>Sessions yesterday: orders and visits without one.</summary>
    public required int SessionsYesterday { get => Columns.SessionsYesterday(_at); init => (_columns, _at) = (new KeptOffers([Values with { SessionsYesterday = value }]), 0); }

    /// <summary>Units that came back yesterday.</summary>
    public required int ReturnedYesterday { get => Columns.ReturnedYesterday(_at); init => (_columns, _at) = (new KeptOffers([Values with { ReturnedYesterday = value }]), 0); }

    /// <summary>Those of them that came back as defective; the others were not wanted any more.</summary>
    public required int ReturnedDefectiveYesterday { get => Columns.ReturnedDefectiveYesterday(_at); init => (_columns, _at) = (new KeptOffers([Values with { ReturnedDefectiveYesterday = value }]), 0); }

    /// <summary>Units wanted yesterday that were not there; in a laboratory with backlog they are waited for.</summary>
    public required int LostYesterday { get => Columns.LostYesterday(_at); init => (_columns, _at) = (new KeptOffers([Values with { LostYesterday = value }]), 0); }

    /// <summary>Revenue of yesterday.</summary>
    public required Money RevenueYesterday { get => Columns.RevenueYesterday(_at); init => (_columns, _at) = (new KeptOffers([Values with { RevenueYesterday = value }]), 0); }

    /// <summary>Units sold on the last 30 days; a laboratory's number above 2,147,483,647 shows as that.</summary>
    public required int UnitsLast30Days { get => Columns.UnitsLast30Days(_at); init => (_columns, _at) = (new KeptOffers([Values with { UnitsLast30Days = value }]), 0); }

    /// <summary>Of the last 30 days, those on which the offer was open with stock; mean daily sales are over these.</summary>
    public required int LiveDaysLast30 { get => Columns.LiveDaysLast30(_at); init => (_columns, _at) = (new KeptOffers([Values with { LiveDaysLast30 = value }]), 0); }

    /// <summary>
    /// Units on hand and inbound over mean daily sales of the last 30 live days: 0 without stock, 9,999 with stock that
    /// has not sold.
    /// </summary>
    public double DaysOfSupply
    {
        get
        {
            var units = UnitsOnHand + (double)UnitsInbound;
            if (units == 0)
            {
                return 0;
            }

            return UnitsLast30Days == 0 ? 9_999 : Math.Min(9_999, units * LiveDaysLast30 / UnitsLast30Days);
        }
    }

    /// <summary>Referral fee today on a unit at the own price, or at the reference price while closed.</summary>
    public required Money ReferralFee { get => Columns.ReferralFee(_at); init => (_columns, _at) = (new KeptOffers([Values with { ReferralFee = value }]), 0); }

    /// <summary>Fulfilment fee today of a unit at the own price, or at the reference price while closed.</summary>
    public required Money FulfilmentFee { get => Columns.FulfilmentFee(_at); init => (_columns, _at) = (new KeptOffers([Values with { FulfilmentFee = value }]), 0); }

    /// <summary>Storage of a unit for a whole month at today's rate, in cents and fractions of cents.</summary>
    public required double StorageCentsPerUnitMonth { get => Columns.StorageCentsPerUnitMonth(_at); init => (_columns, _at) = (new KeptOffers([Values with { StorageCentsPerUnitMonth = value }]), 0); }

    /// <summary>Fee today for removing a unit, to a liquidator or to rework.</summary>
    public required Money RemovalFee { get => Columns.RemovalFee(_at); init => (_columns, _at) = (new KeptOffers([Values with { RemovalFee = value }]), 0); }

    /// <summary>The fees that depend on price, stock, age and returns, with the steps at which they jump.</summary>
    public required FeePreview Fees { get => Columns.Fees(_at); init => (_columns, _at) = (new KeptOffers([Values with { Fees = value }]), 0); }

    private OfferColumns Columns => _columns ?? KeptOffers.None;

    private OfferValues Values => Columns.Values(_at);

    /// <inheritdoc/>
    public bool Equals(OfferObservation other) => (ReferenceEquals(_columns, other._columns) && _at == other._at) || Values == other.Values;

    /// <inheritdoc/>
    public override int GetHashCode() => _info?.Id.GetHashCode() ?? 0;
}
