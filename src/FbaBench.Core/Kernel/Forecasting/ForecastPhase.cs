using FbaBench.World;

namespace FbaBench.Kernel.Forecasting;

/// <summary>
/// Evening, after the last movement of cash: forecasts that are due are scored; those of a business that closed before are dropped and stay unscored.
/// </summary>
internal static class ForecastPhase
{
    public static void Run(DayContext day)
    {
        var state = day.State;
        for (var seat = 0; seat < day.Model.Seats; seat++)
        {
            if (state.ForecastsOpen[seat] == 0)
            {
                continue;
            }

            for (var slot = 0; slot < state.Layout.Forecasts.PerSeat; slot++)
            {
                var forecast = state.Forecast(seat, slot);
                if (forecast.IsOpen(day.Day))
                {
                    Follow(day, seat, forecast);
                }
            }
        }
    }

    private static void Follow(DayContext day, int seat, ForecastSlot forecast)
    {
        var state = day.State;
        if (forecast.Kind == ForecastKind.Units)
        {
            forecast.Actual += state.Units[forecast.Row];
        }

        if (forecast.Due == day.Day)
        {
            Score(day, seat, forecast);
            state.ForecastsOpen[seat]--;
        }
        else if (state.Status[seat] != (int)SeatStatus.Trading)
        {
            forecast.Clear();
            state.ForecastsOpen[seat]--;
        }
    }

    private static void Score(DayContext day, int seat, ForecastSlot forecast)
    {
        var isCash = forecast.Kind == ForecastKind.Cash;
        if (isCash)
        {
            forecast.Actual = day.Balance(seat, Account.Cash);
        }

        var isInside = day.State.ForecastSums(seat, forecast.Kind).Add(forecast);
        var units = isCash ? 0 : (int)Math.Min(int.MaxValue, forecast.Actual);
        day.Emit(EventKind.ForecastScored, seat, forecast.Row, isInside ? 1 : 0, units, isCash ? forecast.Actual : 0);
    }
}
