namespace FbaBench;

/// <summary>A metric's part in a composite.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Weight">Its weight, above zero; weights are divided by their sum.</param>
/// <param name="Worst">The value that counts 0; values beyond it count 0 too.</param>
/// <param name="Best">The value that counts 1; values beyond it count 1 too. Below <paramref name="Worst"/> where less is better.</param>
public sealed record CompositePart(Metric Metric, double Weight, double Worst, double Best);

/// <summary>
/// One number of several metrics, by weights and ranges that whoever makes it declares. None is shipped: what matters how much is a judgement, and this is where it stands written down with a name and a
/// version.
/// </summary>
public static class CompositeMetric
{
    /// <summary>Makes a composite: Σ weight · (value − worst) ÷ (best − worst), each term held between 0 and 1, over Σ weight. Where a part cannot be said, it cannot either.</summary>
    /// <param name="name">Its name, see <see cref="EntityName"/>.</param>
    /// <param name="version">Version of weights and ranges, from 1.</param>
    /// <param name="parts">What it is made of; no metric twice, and no composite.</param>
    /// <exception cref="ArgumentException">No parts, one twice, a composite of composites, a weight at or below zero, a range that is empty or not finite.</exception>
    public static Metric Of(string name, int version, IReadOnlyList<CompositePart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        CompositePart[] own = [.. parts];
        if (own.Length == 0)
        {
            throw new ArgumentException("A composite needs a part.", nameof(parts));
        }

        foreach (var part in own)
        {
            ArgumentNullException.ThrowIfNull(part);
            ArgumentNullException.ThrowIfNull(part.Metric);
            if (part.Metric.Parts.Count > 0)
            {
                throw new ArgumentException($"'{part.Metric.Name}' is a composite itself; name its parts.", nameof(parts));
            }

            if (!(part.Weight > 0) || !double.IsFinite(part.Weight))
            {
                throw new ArgumentException(FormattableString.Invariant($"The weight {part.Weight} of '{part.Metric.Name}' is not above zero and finite."), nameof(parts));
            }

            if (!double.IsFinite(part.Worst) || !double.IsFinite(part.Best) || part.Worst == part.Best)
            {
                throw new ArgumentException(FormattableString.Invariant($"The range {part.Worst} to {part.Best} of '{part.Metric.Name}' is none."), nameof(parts));
            }
        }

        if (own.GroupBy(part => part.Metric.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"'{twice.Key}' is there twice.", nameof(parts));
        }

        return new Metric(name, Array.AsReadOnly(own))
        {
            Version = version,
            Unit = "",
            Better = MetricDirection.Higher,
            Interpretation = "0 where every part is at its worst, 1 where every part is at its best.",
            Formula = string.Join(" + ", own.Select(part => FormattableString.Invariant($"{part.Weight} · {part.Metric.Name} from {part.Worst} to {part.Best}"))) + ", over the sum of the weights",
            ReadFrom = string.Join(", ", own.Select(part => FormattableString.Invariant($"{part.Metric.Name}/{part.Metric.Version}"))),
        };
    }

    internal static MetricReading Read(IReadOnlyList<CompositePart> parts, Func<Metric, MetricReading> reading)
    {
        var (sum, weights) = (0.0, 0.0);
        foreach (var part in parts)
        {
            var of = reading(part.Metric);
            if (of.Value is not { } value)
            {
                return MetricReading.NotSaid($"{part.Metric.Name}: {of.Reason}");
            }

            sum += part.Weight * Math.Clamp((value - part.Worst) / (part.Best - part.Worst), 0, 1);
            weights += part.Weight;
        }

        return MetricReading.Of(sum / weights);
    }
}
