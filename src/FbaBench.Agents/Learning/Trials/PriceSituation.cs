namespace FbaBench;

/// <summary>The situation in which an offer's price is chosen, in numbers of about the same size. Amounts are shares of the reference price.</summary>
/// <param name="Rivals">The cheapest competitor of the niche less the reference price, −0.5 to 0.5; 0 without a competitor.</param>
/// <param name="Cover">Days of supply over sixty, at most 1.</param>
/// <param name="Season">The month's usual sales against the mean of the year, less 1.</param>
/// <param name="Rating">Mean stars less 4, halved; 0 without reviews.</param>
/// <param name="Cost">The price at which a sale earns nothing, less 0.6, −0.5 to 0.5.</param>
internal readonly record struct PriceSituation(double Rivals, double Cover, double Season, double Rating, double Cost)
{
    public const int Numbers = 5;
    private const double CoverDays = 60;
    private const double Reach = 0.5;

    /// <summary>Usual share of the break-even price in the shipped scenarios: it only centres the number.</summary>
    private const double UsualCost = 0.6;

    public static PriceSituation Of(in OfferObservation offer, double breakEvenCents, Observation today)
    {
        var reference = (double)offer.ReferencePrice.Cents;
        return new(
            Cheapest(today, offer.Info.Niche) is { } cheapest ? Math.Clamp((cheapest / reference) - 1, -Reach, Reach) : 0,
            Math.Min(1, offer.DaysOfSupply / CoverDays),
            SeasonGuide.Index(today.Date) - 1,
            ((offer.Listing.Rating ?? 4) - 4) / 2,
            Math.Clamp((breakEvenCents / reference) - UsualCost, -Reach, Reach));
    }

    /// <summary>Squared distance to another situation.</summary>
    public double DistanceTo(in PriceSituation other)
    {
        var (a, b, c, d, e) = (Rivals - other.Rivals, Cover - other.Cover, Season - other.Season, Rating - other.Rating, Cost - other.Cost);
        return (a * a) + (b * b) + (c * c) + (d * d) + (e * e);
    }

    /// <summary>Lowest price of a competitor on sale in a niche, in cents.</summary>
    private static long? Cheapest(Observation today, string niche)
    {
        long? lowest = null;
        var competitors = today.Competitors;
        for (var i = 0; i < competitors.Count; i++)
        {
            if (competitors[i] is { Price: var price, Niche: var name } && price > Money.Zero && name == niche && !(price.Cents >= lowest))
            {
                lowest = price.Cents;
            }
        }

        return lowest;
    }
}
