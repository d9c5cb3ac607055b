namespace FbaBench;

/// <summary>
/// A metric: its name, unit and meaning, from what it is read, and how an episode is measured. It reads events, books and state alone. See docs/metrics.md for the shipped ones
/// (<see cref="ShippedMetrics"/>) and <see cref="Benchmark.Metric"/> for one's own.
/// </summary>
public sealed class Metric
{
    private const int LongestUnit = 30;

    /// <summary>A metric of one's own.</summary>
    /// <param name="name">Its name, see <see cref="EntityName"/>.</param>
    /// <param name="make">Makes a fresh instance for every episode; called on any thread.</param>
    /// <exception cref="ArgumentException">The name is not one.</exception>
    public Metric(string name, Func<IEpisodeMetric> make)
        : this(name)
    {
        ArgumentNullException.ThrowIfNull(make);
        Make = make;
    }

    internal Metric(string name, ShippedReading shipped)
        : this(name) => Shipped = shipped;

    internal Metric(string name, IReadOnlyList<CompositePart> parts)
        : this(name) => Parts = parts;

    private Metric(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = EntityName.IsValid(name) ? name : throw new ArgumentException($"'{name}' cannot name a metric: {EntityName.Rule}", nameof(name));
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Unit of its values, at most 30 characters: "USD", "days", "share"; empty for a plain number.</summary>
    /// <exception cref="ArgumentException">It is longer, or null.</exception>
    public required string Unit
    {
        get;
        init => field = value is { Length: <= LongestUnit } ? value : throw new ArgumentException($"The unit '{value}' has more than {LongestUnit} characters, or is null.", nameof(value));
    }

    /// <summary>Which way is better.</summary>
    public required MetricDirection Better { get; init; }

    /// <summary>One short sentence: what the number says.</summary>
    public required string Interpretation { get; init; }

    /// <summary>How it is computed, in words or symbols, with the source of the formula where it has one.</summary>
    public required string Formula { get; init; }

    /// <summary>The events, accounts and columns from which it is read.</summary>
    public required string ReadFrom { get; init; }

    /// <summary>Version of the definition, from 1 (the default): values of two versions are never averaged.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int Version
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), $"Version {value} given; versions count from 1.");
    }
    = 1;

    /// <summary>What it is about; default <see cref="MetricCategory.Own"/>.</summary>
    public MetricCategory Category { get; init; } = MetricCategory.Own;

    /// <summary>Of a composite what it is made of; else nothing.</summary>
    public IReadOnlyList<CompositePart> Parts { get; } = [];

    internal Func<IEpisodeMetric>? Make { get; }

    internal ShippedReading? Shipped { get; }
}

/// <summary>A shipped metric reads one of several figures that a fold collects together.</summary>
/// <param name="Fold">Which fold: metrics of the same one share its instance.</param>
/// <param name="Make">Makes the fold.</param>
/// <param name="Read">Reads the figure.</param>
internal sealed record ShippedReading(Type Fold, Func<DayFold> Make, Func<DayFold, MetricReading> Read);

/// <summary>Collects figures over an episode's days.</summary>
internal abstract class DayFold
{
    public abstract void Take(EpisodeDay day);
}
