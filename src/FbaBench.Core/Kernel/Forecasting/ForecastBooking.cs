using FbaBench.World;

namespace FbaBench.Kernel.Forecasting;

/// <summary>Registers forecasts. The first one of a target stands: asking again must not let a seller replace what turned out wrong.</summary>
internal static class ForecastBooking
{
    private const int EarliestDue = 6;
    private const int LatestDue = 90;

    public static Refusal Units(DayContext day, int index, OwnOffer offer, ForecastUnits forecast)
    {
        var refusal = Register(day, offer.Seat, index, new(ForecastKind.Units, offer.Row, forecast.LastDay, forecast.Low, forecast.Expected, forecast.High));
        if (refusal.Reason == RefusalReason.None)
        {
            day.Emit(EventKind.ForecastRegistered, offer.Seat, offer.Row, forecast.LastDay, forecast.Expected);
        }

        return refusal;
    }

    public static Refusal Cash(DayContext day, int seat, int index, ForecastCash forecast)
    {
        var refusal = Register(day, seat, index, new(ForecastKind.Cash, -1, forecast.Day, forecast.Low.Cents, forecast.Expected.Cents, forecast.High.Cents));
        if (refusal.Reason == RefusalReason.None)
        {
            day.Emit(EventKind.ForecastRegistered, seat, -1, forecast.Day, 0, forecast.Expected.Cents);
        }

        return refusal;
    }

    private static Refusal Register(DayContext day, int seat, int index, Target target)
    {
        var state = day.State;
        var (earliest, latest) = (day.Day + EarliestDue, Math.Min(day.Day + LatestDue, state.LastDecisionDay[seat]));
        if (target.Due < earliest || target.Due > latest)
        {
            return new(index, RefusalReason.ForecastDayOutOfRange, target.Due, earliest, latest);
        }

        if (target.Low > target.Expected || target.Expected > target.High || (target.Kind == ForecastKind.Units && target.Low < 0))
        {
            return new(index, RefusalReason.ForecastOutOfOrder, target.Expected, target.Low, target.High);
        }

        var free = -1;
        for (var slot = 0; slot < state.Layout.Forecasts.PerSeat; slot++)
        {
            var forecast = state.Forecast(seat, slot);
            if (!forecast.IsOpen(day.Day))
            {
                free = free < 0 ? slot : free;
            }
            else if (forecast.Kind == target.Kind && forecast.Row == target.Row && forecast.Due == target.Due)
            {
                return new(index, RefusalReason.ForecastExists, target.Due, 0, 0);
            }
        }

        if (free < 0)
        {
            return new(index, RefusalReason.TooManyForecasts, state.Layout.Forecasts.PerSeat, 0, state.Layout.Forecasts.PerSeat);
        }

        state.Forecast(seat, free).Fill(target.Kind, target.Row, day.Day, target.Due, target.Low, target.Expected, target.High);
        state.ForecastSums(seat, target.Kind).Register();
        state.ForecastsOpen[seat]++;
        return default;
    }

    private readonly record struct Target(ForecastKind Kind, int Row, int Due, long Low, long Expected, long High);
}
