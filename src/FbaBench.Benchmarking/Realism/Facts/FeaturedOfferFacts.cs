namespace FbaBench;

/// <summary>SF09: how often the cheapest is the featured offer.</summary>
internal static class FeaturedOfferFacts
{
    private const int LeastOffers = 3;

    /// <summary>Mean chance of the cheapest eligible offer to be the featured one, over listing-days with three offers and more.</summary>
    public static FactValue CheapestIsFeatured(MarketYear year)
    {
        var (sum, days) = (0.0, 0);
        foreach (var listing in year.Listings.Where(listing => listing.Offers.Count >= LeastOffers))
        {
            var most = HighestFeaturedCents(year.Definition, listing);
            for (var day = 0; day < year.Days; day++)
            {
                if (CheapestShare([.. listing.Offers.Select(offer => (offer.Price[day], offer.Featured[day]))], most) is { } share)
                {
                    sum += share;
                    days++;
                }
            }
        }

        return new(Sample.Ratio(sum, days));
    }

    /// <summary>Chance of the cheapest of the offers at most at the highest price that can be featured; equal prices together.</summary>
    /// <param name="offers">Price in cents, 0 when not in the market, and chance.</param>
    /// <param name="mostCents">Highest price that can be featured.</param>
    /// <returns>Null with fewer than three offers, or none eligible.</returns>
    public static double? CheapestShare(IReadOnlyList<(long Cents, double Featured)> offers, long mostCents)
    {
        var live = offers.Where(offer => offer.Cents > 0).ToArray();
        var eligible = live.Where(offer => offer.Cents <= mostCents).ToArray();
        if (live.Length < LeastOffers || eligible.Length == 0)
        {
            return null;
        }

        var cheapest = eligible.Min(offer => offer.Cents);
        return eligible.Where(offer => offer.Cents == cheapest).Sum(offer => offer.Featured);
    }

    private static long HighestFeaturedCents(WorldDefinition world, ListingTrack listing)
    {
        var product = world.Niches.First(niche => niche.Name == listing.Niche).Products.First(product => listing.Path == listing.Niche + "/" + product.Name);
        return (long)Math.Floor(product.ReferencePrice.Cents * (1 + world.Market.FeaturedOffer.SuppressionThreshold));
    }
}
