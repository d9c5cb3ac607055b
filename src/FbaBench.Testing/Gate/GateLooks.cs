namespace FbaBench;

/// <summary>The looks of a gate: takes up a world's value after the other and says what the claim has come to.</summary>
internal sealed class GateLooks(GateClaim claim, GateOptions options)
{
    private readonly ConfidenceSequence _sequence = options.Bounds is { } bounds
        ? new BettingSequence(bounds.Least.Cents / 100.0, bounds.Most.Cents / 100.0, 1 - (2 * options.Level))
        : new NormalSequence(1 - (2 * options.Level));

    private readonly List<double> _values = [];

    public IReadOnlyList<double> Values => _values;

    public SequenceInterval Now => _sequence.Current;

    /// <summary>Takes up a world, in dollars.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside declared bounds.</exception>
    public GateOutcome Take(double value)
    {
        var now = _sequence.Add(value);
        _values.Add(value);

        // Waiting, whatever it depends on, makes an outcome rarer under every hypothesis: the level stays.
        return _values.Count >= options.LeastWorlds && claim.Decide(now) is var outcome and not GateOutcome.Undecided && Doubts() is null ? outcome : GateOutcome.Undecided;
    }

    /// <summary>
    /// Why a decision of the sequence is not relied on yet, or null. Where every single world says the same as their mean, neither skewness nor tails can have misled the interval: then a number of worlds is all that is asked for.
    /// That all have one value is no doubt here either: an agent may be the baseline itself.
    /// </summary>
    public string? Doubts()
    {
        if (!options.WaitsForTrust || _values.Count == 0)
        {
            return null;
        }

        var trust = IntervalTrust.Of(_values);
        return (trust.Doubts & ~IntervalDoubt.NoSpread) == IntervalDoubt.None || (_values.Count >= MeanInterval.LeastWorlds && claim.AllSay(claim.Decide(Now), _values)) ? null : trust.Reason;
    }

    /// <summary>About how many worlds the sequence needs in all, and trust by the skewness so far; null where no number up to a million would do.</summary>
    public int? Needed() => claim.WorldsNeeded(_sequence) is not { } worlds ? null
        : options.WaitsForTrust ? Math.Max(worlds, IntervalTrust.Of(_values).WorldsNeeded)
        : worlds;
}
