namespace FbaBench;

/// <summary>A fact's value in one world, and whether the parts hold that are no number.</summary>
internal readonly record struct FactValue(double Value, bool PartsHold = true);

/// <summary>All facts of one world.</summary>
internal sealed class RealismWorldFacts
{
    private readonly Dictionary<string, FactValue> _values;

    private RealismWorldFacts(Dictionary<string, FactValue> values, double clickExponent)
    {
        _values = values;
        ClickExponent = clickExponent;
    }

    /// <summary>Exponent of clicks by position.</summary>
    public double ClickExponent { get; }

    /// <summary>A fact's value, or null when it is not measured.</summary>
    public FactValue? this[string id] => _values.TryGetValue(id, out var value) ? value : null;

    public static RealismWorldFacts Of(WorldSeed seed, CancellationToken cancellationToken)
    {
        var year = RealismYear.Play(seed, cancellationToken);
        var forks = RealismForks.Of(year, cancellationToken);
        var reviews = RealismReviews.Of(seed);
        var ranks = SalesFacts.Ranks(year);
        var own = forks.Own.Order().ToArray();
        var stars = AfterSaleFacts.StarShares(year);
        var returns = AfterSaleFacts.Returns(year);
        var terms = year.Definition.Market.Reviews;
        var values = new Dictionary<string, FactValue>(StringComparer.Ordinal)
        {
            ["SF01"] = new(ranks.Slope),
            ["SF02"] = new(ranks.R2),
            ["SF03"] = new(ranks.HeadLessTail),
            ["SF04"] = new(forks.Own.Average()),
            ["SF05"] = new(Quantile(own, 0.1) / Quantile(own, 0.9)),
            ["SF06"] = new(forks.Shared.Average()),
            ["SF07"] = new(forks.Cross.Average()),
            ["SF08"] = new(AddingUp(year)),
            ["SF09"] = new(SearchFacts.CheapestIsFeatured(year)),
            ["SF10"] = new(stars[4], stars[4] > stars[3] && stars[3] > stars[2] && stars[0] > stars[1]),
            ["SF11"] = new(AfterSaleFacts.Rating(year)),
            ["SF12"] = new(AfterSaleFacts.Rate(year)),
            ["SF13"] = new(reviews.OneStarOverFive),
            ["SF14"] = new(reviews.PerStar),
            ["SF15"] = new(SalesFacts.Conversion(year)),
            ["SF16"] = new(SalesFacts.November(year)),
            ["SF17"] = new(SalesFacts.LastQuarter(year)),
            ["SF18"] = new(SalesFacts.DealSpike(year)),
            ["SF19"] = new(SalesFacts.Weekdays(year)),
            ["SF20"] = new(SalesFacts.Dispersion(year)),
            ["SF24"] = new(SearchFacts.ClickThrough(year), SearchFacts.AcosIdentity(year) < 0.05),
            ["SF25"] = new(SearchFacts.CostPerClick(year)),
            ["SF26"] = new(SearchFacts.PriceOverBid(year)),
            ["SF27"] = new(SearchFacts.FirstOverFifth(year)),
            ["SF28"] = new(AfterSaleFacts.FeeBurden([year])),
            ["SF29"] = new(returns["consumer_electronics"], returns["grocery_gourmet"] < returns["toys_games"] && returns["toys_games"] < returns["home_kitchen"] && returns["home_kitchen"] < returns["consumer_electronics"]),
            ["SF30"] = new(AfterSaleFacts.CashLag(year)),
            ["SF31"] = new(forks.AfterStockOut),
            ["SF32"] = new(ReviewStars.Mean(terms, 0, isLate: false) - ReviewStars.Mean(terms, 0, isLate: true)),
        };
        return new(values, SearchFacts.ClickExponent(year));
    }

    /// <summary>SF08: shares of sessions that buy at each listing and that buy nothing, over all niches and days.</summary>
    private static double AddingUp(RealismYear year) => year.Days.Average(day => day.GroupBy(offer => offer.Niche).Average(niche =>
    {
        var sessions = niche.Sum(offer => (double)offer.Sessions);
        return niche.Sum(offer => offer.Orders / sessions) + (niche.Sum(offer => (double)(offer.Sessions - offer.Orders)) / sessions);
    }));

    private static double Quantile(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var low = (int)at;
        return sorted[low] + ((at - low) * (sorted[Math.Min(low + 1, sorted.Length - 1)] - sorted[low]));
    }
}
