namespace FbaBench;

/// <summary>
/// The difference of two agents on the worlds that both played: a world's difference is that of its means over repeats, so that what
/// the world does to both cancels; the interval is Student's t over these worlds.
/// </summary>
public sealed class PairedDifference
{
    private PairedDifference(int[] worlds, double[] values, int[] dropped)
    {
        (Worlds, Values, DroppedWorlds) = (worlds, values, dropped);
        Interval = values.Length == 0 ? null : MeanInterval.Of(values);
    }

    /// <summary>The worlds that both played, in order.</summary>
    public IReadOnlyList<int> Worlds { get; }

    /// <summary>The difference of each of them, first less second.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Worlds that only one of the two played, in order; they are in no figure.</summary>
    public IReadOnlyList<int> DroppedWorlds { get; }

    /// <summary>Mean difference with its interval; null without a common world.</summary>
    public MeanInterval? Interval { get; }

    /// <summary>Worlds in which the first is strictly better.</summary>
    public int WorldsBetter => Values.Count(value => value > 0);

    /// <summary>Whether the interval may be trusted.</summary>
    public IntervalTrust Trust => IntervalTrust.Of(Values);

    /// <summary>The difference of two samples.</summary>
    /// <exception cref="ArgumentException">A sample is empty, has a value that is not finite, or a repeat twice.</exception>
    public static PairedDifference Of(IEnumerable<WorldValue> first, IEnumerable<WorldValue> second)
    {
        var (one, other) = (WorldValue.ByWorld(first, nameof(first)), WorldValue.ByWorld(second, nameof(second)));
        int[] common = [.. one.Keys.Where(other.ContainsKey)];
        return new(
            common,
            [.. common.Select(world => one[world].Average() - other[world].Average())],
            [.. one.Keys.Where(world => !other.ContainsKey(world)).Concat(other.Keys.Where(world => !one.ContainsKey(world))).Order()]);
    }
}
