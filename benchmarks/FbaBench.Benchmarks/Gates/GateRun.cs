using System.Globalization;
using FbaBench.Primitives;

namespace FbaBench.Benchmarks;

/// <summary>The performance gates: ratios of one run, in the format of every other check.</summary>
internal static class GateRun
{
    private const int ComparedDays = 60;
    private const int MeasuredDays = 40;

    /// <summary>Measures, writes a line a gate, and returns 0 when all pass, 1 otherwise.</summary>
    public static int Run(bool json)
    {
        var world = ScaledFirstYear.Of();
        var year = PlayedWorld.Record("first-year", new FirstYear().Define(new WorldSeed(1)), new WorldSeed(1), ShippedAgents.Factory("base-stock"));
        var failed = 0;
        foreach (var line in HotPhases(world).Concat(KernelGates.Measure(world)).Concat(OutputGates.Measure(world)).Concat(CoreGates.Measure(year)).Concat(Allocated(year)))
        {
            failed += line.Pass ? 0 : 1;
            Console.WriteLine(json ? line.ToJson() : string.Create(CultureInfo.InvariantCulture, $"{(line.Pass ? "pass" : "FAIL")}  {line.Id,-36} {line.Value,12} {line.Unit,-32} {Bound(line),-12} {line.Note}"));
        }

        return failed == 0 ? 0 : 1;
    }

    /// <summary>The hot phases beside the same rules as objects; first that all do the same.</summary>
    private static IEnumerable<CheckLine> HotPhases(PlayedWorld world)
    {
        var comparator = new Comparator(world);
        var differences = comparator.Check(ComparedDays).Differences;
        yield return GateLine.AtMost("hot.differences", differences.Count, 0, "differences", differences.Count == 0 ? $"every word of the state, posting and event of {ComparedDays} days" : differences[0]);
        var figures = ComparatorSpeed.Measure(comparator, MeasuredDays).ToArray();
        double Of(string version, string measure) => figures.Single(figure => figure.Subject == version && figure.Measure == measure).Value;
        foreach (var version in comparator.Names)
        {
            yield return GateLine.Figure($"hot.{version}", Of(version, "a listing-day"), "ns a listing-day", string.Create(CultureInfo.InvariantCulture, $"{Of(version, "allocated a listing-day"):0} bytes allocated a listing-day"));
        }

        yield return GateLine.AtLeast("hot.clean-against-kernel", Of("clean", "against the kernel"), LaneMath.Best.Width == 512 ? 4 : 3, "x", "traffic, choice, auction, fulfilment, fees, returns, ledger");
        yield return GateLine.Figure("hot.ordinary-against-kernel", Of("ordinary", "against the kernel"), "x", "the same");
    }

    private static IEnumerable<CheckLine> Allocated(PlayedWorld world) =>
        Allocations.Measure(world).Select(figure => GateLine.AtMost("allocated." + figure.Measure.Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-'), figure.Value, 0, figure.Unit, world.Name));

    private static string Bound(CheckLine line) => line.Low is { } low
        ? string.Create(CultureInfo.InvariantCulture, $">= {low:0.##}")
        : line.High is { } high ? string.Create(CultureInfo.InvariantCulture, $"<= {high:0.##}") : "";
}
