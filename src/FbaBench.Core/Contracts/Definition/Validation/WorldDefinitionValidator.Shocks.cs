namespace FbaBench;

/// <summary>Shocks: their factors, their days, and that what they name is there.</summary>
internal static partial class WorldDefinitionValidator
{
    private static void Shocks(WorldDefinition world)
    {
        Count("shocks", world.Shocks.Count, 0, 1_000);
        NoNulls("shocks", world.Shocks);
        Distinct("shocks", world.Shocks.Select(shock => shock.Name));
        foreach (var shock in world.Shocks)
        {
            var at = $"shock '{shock.Name}'";
            Name(at + " name", shock.Name);
            Range(at + " days from first to last", shock.Last - shock.First, 0, 3_650);
            Range(at + " traffic", shock.Traffic, MarketShock.LeastTraffic, MarketShock.MostTraffic);
            Range(at + " rivalPrices", shock.RivalPrices, MarketShock.LeastRivalPrices, 1);
            Range(at + " chance", shock.Chance, 0, 1);
            Concerns(at, shock, world);
        }
    }

    private static void Concerns(string at, MarketShock shock, WorldDefinition world)
    {
        if (shock.Niche is null)
        {
            Require(shock.Product is null, at + " product", "it needs the niche it is of; name that too, or leave the product out");
            return;
        }

        var niche = world.Niches.FirstOrDefault(niche => niche.Name == shock.Niche);
        Require(niche is not null, at + " niche", $"'{shock.Niche}' is no niche of this world; use one of {string.Join(", ", world.Niches.Select(one => one.Name))}, or leave it out for all");
        if (shock.Product is null)
        {
            return;
        }

        var product = niche!.Products.FirstOrDefault(product => product.Name == shock.Product);
        Require(product is not null, at + " product", $"'{shock.Product}' is no product of niche '{shock.Niche}'; use one of {string.Join(", ", niche.Products.Select(one => one.Name))}, or leave it out for the whole niche");
        Require(shock.RivalPrices == 1 || product!.Shared, at + " rivalPrices", $"no rival sells on the listing of '{shock.Product}', which is not shared; leave rivalPrices out, or the product");
        Require(shock.Traffic == 1 || world.LaboratorySwitches is not { Demand: not DemandSource.Choice }, at + " traffic", "only the choice model weighs products; leave the product out with another demand");
    }
}
