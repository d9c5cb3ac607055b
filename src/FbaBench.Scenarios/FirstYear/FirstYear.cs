using FbaBench.Scenarios;

namespace FbaBench;

/// <summary>
/// A private-label seller's first year: a dozen products in six niches, 40,000 dollars, opening stock of sixty days for
/// five of them, 365 decision days from 2025-01-15. Worlds differ in level, elasticity and rivals.
/// </summary>
public sealed class FirstYear : IScenario
{
    private const double LevelSd = 0.25;
    private static readonly Lazy<Catalogue> Data = new(() => Catalogue.Load("first-year.json"));

    /// <inheritdoc/>
    public string Name => "first-year";

    /// <inheritdoc/>
    public WorldDefinition Define(WorldSeed world)
    {
        var catalogue = Data.Value;
        var niches = catalogue.Products.GroupBy(product => product.Niche, StringComparer.Ordinal).Select(niche =>
        {
            var products = niche.ToArray();
            var sales = new NicheSales([.. products.Select(product => product.OrdersPerDay!.Value)], catalogue.MonthIndex!, catalogue.WeekdayIndex!, LevelSd);
            return NicheRecipe.Define(world, niche.Key, catalogue, products, sales);
        });
        return new WorldDefinition(Name, new SimDate(2025, 1, 15), Days: 365, Money.Dollars(40_000), [.. niches]) { Account = NicheRecipe.Account, Sources = catalogue.Sources, Freight = NicheRecipe.Freight, Supply = NicheRecipe.Supply, Adversaries = AdversaryTerms.Usual };
    }
}
