namespace FbaBench;

/// <summary>Takes up worlds in their order and says when the claim is decided. Pure: the same values give the same answer.</summary>
internal sealed class GateLook
{
    private readonly GateClaim _claim;
    private readonly GateOptions _options;
    private readonly ConfidenceSequence? _sequence;
    private readonly List<double> _values = [];
    private bool _alike = true;

    public GateLook(GateClaim claim, GateOptions options)
    {
        (_claim, _options) = (claim, options);
        _sequence = !options.Sequential ? null
            : options.Bounds is { } bounds ? new BettingSequence(bounds.Least, bounds.Most, 1 - options.Level)
            : new NormalSequence(1 - options.Level, Math.Clamp(options.MostWorlds / 2, 2, 1_000_000));
    }

    /// <summary>Whether playing can end.</summary>
    public bool IsDecided { get; private set; }

    public IReadOnlyList<double> Values => _values;

    /// <summary>Takes up the next world.</summary>
    /// <param name="value">Its difference, dollars.</param>
    /// <param name="alike">Whether both agents did the very same in it.</param>
    public void Add(double value, bool alike)
    {
        _values.Add(value);
        _alike &= alike;
        _sequence?.Add(value);
        IsDecided = _options.Sequential && _values.Count >= GateOptions.LeastWorlds && Outcome() != GateOutcome.Undecided;
    }

    public GateResult Result()
    {
        var (low, high) = Ends();
        var outcome = Outcome();
        var deviation = MeanInterval.Of(_values).StandardDeviation;
        return new(_claim.Words, outcome, _values.Count, _values.Average(), low, high, Reason(outcome))
        {
            Values = _values.AsReadOnly(),
            WorldsToDecide = outcome == GateOutcome.Undecided && deviation > 0 && _claim.Distance(_values.Average()) is > 0 and var distance
                && PowerPlan.NormalWorlds(deviation * deviation, 0, 1, distance, 0.8, 2 * _options.Level) is <= PowerPlan.MostWorlds and var worlds
                ? (int)Math.Ceiling(worlds)
                : null,
        };
    }

    /// <summary>Without declared bounds no outcome is one that rests on an interval which may not be trusted.</summary>
    private bool IsTrusted => _options.Bounds is not null || IntervalTrust.Of(_values).IsTrusted;

    private GateOutcome Outcome()
    {
        if (_alike)
        {
            return _claim.Decide(0, 0);
        }

        var (low, high) = Ends();
        var outcome = _claim.Decide(low, high);
        return outcome == GateOutcome.Undecided || IsTrusted ? outcome : GateOutcome.Undecided;
    }

    private (double? Low, double? High) Ends()
    {
        if (_alike)
        {
            return (0, 0);
        }

        if (_sequence is { Current: var current })
        {
            return current.IsContradiction ? (null, null) : (current.RunningLow, current.RunningHigh);
        }

        // The ends do not depend on the margin.
        var once = MarginComparison.Of(_values, 1, _options.Level);
        return (once.Low, once.High);
    }

    private string Reason(GateOutcome outcome)
    {
        if (_alike)
        {
            return "Both did the very same in every world";
        }

        if (_sequence is { Current.IsContradiction: true })
        {
            return "The worlds contradict each other: the differences are not what the sequence assumes";
        }

        var (low, high) = Ends();
        return outcome != GateOutcome.Undecided ? FormattableString.Invariant($"By {Kind} at level {_options.Level}")
            : _claim.Decide(low, high) != GateOutcome.Undecided ? $"The interval is not to be trusted: {IntervalTrust.Of(_values).Reason}"
            : FormattableString.Invariant($"The budget of {_options.MostWorlds:#,0} worlds does not decide it ({Kind} at level {_options.Level})");
    }

    private string Kind => !_options.Sequential ? "one look at Student's t" : _options.Bounds is null ? "a t-mixture sequence" : "a betting sequence";
}
