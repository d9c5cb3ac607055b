namespace FbaBench;

/// <summary>Holm's step-down correction (Scandinavian Journal of Statistics 1979): of a family of tests none is wrongly significant with chance 1 − α, whatever their dependence.</summary>
public static class Holm
{
    private static readonly double[] Untested = [1, 1];

    /// <summary>Adjusted p-values, in the given order: the ith smallest of m times m − i + 1, not below an earlier one, at most 1. Significant at α where at most α.</summary>
    /// <param name="probabilities">p-values, 0 to 1.</param>
    /// <exception cref="ArgumentException">A value outside 0 to 1.</exception>
    public static double[] Adjust(IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        if (probabilities.Any(p => p is not (>= 0 and <= 1)))
        {
            throw new ArgumentException("p-values lie between 0 and 1.", nameof(probabilities));
        }

        var adjusted = new double[probabilities.Count];
        var (rank, least) = (0, 0.0);
        foreach (var i in Enumerable.Range(0, probabilities.Count).OrderBy(i => probabilities[i]).ThenBy(i => i))
        {
            least = Math.Max(least, Math.Min(1, (probabilities.Count - rank++) * probabilities[i]));
            adjusted[i] = least;
        }

        return adjusted;
    }

    /// <summary>
    /// Adjusted p-values of a family of mean differences, two hypotheses each: that it is not above zero, and that it is not below. So the
    /// chance covers wrong directions too, which the two-sided form leaves open. Of one difference it is the two-sided p of the t test.
    /// </summary>
    internal static double[] OfDirections(IReadOnlyList<MeanInterval?> differences)
    {
        double[] sides = [.. differences.SelectMany(difference => difference is { Count: > 1 } ? [difference.Tail(1), difference.Tail(-1)] : Untested)];
        var adjusted = Adjust(sides);
        return [.. Enumerable.Range(0, differences.Count).Select(i => Math.Min(adjusted[2 * i], adjusted[(2 * i) + 1]))];
    }
}
