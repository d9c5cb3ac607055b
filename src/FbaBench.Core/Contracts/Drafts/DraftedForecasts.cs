namespace FbaBench.Contracts;

/// <summary>Forecasts under the commands of a draft.</summary>
internal sealed class DraftedForecasts
{
    private readonly List<(int Row, int Due)> _open = [];
    private readonly int _day;
    private readonly int _lastDecisionDay;
    private readonly int _places;

    public DraftedForecasts(Observation today, KernelLimits limits)
    {
        _day = today.Day;
        _lastDecisionDay = today.LastDecisionDay;
        _places = limits.ForecastsPerSeat;
        _open.AddRange(today.Forecasts.Units.Where(forecast => forecast.LastDay >= _day).Select(forecast => (forecast.Offer.Index, forecast.LastDay)));
        _open.AddRange(today.Forecasts.Cash.Where(forecast => forecast.Day >= _day).Select(forecast => (-1, forecast.Day)));
    }

    public Verdict Register(int index, in ForecastTarget target)
    {
        var refusal = Refuse(index, target);
        if (refusal.Reason == RefusalReason.None)
        {
            _open.Add((target.Row, target.Due));
        }

        return Verdict.Of(refusal);
    }

    private Refusal Refuse(int index, in ForecastTarget target)
    {
        if (ForecastRules.Check(index, target, _day, _lastDecisionDay) is { Reason: not RefusalReason.None } refusal)
        {
            return refusal;
        }

        if (_open.Contains((target.Row, target.Due)))
        {
            return ForecastRules.Exists(index, target.Due);
        }

        return _open.Count >= _places ? ForecastRules.Full(index, _places) : default;
    }
}
