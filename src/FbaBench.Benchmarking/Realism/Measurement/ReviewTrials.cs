namespace FbaBench;

/// <summary>
/// What reviews do to the sales of the next thirty days: worlds that differ in the opening reviews of one listing a niche alone, on common draws. Fifty
/// times the shoppers with a fiftieth of the review rate are the same market with less noise, so that one review shows.
/// </summary>
internal sealed class ReviewTrials
{
    private const int TrialDays = 30;
    private const double Busy = 50;
    private const double MostSessions = 1e5;
    private const int Stock = 1_000_000;

    /// <summary>Fifty reviews in the world's proportions, mean 4.16, and one more of one and of five stars.</summary>
    private static readonly int[] Fifty = [5, 2, 4, 8, 31];
    private static readonly int[] OneMore = [6, 2, 4, 8, 31];
    private static readonly int[] FiveMore = [5, 2, 4, 8, 32];

    /// <summary>A hundred reviews of means 3.75 and 4.25.</summary>
    private static readonly int[] Low = [18, 6, 9, 17, 50];
    private static readonly int[] High = [8, 4, 8, 15, 65];

    /// <summary>Effect of one more one-star review on the logarithm of sales.</summary>
    public required double OneStar { get; init; }

    /// <summary>Effect of one more five-star review.</summary>
    public required double FiveStars { get; init; }

    /// <summary>Change of the logarithm of sales per star of the displayed rating around 4.</summary>
    public required double PerStar { get; init; }

    public static ReviewTrials Of(WorldDefinition world, WorldSeed seed, CancellationToken cancellationToken)
    {
        var busy = world with
        {
            Days = TrialDays,
            Laboratory = true,
            Market = world.Market with { Reviews = world.Market.Reviews with { Rate = world.Market.Reviews.Rate / Busy } },
            Niches = [.. world.Niches.Select(niche => niche with { SessionsPerDay = Math.Min(MostSessions, niche.SessionsPerDay * Busy) })],
        };
        var fifty = Units(busy, seed, Fifty, cancellationToken);
        return new()
        {
            OneStar = Math.Log(Units(busy, seed, OneMore, cancellationToken) / fifty),
            FiveStars = Math.Log(Units(busy, seed, FiveMore, cancellationToken) / fifty),
            PerStar = Math.Log(Units(busy, seed, High, cancellationToken) / Units(busy, seed, Low, cancellationToken)) / (Mean(High) - Mean(Low)),
        };
    }

    /// <summary>Units of the listings with these reviews, each product in turn.</summary>
    private static double Units(WorldDefinition busy, WorldSeed seed, int[] stars, CancellationToken cancellationToken)
    {
        var units = 0.0;
        foreach (var name in RealismOffers.OwnNames)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var simulation = Simulation.Create(
                busy with { Niches = [.. busy.Niches.Select(niche => niche with { Products = [.. niche.Products.Select(product => With(product, name, stars))] })] },
                seed);
            var morning = simulation.Observe(Forks.Seat);
            var commands = Forks.AtShare(morning.Offers, 1);
            int[]? rows = null;
            while (simulation.Day < TrialDays)
            {
                var figures = simulation.Play(commands);
                rows ??= [.. morning.Named(name).Select(offer => Forks.IndexOf(figures, offer))];
                units += rows.Sum(row => (double)figures[row].Units);
                commands = [];
            }
        }

        return units;
    }

    private static ProductDefinition With(ProductDefinition product, string name, int[] stars) => product.Name == name
        ? product with { OpeningStock = Stock, OpeningReviews = 0, OpeningRating = null, OpeningStars = stars }
        : product with { OpeningStock = Stock };

    private static double Mean(int[] stars) => stars.Select((count, star) => (star + 1.0) * count).Sum() / stars.Sum();
}
