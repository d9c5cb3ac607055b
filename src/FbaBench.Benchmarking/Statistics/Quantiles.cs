namespace FbaBench;

/// <summary>Sample quantiles by linear interpolation between order statistics.</summary>
internal static class Quantiles
{
    public static double Of(IReadOnlyList<double> sorted, double share)
    {
        var position = share * (sorted.Count - 1);
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
