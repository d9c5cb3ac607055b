using System.Globalization;
using System.Text;

namespace FbaBench.Tests.Economics;

/// <summary>
/// The tuned rule: it earns more than every simpler shipped seller, in every scenario, on worlds that it was not tuned on; and the table of its parameters
/// (docs/evidence/tuned-seller.md). A few worlds by default; FBABENCH_LONG=1 plays all and writes the table.
/// </summary>
[Trait("Category", "Long")]
public sealed class TunedSellerTests
{
    private static readonly TunedRule Best = TunedRule.Documented;

    private static readonly string[] Names = ["first-year", "gift-shop"];

    public static TheoryData<string> Scenarios => [.. Names];

    /// <summary>One parameter moved at a time.</summary>
    private static IReadOnlyList<(string Name, TunedRule Rule)> Variants { get; } =
    [
        ("as documented", Best),
        ("no negotiation", Best with { Proposals = 0 }),
        ("one proposal", Best with { Proposals = 1 }),
        ("first proposal 0.80", Best with { ProposalShare = 0.80 }),
        ("first proposal 0.95", Best with { ProposalShare = 0.95 }),
        ("no inspection", Best with { InspectionFactor = double.PositiveInfinity }),
        ("inspects from 1 fee", Best with { InspectionFactor = 1 }),
        ("inspects from 6 fees", Best with { InspectionFactor = 6 }),
        ("no ads", Best with { BidShare = 0 }),
        ("bids 0.5", Best with { BidShare = 0.5 }),
        ("bids 0.7", Best with { BidShare = 0.7 }),
        ("ads at any position", Best with { AdvertiseBelow = 0 }),
        ("ads below position 5", Best with { AdvertiseBelow = 5 }),
        ("ads to 60 reviews", Best with { AdvertiseUntilReviews = 60 }),
        ("ads to any review", Best with { AdvertiseUntilReviews = int.MaxValue }),
        ("no price response", Best with { PriorDeviation = 0 }),
        ("price response 0.4", Best with { PriorDeviation = 0.4 }),
        ("price response 0.8", Best with { PriorDeviation = 0.8 }),
        ("elasticity 2.4", Best with { PriorElasticity = 2.4 }),
        ("elasticity 2.6", Best with { PriorElasticity = 2.6 }),
        ("safety 4 days", Best with { Stock = Best.Stock with { SafetyDays = 4 } }),
        ("safety 12 days", Best with { Stock = Best.Stock with { SafetyDays = 12 } }),
        ("cycle 2 days", Best with { Stock = Best.Stock with { CycleDays = 2 } }),
        ("cycle 20 days", Best with { Stock = Best.Stock with { CycleDays = 20 } }),
        ("least margin 0.2", Best with { Stock = Best.Stock with { LeastMargin = 0.2 } }),
        ("least margin 0.3", Best with { Stock = Best.Stock with { LeastMargin = 0.3 } }),
    ];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task It_earns_more_than_every_simpler_shipped_seller(string scenario)
    {
        var benchmark = Benchmark.Create("tuned").Scenario(scenario).Worlds(LongRun.IsWhole ? 64 : 12).Logs(false).Fresh()
            .Output(Path.Combine(AppContext.BaseDirectory, "economics", "tuned-" + scenario)).Agent("tuned-seller");
        foreach (var name in ShippedAgents.Names.Where(name => name != "tuned-seller"))
        {
            benchmark.Agent(name);
        }

        var report = await benchmark.RunAsync();
        Evidence.Write($"tuned-seller-{scenario}", report.ToTable());
        foreach (var row in report.Summaries.Where(row => row.Agent != "tuned-seller"))
        {
            Assert.True(row.Difference!.High < 0, $"{row.Agent} comes within {row.Difference.High:0} dollars of tuned-seller in {scenario}");
        }
    }

    [Fact]
    public void Its_parameters_are_the_best_of_their_neighbours_on_training_worlds()
    {
        if (!LongRun.IsWhole)
        {
            return;
        }

        var table = new StringBuilder("| variant | first-year | gift-shop |\n| --- | --- | --- |\n");
        var worlds = Names.Select(name => SearchWorlds.ForSearch(name, 24)).ToArray();
        var plain = worlds.Select(all => all.Play(() => new AgentPolicy(new TunedSeller(Best)))).ToArray();
        foreach (var (name, rule) in Variants)
        {
            var cells = worlds.Select((all, i) =>
            {
                var scores = all.Play(() => new AgentPolicy(new TunedSeller(rule)));
                var gain = MeanInterval.Of([.. scores.Zip(plain[i], (a, b) => a - b)]);
                return string.Create(CultureInfo.InvariantCulture, $"{scores.Average():#,0} ({gain.Mean:+#,0;−#,0;0} ± {gain.HalfWidth:#,0})");
            });
            table.Append(CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", cells)} |\n");
        }

        Evidence.Write("tuned-seller", table.ToString(), "md");
    }
}
