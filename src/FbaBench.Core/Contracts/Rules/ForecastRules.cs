namespace FbaBench.Contracts;

/// <summary>When a forecast is refused.</summary>
internal static class ForecastRules
{
    private const int EarliestDue = 6;
    private const int LatestDue = 90;

    /// <summary>Everything about a forecast but those that stand.</summary>
    public static Refusal Check(int index, in ForecastTarget target, int day, int lastDecisionDay)
    {
        var (earliest, latest) = (day + EarliestDue, Math.Min(day + LatestDue, lastDecisionDay));
        if (target.Due < earliest || target.Due > latest)
        {
            return new(index, RefusalReason.ForecastDayOutOfRange, target.Due, earliest, latest);
        }

        return target.Low > target.Expected || target.Expected > target.High || (target.Row >= 0 && target.Low < 0)
            ? new(index, RefusalReason.ForecastOutOfOrder, target.Expected, target.Low, target.High)
            : default;
    }

    public static Refusal Exists(int index, int due) => new(index, RefusalReason.ForecastExists, due, 0, 0);

    public static Refusal Full(int index, int places) => new(index, RefusalReason.TooManyForecasts, places, 0, places);
}

/// <summary>What a forecast is about and says, in units or cents.</summary>
/// <param name="Row">Row of the offer; −1 for cash.</param>
/// <param name="Due">Day on whose evening it falls due.</param>
/// <param name="Low">Lower end.</param>
/// <param name="Expected">Expected value.</param>
/// <param name="High">Upper end.</param>
internal readonly record struct ForecastTarget(int Row, int Due, long Low, long Expected, long High)
{
    public static ForecastTarget Of(ForecastUnits forecast) => new(forecast.Offer.Index, forecast.LastDay, forecast.Low, forecast.Expected, forecast.High);

    public static ForecastTarget Of(ForecastCash forecast) => new(-1, forecast.Day, forecast.Low.Cents, forecast.Expected.Cents, forecast.High.Cents);
}
