namespace FbaBench;

/// <summary>All metrics of an episode at once. A metric of one's own that throws loses its value, never the episode.</summary>
internal sealed class MetricFolds
{
    private const int Decimals = 9;
    private readonly IReadOnlyList<Metric> _metrics;
    private readonly Dictionary<Type, IDayFold> _shipped = [];
    private readonly IDayFold[] _folds;
    private readonly List<OwnFold> _own = [];

    public MetricFolds(IReadOnlyList<Metric> metrics)
    {
        _metrics = metrics;
        foreach (var metric in metrics.SelectMany(metric => metric.Parts.Select(part => part.Metric).Prepend(metric)))
        {
            if (metric.Shipped is { } shipped && !_shipped.ContainsKey(shipped.Fold))
            {
                _shipped.Add(shipped.Fold, shipped.Make());
            }
            else if (metric.Make is not null && !_own.Exists(own => own.Metric == metric))
            {
                _own.Add(new(metric));
            }
        }

        _folds = [.. _shipped.Values];
    }

    /// <summary>Whether no metric keeps an observation, or reads a morning. The shipped ones do not.</summary>
    public bool ReadsOnlyTheEvening => _own.TrueForAll(own => own.ReadsOnlyTheEvening);

    public void Take(EpisodeDay day)
    {
        foreach (var fold in _folds)
        {
            fold.Take(day);
        }

        foreach (var own in _own)
        {
            own.Take(day);
        }
    }

    /// <summary>The values, in the order of the metrics.</summary>
    public IReadOnlyList<MetricValue> Finish()
    {
        var own = _own.ToDictionary(fold => fold.Metric, fold => fold.Finish());
        return [.. _metrics.Select(metric => Value(metric, Read(metric)))];

        MetricReading Read(Metric metric) => metric switch
        {
            { Shipped: { } shipped } => shipped.Read(_shipped[shipped.Fold]),
            { Parts.Count: > 0 } => CompositeMetric.Read(metric.Parts, Read),
            _ => own[metric],
        };
    }

    /// <summary>Nine decimals: what is beyond is rounding, and might differ between machines.</summary>
    private static MetricValue Value(Metric metric, MetricReading reading)
    {
        var rounded = reading.Value is { } value ? Math.Round(value, Decimals) + 0.0 : (double?)null;
        return new(metric.Name, metric.Version, metric.Unit, rounded, rounded is null ? reading.Reason ?? "no reading was given" : null);
    }

    /// <summary>A metric of somebody else's code.</summary>
    private sealed class OwnFold
    {
        private readonly IEpisodeMetric? _fold;
        private bool _wasTold;
        private string? _failure;

        public OwnFold(Metric metric)
        {
            Metric = metric;
            try
            {
                _fold = metric.Make!() ?? throw new InvalidOperationException("The factory returned null.");
                ReadsOnlyTheEvening = _fold.ReadsOnlyTheEvening;
            }
            catch (Exception error)
            {
                _failure = Threw(error, day: 0);
            }
        }

        public Metric Metric { get; }

        public bool ReadsOnlyTheEvening { get; } = true;

        public void Take(EpisodeDay day)
        {
            if (_failure is not null)
            {
                return;
            }

            try
            {
                _wasTold = true;
                _fold!.Take(day);
            }
            catch (Exception error)
            {
                _failure = Threw(error, day.Day);
            }
        }

        public MetricReading Finish()
        {
            if (_failure is not null)
            {
                return MetricReading.NotSaid(_failure);
            }

            try
            {
                return _wasTold ? _fold!.Finish() : MetricReading.NotSaid("no day was played");
            }
            catch (Exception error)
            {
                return MetricReading.NotSaid($"the metric threw {error.GetType().Name} at the end");
            }
        }

        private static string Threw(Exception error, int day) => FormattableString.Invariant($"the metric threw {error.GetType().Name} on day {day}");
    }
}
