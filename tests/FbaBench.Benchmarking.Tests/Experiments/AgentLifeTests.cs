namespace FbaBench.Tests.Experiments;

/// <summary>What a benchmark gives an agent, and what it does with the instance afterwards.</summary>
public sealed class AgentLifeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_instance_is_disposed_once_its_episode_is_over_failed_ones_too()
    {
        var made = new List<Mortal>();
        var report = await Plan(setting => Keep(new Mortal { Setting = setting, Fails = setting.Episode.Contains("_001_", StringComparison.Ordinal) })).RunAsync();
        Assert.Equal(["brief_000_mine", "brief_001_mine", "brief_002_mine"], made.Select(agent => agent.Setting.Episode).Order(StringComparer.Ordinal));
        Assert.All(made, agent => Assert.Equal((1, "mine", 0), (agent.Ends, agent.Setting.Name, agent.Setting.Seat.Index)));
        Assert.Equal((nameof(AgentServiceException), "service is down"), (Assert.Single(report.Failed).ErrorType, report.Failed[0].Message));
        Assert.All(report.Episodes, episode => Assert.Equal(0, episode.FailedDays));

        Mortal Keep(Mortal agent)
        {
            made.Add(agent);
            return agent;
        }
    }

    [Fact]
    public async Task An_agent_that_cannot_end_has_no_score()
    {
        var report = await Plan(setting => new Mortal { Setting = setting, EndsBadly = setting.Episode.Contains("_001_", StringComparison.Ordinal) }).RunAsync();
        Assert.Equal((1, "tape lost"), (Assert.Single(report.Failed).Key.World, report.Failed[0].Message));
        Assert.Equal(2, report.Episodes.Count);
    }

    [Fact]
    public async Task An_agent_s_file_outlives_a_failed_attempt_and_a_fresh_start_removes_it()
    {
        await Plan(setting => new Mortal { Setting = setting, Writes = "first", Fails = true }).RunAsync();
        var seen = new List<string>();
        await Plan(setting => new Mortal { Setting = setting, Reads = seen }).RunAsync();
        Assert.Equal(["first", "first", "first"], seen);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "runs", "agents", "brief_000_mine_0.note")));

        seen.Clear();
        await Plan(setting => new Mortal { Setting = setting, Reads = seen }).Fresh().RunAsync();
        Assert.Equal(["", "", ""], seen);
        Assert.Throws<ArgumentException>(() => new EpisodeStore(_folder.Path).OpenAgentFile(new("a", "b", 0), new(0), "../x"));
    }

    [Fact]
    public async Task An_episode_that_takes_its_time_tells_its_days_and_what_thinking_cost()
    {
        var seen = new Told();
        var report = await Benchmark.Create().Scenario(new Brief()).Agent("slow", () => new Slow(), version: "1").Worlds(1).Threads(1).Output(_folder.Path).RunAsync(seen);
        Assert.Contains(seen.All, one => one is { Done: 0, Days: > 0, MicroDollars: > 0 });
        Assert.Equal(report.Episodes[0].Inference.MicroDollars, seen.All[^1].MicroDollars);
        Assert.Equal(300_000 * report.Episodes[0].DecisionDays, report.Episodes[0].Inference.MicroDollars);
        Assert.Contains("slow: thinking cost", report.ToTable(), StringComparison.Ordinal);
        using var results = System.Text.Json.JsonDocument.Parse(_folder.Results());
        Assert.Equal(report.Episodes[0].Inference.InputTokens, results.RootElement.GetProperty("episodes")[0].GetProperty("inference").GetProperty("inputTokens").GetInt64());
    }

    private sealed class Told : IProgress<BenchmarkProgress>
    {
        public List<BenchmarkProgress> All { get; } = [];

        public void Report(BenchmarkProgress value) => All.Add(value);
    }

    private sealed class Slow : IAgent
    {
        public async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            await Task.Delay(today.Day < 3 ? 600 : 0, cancellationToken);
            return new([new ChargeInference(300_000, 10, 1)]);
        }
    }

    private Benchmark Plan(Func<AgentSetting, IAgent> make) =>
        Benchmark.Create().Scenario(new Brief()).Agent("mine", make, version: "1").Worlds(3).Threads(1).Output(_folder.Path);

    private sealed class Mortal : IAgent, IAsyncDisposable
    {
        public required AgentSetting Setting { get; init; }

        public bool Fails { get; init; }

        public bool EndsBadly { get; init; }

        public string? Writes { get; init; }

        public List<string>? Reads { get; init; }

        public int Ends { get; private set; }

        public ValueTask DisposeAsync()
        {
            Ends++;
            return EndsBadly ? throw new InvalidDataException("tape lost") : ValueTask.CompletedTask;
        }

        public async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            if (today.Day == 0 && (Writes ?? (object?)Reads) is not null)
            {
                await using var file = Setting.OpenFile!("note");
                if (Reads is not null)
                {
                    using var reader = new StreamReader(file);
                    Reads.Add(await reader.ReadToEndAsync(cancellationToken));
                }
                else
                {
                    await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Writes!), cancellationToken);
                }
            }

            return Fails && today.Day == 2 ? throw new AgentServiceException("service is down") : Decision.None;
        }
    }
}
