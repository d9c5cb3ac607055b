using System.Globalization;
using System.Text;

namespace FbaBench.Tests.Learning;

/// <summary>
/// What sellers who learned earn in worlds that they have not seen, against the signs that docs/evidence/sellers-who-learn.md declared beforehand. FBABENCH_LONG=1 plays them and writes the page's table.
/// </summary>
[Trait("Category", "Long")]
public sealed class SellersWhoLearnTests
{
    private const int Trained = 32;
    private const int Tested = 128;
    private const string TableHead = "| scenario | seller | score | against | difference (95 %) | declared | holds |";
    private static readonly WorldSplit Split = new(1);
    private readonly StringBuilder _table = new(TableHead + "\n| --- | --- | --- | --- | --- | --- | --- |\n");

    [Fact]
    public async Task The_figures_are_written()
    {
        if (!LongRun.IsWhole)
        {
            return;
        }

        await TunedAsync(ShippedScenarios.Find("gift-shop"));
        foreach (var name in new[] { "first-year", "gift-shop" })
        {
            await TrainedAsync(ShippedScenarios.Find(name));
        }

        await UntrainedAsync(ShippedScenarios.Find("lab-price"), "+");
        var path = Path.Combine(Docs.DocsTests.Root(), "docs", "evidence", "sellers-who-learn.md");
        var text = await File.ReadAllTextAsync(path);
        var at = text.IndexOf(TableHead, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, (at < 0 ? text + "\n" : text[..at]) + _table);
    }

    private async Task TunedAsync(IScenario scenario)
    {
        var tuned = await SellerTraining.TuneAsync(scenario, RiskParameters.Tunable, Rule, new(), Split, Trained);
        var test = SplitWorlds.Test(scenario, Split, Tested);
        var (before, after) = (await test.PlayAsync(() => new BaseStock()), await test.PlayAsync(() => tuned.Seller(Rule)));
        Row(scenario, "base-stock", before, "", null, "");
        Row(scenario, "base-stock, tuned", after, "base-stock", before, "+");
        var values = string.Join(", ", tuned.Parameters.Zip(tuned.Values, (parameter, value) => string.Create(CultureInfo.InvariantCulture, $"{parameter.Name} {value:0.00}")));
        _table.Append(CultureInfo.InvariantCulture, $"| {scenario.Name} | the same, in its training worlds | {tuned.TrainedCents / 100:#,0} | the start's {tuned.StartCents / 100:#,0} | {values} |  |  |\n");

        static BaseStock Rule(IReadOnlyList<double> found) => new(RiskParameters.Of(found));
    }

    private async Task TrainedAsync(IScenario scenario)
    {
        var (_, bandit, _) = await UntrainedAsync(scenario, "");
        var test = SplitWorlds.Test(scenario, Split, Tested);
        var policy = await SellerTraining.TrainBanditAsync(scenario, new(), Split, Trained);
        Row(scenario, "bandit, trained", await test.PlayAsync(() => new BanditPricer(policy)), "bandit", bandit, "+");
        IReadOnlyList<Money>? before = null;
        foreach (var mode in Enum.GetValues<MemoryMode>())
        {
            var memory = await SellerTraining.TrainMemoryAsync(scenario, new() { Mode = mode, Exploration = 0.2 }, Split, Trained);
            var scores = await test.PlayAsync(() => new EpisodicPricer(memory));
            Row(scenario, $"episodic memory, trained, {mode}", scores, before is null ? "" : $"{mode - 1}", before, before is null ? "" : "≥");
            before = scores;
        }
    }

    private async Task<(IReadOnlyList<Money> Rule, IReadOnlyList<Money> Bandit, IReadOnlyList<Money> Memory)> UntrainedAsync(IScenario scenario, string declared)
    {
        var test = SplitWorlds.Test(scenario, Split, Tested);
        var (rule, bandit, memory) = (await test.PlayAsync(() => new BaseStock()), await test.PlayAsync(() => new BanditPricer()), await test.PlayAsync(() => new EpisodicPricer()));
        Row(scenario, "base-stock", rule, "", null, "");
        Row(scenario, "bandit", bandit, "base-stock", rule, declared);
        Row(scenario, "episodic memory", memory, "base-stock", rule, declared);
        return (rule, bandit, memory);
    }

    private void Row(IScenario scenario, string seller, IReadOnlyList<Money> scores, string against, IReadOnlyList<Money>? other, string declared)
    {
        _table.Append(CultureInfo.InvariantCulture, $"| {scenario.Name} | {seller} | {scores.Average(score => score.Cents / 100.0):#,0} | {against} | ");
        if (other is null)
        {
            _table.Append("|  |  |\n");
            return;
        }

        var gap = MeanInterval.Of([.. scores.Zip(other, (a, b) => (a - b).Cents / 100.0)]);
        var holds = declared.Length == 0 ? "" : gap.Low > 0 ? "yes" : gap.High < 0 ? "no, the opposite" : "not shown";
        _table.Append(CultureInfo.InvariantCulture, $"{gap.Mean:+#,0;−#,0;0} ± {gap.HalfWidth:#,0} | {declared} | {holds} |\n");
    }
}
