namespace FbaBench;

/// <summary>
/// What an offer sells on a usual day at the usual markup, from all its trials so far. Trials are weighed by it and not by their own sessions, since a price moves how many come, too.
/// </summary>
internal sealed class UsualVolume
{
    /// <summary>A rate from fewer units is mostly noise: a modelling choice.</summary>
    private const long LeastUnits = 10;

    private long _units;
    private double _days;

    /// <summary>Units; 0 while too few were sold to say.</summary>
    public double OfDay => _units < LeastUnits ? 0 : _units / _days;

    public UsualVolume Copy() => (UsualVolume)MemberwiseClone();

    public void Add(long units, double days)
    {
        _units += units;
        _days += days;
    }
}
