namespace FbaBench.Tests.Experiments;

/// <summary>Failed and missing episodes alone, and what a folder says of itself.</summary>
public sealed class RetryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Failed_and_missing_episodes_are_played_and_nothing_else()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Plan(new Service()).RetryFailed().RunAsync());
        Assert.Contains("There is no earlier run in", error.Message, StringComparison.Ordinal);

        await Plan(new Service()).RunAsync();
        File.Delete(Path.Combine(_folder.Runs, "brief_000_do-nothing.episode.jsonl"));
        var works = new Service { Works = true };
        var seen = new Collected();
        var report = await Plan(works).RetryFailed().RunAsync(seen);
        Assert.Equal((3, 2), (works.Made, seen.All[0].Earlier));
        Assert.Empty(report.Failed);

        var bytes = _folder.Results();
        error = await Assert.ThrowsAsync<InvalidOperationException>(() => Plan(works).RetryFailed().RunAsync());
        Assert.Contains("Nothing is to be played again", error.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, _folder.Results());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Plan(works).RetryFailed().Fresh().RunAsync());
    }

    [Fact]
    public async Task A_folder_tells_what_is_finished_failed_missing_and_damaged()
    {
        Assert.Contains("holds no experiment", Assert.Throws<InvalidDataException>(() => ExperimentStatus.Read(_folder.Path)).Message, StringComparison.Ordinal);
        await Plan(new Service()).RunAsync();
        File.Delete(Path.Combine(_folder.Runs, "brief_001_do-nothing.episode.jsonl"));
        await File.WriteAllTextAsync(Path.Combine(_folder.Runs, "brief_002_do-nothing.episode.jsonl"), "");
        var status = ExperimentStatus.Read(_folder.Path);
        Assert.Equal([new EpisodeKey("do-nothing", "brief", 0)], status.Finished);
        Assert.Equal(Enumerable.Range(0, 3).Select(world => new EpisodeFailure(new("mine", "brief", world), nameof(HttpRequestException), "429")), status.Failed);
        Assert.Equal([new EpisodeKey("do-nothing", "brief", 1)], status.Missing);
        Assert.Equal([new DamagedRecord(new("do-nothing", "brief", 2), "the file is empty")], status.Damaged);
        Assert.Equal((6, false), (status.Total, status.IsComplete));

        await Plan(new Service { Works = true }).RunAsync();
        Assert.True(ExperimentStatus.Read(_folder.Path).IsComplete);
        await Plan(new Service { Works = true }).Fresh().RunAsync();
        Assert.False(File.Exists(Path.Combine(_folder.Runs, "failed.jsonl")));
    }

    [Fact]
    public async Task A_line_that_a_kill_cut_hides_no_other_failure()
    {
        await Plan(new Service()).RunAsync();
        var path = Path.Combine(_folder.Runs, "failed.jsonl");
        var lines = await File.ReadAllLinesAsync(path);
        await File.WriteAllTextAsync(path, lines[0] + "\n" + lines[1][..20]);
        Assert.Single(ExperimentStatus.Read(_folder.Path).Failed);
        await Plan(new Service()).RunAsync();
        Assert.Equal(3, ExperimentStatus.Read(_folder.Path).Failed.Count);
    }

    [Fact]
    public async Task An_agent_is_refused_in_the_training_worlds_that_it_declares_and_plays_test_worlds()
    {
        var split = new WorldSplit(3);
        var trained = TrainingWorlds.Of(new Brief(), split, 2);
        var refused = await Benchmark.Create().Scenario(new Brief()).Agent("mine", () => new Trained(trained)).Split(split, SplitPart.Training).Worlds(2).Output(_folder.Path).RunAsync();
        Assert.Equal(2, refused.Failed.Count);
        Assert.All(refused.Failed, failure => Assert.Contains("was trained in the world", failure.Message, StringComparison.Ordinal));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Tested(split, trained).Seed(3).RunAsync());
        Assert.Contains("name one of them", error.Message, StringComparison.Ordinal);

        using var test = new TemporaryFolder();
        var report = await Tested(split, trained).Output(test.Path).RunAsync();
        Assert.Equal(2, report.Episodes.Count);
        Assert.Contains("\"split\": \"test\"", await File.ReadAllTextAsync(test.In("results.json")), StringComparison.Ordinal);
        Assert.Contains("test worlds of split 3", await File.ReadAllTextAsync(report.HtmlPath), StringComparison.Ordinal);
        var mixed = await Assert.ThrowsAsync<InvalidOperationException>(() => Benchmark.Create().Scenario(new Brief()).Agent("do-nothing").Seed(3).Worlds(2).Output(test.Path).RunAsync());
        Assert.Contains("test worlds there, public worlds now", mixed.Message, StringComparison.Ordinal);
    }

    private Benchmark Tested(WorldSplit split, TrainingWorlds trained) =>
        Benchmark.Create().Scenario(new Brief()).Agent("mine", () => new Trained(trained)).Split(split, SplitPart.Test).Worlds(2).Output(_folder.Path);

    private Benchmark Plan(Service service) => Benchmark.Create().Scenario(new Brief()).Agent("do-nothing").Agent("mine", service.Make, version: "1").Worlds(3).Threads(1).Output(_folder.Path);

    private sealed class Service
    {
        public bool Works { get; init; }

        public int Made { get; private set; }

        public IAgent Make()
        {
            Made++;
            return Works ? new BaseStock() : throw new HttpRequestException("429");
        }
    }

    private sealed class Trained(TrainingWorlds worlds) : ITrainedAgent
    {
        public TrainingWorlds? TrainedOn => worlds;

        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) => new(Decision.None);
    }
}
