using System.Globalization;

namespace FbaBench.Benchmarks;

/// <summary>The performance gates: ratios of one run, in the format of every other check.</summary>
internal static class GateRun
{
    /// <summary>Measures, writes a line a gate, and returns 0 when all pass, 1 otherwise.</summary>
    public static int Run(bool json)
    {
        var world = ScaledFirstYear.Of();
        var year = PlayedWorld.Record("first-year", new FirstYear().Define(new WorldSeed(1)), new WorldSeed(1), ShippedAgents.Factory("base-stock"));
        var failed = 0;
        foreach (var line in KernelGates.Measure(world).Concat(OutputGates.Measure(world)).Concat(CoreGates.Measure(year)).Concat(Allocated(year)))
        {
            failed += line.Pass ? 0 : 1;
            Console.WriteLine(json ? line.ToJson() : string.Create(CultureInfo.InvariantCulture, $"{(line.Pass ? "pass" : "FAIL")}  {line.Id,-36} {line.Value,12} {line.Unit,-32} {Bound(line),-12} {line.Note}"));
        }

        return failed == 0 ? 0 : 1;
    }

    private static IEnumerable<CheckLine> Allocated(PlayedWorld world) =>
        Allocations.Measure(world).Select(figure => GateLine.AtMost("allocated." + figure.Measure.Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-'), figure.Value, 0, figure.Unit, world.Name));

    private static string Bound(CheckLine line) => line.Low is { } low
        ? string.Create(CultureInfo.InvariantCulture, $">= {low:0.##}")
        : line.High is { } high ? string.Create(CultureInfo.InvariantCulture, $"<= {high:0.##}") : "";
}
