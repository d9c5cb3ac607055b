using System.Globalization;

namespace FbaBench.Tests.Economics;

/// <summary>
/// No trivial policy beats the tuned rule, and knowing the last day is worth next to nothing. A few worlds by default;
/// FBABENCH_LONG=1 plays 32 and writes the tables that stand under docs/evidence.
/// </summary>
[Trait("Category", "Long")]
public sealed class NoFreeMoneyTests
{
    private static readonly double[] Factors = [1, 1.25, 1.5, 2, 3, 5, 10, 25];

    public static TheoryData<string> Scenarios => ["first-year", "gift-shop"];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task No_constant_price_beats_the_base_stock_agent(string scenario)
    {
        var benchmark = Start(scenario, "constant-price", 4).Agent("base-stock");
        foreach (var factor in Factors)
        {
            foreach (var reorder in Enum.GetValues<Reorder>())
            {
                benchmark.Agent(Name(factor, reorder), () => new ConstantPrice(factor, reorder));
            }
        }

        var report = await benchmark.RunAsync();
        Evidence.Write($"constant-price-{scenario}", report.ToTable());
        foreach (var row in report.Summaries.Where(row => row.Difference is not null))
        {
            Assert.True(row.Difference!.Mean < 0, $"{row.Agent} beats base-stock by {row.Difference.Mean:0} dollars in {scenario}");
        }
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task No_trick_before_the_end_gains_more_than_a_hundredth(string scenario)
    {
        var benchmark = Start(scenario, "end-game", 16);
        foreach (var trick in Enum.GetValues<EndGame.Trick>())
        {
            benchmark.Agent(trick.ToString().ToLowerInvariant(), () => new EndGame(trick));
        }

        var report = await benchmark.RunAsync();
        Evidence.Write($"end-game-{scenario}", report.ToTable());
        var plain = report.Summaries[0].Score.Mean;
        foreach (var row in report.Summaries.Skip(1))
        {
            Assert.True(row.Difference!.Mean <= 0.01 * plain, $"{row.Agent} gains {row.Difference.Mean:0} of {plain:0} dollars in {scenario}");
        }
    }

    private static Benchmark Start(string scenario, string name, int worlds) => Benchmark.Create(name)
        .Scenario(scenario).Worlds(LongRun.IsWhole ? 32 : worlds).Logs(false).Fresh()
        .Output(Path.Combine(AppContext.BaseDirectory, "economics", name + "-" + scenario));

    private static string Name(double factor, Reorder reorder) => string.Create(CultureInfo.InvariantCulture, $"{factor}x-{reorder}").ToLowerInvariant();
}

internal static class Evidence
{
    /// <summary>In a long run the figures are kept beside the test binaries, from where they are committed.</summary>
    public static void Write(string name, string text, string extension = "txt")
    {
        if (LongRun.IsWhole)
        {
            var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "evidence")).FullName;
            File.WriteAllText(Path.Combine(folder, name + "." + extension), text + "\n");
        }
    }
}
