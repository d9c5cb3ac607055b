namespace FbaBench;

/// <summary>SF10 to SF14 and SF32: stars, their number, and what they do.</summary>
internal static class ReviewFacts
{
    private const int ShownWell = 20;

    /// <summary>SF10: share of five stars among the reviews that the year's orders brought, and the J shape.</summary>
    public static FactValue JShape(MarketYear year) => JShape([.. year.StarsOnTime.Zip(year.StarsLate, (onTime, late) => onTime + late)]);

    /// <param name="stars">Reviews of one to five stars.</param>
    public static FactValue JShape(IReadOnlyList<long> stars) =>
        new(Sample.Ratio(stars[4], stars.Sum()), stars[4] > stars[3] && stars[3] > stars[2] && stars[0] > stars[1]);

    /// <summary>SF11: mean displayed rating, at the year's end, of listings with twenty reviews and more.</summary>
    public static FactValue Rating(MarketYear year) =>
        new(Sample.Mean([.. year.Listings.Where(listing => listing.LastStars.Total >= ShownWell).Select(listing => listing.LastStars.Mean!.Value)]));

    /// <summary>SF12: reviews that the year's orders brought over these orders.</summary>
    public static FactValue PerOrder(MarketYear year) =>
        new(Sample.Ratio(year.StarsOnTime.Sum() + year.StarsLate.Sum(), year.Listings.Sum(listing => listing.Orders.Sum(orders => (double)orders))));

    /// <summary>SF13: effect of one more one-star review over that of one more five-star review, at fifty reviews; the former must hurt, the latter help.</summary>
    public static FactValue OneStarOverFive(ReviewTrials trials) =>
        new(Sample.Ratio(Math.Abs(trials.OneStar), trials.FiveStars), trials is { OneStar: < 0, FiveStars: > 0 });

    /// <summary>SF14: change of ln sales per displayed star around 4.</summary>
    public static FactValue PerStar(ReviewTrials trials) => new(trials.PerStar);

    /// <summary>SF32: mean stars of orders on time less those of late ones.</summary>
    public static FactValue LateDrop(MarketYear year) => new(Mean(year.StarsOnTime) - Mean(year.StarsLate));

    /// <summary>Mean stars; null without reviews.</summary>
    public static double? Mean(IReadOnlyList<long> stars) => Sample.Ratio(stars.Select((count, star) => (star + 1.0) * count).Sum(), stars.Sum());
}
