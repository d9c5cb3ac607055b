namespace FbaBench;

/// <summary>Rating and account health on the decision days.</summary>
internal sealed class TrustFold : DayFold
{
    private double? _rating;
    private int? _leastPoints;
    private double? _worstRate;
    private int _days;
    private int _suspended;

    public static IReadOnlyList<Metric> Metrics { get; } = Declare();

    public override void Take(EpisodeDay day)
    {
        if (!day.IsDecisionDay)
        {
            return;
        }

        var evening = day.Evening;
        var health = evening.Health;
        _days++;
        _suspended += health.SuspendedDay is null ? 0 : 1;
        _leastPoints = Math.Min(_leastPoints ?? health.Points, health.Points);
        if (health.Orders >= evening.Rules.FewestOrders && health.Orders > 0)
        {
            _worstRate = Math.Max(_worstRate ?? 0, health.DefectRate);
        }

        var (reviews, stars) = (0L, 0.0);
        foreach (var offer in evening.Offers)
        {
            var of = offer.Listing.Stars;
            reviews += of.Total;
            stars += of.One + (2.0 * of.Two) + (3.0 * of.Three) + (4.0 * of.Four) + (5.0 * of.Five);
        }

        _rating = reviews == 0 ? null : stars / reviews;
    }

    private static Metric[] Declare()
    {
        const string NoDay = "there was no decision day";
        var of = new MetricsOf<TrustFold>(MetricCategory.Trust);
        return
        [
            of.Metric("rating", "stars", MetricDirection.Higher, "What reviewers of the seller's listings thought.", "mean of all stars of the listings on which it has an offer, on the evening of the last decision day", "column Listing.Stars", fold => fold._rating is { } rating ? MetricReading.Of(rating) : MetricReading.NotSaid("there was no review")),
            of.Metric("account-health", "points", MetricDirection.Higher, "The lowest that the account's rating stood.", "least points over the evenings of the decision days; 0 to 1,000", "column Health.Points", fold => fold._leastPoints is { } points ? MetricReading.Of(points) : MetricReading.NotSaid(NoDay)),
            of.Metric("order-defect-rate", "share", MetricDirection.Lower, "The worst share of orders with a complaint that nobody answered.", "highest defective orders ÷ orders of 60 days, over the evenings of the decision days on which the marketplace has enough orders to count it", "column Health", fold => fold._worstRate is { } rate ? MetricReading.Of(rate) : MetricReading.NotSaid("there were never enough orders in 60 days for the rate to count")),
            of.Metric("suspended-days", "share", MetricDirection.Lower, "How much of the time the account was suspended.", "decision days with a suspension in the evening ÷ decision days", "column Health.SuspendedDay", fold => MetricReading.Ratio(fold._suspended, fold._days, NoDay)),
        ];
    }
}
