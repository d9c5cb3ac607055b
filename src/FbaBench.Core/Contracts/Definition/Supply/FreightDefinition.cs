namespace FbaBench;

/// <summary>How goods travel.</summary>
public enum FreightMode
{
    /// <summary>As the supplier quotes: its first route, or its own delivery where it has no routes.</summary>
    Quoted,

    /// <summary>By ship.</summary>
    Sea,

    /// <summary>By plane.</summary>
    Air,

    /// <summary>By courier.</summary>
    Express,
}

/// <summary>A way from a supplier to the warehouse that the buyer pays for.</summary>
/// <param name="Mode">Sea, air or express.</param>
/// <param name="Rates">What it costs at usual prices.</param>
/// <param name="Transit">Days from shipment to the warehouse door.</param>
public sealed record FreightRoute(FreightMode Mode, FreightRates Rates, LeadTime Transit)
{
    /// <summary>
    /// Ocean freight to the west coast: 90 dollars a cubic metre and 15 % surcharges for less than a container (economics, section 5), 2,500 dollars a
    /// forty-foot container of 2,000 usable cubic feet; 33 to 60 days (market-parameters.json, supply_chain).
    /// </summary>
    public static FreightRoute Sea { get; } = new(
        FreightMode.Sea,
        new() { PerCubicMetre = Money.Dollars(103.50m), PerContainer = Money.Dollars(2_500), ContainerCubicMetres = 56.63 },
        new(40, 0.15, 33, 60));

    /// <summary>Air freight: 6 dollars a chargeable kilogram (4 to 9), 6,000 cubic centimetres counting as one; 5 to 15 days (supply_chain/air_lead_days).</summary>
    public static FreightRoute Air { get; } = new(FreightMode.Air, new() { PerKilogram = Money.Dollars(6), KilogramsPerCubicMetre = 166.67 }, new(9, 0.3, 5, 15));

    /// <summary>Courier: 9 dollars a chargeable kilogram (7 to 14), 5,000 cubic centimetres counting as one; about 4 days (economics, section 5).</summary>
    public static FreightRoute Express { get; } = new(FreightMode.Express, new() { PerKilogram = Money.Dollars(9), KilogramsPerCubicMetre = 200 }, new(4, 0.2, 3, 7));
}

/// <summary>Prices of a route; what is zero is not charged.</summary>
public sealed record FreightRates
{
    /// <summary>Cubic metres in a cubic foot.</summary>
    private const double CubicMetresPerCubicFoot = 0.028316846592;
    private const double KilogramsPerPound = 0.45359237;

    /// <summary>Of a shipment, whatever its size.</summary>
    public Money PerShipment { get; init; }

    /// <summary>Of a cubic metre, for what fills no container.</summary>
    public Money PerCubicMetre { get; init; }

    /// <summary>Of a container; also the most that a part of one costs. Zero: there are none.</summary>
    public Money PerContainer { get; init; }

    /// <summary>What a container holds; above 0 where there are containers.</summary>
    public double ContainerCubicMetres { get; init; }

    /// <summary>Of a chargeable kilogram: the weight, or the volume if it counts for more.</summary>
    public Money PerKilogram { get; init; }

    /// <summary>Kilograms that a cubic metre counts for.</summary>
    public double KilogramsPerCubicMetre { get; init; }

    /// <summary>Cents of a shipment at usual prices, before rounding.</summary>
    /// <param name="size">Sides of the packaged unit.</param>
    /// <param name="weightPounds">Weight of the packaged unit.</param>
    /// <param name="units">Units, at least 1.</param>
    internal double Cents(Dimensions size, double weightPounds, int units)
    {
        var metres = size.CubicFeet * CubicMetresPerCubicFoot * units;
        var chargeable = Math.Max(weightPounds * KilogramsPerPound * units, metres * KilogramsPerCubicMetre);
        return PerShipment.Cents + (chargeable * PerKilogram.Cents) + Space(metres);
    }

    private double Space(double metres)
    {
        if (PerContainer == Money.Zero)
        {
            return metres * PerCubicMetre.Cents;
        }

        var full = Math.Floor(metres / ContainerCubicMetres);
        return (full * PerContainer.Cents) + Math.Min((metres - (full * ContainerCubicMetres)) * PerCubicMetre.Cents, PerContainer.Cents);
    }
}

/// <summary>What the way from suppliers to the warehouse costs beside the routes' usual prices, and how long it takes.</summary>
public sealed record FreightTerms
{
    /// <summary>Deviation of the daily change of a mode's log price, 0 to 0.05; default 0.02 (supply_chain/freight_log_daily_vol, 0.01 to 0.05).</summary>
    public double DailyVolatility { get; init; } = 0.02;

    /// <summary>Days in which half of a deviation from usual prices is gone, 5 to 1,000; default 60, a modelling assumption.</summary>
    public double ReversionHalfLifeDays { get; init; } = 60;

    /// <summary>Price by month, mean 1: the peak season before the fourth quarter and the weeks before the lunar new year are dear, a modelling assumption.</summary>
    public IReadOnlyList<double> PriceByMonth { get; init; } = [1.05, 0.92, 0.90, 0.92, 0.95, 1.00, 1.08, 1.15, 1.12, 1.05, 0.94, 0.92];

    /// <summary>Closed ports, blocked canals, strikes; default none. Sellers learn of one on its first day.</summary>
    public IReadOnlyList<FreightDisruption> Disruptions { get; init; } = [];

    /// <summary>Duties beside the suppliers' own, by origin and date; default none. Sellers learn of one on its first day.</summary>
    public IReadOnlyList<TariffChange> Tariffs { get; init; } = [];
}

/// <summary>A time in which a mode is dear and slow.</summary>
/// <param name="Mode">Sea, air or express.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, the first or later.</param>
/// <param name="PriceFactor">Of the price of goods that become ready in it, 0.5 to 10 (ocean freight of 2021 and 2022: up to 8 times, supply_chain/freight_usd_per_feu_uswc).</param>
/// <param name="TransitFactor">Of the days of goods shipped in it, 1 to 3 (114 days in 2022 against 51, supply_chain/ocean_crisis_2022). Goods arrive in time for the final settlement all the same.</param>
public sealed record FreightDisruption(FreightMode Mode, SimDate First, SimDate Last, double PriceFactor, double TransitFactor);

/// <summary>An additional duty on goods of an origin, from a date until the next change.</summary>
/// <param name="Origin">Origin of suppliers, see <see cref="SupplierDefinition.Origin"/>.</param>
/// <param name="From">First day on which arriving goods pay it.</param>
/// <param name="Share">Of the goods' price, 0 to 5 (supply_chain/tariff_shock_timeline: 0.1 to 1.45 in 2025).</param>
public sealed record TariffChange(string Origin, SimDate From, double Share);
