using FbaBench.World;

namespace FbaBench.Kernel.Forecasting;

/// <summary>What is told of forecasts: to their seller, and of their scores.</summary>
internal static class ForecastView
{
    public static ForecastBook Observe(WorldState state, int seat, int day)
    {
        if (!HasAny(state, seat))
        {
            return None;
        }

        var units = new List<UnitForecast>();
        var cash = new List<CashForecast>();
        for (var slot = 0; slot < state.Layout.Forecasts.PerSeat; slot++)
        {
            var forecast = state.Forecast(seat, slot);
            long? actual = forecast.Due < day ? forecast.Actual : null;
            if (forecast.Kind == ForecastKind.None || forecast.Due < day - 1)
            {
                continue;
            }

            if (forecast.Kind == ForecastKind.Units)
            {
                units.Add(new(new(forecast.Row), forecast.First, forecast.Due, (int)forecast.Low, (int)forecast.Expected, (int)forecast.High, actual));
            }
            else
            {
                cash.Add(new(forecast.Due, new(forecast.Low), new(forecast.Expected), new(forecast.High), actual is { } cents ? new Money(cents) : null));
            }
        }

        return new(
            Array.AsReadOnly([.. units.OrderBy(forecast => forecast.LastDay).ThenBy(forecast => forecast.Offer.Index)]),
            Array.AsReadOnly([.. cash.OrderBy(forecast => forecast.Day)]));
    }

    private static readonly ForecastBook None = new([], []);

    private static bool HasAny(WorldState state, int seat)
    {
        for (var slot = 0; slot < state.Layout.Forecasts.PerSeat; slot++)
        {
            if (state.Forecast(seat, slot).Kind != ForecastKind.None)
            {
                return true;
            }
        }

        return false;
    }

    public static ForecastScores Scores(WorldState state, int seat) =>
        new(state.ForecastSums(seat, ForecastKind.Units).Score, state.ForecastSums(seat, ForecastKind.Cash).Score);
}
