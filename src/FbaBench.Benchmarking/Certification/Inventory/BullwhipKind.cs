using System.Globalization;

namespace FbaBench;

/// <summary>bullwhip_moving_average, bullwhip_exponential_smoothing: how much more orders vary than demand.</summary>
internal static class BullwhipKind
{
    private const double AimedError = 0.0029;
    private const int LongestLead = 40;

    public static void MovingAverage(CertifyEntry entry, ExampleFields fields)
    {
        var (lead, window, correlation) = (fields.Whole("L", 1, LongestLead), fields.Whole("p", 1, 200), Correlation(fields));
        Compare(entry, fields, BullwhipTheory.MovingAverage(lead, window, correlation), lead, correlation, window, mean => new MovingAverage(mean, window));
    }

    public static void Smoothing(CertifyEntry entry, ExampleFields fields)
    {
        var (lead, weight, correlation) = (fields.Whole("L", 1, LongestLead), fields.Within("alpha", 0.01, 1), Correlation(fields));

        // After so many days less than a thousandth of the beginning is left.
        var memory = (int)Math.Ceiling(Math.Log(1e-3) / Math.Log(1 - Math.Min(weight, 0.999)));
        Compare(entry, fields, BullwhipTheory.Smoothing(lead, weight, correlation), lead, correlation, memory, mean => new Smoothing(mean, weight));
    }

    private static double Correlation(ExampleFields fields) => fields.Within("rho", -0.95, 0.95);

    private static void Compare(CertifyEntry entry, ExampleFields fields, double ratio, int lead, double correlation, int warmUp, Func<double, Forecast> forecast)
    {
        var expected = fields.Double("ratio");
        fields.RefuseUnread();
        entry.Exact("ratio", "solver", expected, ratio);
        var laboratory = new BullwhipLaboratory(lead, correlation, ratio, warmUp, forecast);
        var worlds = DrawnWorlds.Play(entry.Seed, 1, (_, seed) => new(laboratory.Ratio(seed)), AimedError * ratio, entry.CancellationToken);
        var rounding = (1 + ratio) / BullwhipLaboratory.UnitsPerDeviation / BullwhipLaboratory.UnitsPerDeviation;
        entry.Drawn("ratio", expected, MeanInterval.Of(ControlVariates.Adjust(worlds[0])), rounding, "", string.Create(CultureInfo.InvariantCulture, $"{worlds[0].Length} worlds of {BullwhipLaboratory.Periods} periods"));
    }
}
