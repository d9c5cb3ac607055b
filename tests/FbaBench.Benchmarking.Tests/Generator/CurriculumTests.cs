using System.Globalization;
using System.Text;
using FbaBench.Tests.Economics;

namespace FbaBench.Tests.Generator;

/// <summary>
/// The curriculum grows harder: what the tuned seller earns over doing nothing falls from tier to tier (docs/evidence/curriculum.md). Knobs were set on worlds of seed 777; these are worlds of the benchmark's seed.
/// A few worlds of every second tier by default; FBABENCH_LONG=1 plays 64 of all and writes the table.
/// </summary>
[Trait("Category", "Long")]
public sealed class CurriculumTests
{
    private const ulong ReportSeed = 1;

    [Fact]
    public void What_a_good_seller_earns_falls_tier_by_tier()
    {
        var count = LongRun.IsWhole ? 64 : 8;
        var table = new StringBuilder("| tier | tuned-seller | base-stock | greedy-repricer | do-nothing | tuned-seller over do-nothing |\n| --- | --- | --- | --- | --- | --- |\n");
        var margins = new List<MeanInterval>();
        foreach (var tier in Curriculum.Tiers.Where((_, index) => LongRun.IsWhole || index % 2 == 0))
        {
            var worlds = SearchWorlds.OfExperiment(tier, ReportSeed, count);
            var tuned = worlds.Play(static () => new AgentPolicy(new TunedSeller()));
            var nothing = worlds.Play(static () => new AgentPolicy(new DoNothing()));
            var margin = MeanInterval.Of([.. tuned.Zip(nothing, (a, b) => a - b)]);
            margins.Add(margin);
            if (LongRun.IsWhole)
            {
                var (plain, greedy) = (worlds.Play(static () => new AgentPolicy(new BaseStock())), worlds.Play(static () => new AgentPolicy(new GreedyRepricer())));
                table.Append(CultureInfo.InvariantCulture, $"| {tier.Name} | {Cell(tuned)} | {Cell(plain)} | {Cell(greedy)} | {Cell(nothing)} | {margin.Mean:#,0} ({margin.Low:#,0} to {margin.High:#,0}){(margin.IsTrusted ? "" : " *")} |\n");
            }
        }

        Evidence.Write("curriculum", table.ToString(), "md");
        var means = string.Join(", ", margins.Select(margin => margin.Mean.ToString("0", CultureInfo.InvariantCulture)));
        Assert.True(margins[^1].Low > 0, means);
        Assert.All(margins.Zip(margins.Skip(1)), pair => Assert.True(pair.Second.High < pair.First.Low, $"intervals overlap: {pair.First.Low:0} and {pair.Second.High:0} of {means}"));
    }

    /// <summary>Dollars compare: cash is the same in all worlds, and expected sales and the cost of opening stock are for every seed.</summary>
    [Fact]
    public void All_tiers_begin_equally_rich()
    {
        var first = Curriculum.Tiers[0].Define(new(3));
        foreach (var tier in Curriculum.Tiers)
        {
            var world = tier.Define(new(3));
            Assert.Equal((Money.Dollars(45_400), 365, 12), (world.Cash, world.Days, world.Niches.Sum(niche => niche.Products.Count)));
            Assert.InRange(Stock(world) / Stock(first), 0.98, 1.02);
        }

        static double Stock(WorldDefinition world) => world.Niches.SelectMany(niche => niche.Products).Sum(product => product.OpeningStock * (double)product.OpeningUnitCost.Cents);
    }

    private static string Cell(double[] scores)
    {
        var interval = MeanInterval.Of(scores);
        return string.Create(CultureInfo.InvariantCulture, $"{interval.Mean:#,0} ± {interval.HalfWidth:#,0}");
    }
}
