namespace FbaBench.World;

/// <summary>Puts the offers of a niche on their pages.</summary>
internal static class ListingPages
{
    /// <summary>Sorted by first row.</summary>
    public static IEnumerable<ListingPage> Of(WorldDefinition world, NicheDefinition niche, IReadOnlyList<OwnOffer> own, IReadOnlyList<RivalOffer> rivals)
    {
        var category = niche.Products.Count > 0 ? niche.Products[0].Category : niche.Name;
        var pages = own.GroupBy(offer => offer.Product.Shared ? offer.ProductPath : offer.Path, StringComparer.Ordinal)
            .Select(offers => OfProduct(world, [.. offers], rivals))
            .Concat(rivals.Where(rival => rival.Definition.Product is null).Select(rival => OfRival(world, rival, category)));
        return pages.OrderBy(page => page.Row);
    }

    private static ListingPage OfProduct(WorldDefinition world, IReadOnlyList<OwnOffer> offers, IReadOnlyList<RivalOffer> rivals)
    {
        var product = offers[0].Product;
        var resellers = rivals.Where(rival => product.Shared && rival.Definition.Product == product.Name);
        return new(
            offers[0].Row,
            [.. offers.Select(offer => offer.Row), .. resellers.Select(rival => rival.Row)],
            product.Shared ? offers[0].ProductPath : offers[0].Path,
            product.Category,
            product.Appeal,
            product.Quality,
            (int)product.ReferencePrice.Cents,
            product.Shared)
        {
            OpeningReviews = product.OpeningReviews,
            OpeningStars = product.OpeningStars,
            OpeningRating = product.OpeningRating ?? world.Market.Reviews.ReferenceRating,
            OpeningVelocity = product.OpeningVelocity,
        };
    }

    private static ListingPage OfRival(WorldDefinition world, RivalOffer rival, string category)
    {
        var definition = rival.Definition;
        return new(rival.Row, [rival.Row], rival.Path, category, definition.Appeal, definition.Quality, (int)definition.Ceiling.Cents, isShared: false)
        {
            OpeningReviews = definition.OpeningReviews ?? world.Market.Reviews.ReferenceCount,
            OpeningRating = definition.OpeningRating ?? world.Market.Reviews.ReferenceRating,
            OpeningVelocity = definition.EntryDay == 0 ? 1 : 0,
        };
    }
}
