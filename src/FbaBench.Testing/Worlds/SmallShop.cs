namespace FbaBench;

/// <summary>The worlds of <see cref="SmallWorlds"/>.</summary>
internal sealed class SmallShop(string name, int days) : IScenario
{
    private static readonly string[] Mugs = ["blue-mug", "red-mug"];
    private static readonly string[] Sellers = ["acme", "bold", "calm", "dear", "even"];
    private readonly int _days = SmallWorlds.Checked(days);

    public string Name => name;

    public IReadOnlyList<string> Opponents { get; init; } = [];

    public Money Cash { get; init; } = Money.Dollars(5_000);

    public int Stock { get; init; } = 120;

    public int Products { get; init; } = 2;

    public int Rivals { get; init; } = 3;

    public WorldDefinition Define(WorldSeed world) => new(Name, new SimDate(2025, 1, 15), _days, Cash,
    [
        new NicheDefinition("mugs", SessionsPerDay: 300 * world.LogNormal("mugs/level", 0.25), OwnPriceElasticity: -1.6 - world.Uniform("mugs/elasticity"))
        {
            Products = [.. Mugs.Take(Products).Select((mug, i) => Mug(mug, Money.Dollars(18.99m + (3 * i))))],
            Rivals = [.. Sellers.Take(Rivals).Select((seller, i) => new RivalDefinition(seller, Money.Dollars(17.99m + i), i % 2 == 0 ? RivalPolicy.Follow : RivalPolicy.Hold)
            {
                Appeal = world.LogNormal($"{seller}/appeal", 0.25),
            })],
        },
    ])
    {
        Seats = 1 + Opponents.Count,
        AccountOpened = new SimDate(2023, 1, 15),
        Account = new AccountTerms { RunOffSellingDays = 7, RunOffDays = 52 },
        Sources = "Made up for unit tests.",
    };

    private ProductDefinition Mug(string mug, Money price) => new(mug, "home_kitchen", price)
    {
        Size = new Dimensions(6, 5, 4),
        WeightPounds = 0.9,
        ReturnRate = 0.07,
        OpeningStock = Stock,
        OpeningUnitCost = Money.Dollars(4.50m),
        FirstInbound = new SimDate(2024, 1, 15),
        Suppliers =
        [
            new SupplierDefinition("factory", [new PriceStep(50, Money.Dollars(3.20m)), new PriceStep(200, Money.Dollars(3.00m))])
            {
                InboundPerUnit = Money.Dollars(1.30m),
                Production = new LeadTime(1, 0.3, 1, 2),
                Transit = new LeadTime(2, 0.3, 1, 4),
                Receiving = new LeadTime(1, 0.3, 0, 2),
            },
        ],
    };
}

/// <summary>The first days of another scenario.</summary>
internal sealed class FirstDaysOf : IScenario
{
    private readonly IScenario _whole;
    private readonly int _days;

    public FirstDaysOf(IScenario whole, int days)
    {
        (_whole, _days) = (whole, days);
        Name = FormattableString.Invariant($"{whole.Name}-{days}d");
        if (!EntityName.IsValid(Name))
        {
            throw new ArgumentException($"'{Name}' cannot name a scenario; use {EntityName.Rule}.", nameof(whole));
        }
    }

    public string Name { get; }

    public IReadOnlyList<string> Opponents => _whole.Opponents;

    public WorldDefinition Define(WorldSeed world)
    {
        var definition = _whole.Define(world);
        return definition with { Name = Name, Days = Math.Min(_days, definition.Days) };
    }
}
