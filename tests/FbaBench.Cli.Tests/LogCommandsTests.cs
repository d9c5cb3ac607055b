using System.Globalization;
using System.Text.Json;
using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace FbaBench.Tests.Cli;

/// <summary>Commands that work on run logs: replay, fork, diff, export.</summary>
public sealed class LogCommandsTests : IClassFixture<LogCommandsTests.Runs>, IDisposable
{
    private readonly Runs _runs;
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "logs", Guid.NewGuid().ToString("N"))).FullName;

    public LogCommandsTests(Runs runs) => _runs = runs;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Replay_prints_every_day_with_the_hashes_of_the_log()
    {
        var (exit, output, error) = await Tool.RunAsync("replay", _runs.Trader, "--json");
        Assert.Equal((0, ""), (exit, error));
        using var log = RunLogReader.Open(File.OpenRead(_runs.Trader));
        var end = log.Replay();
        var lines = output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal(log.Days.Count, lines.Length);
        foreach (var (line, day) in lines.Zip(log.Days))
        {
            using var json = JsonDocument.Parse(line);
            Assert.Equal(day.Day, json.RootElement.GetProperty("day").GetInt32());
            Assert.Equal(day.Hash.ToString(), json.RootElement.GetProperty("state").GetString());
            Assert.Equal(day.EventHash.ToString(), json.RootElement.GetProperty("events").GetString());
        }

        using var last = JsonDocument.Parse(lines[^1]);
        Assert.Equal(end.Books(new(0)).Balance(Account.Cash).Cents, last.RootElement.GetProperty("cashCents").GetInt64());
        Assert.Equal(end.Summary(new(0)).UnitsSold, last.RootElement.GetProperty("unitsSold").GetInt64());
    }

    [Fact]
    public async Task Replay_to_a_day_ends_with_it()
    {
        var (exit, output, _) = await Tool.RunAsync("replay", _runs.Trader, "--to-day", "9");
        Assert.Equal(0, exit);
        var lines = output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal(11, lines.Length);
        Assert.StartsWith("day  date        seat", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("  9  2025-01-24     0", lines[^1], StringComparison.Ordinal);
    }

    /// <summary>base-stock remembers nothing: taking over from itself changes nothing.</summary>
    [Theory]
    [InlineData("0")]
    [InlineData("17")]
    [InlineData("29")]
    public async Task A_fork_with_the_same_agent_is_the_same_run(string day)
    {
        var copy = Path.Combine(_folder, "copy.fbalog");
        var (exit, output, error) = await Tool.RunAsync("fork", _runs.Trader, "--day", day, "--agent", "base-stock", "--output", copy);
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains($"from day {day} (", output, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(_runs.Trader), File.ReadAllBytes(copy));
        Assert.Equal(0, (await Tool.RunAsync("diff", _runs.Trader, copy)).Exit);
    }

    [Fact]
    public async Task A_fork_with_another_agent_verifies_and_parts_on_its_day()
    {
        var other = Path.Combine(_folder, "other.fbalog");
        var (exit, output, _) = await Tool.RunAsync("fork", _runs.Trader, "--day", "10", "--agent", "greedy-repricer", "--output", other);
        Assert.Equal(0, exit);
        Assert.Matches(@"score +-?[0-9.]+ +-?[0-9.]+ +-?[0-9.]+", output);
        Assert.Equal(0, (await Tool.RunAsync("verify", other)).Exit);
        var diff = await Tool.RunAsync("diff", _runs.Trader, other, "--columns", "3");
        Assert.Equal((1, ""), (diff.Exit, diff.Error));
        Assert.StartsWith("First difference: day 1", diff.Out, StringComparison.Ordinal);
        Assert.Contains("decisions: ", diff.Out, StringComparison.Ordinal);
        Assert.Contains("@0", diff.Out, StringComparison.Ordinal);
        var again = await Tool.RunAsync("fork", _runs.Trader, "--day", "10", "--agent", "greedy-repricer", "--output", other);
        Assert.Equal(2, again.Exit);
        Assert.Contains("there is such a file already", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_names_worlds_that_differ_and_runs_that_end_early()
    {
        var worlds = await Tool.RunAsync("diff", _runs.Trader, _runs.OtherWorld);
        Assert.Equal(1, worlds.Exit);
        Assert.StartsWith("Different worlds:", worlds.Out, StringComparison.Ordinal);

        // A killed run: mark and seal are gone.
        var bytes = await File.ReadAllBytesAsync(_runs.Trader);
        bytes.AsSpan(8, 8).Clear();
        var killed = Path.Combine(_folder, "killed.fbalog");
        await File.WriteAllBytesAsync(killed, bytes[..(bytes.Length / 2)]);
        var ended = await Tool.RunAsync("diff", killed, _runs.Trader);
        Assert.Equal(1, ended.Exit);
        Assert.Contains("then B goes on to day", ended.Out, StringComparison.Ordinal);
        var replay = await Tool.RunAsync("replay", killed);
        Assert.Equal(0, replay.Exit);
        Assert.Contains("there is no seal", replay.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exports_hold_the_run()
    {
        using var log = RunLogReader.Open(File.OpenRead(_runs.Trader));
        var (events, transfers) = (0, 0);
        var cash = 0L;
        var end = log.Replay((world, day) =>
        {
            events += day is null ? 0 : world.Events.Length;
            transfers += world.Transfers.Length;
            foreach (var item in world.Transfers)
            {
                cash += item.Amount.Cents * ((item.Debit == Account.Cash ? 1 : 0) - (item.Credit == Account.Cash ? 1 : 0));
            }
        });
        Assert.Equal(end.Books(new(0)).Balance(Account.Cash).Cents, cash);
        foreach (var format in new[] { "csv", "jsonl", "arrow" })
        {
            var folder = Path.Combine(_folder, format);
            var (exit, output, error) = await Tool.RunAsync("export", _runs.Trader, "--format", format, "--output", folder);
            Assert.True(exit == 0, error);
            Assert.Equal(4, output.TrimEnd().Split(Environment.NewLine).Length);
            Assert.Equal(["days." + format, "events." + format, "offers." + format, "postings." + format], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }

        string Exported(string name) => Path.Combine(_folder, name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..], name);
        var days = await File.ReadAllLinesAsync(Exported("days.csv"));
        Assert.Equal(log.Days.Count + 1, days.Length);
        Assert.Equal("day,date,seat,cash_cents,net_worth_cents,units_on_hand,units_sold,units_lost,refusals,state,events", days[0]);
        Assert.Equal(cash.ToString(CultureInfo.InvariantCulture), days[^1].Split(',')[3]);
        Assert.Equal(events, (await File.ReadAllLinesAsync(Exported("events.jsonl"))).Length);
        Assert.Equal(transfers + 1, (await File.ReadAllLinesAsync(Exported("postings.csv"))).Length);
        var offers = (await File.ReadAllLinesAsync(Exported("offers.csv"))).Skip(1).Select(line => line.Split(',')[3]).ToHashSet();
        var named = (await File.ReadAllLinesAsync(Exported("events.csv"))).Skip(1).Select(line => line.Split(',')[4]).Where(name => name.Length > 0).ToHashSet();
        Assert.Contains(named, name => name.Contains("/rival:", StringComparison.Ordinal));
        Assert.Subset(offers, named);
        Assert.Equal((transfers, cash), ArrowPostings(Exported("postings.arrow")));
    }

    [Fact]
    public void Csv_is_escaped_and_in_the_invariant_culture()
    {
        using var stream = new MemoryStream();
        using (var table = new FbaBench.Cli.CsvTable(stream, FbaBench.Cli.TableColumn.Parse("a:t b:r c:i")))
        {
            table.Row("plain", 0.1, 1L);
            table.Row("a \"b\", c\nd", 1e300, null);
            table.Row("", null, long.MinValue);
            table.Row(null, -2.5, 0L);
            table.Row(" blank", 0d, 0L);
            Assert.Throws<ArgumentException>(() => table.Row("too few"));
            Assert.Throws<ArgumentException>(() => table.Row("wrong", 1L, 1L));
        }

        Assert.Equal("a,b,c\nplain,0.1,1\n\"a \"\"b\"\", c\nd\",1E+300,\n\"\",,-9223372036854775808\n,-2.5,0\n\" blank\",0,0\n", System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    public static TheoryData<string, string> WrongUse => new()
    {
        { "replay LOG --to-day 500", "--to-day 500: the log has days 0 to " },
        { "replay LOG --to-day -1", "--to-day -1" },
        { "replay nowhere.fbalog", "nowhere.fbalog does not exist" },
        { "fork LOG --day 30 --agent base-stock", "can begin on day 0 to 29" },
        { "fork LOG --day -1 --agent base-stock", "can begin on day 0 to 29" },
        { "fork LOG --day 3 --agent nobody", "'nobody'; shipped are bandit-pricer, base-stock" },
        { "fork LOG --day 3 --agent base-stock --seat 1", "--seat 1: the world has 1" },
        { "fork LOG --agent base-stock", "--day" },
        { "diff LOG", "argument" },
        { "diff LOG nowhere.fbalog", "nowhere.fbalog does not exist" },
        { "diff LOG LOG --columns 0", "--columns" },
        { "export LOG --format xml", "xml" },
        { "export LOG --format csv --output LOG", "is a file" },
        { "replay BAD", "bad.fbalog: This is not a run log" },
        { "export BAD --format csv", "bad.fbalog: This is not a run log" },
        { "replay DAMAGED", "damaged.fbalog: Entry " },
        { "fork DAMAGED --day 1 --agent base-stock", "damaged.fbalog: Entry " },
        { "diff LOG DAMAGED", "damaged.fbalog: Entry " },
        { "export DAMAGED --format arrow", "damaged.fbalog: Entry " },
    };

    [Theory]
    [MemberData(nameof(WrongUse))]
    public async Task Wrong_use_exits_2_and_says_what_is_wrong(string arguments, string expected)
    {
        var bad = Path.Combine(_folder, "bad.fbalog");
        await File.WriteAllTextAsync(bad, "this is something else");
        var bytes = await File.ReadAllBytesAsync(_runs.Trader);
        bytes[bytes.Length / 2] ^= 1;
        var damaged = Path.Combine(_folder, "damaged.fbalog");
        await File.WriteAllBytesAsync(damaged, bytes);
        var names = new Dictionary<string, string> { ["LOG"] = _runs.Trader, ["BAD"] = bad, ["DAMAGED"] = damaged };
        var (exit, output, error) = await Tool.RunAsync([.. arguments.Split(' ').Select(word => names.GetValueOrDefault(word, word))]);
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(expected, error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    /// <summary>Number of postings, and the cash they add up to.</summary>
    private static (int Rows, long Cash) ArrowPostings(string path)
    {
        using var reader = new ArrowFileReader(File.OpenRead(path));
        var (rows, cash) = (0, 0L);
        while (reader.ReadNextRecordBatch() is { } batch)
        {
            var (debit, credit, amount) = ((StringArray)batch.Column("debit"), (StringArray)batch.Column("credit"), (Int64Array)batch.Column("amount_cents"));
            for (var i = 0; i < batch.Length; i++)
            {
                cash += amount.GetValue(i)!.Value * ((debit.GetString(i) == "Cash" ? 1 : 0) - (credit.GetString(i) == "Cash" ? 1 : 0));
            }

            rows += batch.Length;
            batch.Dispose();
        }

        return (rows, cash);
    }

    /// <summary>Thirty days of three products, played once for all tests.</summary>
    public sealed class Runs : IDisposable
    {
        private readonly string _folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "logs", Guid.NewGuid().ToString("N"))).FullName;

        public Runs()
        {
            var scenario = Path.Combine(_folder, "small.yaml");
            File.WriteAllText(scenario, "name: small\ngenerator: { family: reseller, products: 3 }\ndays: 30\n");
            var (exit, _, error) = Tool.RunAsync("run", "--scenario", scenario, "--agent", "base-stock", "--worlds", "2", "--output", _folder, "--quiet").GetAwaiter().GetResult();
            Assert.True(exit == 0, error);
        }

        public string Trader => Path.Combine(_folder, "runs", "small_000_base-stock.fbalog");

        public string OtherWorld => Path.Combine(_folder, "runs", "small_001_base-stock.fbalog");

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
