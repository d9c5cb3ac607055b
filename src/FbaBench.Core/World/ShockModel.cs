using FbaBench.Primitives;

namespace FbaBench.World;

/// <summary>A shock with its place in the world.</summary>
internal sealed class ShockModel
{
    public required MarketShock Definition { get; init; }

    /// <summary>Position in the definition.</summary>
    public required int Index { get; init; }

    public required ulong Key { get; init; }

    /// <summary>First day; before the start it is negative.</summary>
    public required int First { get; init; }

    public required int Last { get; init; }

    /// <summary>Position of its niche, or −1 for all.</summary>
    public required int Niche { get; init; }

    /// <summary>Pages of its product; empty without one.</summary>
    public required int[] Pages { get; init; }

    /// <summary>Sorted by name: factors that multiply do so in an order that no list moves.</summary>
    public static ShockModel[] Of(WorldDefinition world, NicheModel[] niches, List<ListingPage> pages, List<OwnOffer> own) =>
        [.. world.Shocks.Select((shock, index) => Of(world, shock, index, niches, pages, own)).OrderBy(shock => shock.Definition.Name, StringComparer.Ordinal)];

    /// <summary>Its path, apart from the paths of niches.</summary>
    public string Path => "shock:" + Definition.Name;

    private static ShockModel Of(WorldDefinition world, MarketShock shock, int index, NicheModel[] niches, List<ListingPage> pages, List<OwnOffer> own)
    {
        var niche = shock.Niche is null ? -1 : Array.FindIndex(niches, one => one.Definition.Name == shock.Niche);
        return new()
        {
            Definition = shock,
            Index = index,
            Key = EntityKey.Of("shock:" + shock.Name),
            First = shock.First - world.Start,
            Last = shock.Last - world.Start,
            Niche = niche,
            Pages = shock.Product is null ? [] :
                [.. own.Where(offer => offer.Niche == niche && offer.Product.Name == shock.Product).Select(offer => pages.FindIndex(page => page.Rows.Contains(offer.Row))).Distinct()],
        };
    }
}
