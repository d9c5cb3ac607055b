using System.Text.Json.Nodes;
using FbaBench.Tests.Experiments;

namespace FbaBench.Tests.Validation;

/// <summary>Every check holds for a sound experiment and fails for one that was tampered with.</summary>
public sealed class ReportValidatorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_sound_experiment_passes_and_says_the_same_of_its_folder()
    {
        // Thirty-two worlds may be too few for the skewness of their scores: that check alone may fail.
        var report = await Plan(32).RunAsync();
        Assert.All(report.Validity.Where(check => check.Name != "budgets"), check => Assert.True(check.Status == ValidityStatus.Passed || check.Name == "enough-worlds", $"{check}"));
        Assert.Equal(["books-balance", "log-verifies", "replay-equal", "reproducibility-metadata", "no-test-world-in-training", "budgets", "enough-worlds", "failed-episodes"], report.Validity.Select(check => check.Name));
        Assert.Equal(report.Validity, await ReportValidator.CheckAsync(_folder.Path));
        Assert.Contains("each of 3 logs that were looked at, of 64 episodes", Find(report.Validity, "replay-equal").Reason, StringComparison.Ordinal);
        Assert.Contains("\"check\": \"books-balance\"", await File.ReadAllTextAsync(_folder.In("results.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_few_worlds_fail_and_the_page_says_so_before_its_verdict()
    {
        var report = await Plan(2).RunAsync();
        Assert.Equal(ValidityStatus.Failed, Find(report.Validity, "enough-worlds").Status);
        Assert.Contains("'again' in 'brief': " + report.Summaries[1].Difference!.Trust.Reason, Find(report.Validity, "enough-worlds").Reason, StringComparison.Ordinal);
        var page = await File.ReadAllTextAsync(report.HtmlPath);
        var section = page.IndexOf("<section id=\"validity\">", StringComparison.Ordinal);
        Assert.InRange(section, 1, page.IndexOf("<h2>Verdict</h2>", StringComparison.Ordinal));
        Assert.DoesNotContain("id=\"validity\"", HtmlPage.Render(new("x", 2, 2, "seed 1"), ScenarioResults.Of(report), [Find(report.Validity, "books-balance")]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Books_that_do_not_balance_fail()
    {
        await Plan(2).RunAsync();
        await ChangeMetricsAsync("unbalancedDays", 1);
        Assert.Equal(ValidityStatus.Failed, (await CheckAsync("books-balance")).Status);
        await ChangeMetricsAsync("unbalancedDays", 0);
        Assert.Equal(ValidityStatus.Passed, (await CheckAsync("books-balance")).Status);
        await ChangeMetricsAsync("settled", false);
        Assert.Equal(ValidityStatus.Failed, (await CheckAsync("books-balance")).Status);
    }

    [Fact]
    public async Task Logs_that_were_changed_swapped_or_lost_are_found()
    {
        await Plan(2).RunAsync();
        string[] logs = [.. Directory.GetFiles(_folder.Runs, "*.fbalog").Order(StringComparer.Ordinal)];
        var kept = await File.ReadAllBytesAsync(logs[0]);
        await File.WriteAllBytesAsync(logs[0], [.. kept[..^150], (byte)(kept[^150] ^ 1), .. kept[^149..]]);
        Assert.Equal((ValidityStatus.Failed, ValidityStatus.Failed), ((await CheckAsync("log-verifies")).Status, (await CheckAsync("replay-equal")).Status));

        // Whole, and another episode's: only the replay tells.
        File.Copy(logs[2], logs[0], overwrite: true);
        Assert.Equal((ValidityStatus.Passed, ValidityStatus.Failed), ((await CheckAsync("log-verifies")).Status, (await CheckAsync("replay-equal")).Status));
        File.Delete(logs[0]);
        Assert.Equal((ValidityStatus.NotChecked, ValidityStatus.NotChecked), ((await CheckAsync("log-verifies")).Status, (await CheckAsync("replay-equal")).Status));
        Assert.Equal(ValidityStatus.NotChecked, Find(await ReportValidator.CheckAsync(_folder.Path, new() { Replays = 0 }), "replay-equal").Status);
    }

    [Fact]
    public async Task Records_that_are_gone_and_scenarios_without_digest_fail_the_metadata()
    {
        await Plan(2).RunAsync();
        Assert.Equal(ValidityStatus.Passed, (await CheckAsync("reproducibility-metadata")).Status);
        var results = JsonNode.Parse(await File.ReadAllTextAsync(_folder.In("results.json")))!;
        results["scenarios"]![0]!["digest"] = null;
        await File.WriteAllTextAsync(_folder.In("results.json"), results.ToJsonString());
        Assert.Equal("the scenario 'brief' has no digest", (await CheckAsync("reproducibility-metadata")).Reason);
        File.Delete(_folder.Records[0]);
        Assert.StartsWith("the record of 'again' in world 0 of 'brief'", (await CheckAsync("reproducibility-metadata")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_episodes_count_against_their_bound()
    {
        var broken = new Brief { Broken = new HashSet<ulong> { WorldSeed.OfExperiment(1, 1).Value } };
        var report = await Plan(4, broken).RunAsync();
        Assert.Equal(2, report.Failed.Count);
        Assert.Equal((ValidityStatus.Failed, "2 of 8 episodes could not be played; the bound is 5%"), (Find(report.Validity, "failed-episodes").Status, Find(report.Validity, "failed-episodes").Reason));
        Assert.Equal(ValidityStatus.Passed, Find(await ReportValidator.CheckAsync(_folder.Path, new() { MostFailedShare = 0.25 }), "failed-episodes").Status);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ValidityOptions { MostFailedShare = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ValidityOptions { Replays = -1 });
    }

    [Fact]
    public async Task Budgets_are_held_against_what_thinking_cost()
    {
        await Benchmark.Create("dear").Scenario(new Brief()).Agent("dear", () => new Metrics.Scripted(today => today.Day < 4 ? [new ChargeInference(500_000, 1, 1)] : []), "1").Worlds(2).Output(_folder.Path).RunAsync();
        Assert.Equal(ValidityStatus.NotChecked, (await CheckAsync("budgets")).Status);
        Assert.Equal(ValidityStatus.Passed, Find(await ReportValidator.CheckAsync(_folder.Path, new() { BudgetPerEpisode = Money.Dollars(2) }), "budgets").Status);
        Assert.Equal(ValidityStatus.Failed, Find(await ReportValidator.CheckAsync(_folder.Path, new() { BudgetPerEpisode = Money.Dollars(1.99m) }), "budgets").Status);
    }

    [Fact]
    public async Task Repeats_of_a_world_are_episodes_of_their_own()
    {
        var report = await Plan(2).Repeats(2).RunAsync();
        Assert.Equal(report.Validity, await ReportValidator.CheckAsync(_folder.Path));
        Assert.Contains("of 8 episodes", Find(report.Validity, "replay-equal").Reason, StringComparison.Ordinal);
        Assert.Equal((8, 2), (StoredMetrics.Load(_folder.Path).Episodes.Count, report.MetricSummaries[0].Mean!.Count));
    }

    [Fact]
    public void A_sample_has_both_ends_and_is_spread_evenly()
    {
        Assert.Equal([0, 49, 99], ReplayCheck.Sample(100, 3));
        Assert.Equal([0, 1], ReplayCheck.Sample(2, 3));
        Assert.Equal([0], ReplayCheck.Sample(9, 1));
        Assert.Empty(ReplayCheck.Sample(0, 3));
    }

    private static ValidityCheck Find(IReadOnlyList<ValidityCheck> checks, string name) => checks.Single(check => check.Name == name);

    private async Task<ValidityCheck> CheckAsync(string name) => Find(await ReportValidator.CheckAsync(_folder.Path, new() { Replays = null }), name);

    private async Task ChangeMetricsAsync(string field, JsonNode value)
    {
        var path = Directory.GetFiles(_folder.Runs, "*.metrics.json").Order(StringComparer.Ordinal).First();
        var document = JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        document[field] = value;
        await File.WriteAllTextAsync(path, document.ToJsonString());
    }

    private Benchmark Plan(int worlds, Brief? scenario = null) => Benchmark.Create("sound").Scenario(scenario ?? new Brief())
        .Agent("mine", () => new GreedyRepricer(), "1").Agent("again", () => new BaseStock(), "1").Worlds(worlds).Output(_folder.Path);
}
