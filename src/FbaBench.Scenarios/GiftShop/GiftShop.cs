using FbaBench.Scenarios;

namespace FbaBench;

/// <summary>
/// A gift shop whose twelve products carry the level, season and weekday pattern of real sales (UCI 'Online Retail'),
/// 20,000 dollars, 365 decision days from 2025-01-15. It has sold on the marketplace for three years, so that no fee exempts it as new. Everything that the data does not say is a stated assumption, listed in
/// <see cref="WorldDefinition.Sources"/>. Worlds differ in elasticity (the literature's prior), rivals, and the level within
/// its estimation error.
/// </summary>
public sealed class GiftShop : IScenario
{
    private static readonly Lazy<Catalogue> Assumptions = new(() => Catalogue.Load("gift-shop.json"));
    private static readonly Lazy<ShopSales> Sales = new(() => ShopSales.Load("gift-shop-sales.csv"));

    /// <inheritdoc/>
    public string Name => "gift-shop";

    /// <inheritdoc/>
    public WorldDefinition Define(WorldSeed world)
    {
        var catalogue = Assumptions.Value;
        var niches = catalogue.Products.Select(product =>
            NicheRecipe.Define(world, product.Niche, catalogue, [product], Sales.Value.Estimate(product.Sku!, catalogue.SampleShare!.Value)));
        return new WorldDefinition(Name, new SimDate(2025, 1, 15), Days: 365, Money.Dollars(20_000), [.. niches])
        {
            AccountOpened = SimDate.Parse(catalogue.AccountOpened!),
            Sources = catalogue.Sources,
            Account = NicheRecipe.Account,
            Freight = NicheRecipe.Freight,
            Supply = NicheRecipe.Supply,
            Adversaries = AdversaryTerms.Usual,
        };
    }
}
