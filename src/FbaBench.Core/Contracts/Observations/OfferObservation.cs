namespace FbaBench;

/// <summary>What never changes about an own offer.</summary>
public sealed record OfferInfo
{
    /// <summary>Handle for commands.</summary>
    public required OfferId Id { get; init; }

    /// <summary>Niche and product name, for example <c>mugs/blue-mug</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The niche.</summary>
    public required string Niche { get; init; }

    /// <summary>Fee category.</summary>
    public required string Category { get; init; }

    /// <summary>Sides of the packaged unit, for questions to the <see cref="FeeSchedule"/>.</summary>
    public required Dimensions Size { get; init; }

    /// <summary>Weight of the packaged unit in pounds.</summary>
    public required double WeightPounds { get; init; }

    /// <summary>The usual price of such a product. No seller's price moves it; the run-off starts from it.</summary>
    public required Money ReferencePrice { get; init; }

    /// <summary>Suppliers' standing quotes, at least one.</summary>
    public required IReadOnlyList<Quote> Quotes { get; init; }

    /// <summary>The quote of a verified supplier with the lowest landed cost at its minimum quantity, of any where none is verified; ties go to the first.</summary>
    public required Quote BestQuote { get; init; }

    /// <summary>Where the offer stands in <see cref="Observation.Offers"/> as a rule.</summary>
    internal int Place { get; init; }
}

/// <summary>A supplier's standing offer.</summary>
/// <param name="Supplier">Handle for <see cref="PlaceOrder"/>.</param>
/// <param name="Name">Supplier name.</param>
/// <param name="MinimumUnits">Smallest order.</param>
/// <param name="Ladder">Price ladder.</param>
/// <param name="InboundPerUnit">Freight and duty of a unit: as the supplier charges them, or, with routes, by the first route for the minimum order at usual prices.</param>
/// <param name="DepositShare">Share of the goods' price paid at the order.</param>
/// <param name="LeadTimeDays">Typical days from order to sellable stock (the medians), by the first route.</param>
/// <param name="LongestLeadTimeDays">Longest possible days from order to sellable stock, if the balance is paid at once.</param>
public sealed record Quote(SupplierId Supplier, string Name, int MinimumUnits, IReadOnlyList<PriceStep> Ladder, Money InboundPerUnit, double DepositShare, int LeadTimeDays, int LongestLeadTimeDays)
{
    /// <summary>Where the goods come from, for tariffs; empty when nothing depends on it.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Duty on the goods' price, paid on arrival; tariffs come on top.</summary>
    public double DutyShare { get; init; }

    /// <summary>What the supplier charges a unit beside goods, freight and duty; with <see cref="Routes"/> only.</summary>
    public Money BesidePerUnit { get; init; }

    /// <summary>Ways among which to choose at the order; none when the supplier delivers.</summary>
    public IReadOnlyList<RouteQuote> Routes { get; init; } = [];

    /// <summary>Whether the marketplace has checked who it is.</summary>
    public bool IsVerified { get; init; } = true;

    /// <summary>Whether it negotiates.</summary>
    public bool Negotiates { get; init; }

    /// <summary>Units that it makes a day for one buyer; 0: as many as are ordered.</summary>
    public int UnitsPerDay { get; init; }

    /// <summary>Supplier's price of a unit in an order of this size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer units than the minimum.</exception>
    public Money UnitPrice(int units)
    {
        if (units < MinimumUnits)
        {
            throw new ArgumentOutOfRangeException(nameof(units), units, $"{Name} sells {MinimumUnits} units or more.");
        }

        // By index: an enumerator of the interface would allocate in the kernel's day.
        var price = Ladder[0].UnitPrice;
        for (var step = 1; step < Ladder.Count && units >= Ladder[step].Units; step++)
        {
            price = Ladder[step].UnitPrice;
        }

        return price;
    }

    /// <summary>Goods, freight and duty of a unit in an order of this size; with routes by <see cref="InboundPerUnit"/>.</summary>
    public Money LandedCost(int units) => UnitPrice(units) + InboundPerUnit;

    /// <summary>Landed cost of a unit at the minimum quantity.</summary>
    public Money LandedCostAtMinimum => LandedCost(MinimumUnits);

    /// <summary>What is paid at once for an order of this size: the deposit, rounded half up to a cent.</summary>
    public Money Deposit(int units) => Deposit(units, UnitPrice(units));

    /// <summary>The same at a price that was agreed.</summary>
    public Money Deposit(int units, Money unitPrice) => new((long)Math.Floor(((decimal)DepositShare * (unitPrice * units).Cents) + 0.5m));
}

/// <summary>A way from the supplier to the warehouse.</summary>
/// <param name="Mode">For <see cref="PlaceOrder.Freight"/>.</param>
/// <param name="Rates">What it costs at usual prices; <see cref="Observation.Freight"/> has the day's.</param>
/// <param name="LeadTimeDays">Typical days from order to sellable stock (the medians).</param>
/// <param name="LongestLeadTimeDays">Longest days from order to sellable stock without a disruption, if the balance is paid at once.</param>
public sealed record RouteQuote(FreightMode Mode, FreightRates Rates, int LeadTimeDays, int LongestLeadTimeDays)
{
    /// <summary>Freight of an order, in whole cents, half up.</summary>
    /// <param name="product">What is shipped.</param>
    /// <param name="units">Units, at least 1.</param>
    /// <param name="factor">The day's price against the usual one, see <see cref="FreightPrice"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one unit.</exception>
    public Money Cost(OfferInfo product, int units, double factor = 1)
    {
        ArgumentNullException.ThrowIfNull(product);
        ArgumentOutOfRangeException.ThrowIfLessThan(units, 1);
        return new((long)Math.Floor((Rates.Cents(product.Size, product.WeightPounds, units) * factor) + 0.5));
    }
}

/// <summary>An own offer as it stands in the morning, with what happened yesterday.</summary>
public readonly record struct OfferObservation
{
    /// <summary>What never changes about it.</summary>
    public required OfferInfo Info { get; init; }

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
    public required Money Price { get; init; }

    /// <summary>What search results and the listing's page showed yesterday.</summary>
    public required ListingObservation Listing { get; init; }

    /// <summary>Share of yesterday's shoppers to whom the offer was the featured one, 0 to 1.</summary>
    public required double FeaturedOfferShare { get; init; }

    /// <summary>Highest price that can be featured; above it most shoppers do not find the offer. Null where no price is too high.</summary>
    public required Money? HighestFeaturedPrice { get; init; }

    /// <summary>The offer's promotion and allowance.</summary>
    public required PromotionState Promotion { get; init; }

    /// <summary>The offer's campaign, or null.</summary>
    public required CampaignState? Campaign { get; init; }

    /// <summary>The latest report on the offer's campaigns, or null before the first.</summary>
    public required AdReport? AdReport { get; init; }

    /// <summary>Whether the offer is open; it sells only while it has stock too.</summary>
    public bool IsOpen => Price > Money.Zero;

    /// <summary>Landed cost of a unit on hand, on average; of the best quote when there is no stock.</summary>
    public required Money LandedCost { get; init; }

    /// <summary>Sellable units.</summary>
    public required int UnitsOnHand { get; init; }

    /// <summary>Units ordered and not yet sellable.</summary>
    public required int UnitsInbound { get; init; }

    /// <summary>
    /// Units owed: to shoppers who wait for stock, and on orders of the stage below. 0 but in a laboratory with backlog or a supply
    /// chain.
    /// </summary>
    public int UnitsBacklogged { get; init; }

    /// <summary>Units in the warehouse that cannot be sold; they cost storage.</summary>
    public required int UnsellableUnits { get; init; }

    /// <summary>Day on which the last received order was placed: its invoice proves where units came from. Null before the first receipt.</summary>
    public required int? InvoiceDay { get; init; }

    /// <summary>Dealings with the offer's suppliers, in the order of its quotes.</summary>
    public required IReadOnlyList<SupplierState> Suppliers { get; init; }

    /// <summary>Last day for which a claim keeps the listing closed, or null.</summary>
    public required int? ClosedUntil { get; init; }

    /// <summary>Units sold yesterday.</summary>
    public required int UnitsYesterday { get; init; }

    /// <summary>Orders yesterday.</summary>
    public required int OrdersYesterday { get; init; }

    /// <summary>Sessions yesterday: orders and visits without one.</summary>
    public required int SessionsYesterday { get; init; }

    /// <summary>Units that came back yesterday.</summary>
    public required int ReturnedYesterday { get; init; }

    /// <summary>Those of them that came back as defective; the others were not wanted any more.</summary>
    public required int ReturnedDefectiveYesterday { get; init; }

    /// <summary>Units wanted yesterday that were not there; in a laboratory with backlog they are waited for.</summary>
    public required int LostYesterday { get; init; }

    /// <summary>Revenue of yesterday.</summary>
    public required Money RevenueYesterday { get; init; }

    /// <summary>Units sold on the last 30 days; a laboratory's number above 2,147,483,647 shows as that.</summary>
    public required int UnitsLast30Days { get; init; }

    /// <summary>Of the last 30 days, those on which the offer was open with stock; mean daily sales are over these.</summary>
    public required int LiveDaysLast30 { get; init; }

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
    public required Money ReferralFee { get; init; }

    /// <summary>Fulfilment fee today of a unit at the own price, or at the reference price while closed.</summary>
    public required Money FulfilmentFee { get; init; }

    /// <summary>Storage of a unit for a whole month at today's rate, in cents and fractions of cents.</summary>
    public required double StorageCentsPerUnitMonth { get; init; }

    /// <summary>Fee today for removing a unit, to a liquidator or to rework.</summary>
    public required Money RemovalFee { get; init; }

    /// <summary>The fees that depend on price, stock, age and returns, with the steps at which they jump.</summary>
    public required FeePreview Fees { get; init; }
}
