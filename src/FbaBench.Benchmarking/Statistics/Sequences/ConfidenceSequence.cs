namespace FbaBench;

/// <summary>
/// Intervals of a mean that hold at all times together: with the stated confidence the true mean lies in every one of them, so that
/// one may look after every world and stop whenever one likes. An interval of <see cref="MeanInterval"/> holds for one look only.
/// </summary>
public abstract class ConfidenceSequence
{
    private double _sum;

    private protected ConfidenceSequence(double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(confidence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        Confidence = confidence;
    }

    /// <summary>Chance that all intervals together hold, above 0 and below 1.</summary>
    public double Confidence { get; }

    /// <summary>What it says now.</summary>
    public SequenceInterval Current { get; private set; } = new(0, 0, null, null, null, null);

    /// <summary>Takes up a world, in an order that does not depend on the outcomes.</summary>
    /// <param name="value">The world's value; of a difference that of its means over repeats.</param>
    /// <returns>What the sequence says then.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value that is not finite, or outside declared bounds; nothing is taken up.</exception>
    public SequenceInterval Add(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A world's value is finite.");
        }

        Update(value);
        _sum += value;
        var (low, high) = Ends() ?? (null, null);
        var last = Current;
        return Current = new(
            last.Count + 1,
            _sum / (last.Count + 1),
            low,
            high,
            low is null || last.RunningLow > low ? last.RunningLow : low,
            high is null || last.RunningHigh < high ? last.RunningHigh : high);
    }

    /// <summary>
    /// About how many worlds in all until the interval no longer holds a value, if the worlds to come are like those so far: for planning, no promise. Null where there is no world yet, the worlds so far have that
    /// very mean, or more than <paramref name="most"/> would be needed.
    /// </summary>
    /// <param name="value">The value, finite.</param>
    /// <param name="most">The most that may be answered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value that is not finite, or a number below 1.</exception>
    public int? WorldsToExclude(double value, int most = 1_000_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return !double.IsFinite(value) ? throw new ArgumentOutOfRangeException(nameof(value), value, "A value to exclude is finite.")
            : Current.Count == 0 ? null
            : Planned(value, most);
    }

    private protected abstract void Update(double value);

    /// <summary>See <see cref="WorldsToExclude"/>; there is at least one world.</summary>
    private protected abstract int? Planned(double value, int most);

    /// <summary>The interval after the last update, or null where it is the whole line.</summary>
    private protected abstract (double? Low, double? High)? Ends();
}
