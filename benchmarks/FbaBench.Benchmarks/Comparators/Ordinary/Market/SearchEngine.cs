using FbaBench.Primitives;

namespace FbaBench.Benchmarks.Ordinary;

/// <summary>Orders the search results of a niche.</summary>
internal sealed class SearchEngine(MarketTerms terms)
{
    private const double Grid = 1024;
    private const double Bound = 8;
    private const double LeastVelocity = 0.02;
    private const double PriorSessions = 0.5;
    private const double ConversionBound = 1;
    private const int TieShift = 12;

    public IReadOnlyList<Listing> Search(Niche niche, Day day)
    {
        var results = niche.Listings
            .Where(listing => listing.IsInMarket)
            .Select(listing => Score(niche, listing, day.Draws.Uniform(Mechanism.SearchDay, listing.PageKey, day.Number)))
            .OrderByDescending(hit => hit.Score)
            .ThenBy(hit => hit.Tie)
            .ThenBy(hit => hit.Listing.Place)
            .Select(hit => hit.Listing)
            .ToList();
        for (var i = 0; i < results.Count; i++)
        {
            results[i].Position = i + 1;
        }

        return results;
    }

    private Hit Score(Niche niche, Listing listing, double uniform)
    {
        var search = terms.Search;
        var conversion = niche.Definition.ReferenceConversion;
        var meanSessions = niche.Definition.SessionsPerDay / niche.Listings.Count;
        var prior = PriorSessions * meanSessions;
        var velocity = DetMath.Log(((listing.Velocity / (meanSessions * conversion)) + LeastVelocity) / (1 + LeastVelocity));
        var converts = DetMath.Log((listing.RecentOrders + (prior * conversion)) / ((listing.RecentSessions + prior) * conversion));
        var score = listing.Relevance
            + (search.VelocityWeight * velocity)
            + (search.ConversionWeight * Math.Clamp(converts, -ConversionBound, ConversionBound))
            + (search.RatingWeight * (listing.PerceivedRating - terms.Reviews.ReferenceRating))
            + (search.DailyDeviation * DetMath.NormalQuantile(uniform));
        return new(listing, (int)Math.Floor((Math.Clamp(score, -Bound, Bound) * Grid) + 0.5), (uint)(ulong)(uniform * (1UL << 52)) >> TieShift);
    }

    private sealed record Hit(Listing Listing, int Score, uint Tie);
}
