using FbaBench.Scenarios;
using FbaBench.Scenarios.Generator;

namespace FbaBench;

/// <summary>
/// Worlds of a family in which everything is drawn by the world's seed (niches, products, categories, sizes, prices, costs, demand, elasticity, rivals, quality, season, suppliers, shocks and adversaries), as hard as the knobs
/// say: 365 decision days from 2025-01-15. Expected sales at reference prices are 72 dollars a product and day, and opening stock has cost as much, whatever the knobs, so that dollars compare between them. Every value lies within the realistic ranges.
/// </summary>
public sealed class GeneratedScenario : IScenario
{
    private const double MostDaysOfCash = 90;
    private const double FewestDaysOfCash = 15;
    private static readonly SimDate Start = new(2025, 1, 15);

    private readonly FamilyRecipe _recipe;

    /// <summary>A scenario of a family.</summary>
    /// <param name="name">Scenario name, see <see cref="EntityName"/>; no draw depends on it.</param>
    /// <param name="family">The family.</param>
    /// <param name="knobs">How hard the worlds are; null is the middle of every knob.</param>
    /// <exception cref="ArgumentException">The name cannot be used; the message says which can.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The family is unknown, or a knob lies outside its range.</exception>
    public GeneratedScenario(string name, WorldFamily family, WorldKnobs? knobs = null)
    {
        if (!EntityName.IsValid(name))
        {
            throw new ArgumentException($"'{name}' is not a name; use {EntityName.Rule}.", nameof(name));
        }

        (Name, Family, Knobs, _recipe) = (name, family, knobs ?? new(), FamilyRecipe.Of(family));
        Knobs.Validate();
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The family.</summary>
    public WorldFamily Family { get; }

    /// <summary>How hard the worlds are.</summary>
    public WorldKnobs Knobs { get; }

    /// <inheritdoc/>
    public WorldDefinition Define(WorldSeed world)
    {
        var draws = new Draws(world, "world");
        var count = Knobs.Products ?? _recipe.Products;
        var niches = Niches(world, draws, count);
        var dollarsPerDay = count * FamilyRecipe.DollarsPerProductAndDay;
        var stocked = Stocked(niches, count);
        var sales = Shared(niches, dollarsPerDay, static (_, _) => true);
        var stock = Shared(niches, dollarsPerDay * _recipe.OpeningStockDays, (niche, product) => stocked.Contains((niche, product)));
        NicheDefinition[] defined = [.. niches.Select((niche, i) => niche.Define(sales[i], stock[i]))];
        return new WorldDefinition(Name, Start, Days: 365, OpeningCash(dollarsPerDay), defined)
        {
            AccountOpened = _recipe.AccountOpened,
            Account = NicheRecipe.Account,
            Freight = DrawnEvents.Freight(draws, Start, Knobs),
            Shocks = DrawnEvents.Shocks(draws, Start, defined, Knobs.Volatility),
            Supply = new()
            {
                LostShare = Math.Round(Knob.Linear(Knobs.Supply, 0.002, 0.01), 4),
                DamagedShare = Math.Round(Knob.Linear(Knobs.Supply, 0.002, 0.01), 4),
                FalseReturnShare = Math.Round(Knob.Linear(Knobs.Adversity, 0.1, 0.15), 4),
            },
            Adversaries = DrawnEvents.Adversaries(Knobs.Adversity),
            Sources = $"Drawn: {_recipe.Is}. Spreads of prices, elasticity, season, returns, lead times, freight, duty and adversaries follow market-parameters.json; sizes, costs, levels, rivals, shocks and what the knobs move beside published ranges are modelling assumptions (docs/generator.md); fees are the published US tables.",
        };
    }

    /// <summary>Niches of drawn sizes until all products are in one.</summary>
    private DrawnNiche[] Niches(WorldSeed world, Draws draws, int count)
    {
        var niches = new List<DrawnNiche>();
        for (var left = count; left > 0;)
        {
            var size = Math.Min(left, draws.Whole($"niche-size-{niches.Count + 1}", _recipe.FewestInNiche, _recipe.MostInNiche));
            niches.Add(new(world, niches.Count, size, _recipe, Knobs));
            left -= size;
        }

        return [.. niches];
    }

    /// <summary>An amount of dollars, shared out among the chosen products by their weights.</summary>
    private static double[][] Shared(DrawnNiche[] niches, double dollars, Func<int, int, bool> isChosen)
    {
        var weights = niches.Select((niche, i) => niche.Products.Select((product, p) => isChosen(i, p) ? product.DemandWeight : 0).ToArray()).ToArray();
        var total = weights.Sum(niche => niche.Sum());
        return [.. weights.Select(niche => niche.Select(weight => dollars * weight / total).ToArray())];
    }

    /// <summary>Which products are in stock: a fixed number of them, at least one, those with the smallest draws.</summary>
    private HashSet<(int Niche, int Product)> Stocked(DrawnNiche[] niches, int count) => niches
        .SelectMany((niche, i) => niche.Products.Select((_, product) => (Niche: i, Product: product, Draw: niche.StockDraw(product))))
        .OrderBy(one => one.Draw)
        .Take(Math.Max(1, (int)Math.Round(_recipe.StockedShare * count)))
        .Select(one => (one.Niche, one.Product))
        .ToHashSet();

    private Money OpeningCash(double dollarsPerDay) =>
        Money.Dollars(100 * (decimal)Math.Round(dollarsPerDay * Knob.Linear(Knobs.Cash, MostDaysOfCash, FewestDaysOfCash) / 100));
}
