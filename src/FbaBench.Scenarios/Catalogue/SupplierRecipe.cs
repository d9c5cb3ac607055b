namespace FbaBench.Scenarios;

/// <summary>Who sells to a small shop, and on which terms.</summary>
internal static class SupplierRecipe
{
    /// <summary>Defects of good and bad lots: 0.015 over all (market-parameters.json, supply_chain/defect_rate); how they spread is a modelling assumption.</summary>
    public const double GoodLotDefects = 0.01;
    public const double BadLots = 0.05;
    public const double BadLotDefects = 0.11;

    /// <summary>Units of 100 that come back because they are defective: part of the published return rates.</summary>
    public const double DefectiveReturns = 0.015 * 0.7;

    /// <summary>What a factory can be talked down at most (a modelling assumption).</summary>
    public const double Bargain = 0.12;

    private const decimal NewcomerDiscount = 0.18m;

    /// <summary>Price breaks of market-parameters.json (supply_chain/price_breaks), counted in minimum orders.</summary>
    public static PriceStep[] Ladder(int minimumUnits, decimal unitCost) =>
    [
        new(minimumUnits, Cents(unitCost)),
        new(minimumUnits * 2, Cents(unitCost * 0.94m)),
        new(minimumUnits * 6, Cents(unitCost * 0.87m)),
        new(minimumUnits * 20, Cents(unitCost * 0.80m)),
    ];

    /// <summary>A domestic wholesaler: twice as dear as the factory, in a tenth of its lots, within a fortnight (a modelling assumption).</summary>
    public static SupplierDefinition Wholesaler(int minimumUnits, decimal unitCost, double weightPounds) => Domestic("wholesaler", [new PriceStep(Math.Max(1, minimumUnits / 10), Cents(unitCost * 2))], weightPounds);

    /// <summary>A supplier in the country, who delivers by himself and is paid at the order (a modelling assumption).</summary>
    public static SupplierDefinition Domestic(string name, IReadOnlyList<PriceStep> ladder, double weightPounds) => new(name, ladder)
    {
        InboundPerUnit = Cents(0.35m + (0.15m * (decimal)weightPounds)),
        DepositShare = 1,
        DefectRate = GoodLotDefects,
        Production = new(2, 0.3, 1, 5),
        Transit = new(5, 0.3, 3, 9),
        Receiving = new(6, 0.6, 2, 30),
    };

    /// <summary>
    /// A supplier like the other that nobody has checked: much cheaper, and with a chance a swindle (a modelling assumption). Its prices are fixed.
    /// </summary>
    public static SupplierDefinition Newcomer(SupplierDefinition known, double dishonestChance) => known with
    {
        Name = "newcomer",
        Ladder = [.. known.Ladder.Select(step => step with { UnitPrice = Cents(step.UnitPrice.Cents * (1 - NewcomerDiscount) / 100) })],
        Bargain = 0,
        IsVerified = false,
        DishonestChance = dishonestChance,
    };

    public static Money Cents(decimal dollars) => Money.Dollars(Math.Round(dollars, 2, MidpointRounding.AwayFromZero));
}
