namespace FbaBench.Tests.Cli;

/// <summary>Runs that are stopped, refused, or have episodes without a score.</summary>
public sealed class StoppedRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "stops", Guid.NewGuid().ToString("N"))).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("INT", false)]
    [InlineData("TERM", true)]
    public async Task A_signal_stops_the_run_which_says_how_to_go_on_and_exits_130(string signal, bool fresh)
    {
        string[] run = ["run", "--scenario", "first-year", "--agent", "base-stock", "--worlds", "60", "--output", _folder];
        using var moment = Moments.After(Path.Combine(_folder, "runs"), begun: 4, changes: 100);
        using var process = Tool.Start(fresh ? [.. run, "--fresh"] : run);
        var end = Tool.EndAsync(process);
        await Task.WhenAny(moment.Reached, end);
        await Tool.SignalAsync(process, signal);
        var (exit, output, error) = await end;
        Assert.Equal(130, exit);
        Assert.Equal("", output);
        var records = Directory.GetFiles(Path.Combine(_folder, "runs"), "*.episode.jsonl").Length;
        Assert.InRange(records, 1, 59);
        Assert.Contains($"Stopped; {records} of 60 episodes are finished and kept. The same command {(fresh ? "without --fresh " : "")}goes on from there.", error, StringComparison.Ordinal);

        var rest = await Tool.RunAsync([.. run[..^4], "--worlds", (records + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), .. run[^2..]]);
        Assert.Equal(0, rest.Exit);
        Assert.Contains("going on: ", rest.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_experiment_in_the_folder_is_refused_unless_it_starts_over()
    {
        string[] run = ["run", "--scenario", "first-year", "--agent", "do-nothing", "--worlds", "1", "--quiet", "--output", _folder];
        var first = await Tool.RunAsync(run);
        Assert.Equal((0, ""), (first.Exit, first.Error));
        var refused = await Tool.RunAsync([.. run, "--seed", "2"]);
        Assert.Equal(2, refused.Exit);
        Assert.Contains("seed 1 there, 2 now", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--fresh", refused.Error, StringComparison.Ordinal);
        var again = await Tool.RunAsync(run);
        Assert.Equal(first.Out, again.Out);
        Assert.Equal(0, (await Tool.RunAsync([.. run, "--seed", "2", "--fresh"])).Exit);
    }

    [Fact]
    public async Task Episodes_without_a_score_exit_1_and_a_damaged_record_is_told_even_in_a_quiet_run()
    {
        var failed = await Benchmark.Create().Scenario("first-year").Agent("mine", () => throw new InvalidDataException("no key")).Worlds(1).Output(_folder).RunAsync();
        Assert.Equal(1, FbaBench.Cli.RunCommand.Conclude(failed));

        string[] run = ["run", "--scenario", "first-year", "--agent", "do-nothing", "--worlds", "1", "--quiet", "--output", _folder];
        await Tool.RunAsync(run);
        await File.WriteAllTextAsync(Path.Combine(_folder, "runs", "first-year_000_do-nothing.episode.jsonl"), "");
        var again = await Tool.RunAsync(run);
        Assert.Equal(0, again.Exit);
        Assert.Equal("The record of 'do-nothing' in world 0 of 'first-year' could not be used: the file is empty. It is kept as first-year_000_do-nothing.episode.jsonl.damaged; the episode is played again.", again.Error.Trim());
    }
}
