using static System.FormattableString;

namespace FbaBench.Contracts;

/// <summary>A seller's forecasts as text; nothing where there are none.</summary>
internal static class ForecastText
{
    public static void Write(TextLines lines, Observation today)
    {
        if (today.Forecasts.Units.Count + today.Forecasts.Cash.Count == 0)
        {
            return;
        }

        lines.Section("YOUR FORECASTS (cash in dollars; low and high of an 80% interval)");
        foreach (var forecast in today.Forecasts.Units)
        {
            var outcome = forecast.Actual is { } units ? Invariant($"sold {units}") : "open";
            lines.Line(Invariant($"{ObservedNames.Offer(today, forecast.Offer).Name}, units of day {forecast.FirstDay} to {forecast.LastDay}: {forecast.Expected}, low {forecast.Low}, high {forecast.High}; {outcome}."));
        }

        foreach (var forecast in today.Forecasts.Cash)
        {
            var outcome = forecast.Actual is { } cash ? $"it was {cash}" : "open";
            lines.Line(Invariant($"cash on the evening of day {forecast.Day}: {forecast.Expected}, low {forecast.Low}, high {forecast.High}; {outcome}."));
        }
    }
}
