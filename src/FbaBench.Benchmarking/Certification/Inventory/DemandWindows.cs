namespace FbaBench;

/// <summary>Demand of some days in a row, against what theory expects of it.</summary>
/// <param name="demand">The law of a day.</param>
/// <param name="shelves">Offers that are watched.</param>
/// <param name="days">Days of a window.</param>
internal sealed class DemandWindows(DemandLaw demand, int shelves, int days)
{
    private readonly int[,] _wanted = new int[shelves, days];
    private readonly int[] _sums = new int[shelves];
    private double _deviations;
    private double _squares;
    private int _count;

    /// <summary>Mean deviation of the counted windows; its expectation is zero.</summary>
    public double Deviation => _deviations / _count;

    /// <summary>Mean squared deviation less the variance of a window; its expectation is zero.</summary>
    public double Square => (_squares / _count) - (demand.Variance * days);

    /// <summary>Adds yesterday: who came is who wanted a unit, served or not.</summary>
    public void Add(Observation today, bool isCounted)
    {
        for (var shelf = 0; shelf < shelves; shelf++)
        {
            var wanted = today.Offers[shelf].SessionsYesterday;
            ref var oldest = ref _wanted[shelf, today.Day % days];
            _sums[shelf] += wanted - oldest;
            oldest = wanted;
            if (isCounted)
            {
                var deviation = _sums[shelf] - (demand.Mean * days);
                _deviations += deviation;
                _squares += deviation * deviation;
                _count++;
            }
        }
    }
}
