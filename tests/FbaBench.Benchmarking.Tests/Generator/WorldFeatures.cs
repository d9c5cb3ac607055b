namespace FbaBench.Tests.Generator;

/// <summary>What worlds are compared by: one number a world.</summary>
internal static class WorldFeatures
{
    public static IReadOnlyDictionary<string, Func<WorldDefinition, double>> All { get; } = new Dictionary<string, Func<WorldDefinition, double>>(StringComparer.Ordinal)
    {
        ["niches"] = world => world.Niches.Count,
        ["reference price"] = world => Products(world).Average(product => Math.Log(product.ReferencePrice.Cents)),
        ["first price"] = world => world.Niches[0].Products[0].ReferencePrice.Cents,
        ["cost share"] = world => Products(world).Average(product => product.Suppliers[0].Ladder[0].UnitPrice.Cents / (double)product.ReferencePrice.Cents),
        ["volume"] = world => Products(world).Average(product => product.Size.CubicFeet),
        ["weight"] = world => Products(world).Average(product => product.WeightPounds),
        ["return rate"] = world => Products(world).Average(product => product.ReturnRate),
        ["quality"] = world => Products(world).Average(product => product.Quality),
        ["opening stock"] = world => Products(world).Sum(product => product.OpeningStock),
        ["minimum order"] = world => Products(world).Average(product => product.Suppliers[0].Ladder[0].Units),
        ["production"] = world => Products(world).Average(product => product.Suppliers[0].Production.MedianDays),
        ["defects"] = world => Products(world).Average(product => product.Suppliers[0].DefectRate),
        ["elasticity"] = world => world.Niches.Average(niche => niche.OwnPriceElasticity),
        ["sessions"] = world => world.Niches.Sum(niche => niche.SessionsPerDay),
        ["factor variance"] = world => world.Niches.Average(niche => niche.FactorVariance),
        ["season"] = world => world.Niches.Average(niche => niche.TrafficByMonth.Max()),
        ["rivals"] = world => Rivals(world).Count(),
        ["ceilings"] = world => Rivals(world).Average(rival => Math.Log(rival.Ceiling.Cents)),
        ["appeal"] = world => Rivals(world).Average(rival => rival.Appeal),
        ["aggressive"] = world => Rivals(world).Average(rival => rival.Policy is RivalPolicy.Undercut or RivalPolicy.Cycle ? 1.0 : 0),
        ["price war"] = world => world.Shocks.Min(shock => shock.RivalPrices),
        ["tariff"] = world => world.Freight.Tariffs.Sum(tariff => tariff.Share),
        ["cash"] = world => world.Cash.Cents,
        ["adversaries"] = world => world.Adversaries.HijackChance,
    };

    private static IEnumerable<ProductDefinition> Products(WorldDefinition world) => world.Niches.SelectMany(niche => niche.Products);

    private static IEnumerable<RivalDefinition> Rivals(WorldDefinition world) => world.Niches.SelectMany(niche => niche.Rivals);
}
