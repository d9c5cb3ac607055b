// A scenario of one's own: data that differs by world, validated when it is made, played by two agents.
using FbaBench;

var report = await Benchmark.Create("own-scenario")
    .Scenario(new TwoMugs())
    .Agent("base-stock").Agent("do-nothing")
    .Worlds(args is ["--worlds", var number] && int.TryParse(number, out var worlds) ? worlds : 32)
    .RunAsync(ConsoleProgress.Create());
Console.WriteLine(report.ToTable());
Console.WriteLine($"Report: {report.HtmlPath}");

sealed class TwoMugs : IScenario
{
    public string Name => "two-mugs";

    public WorldDefinition Define(WorldSeed world) => new(Name, new SimDate(2025, 1, 15), Days: 180, Money.Dollars(20_000),
    [
        new NicheDefinition("mugs", SessionsPerDay: 400 * world.LogNormal("mugs/level", 0.25), OwnPriceElasticity: -1.6 - world.Uniform("mugs/elasticity"))
        {
            Products = [Mug("blue-mug", 18.99m), Mug("red-mug", 21.99m)],
            Rivals =
            [
                new RivalDefinition("acme", Money.Dollars(17.99m), RivalPolicy.Follow),
                new RivalDefinition("bold", Money.Dollars(19.99m), RivalPolicy.Follow) { Appeal = world.LogNormal("bold/appeal", 0.25) },
                new RivalDefinition("calm", Money.Dollars(21.49m), RivalPolicy.Hold),
            ],
        },
    ])
    {
        AccountOpened = new SimDate(2023, 1, 15),
        Sources = "Prices, costs and traffic are made up for this sample; lead times and fees are the published defaults.",
    };

    private static ProductDefinition Mug(string name, decimal price) => new(name, "home_kitchen", Money.Dollars(price))
    {
        Size = new Dimensions(6, 5, 4),
        WeightPounds = 0.9,
        ReturnRate = 0.07,
        OpeningStock = 200,
        OpeningUnitCost = Money.Dollars(4.50m),
        FirstInbound = new SimDate(2024, 1, 15),
        Suppliers =
        [
            new SupplierDefinition("factory", [new PriceStep(300, Money.Dollars(3.20m)), new PriceStep(600, Money.Dollars(3.00m))])
            {
                InboundPerUnit = Money.Dollars(1.30m),
            },
            new SupplierDefinition("spread", [new PriceStep(300, Money.Dollars(3.20m))])
            {
                InboundPerUnit = Money.Dollars(1.55m),
                Placement = InboundPlacement.Optimised,
            },
        ],
    };
}
