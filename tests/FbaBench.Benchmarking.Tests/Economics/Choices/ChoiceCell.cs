using FbaBench.Scenarios;

namespace FbaBench.Tests.Economics;

/// <summary>A cell of the grid: a shipped scenario, as it is or changed.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Scenario">A shipped scenario.</param>
/// <param name="Change">What is different.</param>
internal sealed record ChoiceCell(string Name, string Scenario, Func<WorldDefinition, WorldDefinition> Change)
{
    private const string Origin = "china";

    public static IReadOnlyList<ChoiceCell> All { get; } =
    [
        .. new[] { "first-year", "gift-shop" }.SelectMany(scenario => new ChoiceCell[]
        {
            new("as shipped", scenario, world => world),
            new("from July", scenario, world => world with { Start = new(2025, 7, 15) }),
            new("from September", scenario, world => world with { Start = new(2025, 9, 1) }),
            new("180 days from January", scenario, world => world with { Days = 180 }),
            new("180 days from July", scenario, world => world with { Start = new(2025, 7, 15), Days = 180 }),
            new("120 days from September", scenario, world => world with { Start = new(2025, 9, 1), Days = 120 }),
            new("a third of the cash", scenario, world => world with { Cash = new(world.Cash.Cents / 3) }),
            new("a tenth of the cash", scenario, world => world with { Cash = new(world.Cash.Cents / 10) }),
            new("a third of the cash, no tariffs", scenario, world => world with { Cash = new(world.Cash.Cents / 3), Freight = world.Freight with { Tariffs = [] } }),
            new("light and dear", scenario, world => Products(world, size: 0.5, weight: 0.2, money: 2)),
            new("heavy and cheap", scenario, world => Products(world, size: 1, weight: 2.5, money: 0.8)),
            new("cheap and large", scenario, world => Large(Products(world, size: 1, weight: 1.2, money: 0.7))),
            new("large, 180 days from July", scenario, world => Large(world) with { Start = new(2025, 7, 15), Days = 180 }),
            new("a tariff of 100 % from June", scenario, world => world with { Freight = world.Freight with { Tariffs = [new(Origin, new(2025, 6, 1), 1)] } }),
            new("no tariffs", scenario, world => world with { Freight = world.Freight with { Tariffs = [] } }),
            new("ships late and dear", scenario, world => world with { Freight = world.Freight with { Disruptions = [new(FreightMode.Sea, world.Start, world.Start.AddDays(240), 5, 2)] } }),
            new("six times the shoppers", scenario, world => Shoppers(world, 6)),
            new("tenth of a minimum order", scenario, world => Lots(world, 10)),
        }),
    ];

    public string FullName => $"{Scenario}, {Name}";

    public static ChoiceCell Of(string fullName) => All.Single(cell => cell.FullName == fullName);

    public SearchWorlds Worlds(int count) => SearchWorlds.ForChoices(FullName, seed => Change(ShippedScenarios.Find(Scenario).Define(seed)), count);

    /// <summary>Other sides, weights and prices; costs and the rivals' prices go with the price.</summary>
    private static WorldDefinition Products(WorldDefinition world, double size, double weight, double money) => world with
    {
        Niches = [.. world.Niches.Select(niche => niche with
        {
            Rivals = [.. niche.Rivals.Select(rival => rival with { Ceiling = Times(rival.Ceiling, money) })],
            Products = [.. niche.Products.Select(product => product with
            {
                ReferencePrice = Times(product.ReferencePrice, money),
                Size = new(product.Size.Length * size, product.Size.Width * size, product.Size.Height * size),
                WeightPounds = product.WeightPounds * weight,
                OpeningUnitCost = Times(product.OpeningUnitCost, money),
                Suppliers = [.. product.Suppliers.Select(supplier => supplier with { Ladder = [.. supplier.Ladder.Select(step => step with { UnitPrice = Times(step.UnitPrice, money) })] })],
            })],
        })],
    };

    /// <summary>Products twice as long, wide and high, as far as the standard size goes: 18, 14 and 8 inches.</summary>
    private static WorldDefinition Large(WorldDefinition world) => world with
    {
        Niches = [.. world.Niches.Select(niche => niche with
        {
            Products = [.. niche.Products.Select(product => product with
            {
                Size = new(Math.Min(18, product.Size.Length * 2), Math.Min(14, product.Size.Width * 2), Math.Min(8, product.Size.Height * 2)),
            })],
        })],
    };

    private static WorldDefinition Shoppers(WorldDefinition world, double factor) =>
        world with { Niches = [.. world.Niches.Select(niche => niche with { SessionsPerDay = niche.SessionsPerDay * factor })] };

    private static WorldDefinition Lots(WorldDefinition world, int divisor) => world with
    {
        Niches = [.. world.Niches.Select(niche => niche with
        {
            Products = [.. niche.Products.Select(product => product with
            {
                Suppliers = [.. product.Suppliers.Select(supplier => supplier with { Ladder = [.. supplier.Ladder.Select(step => step with { Units = Math.Max(1, step.Units / divisor) })] })],
            })],
        })],
    };

    private static Money Times(Money money, double factor) => new((long)Math.Round(money.Cents * factor));
}
