using System.Text;
using System.Text.Json;
using FbaBench.Tests.Experiments;

namespace FbaBench.Tests.Rescoring;

/// <summary>Scores again what was played before, from the logs alone.</summary>
public sealed class RescoringTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Counted _mine = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Replayed_episodes_have_scores_and_metrics_of_those_played_and_no_agent_is_made()
    {
        var report = await Plan().RunAsync();
        var made = _mine.Made;
        var rescored = await FbaBench.Rescoring.RunAsync(_folder.Path, threads: 2);
        Assert.True(rescored.Passed);
        Assert.Equal(made, _mine.Made);
        Assert.Equal(4, rescored.Episodes.Count);
        foreach (var episode in rescored.Episodes)
        {
            var played = report.Episodes.Single(one => one.Key == episode.Result.Key);
            Assert.Equal((played.Score, played.StateHash, played.EventHash), (episode.Result.Score, episode.Result.StateHash, episode.Result.EventHash));
            Assert.Equal(report.Metrics(played.Key), episode.Metrics);
        }

        Assert.True(report.Metrics(report.Episodes[0].Key).Count(value => value.Value is not null) > 20);
        Assert.Equal(JsonSerializer.Serialize(rescored.Summaries), JsonSerializer.Serialize((await FbaBench.Rescoring.RunAsync(_folder.Path, threads: 1)).Summaries));
    }

    [Fact]
    public async Task A_metric_made_later_is_measured_on_stored_runs_and_can_be_kept()
    {
        await Plan().Metrics(false).RunAsync();
        Assert.Empty(Directory.GetFiles(_folder.Runs, "*.metrics.json"));
        Assert.Equal(4, StoredMetrics.Load(_folder.Path).Notes.Count);
        Metric last = new("last-day", () => new LastDay()) { Unit = "day", Better = MetricDirection.Neither, Interpretation = "The last day.", Formula = "max", ReadFrom = "days" };
        Metric[] metrics = [ShippedMetrics.Find("net-worth"), last];
        var rescored = await FbaBench.Rescoring.RunAsync(_folder.Path, metrics, write: true);
        Assert.Equal(new FirstYear().Define(new(1)).Account.RunOffDays + 20 - 1, rescored.Summaries.First(row => row.Metric == "last-day").Mean!.Mean);
        var stored = StoredMetrics.Load(_folder.Path);
        Assert.Empty(stored.Notes);
        Assert.Equal(JsonSerializer.Serialize(rescored.Summaries), JsonSerializer.Serialize(stored.Summaries));
        Assert.Equal(1 + (4 * 2), stored.ToCsv().TrimEnd('\n').Split('\n').Length);
        Assert.Contains("brief,0,0,mine,last-day,1,day,", stored.ToCsv(), StringComparison.Ordinal);
        Assert.Contains("last-day", stored.ToTable(), StringComparison.Ordinal);
        Assert.Contains("\"metric\": \"last-day\"", stored.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_says_another_score_is_a_failure()
    {
        await Plan().RunAsync();
        var path = _folder.Records[0];
        var lines = (await File.ReadAllTextAsync(path)).Split('\n');
        var score = JsonDocument.Parse(lines[1]).RootElement.GetProperty("score").GetInt64();
        lines[1] = lines[1].Replace($"\"score\":{score}", $"\"score\":{score + 1}", StringComparison.Ordinal);
        var content = string.Join('\n', lines[..3]) + "\n";
        var seal = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        await File.WriteAllTextAsync(path, content + "{\"sha256\":\"" + seal + "\"}\n");
        var rescored = await FbaBench.Rescoring.RunAsync(_folder.Path);
        Assert.False(rescored.Passed);
        Assert.Equal(3, rescored.Episodes.Count);
        Assert.Matches("its record says score .*; its log comes to", Assert.Single(rescored.Failures).Reason);
    }

    [Fact]
    public async Task Damaged_logs_fail_and_missing_ones_are_listed()
    {
        await Plan().RunAsync();
        string[] logs = [.. Directory.GetFiles(_folder.Runs, "*.fbalog").Order(StringComparer.Ordinal)];
        File.Delete(logs[0]);
        var bytes = await File.ReadAllBytesAsync(logs[1]);
        bytes[^200] ^= 1;
        await File.WriteAllBytesAsync(logs[1], bytes);
        File.Copy(logs[2], logs[3], overwrite: true);
        var rescored = await FbaBench.Rescoring.RunAsync(_folder.Path);
        Assert.Equal("it has no log", Assert.Single(rescored.NotRescorable).Reason);
        Assert.Equal(2, rescored.Failures.Count);
        Assert.StartsWith("its log cannot be replayed: ", rescored.Failures[0].Reason, StringComparison.Ordinal);
        Assert.Contains("its log", rescored.Failures[1].Reason, StringComparison.Ordinal);
        Assert.Single(rescored.Episodes);
    }

    [Fact]
    public async Task A_folder_without_runs_and_a_metric_twice_are_refused()
    {
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => FbaBench.Rescoring.RunAsync(_folder.Path));
        Assert.False(Directory.Exists(_folder.Path));
        var worth = ShippedMetrics.Find("net-worth");
        await Assert.ThrowsAsync<ArgumentException>(() => FbaBench.Rescoring.RunAsync(_folder.Path, [worth, worth]));
    }

    [Fact]
    public async Task Metrics_lost_before_a_run_goes_on_are_told_and_in_no_mean()
    {
        await Plan().RunAsync();
        var clean = _folder.Results();
        var lost = Directory.GetFiles(_folder.Runs, "*.metrics.json").Order(StringComparer.Ordinal).First();
        await File.WriteAllTextAsync(lost, "{");
        var report = await Plan().RunAsync();
        Assert.StartsWith("The metrics of 1 episode could not be used and are in no mean: 'do-nothing' in world 0 of 'brief': it is cut", Assert.Single(report.Notes), StringComparison.Ordinal);
        Assert.Equal(1, report.MetricSummaries.First(row => row.Agent == "do-nothing").Episodes);
        Assert.Equal(ValidityStatus.NotChecked, report.Validity.Single(check => check.Name == "books-balance").Status);
        await FbaBench.Rescoring.RunAsync(_folder.Path, write: true);
        await Plan().RunAsync();
        Assert.Equal(clean, _folder.Results());
    }

    private Benchmark Plan() => Benchmark.Create("again").Scenario(new Brief()).Agent("mine", _mine.Make, "1").Agent("do-nothing").Worlds(2).Output(_folder.Path);

    private sealed class LastDay : IEpisodeMetric
    {
        private int _day;

        public void Take(EpisodeDay day) => _day = Math.Max(_day, day.Day);

        public MetricReading Finish() => MetricReading.Of(_day);
    }
}
