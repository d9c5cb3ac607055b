using System.Globalization;
using System.Text;

namespace FbaBench.Tests.Kernel.Bounds;

/// <summary>The potential on 10,000 small worlds and planted faults on 200, for docs/evidence/bounds.md; runs where FBABENCH_LONG is set. FBABENCH_FROM and FBABENCH_WORLDS ask for a part.</summary>
public sealed class BoundEvidence
{
    [Fact]
    public void Ten_thousand_worlds_and_planted_faults_are_written_down()
    {
        if (Environment.GetEnvironmentVariable("FBABENCH_LONG") is not "1")
        {
            return;
        }

        var worlds = int.TryParse(Environment.GetEnvironmentVariable("FBABENCH_WORLDS"), CultureInfo.InvariantCulture, out var asked) ? asked : 10_000;
        var from = int.TryParse(Environment.GetEnvironmentVariable("FBABENCH_FROM"), CultureInfo.InvariantCulture, out var begin) ? begin : 0;
        var (raised, days) = (new string?[worlds], new long[worlds]);
        Parallel.For(0, worlds, i =>
        {
            var world = from + i;
            var prepared = PreparedWorld.Of(SmallWorlds.Draw(world));
            var bound = ScoreBound.Of(prepared, new((ulong)world));
            foreach (var seller in Sellers.All)
            {
                var simulation = prepared.Start(new((ulong)world));
                raised[i] ??= PotentialTests.Raised(simulation, bound, world, seller);
                days[i] += simulation.Day;
            }
        });
        Assert.True(raised.All(one => one is null), string.Join(Environment.NewLine, raised.OfType<string>()));
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"small worlds {from} to {from + worlds - 1} x {Sellers.All.Length} sellers ({string.Join(", ", Sellers.All)}): {days.Sum():#,0} days, on none of which the potential rose; no run ended above its bound.\n");
        foreach (var fault in from > 0 ? [] : PlantedFaults.All)
        {
            var (found, all, above) = PlantedFaults.Days(fault, Math.Min(worlds, 100));
            text.Append(CultureInfo.InvariantCulture, $"{fault}: the potential rose on {found:#,0} of {all:#,0} days; {above} of {4 * Math.Min(worlds, 100)} runs ended above the bound.\n");
        }

        File.AppendAllText(Path.Combine(Root(), "docs", "evidence", "bounds-worlds.txt"), text.ToString());
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "FbaBench.Sdk.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
