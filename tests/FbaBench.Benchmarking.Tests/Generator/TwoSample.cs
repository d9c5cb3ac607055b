namespace FbaBench.Tests.Generator;

/// <summary>Whether two samples come from one distribution.</summary>
internal static class TwoSample
{
    /// <summary>
    /// p-value of the two-sided Kolmogorov-Smirnov test: Kolmogorov's distribution with Stephens' correction for small samples (Press et al., Numerical Recipes, 14.3). With ties it errs towards no difference.
    /// </summary>
    public static double KolmogorovSmirnov(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        double[] a = [.. first.Order()], b = [.. second.Order()];
        var (i, j, largest) = (0, 0, 0.0);
        while (i < a.Length && j < b.Length)
        {
            var value = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] == value)
            {
                i++;
            }

            while (j < b.Length && b[j] == value)
            {
                j++;
            }

            largest = Math.Max(largest, Math.Abs((i / (double)a.Length) - (j / (double)b.Length)));
        }

        var root = Math.Sqrt(a.Length * (double)b.Length / (a.Length + b.Length));
        return Tail((root + 0.12 + (0.11 / root)) * largest);
    }

    /// <summary>Holm's step-down adjustment of p-values: reject where it is at most the level, whatever the dependence.</summary>
    public static IReadOnlyList<double> Holm(IReadOnlyList<double> values)
    {
        var adjusted = new double[values.Count];
        var highest = 0.0;
        foreach (var (index, rank) in values.Select((value, index) => (value, index)).OrderBy(pair => pair.value).Select((pair, rank) => (pair.index, rank)))
        {
            highest = Math.Max(highest, Math.Min(1, (values.Count - rank) * values[index]));
            adjusted[index] = highest;
        }

        return adjusted;
    }

    private static double Tail(double x)
    {
        if (x < 0.2)
        {
            return 1;
        }

        var sum = 0.0;
        for (var k = 1; k <= 100; k++)
        {
            sum += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2 * k * k * x * x);
        }

        return Math.Clamp(sum, 0, 1);
    }
}
