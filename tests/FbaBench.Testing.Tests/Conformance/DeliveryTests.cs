using System.Text;

namespace FbaBench.Tests.Conformance;

/// <summary>What a run takes from an executor and what it refuses.</summary>
public sealed class DeliveryTests : IDisposable
{
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "deliveries", Guid.NewGuid().ToString("N"));

    [Fact]
    public async Task An_equal_one_again_changes_nothing_and_other_bytes_are_refused()
    {
        var report = await RunAsync(async jobs =>
        {
            foreach (var job in jobs.Items)
            {
                var delivery = await jobs.PlayAsync(job);
                Assert.True(jobs.Deliver(delivery));
                Assert.False(jobs.Deliver(delivery));
                Assert.False(jobs.Deliver(new(job.Key) { ErrorType = "Late", Message = "the other worker broke" }));

                // Whole and sealed, of the same episode, and yet another one: its first fault says something else.
                var other = Resealed(delivery.Record!.Value, "\"refusals\":0", "\"refusals\":1");
                Assert.Contains("another record was delivered before", Assert.Throws<InvalidDataException>(() => jobs.Deliver(delivery with { Record = other })).Message);
            }
        });
        Assert.Empty(report.Failed);
        Assert.Equal(2, report.Episodes.Count);
    }

    [Fact]
    public async Task A_failed_attempt_may_be_followed_by_a_record()
    {
        var report = await RunAsync(async jobs =>
        {
            Assert.True(jobs.Deliver(new(jobs.Items[0].Key) { ErrorType = "WorkerLost", Message = "no answer" }));
            Assert.True(jobs.Deliver(await jobs.PlayAsync(jobs.Items[0])));
            Assert.True(jobs.Deliver(new(jobs.Items[1].Key) { ErrorType = "WorkerLost", Message = "no answer" }));
        });
        var failed = Assert.Single(report.Failed);
        Assert.Equal((1, "WorkerLost", "no answer"), (failed.Key.World, failed.ErrorType, failed.Message));
    }

    [Theory]
    [InlineData("cut", "it is cut")]
    [InlineData("changed", "does not have the checksum")]
    [InlineData("other-episode", "its record is another episode's: of 'base-stock' in world 1")]
    [InlineData("other-version", "the agent 'base-stock' of version '9'; now it is '1'")]
    [InlineData("other-world", "another definition of world 0")]
    [InlineData("no-metrics", "its metrics are missing")]
    [InlineData("other-metrics", "its metrics are those of another attempt")]
    [InlineData("no-log", "its log is missing")]
    [InlineData("other-log", "ends elsewhere than its record")]
    [InlineData("cut-log", "of its log: ")]
    [InlineData("nothing", "it has neither a record nor an error")]
    public async Task What_is_not_the_episode_is_refused_and_the_run_says_so(string wrong, string said)
    {
        var report = await RunAsync(async jobs =>
        {
            var (right, other) = (await jobs.PlayAsync(jobs.Items[0]), await jobs.PlayAsync(jobs.Items[1]));
            var delivery = wrong switch
            {
                "cut" => right with { Record = right.Record!.Value[..^10] },
                "changed" => right with { Record = Changed(right.Record!.Value) },
                "other-episode" => right with { Record = other.Record },
                "other-version" => right with { Record = Resealed(right.Record!.Value, "\"version\":\"1\"", "\"version\":\"9\"") },
                "other-world" => right with { Record = Resealed(right.Record!.Value, "\"definition\":\"", "\"definition\":\"0") },
                "no-metrics" => right with { Metrics = null },
                "other-metrics" => right with { Metrics = other.Metrics },
                "no-log" => right with { Log = null },
                "other-log" => right with { Log = other.Log },
                "cut-log" => right with { Log = right.Log!.Value[..^10] },
                _ => new EpisodeDelivery(right.Key),
            };
            var error = Assert.Throws<InvalidDataException>(() => jobs.Deliver(delivery));
            Assert.StartsWith("The delivery of 'base-stock' in world 0 of 'small-shop' is refused: ", error.Message);
            Assert.Contains(said, error.Message);
            jobs.Deliver(other);
        });
        var failed = Assert.Single(report.Failed);
        Assert.Equal(("NotDelivered", 0), (failed.ErrorType, failed.Key.World));
        Assert.Contains(said, failed.Message);
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder, "runs"), "small-shop_000*.episode.jsonl"));
    }

    [Fact]
    public async Task A_worker_of_another_benchmark_refuses()
    {
        await RunAsync(async jobs =>
        {
            var other = Defined(version: "2").Worker();
            Assert.Contains("the agent 'base-stock' of version '1'; now it is '2'", (await Assert.ThrowsAnyAsync<InvalidOperationException>(() => other.PlayAsync(jobs.Items[0]))).Message);
            var seeded = Defined().Seed(5).Worker();
            Assert.Contains("seed 1 there, 5 now", (await Assert.ThrowsAnyAsync<InvalidOperationException>(() => seeded.PlayAsync(jobs.Items[0]))).Message);
            await Assert.ThrowsAsync<ArgumentException>(() => Defined().Worker().PlayAsync(jobs.Items[0] with { Key = jobs.Items[0].Key with { World = 7 } }));
            await Assert.ThrowsAnyAsync<InvalidOperationException>(() => Defined().Worker().PlayAsync(jobs.Items[0] with { Identity = "{}" }));
            Assert.Throws<ArgumentException>(() => jobs.Deliver(new(jobs.Items[0].Key with { Agent = "nobody" })));
        });
    }

    [Fact]
    public async Task After_the_run_nothing_is_taken()
    {
        EpisodeJobs? kept = null;
        EpisodeDelivery? late = null;
        await RunAsync(async jobs => (kept, late) = (jobs, await jobs.PlayAsync(jobs.Items[0])));
        Assert.Throws<InvalidOperationException>(() => kept!.Deliver(late!));
    }

    [Fact]
    public async Task A_world_that_cannot_be_defined_is_nobodys_job()
    {
        var bad = WorldSeed.OfExperiment(1, 1);
        var report = await Benchmark.Create("broken").Scenario(new Broken(bad)).Agent("base-stock").Worlds(2).Output(_folder).ExecuteWith(new Doing(async jobs =>
        {
            Assert.Single(jobs.Items);
            jobs.Deliver(await jobs.PlayAsync(jobs.Items[0]));
        })).RunAsync();
        Assert.Equal((1, "no such world"), (Assert.Single(report.Failed).Key.World, report.Failed[0].Message));
        Assert.Single(report.Episodes);
    }

    [Fact]
    public async Task A_limit_of_cost_is_refused_and_a_shared_instance_ends_the_run()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Defined().Output(_folder).MaxCost(1).ExecuteWith(new Doing(_ => Task.CompletedTask)).RunAsync());
        var shared = new BaseStock();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Benchmark.Create("shared").Scenario(SmallWorlds.Shop()).Agent("one", () => shared).Worlds(2).Output(_folder).ExecuteWith(new Doing(async jobs =>
        {
            foreach (var job in jobs.Items)
            {
                jobs.Deliver(await jobs.PlayAsync(job));
            }
        })).RunAsync());
        Assert.Contains("fresh one for every episode", error.Message);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private Task<BenchmarkReport> RunAsync(Func<EpisodeJobs, Task> execute) => Defined().Output(_folder).ExecuteWith(new Doing(execute)).RunAsync();

    private static Benchmark Defined(string version = "1") => Benchmark.Create("deliveries").Scenario(SmallWorlds.Shop()).Agent("base-stock", () => new BaseStock(), version).Worlds(2);

    private static byte[] Changed(ReadOnlyMemory<byte> record)
    {
        var bytes = record.ToArray();
        bytes[bytes.Length / 2] ^= 1;
        return bytes;
    }

    /// <summary>A record in which something else stands, with a seal that fits.</summary>
    private static byte[] Resealed(ReadOnlyMemory<byte> record, string from, string to)
    {
        var lines = Encoding.UTF8.GetString(record.Span).Split('\n');
        var content = string.Join('\n', lines[..3]) + "\n";
        Assert.Contains(from, content);
        var changed = Encoding.UTF8.GetBytes(content.Replace(from, to));
        return [.. changed, .. Encoding.UTF8.GetBytes("{\"sha256\":\"" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(changed)) + "\"}\n")];
    }

    private sealed class Doing(Func<EpisodeJobs, Task> execute) : IEpisodeExecutor
    {
        public Task ExecuteAsync(EpisodeJobs jobs, CancellationToken cancellationToken) => execute(jobs);
    }

    private sealed class Broken(WorldSeed seed) : IScenario
    {
        public string Name => "small-shop";

        public WorldDefinition Define(WorldSeed world) => world == seed ? throw new InvalidDataException("no such world") : SmallWorlds.Shop().Define(world);
    }
}
