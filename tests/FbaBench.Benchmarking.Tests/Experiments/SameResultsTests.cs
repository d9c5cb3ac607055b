using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using CsCheck;

namespace FbaBench.Tests.Experiments;

/// <summary>results.json is a function of the plan: not of threads, order, logs, kills or the number of runs it took.</summary>
[Trait("Category", "Property")]
public sealed class SameResultsTests
{
    private const int Worlds = 3;

    [Fact]
    public async Task Whatever_of_a_folder_was_lost_or_cut_the_results_are_the_same()
    {
        using var whole = new TemporaryFolder();
        var report = await Plan().Output(whole.Path).RunAsync();
        var (results, page, records) = (whole.Results(), WithoutLogs(report), whole.Records);
        Gen.Select(Gen.Int[0, 5].Array[records.Length], Gen.Int[0, 2].Select(i => new[] { 1, 2, 8 }[i]), Gen.Bool, Gen.Int[0, 1_000_000])
            .Sample((fates, threads, logs, at) => Again(fates, threads, logs, at), iter: 12, threads: 1);

        // By fate: 0 to 2 kept, 3 lost, 4 cut, 5 with a part of a later attempt beside it.
        void Again(int[] fates, int threads, bool logs, int at)
        {
            using var folder = new TemporaryFolder();
            Directory.CreateDirectory(folder.Runs);
            foreach (var (record, fate) in records.Zip(fates).Where(one => one.Second != 3))
            {
                var bytes = File.ReadAllBytes(record);
                var path = folder.In("runs", Path.GetFileName(record));
                var metrics = Path.GetFileName(record).Replace(".episode.jsonl", ".metrics.json", StringComparison.Ordinal);
                File.Copy(whole.In("runs", metrics), folder.In("runs", metrics));
                File.WriteAllBytes(path, fate == 4 ? bytes[..(at % bytes.Length)] : bytes);
                if (fate == 5)
                {
                    File.WriteAllBytes(path + ".part", bytes[..(at % bytes.Length)]);
                }
            }

            var seen = new Collected();
            var again = Plan().Output(folder.Path).Threads(threads).Logs(logs).RunAsync(seen).GetAwaiter().GetResult();
            Assert.Equal(fates.Count(fate => fate is not 3 and not 4), seen.All.First(one => one.Note is null).Earlier);
            Assert.Equal(results, folder.Results());
            Assert.Equal(page, WithoutLogs(again));
            Assert.Equal(fates.Count(fate => fate == 4), again.Notes.Count);
            Assert.Equal(logs ? fates.Count(fate => fate is 3 or 4) : 0, Directory.GetFiles(folder.Runs, "*.fbalog").Length);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_order_in_which_episodes_end_changes_nothing(int seed)
    {
        using var plain = new TemporaryFolder();
        await Plan().Output(plain.Path).RunAsync();
        using var ordered = new TemporaryFolder();
        var waiting = new BlockingCollection<TaskCompletionSource>();
        var ended = new Ended();
        var run = Task.Run(() => Benchmark.Create("same").Scenario(new Brief())
            .Agent("base-stock", () => new Held(new BaseStock(), waiting)).Agent("greedy-repricer", () => new Held(new GreedyRepricer(), waiting))
            .Worlds(Worlds).Threads(2 * Worlds).Output(ordered.Path).RunAsync(ended));

        // All are on their first day; let them go one at a time in another order.
        var held = Enumerable.Range(0, 2 * Worlds).Select(_ => waiting.Take()).ToArray();
        new Random(seed).Shuffle(held);
        foreach (var one in held)
        {
            one.SetResult();
            ended.Next();
        }

        await run;
        Assert.NotEqual(Enumerable.Range(0, 2 * Worlds).ToArray(), ended.Order);
        Assert.Equal(plain.Results(), ordered.Results());
    }

    [Fact]
    public async Task Episodes_that_wait_all_at_once_on_one_thread_of_the_plan_change_nothing()
    {
        const int worlds = 30;
        using var plain = new TemporaryFolder();
        await Plan().Worlds(worlds).Output(plain.Path).RunAsync();
        using var waiting = new TemporaryFolder();
        var met = new Meeting(2 * worlds);
        var report = await Benchmark.Create("same").Scenario(new Brief())
            .Agent("base-stock", () => new Waiting(new BaseStock(), met)).Agent("greedy-repricer", () => new Waiting(new GreedyRepricer(), met))
            .Worlds(worlds).Threads(1).Episodes(2 * worlds).Output(waiting.Path).RunAsync();
        Assert.Empty(report.Failed);
        Assert.Equal(plain.Results(), waiting.Results());
        Assert.Contains($"\"episodesAtOnce\": {2 * worlds}", File.ReadAllText(waiting.In("timings.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100_001)]
    public void Episodes_at_once_have_limits(int atOnce)
    {
        Assert.Contains("1 to 100000", Assert.Throws<ArgumentOutOfRangeException>(() => Plan().Episodes(atOnce)).Message, StringComparison.Ordinal);
    }

    /// <summary>The page but for what it says of logs: it links those that are there.</summary>
    private static string WithoutLogs(BenchmarkReport report)
    {
        var page = Regex.Replace(File.ReadAllText(report.HtmlPath), "<a href=\"runs/[^\"]*\">([^<]*)</a>", "$1");
        return Regex.Replace(page, "<p class=\"sub\">(Every episode has its log.*?</pre>|This benchmark wrote no run logs.</p>)", "", RegexOptions.Singleline);
    }

    private static Benchmark Plan() => Benchmark.Create("same").Scenario(new Brief()).Agent("base-stock").Agent("greedy-repricer").Worlds(Worlds);

    /// <summary>Those who wait for each other: nobody goes on before all are there.</summary>
    private sealed class Meeting(int expected)
    {
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _here;

        public Task JoinAsync()
        {
            if (Interlocked.Increment(ref _here) == expected)
            {
                _all.SetResult();
            }

            return _all.Task;
        }
    }

    /// <summary>Waits on the third day until every episode of the run does, and lets others go first on each.</summary>
    private sealed class Waiting(IAgent inner, Meeting met) : IAgent
    {
        public async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            await Task.Yield();
            if (today.Day == 3)
            {
                await met.JoinAsync();
            }

            return await inner.DecideAsync(today, context, cancellationToken);
        }
    }

    private sealed class Held(IAgent inner, BlockingCollection<TaskCompletionSource> waiting) : IAgent
    {
        public async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            if (today.Day == 0)
            {
                var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                waiting.Add(gate, cancellationToken);
                await gate.Task;
            }

            return await inner.DecideAsync(today, context, cancellationToken);
        }
    }

    private sealed class Ended : IProgress<BenchmarkProgress>
    {
        private readonly BlockingCollection<EpisodeKey> _ended = [];
        private readonly List<int> _order = [];

        public int[] Order => [.. _order];

        public void Report(BenchmarkProgress value)
        {
            if (value.Last is { } key)
            {
                _ended.Add(key);
            }
        }

        public void Next()
        {
            var key = _ended.Take();
            _order.Add((key.World * 2) + (key.Agent == "base-stock" ? 0 : 1));
        }
    }
}
