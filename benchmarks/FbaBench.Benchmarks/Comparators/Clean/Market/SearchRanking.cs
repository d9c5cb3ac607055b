using FbaBench.Primitives;

namespace FbaBench.Benchmarks.Clean;

/// <summary>Orders the search results of a niche.</summary>
internal sealed class SearchRanking
{
    private const double Grid = 1024;
    private const double Bound = 8;
    private const double LeastVelocity = 0.02;
    private const double PriorSessions = 0.5;
    private const double ConversionBound = 1;
    private const int TieShift = 12;

    private static readonly Comparison<Listing> ByScore = Compare;
    private readonly SearchTerms _terms;
    private readonly double _referenceRating;

    public SearchRanking(MarketTerms terms)
    {
        _terms = terms.Search;
        _referenceRating = terms.Reviews.ReferenceRating;
    }

    /// <summary>Fills the results with the listings in the market. Returns whether there is any.</summary>
    public bool Rank(Niche niche, Today today)
    {
        niche.Results.Clear();
        foreach (var listing in niche.Listings)
        {
            if (IsAttractive(listing))
            {
                Score(niche, listing, today.Draws.Uniform(Mechanism.SearchDay, listing.PageKey, today.Day));
                niche.Results.Add(listing);
            }
        }

        niche.Results.Sort(ByScore);
        for (var i = 0; i < niche.Results.Count; i++)
        {
            niche.Results[i].Position = i + 1;
        }

        return niche.Results.Count > 0;
    }

    private static bool IsAttractive(Listing listing)
    {
        foreach (var weight in listing.Weights)
        {
            if (weight > 0)
            {
                return true;
            }
        }

        return false;
    }

    private void Score(Niche niche, Listing listing, double uniform)
    {
        var conversion = niche.Definition.ReferenceConversion;
        var prior = PriorSessions * niche.MeanSessions;
        var velocity = DetMath.Log(((listing.Velocity / niche.MeanOrders) + LeastVelocity) / (1 + LeastVelocity));
        var converts = DetMath.Log((listing.RecentOrders + (prior * conversion)) / ((listing.RecentSessions + prior) * conversion));
        var score = listing.Relevance
            + (_terms.VelocityWeight * velocity)
            + (_terms.ConversionWeight * Math.Clamp(converts, -ConversionBound, ConversionBound))
            + (_terms.RatingWeight * (listing.PerceivedRating - _referenceRating))
            + (_terms.DailyDeviation * DetMath.NormalQuantile(uniform));
        listing.Score = (int)Math.Floor((Math.Clamp(score, -Bound, Bound) * Grid) + 0.5);
        listing.Tie = (uint)(ulong)(uniform * (1UL << 52)) >> TieShift;
    }

    private static int Compare(Listing left, Listing right)
    {
        var order = right.Score.CompareTo(left.Score);
        order = order != 0 ? order : left.Tie.CompareTo(right.Tie);
        return order != 0 ? order : left.Place.CompareTo(right.Place);
    }
}
