namespace FbaBench;

/// <summary>
/// Shocks against the days before them. Shocks that overlap or follow at once are one period. A season that begins with a shock counts as the shock's: the same worlds for every agent are what makes the
/// figure comparable.
/// </summary>
internal sealed class StressFold : DayFold
{
    private const int DaysBefore = 28;
    private const int FewestBefore = 14;
    private const int DaysOfRecovery = 7;

    private readonly List<double> _income = [];
    private readonly List<bool> _shaken = [];
    private int _lasting;
    private double? _worth;

    public static IReadOnlyList<Metric> Metrics { get; } = Declare();

    public override void Take(EpisodeDay day)
    {
        foreach (var item in day.Events)
        {
            _lasting += item.Kind switch
            {
                EventKind.ShockStarted => 1,
                EventKind.ShockEnded => -1,
                _ => 0,
            };
        }

        var worth = day.Books.NetWorth.Cents / 100.0;
        if (day.IsDecisionDay)
        {
            _income.Add(worth - (_worth ?? (-day.Books.Balance(Account.Capital).Cents / 100.0)));
            _shaken.Add(_lasting > 0);
        }

        _worth = worth;
    }

    private static Metric[] Declare()
    {
        const string ReadFrom = "events ShockStarted, ShockEnded; accounts Cash to Loan";
        var of = new MetricsOf<StressFold>(MetricCategory.Stress);
        return
        [
            of.Metric("shock-loss", "USD", MetricDirection.Lower, "Income that shocks took, against the days before them.", "Σ over days with a shock of (mean daily change of net worth on the 28 days without shock before, at least 14, − that day's), decision days", ReadFrom, fold => fold.Loss()),
            of.Metric("recovery-days", "days", MetricDirection.Lower, "How long after a shock income was back.", "mean over shocks of the first k for which the mean daily change of net worth on days k to k + 6 after it is at least that of the days before it", ReadFrom, fold => fold.Recovery()),
        ];
    }

    private MetricReading Loss()
    {
        var (loss, counted) = (0.0, 0);
        foreach (var (first, end, before) in Periods())
        {
            if (before is { } usual)
            {
                counted++;
                for (var day = first; day < end; day++)
                {
                    loss += usual - _income[day];
                }
            }
        }

        return counted > 0 ? MetricReading.Of(loss) : MetricReading.NotSaid(WhyNone());
    }

    private MetricReading Recovery()
    {
        var (days, counted, open) = (0.0, 0, 0);
        foreach (var (_, end, before) in Periods())
        {
            if (before is not { } usual)
            {
                continue;
            }

            counted++;
            if (BackAfter(end, usual) is { } after)
            {
                days += after;
            }
            else
            {
                open++;
            }
        }

        return counted == 0 ? MetricReading.NotSaid(WhyNone())
            : open > 0 ? MetricReading.NotSaid(FormattableString.Invariant($"after {open} of {counted} shocks income did not come back before the last decision day"))
            : MetricReading.Of(days / counted);
    }

    private string WhyNone() => _shaken.Contains(true)
        ? FormattableString.Invariant($"no shock had {FewestBefore} decision days without one before it")
        : "there was no shock on a decision day";

    private int? BackAfter(int end, double usual)
    {
        for (var day = end; day + DaysOfRecovery <= _income.Count; day++)
        {
            var sum = 0.0;
            for (var i = 0; i < DaysOfRecovery; i++)
            {
                sum += _income[day + i];
            }

            if (sum / DaysOfRecovery >= usual)
            {
                return day - end;
            }
        }

        return null;
    }

    /// <summary>First day and day after the last of each shaken period, and the usual income before it where there is one.</summary>
    private IEnumerable<(int First, int End, double? Before)> Periods()
    {
        for (var day = 0; day < _shaken.Count; day++)
        {
            if (!_shaken[day])
            {
                continue;
            }

            var first = day;
            while (day < _shaken.Count && _shaken[day])
            {
                day++;
            }

            var from = first;
            var sum = 0.0;
            while (from > 0 && first - from < DaysBefore && !_shaken[from - 1])
            {
                sum += _income[--from];
            }

            yield return (first, day, first - from >= FewestBefore ? sum / (first - from) : null);
        }
    }
}
