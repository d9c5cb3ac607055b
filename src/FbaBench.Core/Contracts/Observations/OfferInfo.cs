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
