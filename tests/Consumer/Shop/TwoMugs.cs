using FbaBench;

/// <summary>Ninety days of a seller of two mugs, against three rivals.</summary>
sealed class TwoMugs : IScenario
{
    public string Name => "two-mugs";

    public WorldDefinition Define(WorldSeed world) => new(Name, new SimDate(2025, 1, 15), Days: 90, Money.Dollars(20_000),
    [
        new NicheDefinition("mugs", SessionsPerDay: 400, OwnPriceElasticity: -2.6)
        {
            Products = [Mug("blue-mug", 18.99m), Mug("red-mug", 21.99m)],
            Rivals =
            [
                new RivalDefinition("acme", Money.Dollars(17.99m), RivalPolicy.Follow),
                new RivalDefinition("bold", Money.Dollars(19.99m), RivalPolicy.Follow),
                new RivalDefinition("calm", Money.Dollars(21.49m), RivalPolicy.Hold),
            ],
        },
    ]);

    private static ProductDefinition Mug(string name, decimal price) => new(name, "home_kitchen", Money.Dollars(price))
    {
        Size = new Dimensions(6, 5, 4),
        WeightPounds = 0.9,
        ReturnRate = 0.07,
        OpeningStock = 200,
        OpeningUnitCost = Money.Dollars(4.50m),
        Suppliers =
        [
            new SupplierDefinition("factory", [new PriceStep(300, Money.Dollars(3.20m)), new PriceStep(600, Money.Dollars(3.00m))])
            {
                InboundPerUnit = Money.Dollars(1.30m),
            },
        ],
    };
}
