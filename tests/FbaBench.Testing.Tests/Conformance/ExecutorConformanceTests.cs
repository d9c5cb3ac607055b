using System.Text.Json;

namespace FbaBench.Tests.Conformance;

public sealed class ExecutorConformanceTests
{
    [Fact]
    public async Task An_executor_in_this_process_conforms()
    {
        var report = await ExecutorConformance.AssertAsync(() => new Inside());
        Assert.Equal(["same", "logs", "failing", "goes-on", "stops", "again"], report.Checks.Select(check => check.Name));
    }

    /// <summary>Jobs and deliveries as bytes, played by workers that have the benchmark and nothing else of the run, in any order, some twice.</summary>
    [Fact]
    public async Task Workers_who_know_the_benchmark_alone_conform() => await ExecutorConformance.AssertAsync(() => new Apart());

    [Theory]
    [InlineData("drops", "same", "NotDelivered: The executor delivered no record of it.")]
    [InlineData("changes", "same", "The last delivery was refused")]
    [InlineData("no-log", "logs", "")]
    [InlineData("swallows", "failing", "failed with NotDelivered")]
    [InlineData("once", "goes-on", "")]
    [InlineData("deaf", "stops", "has not ended")]
    [InlineData("tires", "again", "I am tired")]
    public async Task A_planted_fault_is_found(string fault, string check, string said)
    {
        var report = await new ExecutorChecks(() => new Inside(fault), TimeSpan.FromSeconds(fault == "deaf" ? 1 : 30), CancellationToken.None).RunAsync(through: check);
        var found = report.Checks.Single(one => one.Name == check);
        Assert.False(found.Passed, report.ToString());
        Assert.Contains(said, found.Detail);
    }

    /// <summary>Plays here, all at once, and does one thing wrong.</summary>
    private sealed class Inside(string fault = "") : IEpisodeExecutor
    {
        private int _runs;

        public async Task ExecuteAsync(EpisodeJobs jobs, CancellationToken cancellationToken)
        {
            if (fault == "tires" && ++_runs > 4 && jobs.Experiment == "conformance")
            {
                throw new InvalidOperationException("I am tired.");
            }

            if (fault == "deaf" && jobs.Experiment == "conformance-waiting")
            {
                await Task.Delay(TimeSpan.FromSeconds(8), CancellationToken.None);
                cancellationToken.ThrowIfCancellationRequested();
            }

            await Parallel.ForEachAsync(fault == "once" ? jobs.Items.Take(8) : jobs.Items, CancellationToken.None, async (job, _) =>
            {
                var delivery = await jobs.PlayAsync(job, cancellationToken);
                if ((fault == "drops" && job.Key.World == 1) || (fault == "swallows" && delivery.Record is null))
                {
                    return;
                }

                if (fault == "changes" && delivery.Record is { } record)
                {
                    var bytes = record.ToArray();
                    bytes[^200] ^= 1;
                    try
                    {
                        jobs.Deliver(delivery with { Record = bytes });
                    }
                    catch (InvalidDataException)
                    {
                    }

                    return;
                }

                try
                {
                    jobs.Deliver(fault == "no-log" ? delivery with { Log = null } : delivery);
                }
                catch (InvalidDataException) when (fault == "no-log")
                {
                }
            });
        }
    }

    private sealed class Apart : IEpisodeExecutor
    {
        private readonly Dictionary<string, EpisodeWorker> _workers = ExecutorConformance.Experiments.ToDictionary(name => name, name => ExecutorConformance.Definition(name).Worker());

        public async Task ExecuteAsync(EpisodeJobs jobs, CancellationToken cancellationToken)
        {
            var sent = JsonSerializer.SerializeToUtf8Bytes(jobs.Items.Reverse().Concat(jobs.Items.Take(2)));
            await Parallel.ForEachAsync(JsonSerializer.Deserialize<EpisodeJob[]>(sent)!, CancellationToken.None, async (job, _) =>
            {
                var played = JsonSerializer.SerializeToUtf8Bytes(await _workers[jobs.Experiment].PlayAsync(job, cancellationToken));
                jobs.Deliver(JsonSerializer.Deserialize<EpisodeDelivery>(played)!);
            });
        }
    }
}
