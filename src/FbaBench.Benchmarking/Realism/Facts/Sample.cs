namespace FbaBench;

/// <summary>Figures of samples that may be empty.</summary>
internal static class Sample
{
    public static double? Mean(IReadOnlyCollection<double> values) => values.Count == 0 ? null : values.Average();

    public static double? Median(IEnumerable<double> values) => Quantile(values, 0.5);

    public static double? Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? null : Quantiles.Of(sorted, share);
    }

    public static double? Ratio(double over, double under) => under == 0 ? null : over / under;

    /// <summary>Variance over mean, the variance with n − 1; null without counts above 0.</summary>
    public static double? VarianceOverMean(IReadOnlyList<int> counts)
    {
        if (counts.Count < 2 || counts.Sum(count => (long)count) == 0)
        {
            return null;
        }

        return Variance(counts) / counts.Average();
    }

    /// <summary>Variance with n − 1; null for fewer than two counts.</summary>
    public static double? Variance(IReadOnlyList<int> counts)
    {
        if (counts.Count < 2)
        {
            return null;
        }

        var mean = counts.Average();
        return counts.Sum(count => (count - mean) * (count - mean)) / (counts.Count - 1);
    }
}
