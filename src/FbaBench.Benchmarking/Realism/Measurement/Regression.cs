namespace FbaBench;

/// <summary>Least squares as the facts ask for it.</summary>
internal static class Regression
{
    private const int Sweeps = 200;
    private const double Converged = 1e-13;

    /// <summary>y = a + b·x: slope b and R².</summary>
    /// <returns>Null for fewer than two distinct x.</returns>
    public static (double Slope, double R2)? Line(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var (meanX, meanY) = (x.Count == 0 ? 0 : x.Average(), y.Count == 0 ? 0 : y.Average());
        var (xx, xy, yy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Count; i++)
        {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }

        return xx == 0 ? null : (xy / xx, yy == 0 ? 1 : xy * xy / (xx * yy));
    }

    /// <summary>
    /// The slope of y on x with effects of two groups: means of each group are taken out in turn until none is left (the within estimator), then
    /// least squares.
    /// </summary>
    /// <returns>Null where x does not vary beside the effects.</returns>
    public static double? Panel(IReadOnlyList<PanelCell> cells)
    {
        var x = cells.Select(cell => cell.X).ToArray();
        var y = cells.Select(cell => cell.Y).ToArray();
        var weights = cells.Select(cell => cell.Weight).ToArray();
        int[][] groups = [Codes(cells.Select(cell => cell.First)), Codes(cells.Select(cell => cell.Second))];
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var moved = 0.0;
            foreach (var codes in groups)
            {
                moved = Math.Max(moved, Math.Max(Demean(x, weights, codes), Demean(y, weights, codes)));
            }

            if (moved < Converged)
            {
                break;
            }
        }

        var (xx, xy) = (0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            xx += weights[i] * x[i] * x[i];
            xy += weights[i] * x[i] * y[i];
        }

        return xx < Converged ? null : xy / xx;
    }

    private static int[] Codes(IEnumerable<string> names)
    {
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. names.Select(name => codes.TryGetValue(name, out var code) ? code : codes[name] = codes.Count)];
    }

    /// <summary>Takes each group's mean out; the largest of them.</summary>
    private static double Demean(double[] values, double[] weights, int[] codes)
    {
        var count = codes.Length == 0 ? 0 : codes.Max() + 1;
        var (sums, totals) = (new double[count], new double[count]);
        for (var i = 0; i < values.Length; i++)
        {
            sums[codes[i]] += weights[i] * values[i];
            totals[codes[i]] += weights[i];
        }

        var largest = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            var mean = sums[codes[i]] / totals[codes[i]];
            values[i] -= mean;
            largest = Math.Max(largest, Math.Abs(mean));
        }

        return largest;
    }
}

/// <summary>An observation with the two groups it belongs to.</summary>
/// <param name="First">For example the listing.</param>
/// <param name="Second">For example the week; the same text everywhere for one kind of effect alone.</param>
/// <param name="X">What varies.</param>
/// <param name="Y">What answers.</param>
/// <param name="Weight">Above 0.</param>
internal readonly record struct PanelCell(string First, string Second, double X, double Y, double Weight = 1);
