namespace FbaBench;

/// <summary>Sums of <see cref="SeasonGuide"/> as a morning's offers ask for them, the same few again and again: each is worked out once.</summary>
internal sealed class SeasonAhead(SimDate today)
{
    /// <summary>Days of the past whose sales are known.</summary>
    public const int HistoryDays = 30;

    private const int Kept = 8;
    private readonly (int Days, double Sum)[] _sums = new (int, double)[Kept];
    private int _made;

    /// <summary>Sum of the index over the last 30 days.</summary>
    public double Last30Days { get; } = SeasonGuide.Sum(today, -HistoryDays, 0);

    /// <summary>Sum of the index over a number of days, today the first.</summary>
    public double Next(int days)
    {
        for (var i = 0; i < Math.Min(_made, Kept); i++)
        {
            if (_sums[i].Days == days)
            {
                return _sums[i].Sum;
            }
        }

        var sum = SeasonGuide.Sum(today, 0, days);
        _sums[_made++ % Kept] = (days, sum);
        return sum;
    }
}
