using FbaBench.Contracts;
using FbaBench.World;

namespace FbaBench.Kernel.Forecasting;

/// <summary>Registers forecasts. The first one of a target stands: asking again must not let a seller replace what turned out wrong.</summary>
internal static class ForecastBooking
{
    public static Refusal Units(DayContext day, int index, OwnOffer offer, ForecastUnits forecast)
    {
        var refusal = Register(day, offer.Seat, index, ForecastKind.Units, ForecastTarget.Of(forecast));
        if (refusal.Reason == RefusalReason.None)
        {
            day.Emit(EventKind.ForecastRegistered, offer.Seat, offer.Row, forecast.LastDay, forecast.Expected);
        }

        return refusal;
    }

    public static Refusal Cash(DayContext day, int seat, int index, ForecastCash forecast)
    {
        var refusal = Register(day, seat, index, ForecastKind.Cash, ForecastTarget.Of(forecast));
        if (refusal.Reason == RefusalReason.None)
        {
            day.Emit(EventKind.ForecastRegistered, seat, -1, forecast.Day, 0, forecast.Expected.Cents);
        }

        return refusal;
    }

    private static Refusal Register(DayContext day, int seat, int index, ForecastKind kind, ForecastTarget target)
    {
        var state = day.State;
        if (ForecastRules.Check(index, target, day.Day, state.LastDecisionDay[seat]) is { Reason: not RefusalReason.None } refusal)
        {
            return refusal;
        }

        var free = -1;
        for (var slot = 0; slot < state.Layout.Forecasts.PerSeat; slot++)
        {
            var forecast = state.Forecast(seat, slot);
            if (!forecast.IsOpen(day.Day))
            {
                free = free < 0 ? slot : free;
            }
            else if (forecast.Kind == kind && forecast.Row == target.Row && forecast.Due == target.Due)
            {
                return ForecastRules.Exists(index, target.Due);
            }
        }

        if (free < 0)
        {
            return ForecastRules.Full(index, state.Layout.Forecasts.PerSeat);
        }

        state.Forecast(seat, free).Fill(kind, target.Row, day.Day, target.Due, target.Low, target.Expected, target.High);
        state.ForecastSums(seat, kind).Register();
        state.ForecastsOpen[seat]++;
        return default;
    }
}
