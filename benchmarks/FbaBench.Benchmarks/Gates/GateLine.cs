namespace FbaBench.Benchmarks;

/// <summary>Lines of the gates: a ratio with the bound it must keep, or a figure to read beside them.</summary>
internal static class GateLine
{
    public static CheckLine AtLeast(string id, double value, double bound, string unit, string note) =>
        new(id, Round(value), Round(bound), null, value >= bound, unit, note);

    public static CheckLine AtMost(string id, double value, double bound, string unit, string note) =>
        new(id, Round(value), null, Round(bound), value <= bound, unit, note);

    /// <summary>A figure without a bound.</summary>
    public static CheckLine Figure(string id, double value, string unit, string note) => new(id, Round(value), null, null, true, unit, note);

    private static decimal Round(double value) => decimal.Round((decimal)value, Math.Abs(value) >= 100 ? 0 : 3);
}
