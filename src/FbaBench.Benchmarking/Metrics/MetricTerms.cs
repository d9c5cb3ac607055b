namespace FbaBench;

/// <summary>What a metric is about.</summary>
public enum MetricCategory
{
    /// <summary>Money: what the books say.</summary>
    Finance,

    /// <summary>Stock and supply.</summary>
    Operations,

    /// <summary>Advertising, share and conversion.</summary>
    Marketing,

    /// <summary>Rating and account health.</summary>
    Trust,

    /// <summary>Shocks: what they cost, and how long after them.</summary>
    Stress,

    /// <summary>What adversaries got, and how they were met.</summary>
    Adversaries,

    /// <summary>Claims that the marketplace checked, and what it forbids.</summary>
    Honesty,

    /// <summary>Prices against those of theory, where it has an answer.</summary>
    Conduct,

    /// <summary>Whether decisions came, were valid, and foresaw what came.</summary>
    Decisions,

    /// <summary>What thinking cost.</summary>
    Cost,

    /// <summary>A metric of one's own, or a composite.</summary>
    Own,
}

/// <summary>Which way a metric is better.</summary>
public enum MetricDirection
{
    /// <summary>It describes; neither way is better.</summary>
    Neither,

    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,
}

/// <summary>What a metric came to in an episode: a number, or none and the reason why. A value that cannot be said is never 0.</summary>
public readonly record struct MetricReading
{
    private MetricReading(double? value, string? reason)
    {
        Value = value;
        Reason = reason;
    }

    /// <summary>The number, finite, in the metric's unit; null where it cannot be said.</summary>
    public double? Value { get; }

    /// <summary>Why there is no number; null where there is one.</summary>
    public string? Reason { get; }

    /// <summary>A number. One that is not finite becomes no number, with that as the reason.</summary>
    /// <param name="value">The number.</param>
    public static MetricReading Of(double value) => double.IsFinite(value) ? new(value, null) : NotSaid("the number is not finite");

    /// <summary>No number.</summary>
    /// <param name="reason">Why, in a few words.</param>
    /// <exception cref="ArgumentException">No reason.</exception>
    public static MetricReading NotSaid(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new(null, reason);
    }

    /// <summary>A quotient, or the reason why there is none.</summary>
    /// <param name="numerator">The numerator.</param>
    /// <param name="denominator">The denominator; at or below zero there is no quotient.</param>
    /// <param name="reason">The reason then.</param>
    public static MetricReading Ratio(double numerator, double denominator, string reason) => denominator > 0 ? Of(numerator / denominator) : NotSaid(reason);
}

/// <summary>A metric's value in an episode.</summary>
/// <param name="Name">Name of the metric.</param>
/// <param name="Version">Version of its definition.</param>
/// <param name="Unit">Its unit; empty for a plain number.</param>
/// <param name="Value">The value, to nine decimals, or null where it cannot be said.</param>
/// <param name="Reason">Why there is none, or null.</param>
public sealed record MetricValue(string Name, int Version, string Unit, double? Value, string? Reason);
