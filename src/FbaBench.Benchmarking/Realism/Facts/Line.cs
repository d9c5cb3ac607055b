namespace FbaBench;

/// <summary>A straight line by least squares.</summary>
internal readonly record struct Line(double Slope, double Intercept, double R2)
{
    public static Line Fit(IReadOnlyList<(double X, double Y)> points)
    {
        var x = points.Average(point => point.X);
        var y = points.Average(point => point.Y);
        var (xx, xy, yy) = (points.Sum(point => (point.X - x) * (point.X - x)), points.Sum(point => (point.X - x) * (point.Y - y)), points.Sum(point => (point.Y - y) * (point.Y - y)));
        return new(xy / xx, y - (xy / xx * x), xy * xy / (xx * yy));
    }
}
