using System.Text;
using System.Text.Json;

namespace FbaBench.Tests.Experiments;

/// <summary>Episodes that cannot be played: apart from scores, told, and played again.</summary>
public sealed class FailedEpisodeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Failed_episodes_stand_apart_and_the_rest_is_played()
    {
        var scenario = new Brief { Broken = new HashSet<ulong> { WorldSeed.OfExperiment(1, 1).Value } };
        var made = 0;
        var report = await Benchmark.Create().Scenario(scenario).Agent("base-stock")
            .Agent("mine", () => ++made == 2 ? throw new InvalidDataException("no key") : new GreedyRepricer())
            .Worlds(4).Threads(1).Output(_folder.Path).RunAsync();

        EpisodeFailure[] failed =
        [
            new(new("base-stock", "brief", 1), nameof(InvalidDataException), "no data for " + WorldSeed.OfExperiment(1, 1)),
            new(new("mine", "brief", 1), nameof(InvalidDataException), "no data for " + WorldSeed.OfExperiment(1, 1)),
            new(new("mine", "brief", 2), nameof(InvalidDataException), "no key"),
        ];
        Assert.Equal(failed, report.Failed);
        Assert.Equal(5, report.Episodes.Count);
        Assert.Equal((3, 2, 2), (report.Summaries[0].Score.Count, report.Summaries[1].Score.Count, report.Summaries[1].Difference!.Count));
        Assert.NotEqual(Score("base-stock", 2), Score("base-stock", 3));
        var paired = new[] { 0, 3 }.Select(world => (Score("mine", world) - Score("base-stock", world)).Cents / 100.0).Average();
        Assert.Equal(paired, report.Summaries[1].Difference!.Mean, 9);

        var page = await File.ReadAllTextAsync(report.HtmlPath);
        foreach (var text in new[] { report.ToTable(), System.Net.WebUtility.HtmlDecode(page) })
        {
            Assert.Contains("mine: 2 of 4 episodes could not be played and have no score; its figures are of 2 worlds. First: world 1, InvalidDataException: no data for", text, StringComparison.Ordinal);
            Assert.Contains("mine: compared to base-stock in 2 worlds that both finished.", text, StringComparison.Ordinal);
        }

        using var results = JsonDocument.Parse(_folder.Results());
        Assert.Equal(3, results.RootElement.GetProperty("failed").GetArrayLength());
        Assert.Equal("InvalidDataException", results.RootElement.GetProperty("failed")[2].GetProperty("error").GetString());
        Assert.Equal(2, results.RootElement.GetProperty("failed")[2].GetProperty("world").GetInt32());

        Money Score(string agent, int world) => report.Episodes.Single(episode => episode.Key == new EpisodeKey(agent, "brief", world)).Score;
    }

    [Fact]
    public async Task Running_again_plays_the_failed_ones_alone_and_comes_to_what_a_run_without_failures_does()
    {
        var service = new Service();
        Benchmark Plan() => Benchmark.Create().Scenario(new Brief()).Agent("do-nothing").Agent("mine", service.Make).Worlds(6).Threads(1).Output(_folder.Path);
        var first = await Plan().RunAsync();
        Assert.Equal(3, first.Failed.Count);
        service = new Service { Works = true };
        var second = await Plan().RunAsync();
        Assert.Equal(3, service.Made);
        Assert.Empty(second.Failed);
        Assert.DoesNotContain("could not be played", second.ToTable(), StringComparison.Ordinal);
        using var clean = new TemporaryFolder();
        await Plan().Output(clean.Path).RunAsync();
        Assert.Equal(clean.Results(), _folder.Results());
    }

    [Fact]
    public async Task An_agent_of_which_nothing_can_be_played_has_no_figures_but_is_told()
    {
        var report = await Benchmark.Create().Scenario(new Brief()).Agent("gone", () => throw new InvalidOperationException("<no key>")).Agent("none", () => null!).Agent("do-nothing")
            .Worlds(2).Output(_folder.Path).RunAsync();
        Assert.Equal(4, report.Failed.Count);
        Assert.Equal("do-nothing", Assert.Single(report.Summaries).Agent);
        Assert.Null(report.Summaries[0].Difference);
        Assert.Contains("gone: 2 of 2 episodes could not be played and have no score; it has no figures. First: world 0, InvalidOperationException: <no key>", report.ToTable(), StringComparison.Ordinal);
        Assert.Contains("do-nothing: compared to gone in 0 worlds that both finished.", report.ToTable(), StringComparison.Ordinal);
        Assert.Contains("none: 2 of 2", report.ToTable(), StringComparison.Ordinal);
        Assert.Contains("&lt;no key&gt;", await File.ReadAllTextAsync(report.HtmlPath), StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => report.Trajectory(new("gone", "brief", 0)));
    }

    [Fact]
    public async Task A_benchmark_without_any_finished_episode_still_reports()
    {
        var report = await Benchmark.Create().Scenario(new Brief()).Agent("gone", () => throw new InvalidOperationException("no")).Worlds(2).Output(_folder.Path).RunAsync();
        Assert.Empty(report.Summaries);
        Assert.Contains("could not be played", await File.ReadAllTextAsync(report.HtmlPath), StringComparison.Ordinal);
        Assert.Contains("could not be played", report.ToTable(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeout_in_an_agent_s_making_is_a_failure_and_a_stop_is_none()
    {
        var report = await Benchmark.Create().Scenario(new Brief()).Agent("mine", () => throw new TaskCanceledException("HTTP timeout")).Worlds(1).Output(_folder.Path).RunAsync();
        Assert.Equal(nameof(TaskCanceledException), Assert.Single(report.Failed).ErrorType);

        using var stop = new CancellationTokenSource();
        var stopped = Benchmark.Create().Scenario(new Brief()).Agent("do-nothing").Agent("mine", () => new Stopping(stop)).Worlds(3).Threads(1).Output(_folder.Path);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped.RunAsync(null, stop.Token));
        Assert.Equal("brief_000_do-nothing.episode.jsonl", Path.GetFileName(Assert.Single(_folder.Records)));
        var rest = await Benchmark.Create().Scenario(new Brief()).Agent("do-nothing").Worlds(3).Output(_folder.Path).RunAsync();
        Assert.Equal(3, rest.Episodes.Count);
    }

    [Fact]
    public async Task An_agent_that_throws_for_a_day_keeps_its_fault_through_a_reload()
    {
        Benchmark Plan() => Benchmark.Create().Scenario(new Brief()).Agent("mine", () => new Thrower(), version: "1").Worlds(1).Output(_folder.Path);
        var first = await Plan().RunAsync();
        var second = await Plan().RunAsync();
        Assert.Empty(first.Failed);
        Assert.Equal(new EpisodeFault(3, FaultKind.Threw) { ErrorType = nameof(FormatException), Message = "not a price" }, second.Episodes[0].FirstFault);
        Assert.Equal(first.Episodes, second.Episodes);
        Assert.Contains("(Threw, FormatException)", second.ToTable(), StringComparison.Ordinal);
        Assert.DoesNotContain("not a price", Encoding.UTF8.GetString(_folder.Results()), StringComparison.Ordinal);
    }

    /// <summary>Every second agent cannot be made until it works.</summary>
    private sealed class Service
    {
        public bool Works { get; init; }

        public int Made { get; private set; }

        public IAgent Make() => ++Made % 2 == 0 || Works ? new BaseStock() : throw new HttpRequestException("429");
    }

    private sealed class Stopping(CancellationTokenSource stop) : IAgent
    {
        public async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            await stop.CancelAsync();
            return Decision.None;
        }
    }

    private sealed class Thrower : IAgent
    {
        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) =>
            today.Day == 3 ? throw new FormatException("not a price") : new(Decision.None);
    }
}
