using System.Text.RegularExpressions;

namespace FbaBench.Tests.Cli;

/// <summary>An experiment that is killed again and again ends in the same bytes as one that is not.</summary>
[Trait("Category", "Long")]
public sealed partial class KillTests : IDisposable
{
    private const int WholeEpisodes = 510;
    private const int WholeKills = 50;
    private const int PartEpisodes = 18;
    private const int PartKills = 3;

    /// <summary>Days of an episode, run-off included: as many changes of its log.</summary>
    private const int Days = 469;

    /// <summary>Episodes that no kill waits for, so that a run never ends before it is killed.</summary>
    private const int SafeEpisodes = 4;

    /// <summary>A log of more bytes has days in it.</summary>
    private const int ManifestBytes = 6_144;

    private readonly string _folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "kills", Guid.NewGuid().ToString("N"))).FullName;
    private readonly Action<string> _print;

    public KillTests(Xunit.Abstractions.ITestOutputHelper output) => _print = output.WriteLine;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_run_killed_at_random_moments_and_resumed_gives_the_bytes_of_an_undisturbed_one()
    {
        var (episodes, kills) = LongRun.IsWhole ? (WholeEpisodes, WholeKills) : (PartEpisodes, PartKills);
        var calm = await Tool.RunAsync(Run("calm", episodes));
        Assert.Equal(0, calm.Exit);

        var random = new Random(20250115);
        var tally = new Tally();
        for (var kill = 0; kill < kills; kill++)
        {
            await KillAsync(episodes, kills - kill, random, tally);
        }

        var before = Finished().Count;
        var last = await Tool.RunAsync(Run("killed", episodes));
        Assert.Equal(0, last.Exit);
        Assert.Equal(before, Reloaded(last.Error));
        _print($"{kills} kills of {episodes} episodes: {tally.MidEpisode} with an episode half played, {tally.Resumed} of runs that had gone on from earlier ones; the last run reloaded {before} and played {episodes - before}.");
        _print($"episodes finished at the kills: {string.Join(", ", tally.Finished)}");

        Assert.Equal(await ReadAsync("calm", "results.json"), await ReadAsync("killed", "results.json"));
        Assert.Equal(await ReadAsync("calm", "report.html"), await ReadAsync("killed", "report.html"));
        Assert.Equal(calm.Out.Replace("calm", "killed", StringComparison.Ordinal), last.Out);
        Assert.Equal(episodes, Directory.GetFiles(Runs, "*.fbalog").Count(log => new FileInfo(log).Length > 0));
        Assert.Equal(0, (await Tool.RunAsync("verify", tally.HalfPlayed[0])).Exit);
        Assert.True(tally.MidEpisode >= kills / 2, $"only {tally.MidEpisode} of {kills} kills met an episode half played");
        Assert.True(tally.Resumed >= kills / 2, $"only {tally.Resumed} of {kills} killed runs had reloaded episodes");
        Assert.True(tally.Finished.Distinct().Count() > kills / 2, "the kills did not spread over the run");
        Assert.True(before < episodes, "the last run had nothing to play");
    }

    private string Runs => Path.Combine(_folder, "killed", "runs");

    private static string[] Run(string folder, string root, int episodes) =>
        ["run", "--scenario", "first-year", "--agent", "base-stock", "greedy-repricer", "do-nothing", "--worlds", (episodes / 3).ToString(System.Globalization.CultureInfo.InvariantCulture), "--output", Path.Combine(root, folder), "--name", "kills"];

    private string[] Run(string folder, int episodes) => Run(folder, _folder, episodes);

    /// <summary>
    /// Starts the run and kills it at a random moment. The share of what is left that a run may get through before it is killed is
    /// such that the kills spread over the whole.
    /// </summary>
    private async Task KillAsync(int episodes, int killsLeft, Random random, Tally tally)
    {
        var before = Finished();
        var left = episodes - before.Count;
        var most = Math.Clamp(2 * left / (killsLeft + 1), 1, Math.Max(1, left - SafeEpisodes));
        using var moment = Moments.After(Runs, 1 + random.Next(most), random.Next(Days / 2));
        using var process = Tool.Start(Run("killed", episodes));
        var end = Tool.EndAsync(process);
        await Task.WhenAny(moment.Reached, end);
        process.Kill();
        var (exit, _, error) = await end;
        Assert.Equal(137, exit);

        // Nothing finished was lost, and nothing stands half written under a record's name.
        var after = Finished();
        Assert.Subset(after.ToHashSet(), before.ToHashSet());
        Assert.DoesNotContain("damaged", error, StringComparison.Ordinal);
        if (before.Count > 0)
        {
            Assert.Equal(before.Count, Reloaded(error));
            tally.Resumed++;
        }

        tally.Finished.Add(after.Count);
        var half = Directory.GetFiles(Runs, "*.fbalog").Where(log => !after.Contains(Path.GetFileNameWithoutExtension(log)) && new FileInfo(log).Length > ManifestBytes).ToArray();
        tally.MidEpisode += half.Length > 0 ? 1 : 0;
        tally.HalfPlayed.AddRange(half);
    }

    /// <summary>Names of the episodes that have a record.</summary>
    private List<string> Finished() => Directory.Exists(Runs)
        ? [.. Directory.GetFiles(Runs, "*.episode.jsonl").Select(path => Path.GetFileName(path)[..^".episode.jsonl".Length])]
        : [];

    private Task<byte[]> ReadAsync(params string[] path) => File.ReadAllBytesAsync(Path.Combine([_folder, .. path]));

    private static int Reloaded(string error) => GoingOn().Match(error) is { Success: true } match ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("going on: ([0-9]+) of")]
    private static partial Regex GoingOn();

    private sealed class Tally
    {
        public int MidEpisode { get; set; }

        public int Resumed { get; set; }

        public List<int> Finished { get; } = [];

        public List<string> HalfPlayed { get; } = [];
    }
}
