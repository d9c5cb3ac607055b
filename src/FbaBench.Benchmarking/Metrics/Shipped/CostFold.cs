namespace FbaBench;

/// <summary>What thinking cost, by the charges in the log. Time is in timings.json alone: it is no result.</summary>
internal sealed class CostFold : DayFold
{
    private const double MicroDollars = 1_000_000;
    private const string Free = "no thinking was charged";

    private InferenceCost _cost;
    private Money _gain;

    public static IReadOnlyList<Metric> Metrics { get; } = Declare();

    public override void Take(EpisodeDay day)
    {
        _cost = day.Inference;
        _gain = day.Books.Balance(Account.Cash) - day.World.Cash;
    }

    private static Metric[] Declare()
    {
        const string ReadFrom = "column Inference (commands ChargeInference)";
        var of = new MetricsOf<CostFold>(MetricCategory.Cost);
        return
        [
            of.Metric("inference-cost", "USD", MetricDirection.Lower, "What the model's calls cost.", "sum of the charges", ReadFrom, fold => fold.Said(cost => MetricReading.Of(cost.MicroDollars / MicroDollars))),
            of.Metric("input-tokens", "tokens", MetricDirection.Lower, "Tokens that the model read.", "sum of the charges", ReadFrom, fold => fold.Said(cost => MetricReading.Of(cost.InputTokens))),
            of.Metric("output-tokens", "tokens", MetricDirection.Lower, "Tokens that the model wrote.", "sum of the charges", ReadFrom, fold => fold.Said(cost => MetricReading.Of(cost.OutputTokens))),
            of.Metric("gain-per-inference-dollar", "USD a USD", MetricDirection.Higher, "What a dollar of thinking came to.", "(cash − opening cash, after the last day) ÷ inference cost", ReadFrom + "; account Cash", fold => MetricReading.Ratio(fold._gain.Cents / 100.0, fold._cost.MicroDollars / MicroDollars, Free)),
        ];
    }

    private MetricReading Said(Func<InferenceCost, MetricReading> read) => _cost == default ? MetricReading.NotSaid(Free) : read(_cost);
}
