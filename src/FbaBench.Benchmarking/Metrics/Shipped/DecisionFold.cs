namespace FbaBench;

/// <summary>Whether decisions came, were valid, and foresaw what came.</summary>
internal sealed class DecisionFold : DayFold
{
    private int _days;
    private int _failed;
    private int _idle;
    private long _commands;
    private long _refused;
    private long _refusedForCash;
    private long _refusedForBounds;
    private ForecastScores _forecasts;

    public static IReadOnlyList<Metric> Metrics { get; } = Declare();

    public override void Take(EpisodeDay day)
    {
        if (!day.IsDecisionDay)
        {
            return;
        }

        // What thinking cost is written down by whoever runs the agent: it is no command of the seller.
        var commands = 0;
        for (var i = 0; i < day.Commands.Count; i++)
        {
            commands += day.Commands[i] is ChargeInference ? 0 : 1;
        }

        _days++;
        _commands += commands;
        _failed += day.Fault is null ? 0 : 1;
        _idle += day.Fault is null && commands == 0 ? 1 : 0;
        _forecasts = day.Forecasts;
        foreach (var item in day.Events)
        {
            if (item.Kind == EventKind.CommandRefused && item.Seat == day.Seat)
            {
                Refused((RefusalReason)item.Detail);
            }
        }
    }

    private void Refused(RefusalReason reason)
    {
        if (reason == RefusalReason.InferenceOutOfRange)
        {
            return;
        }

        _refused++;
        _refusedForCash += reason is RefusalReason.NotEnoughCash or RefusalReason.CreditClosed or RefusalReason.CreditOutOfRange ? 1 : 0;
        _refusedForBounds += reason is RefusalReason.PriceOutOfRange or RefusalReason.BelowMinimumUnits or RefusalReason.UnitsOutOfRange or RefusalReason.TooManyLots or RefusalReason.NotEnoughStock
            or RefusalReason.TooManyCommands or RefusalReason.PromotionTooSmall or RefusalReason.PromotionDaysUsed or RefusalReason.BelowPromotion or RefusalReason.BidOutOfRange or RefusalReason.BudgetOutOfRange
            or RefusalReason.CampaignDaysOutOfRange or RefusalReason.ReviewsOutOfRange or RefusalReason.UnsellableOutOfRange or RefusalReason.ForecastDayOutOfRange or RefusalReason.ForecastOutOfOrder or RefusalReason.TooManyForecasts ? 1 : 0;
    }

    private static Metric[] Declare()
    {
        const string NoDay = "there was no decision day";
        const string NoCommand = "there was no command";
        const string Refusals = "events CommandRefused; commands";
        const string Forecasts = "column Forecasts (events ForecastRegistered, ForecastScored)";
        var of = new MetricsOf<DecisionFold>(MetricCategory.Decisions);
        return
        [
            of.Metric("valid-decisions", "share", MetricDirection.Higher, "Days on which the agent came to a decision that could be read.", "decision days without a fault ÷ decision days", "the log's faults", fold => MetricReading.Ratio(fold._days - fold._failed, fold._days, NoDay)),
            of.Metric("idle-days", "share", MetricDirection.Neither, "Days on which the agent decided to do nothing.", "decision days without fault and command ÷ decision days; what thinking cost is no command", "commands", fold => MetricReading.Ratio(fold._idle, fold._days, NoDay)),
            of.Metric("commands-a-day", "commands", MetricDirection.Neither, "How much the agent ordered done.", "commands ÷ decision days", "commands", fold => MetricReading.Ratio(fold._commands, fold._days, NoDay)),
            of.Metric("refused-commands", "share", MetricDirection.Lower, "Commands that the market refused.", "refused commands ÷ commands", Refusals, fold => MetricReading.Ratio(fold._refused, fold._commands, NoCommand)),
            of.Metric("refused-for-cash", "share", MetricDirection.Lower, "Commands refused because cash or credit was not there.", "commands refused with NotEnoughCash, CreditClosed or CreditOutOfRange ÷ commands", Refusals, fold => MetricReading.Ratio(fold._refusedForCash, fold._commands, NoCommand)),
            of.Metric("refused-for-bounds", "share", MetricDirection.Lower, "Commands refused because a number was outside what is allowed.", "commands refused for a price, units, stock, days, bid, budget, number of commands or forecast out of range ÷ commands", Refusals, fold => MetricReading.Ratio(fold._refusedForBounds, fold._commands, NoCommand)),
            of.Metric("refused-otherwise", "share", MetricDirection.Lower, "Commands refused because they did not fit what is there.", "all other refused commands ÷ commands", Refusals, fold => MetricReading.Ratio(fold._refused - fold._refusedForCash - fold._refusedForBounds, fold._commands, NoCommand)),
            of.Metric("forecast-coverage", "share", MetricDirection.Neither, "0.8 where the seller's forecast intervals are calibrated.", "forecasts whose outcome lay in their interval ÷ forecasts that fell due, units and cash together (docs/forecasts.md)", Forecasts, fold => MetricReading.Ratio(fold._forecasts.Units.Covered + fold._forecasts.Cash.Covered, fold._forecasts.Units.Scored + fold._forecasts.Cash.Scored, "no forecast fell due")),
            of.Metric("forecast-error", "share", MetricDirection.Lower, "How far unit forecasts were off.", "Σ |expected − actual| ÷ Σ |actual| of unit forecasts that fell due (weighted absolute percentage error)", Forecasts, fold => fold._forecasts.Units.WeightedError is { } error ? MetricReading.Of(error) : MetricReading.NotSaid("no unit forecast fell due on sales")),
        ];
    }
}
