using FbaBench.Tests.Experiments;

namespace FbaBench.Tests.Records;

/// <summary>A folder with damaged files, a full disk, a folder that cannot be written.</summary>
public sealed class DamagedFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Counted _mine = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Damages => new()
    {
        { "empty", "the file is empty" },
        { "cut", "it is cut, or no record of an episode" },
        { "flipped", "its content does not have the checksum in its last line" },
        { "foreign", "it is cut, or no record of an episode" },
        { "other", "it holds another episode ('mine' in world 0 of 'brief')" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_record_is_set_aside_told_and_played_again(string damage, string reason)
    {
        await Plan().RunAsync();
        var clean = _folder.Results();
        var (intact, damaged) = (_folder.Records[0], _folder.Records[1]);
        var bytes = await File.ReadAllBytesAsync(damaged);
        var broken = damage switch
        {
            "empty" => Array.Empty<byte>(),
            "cut" => bytes[..(bytes.Length / 2)],
            "flipped" => [.. bytes[..300], (byte)(bytes[300] ^ 4), .. bytes[301..]],
            "foreign" => "{\"results\":[]}"u8.ToArray(),
            _ => await File.ReadAllBytesAsync(intact),
        };
        for (var time = 1; time <= 2; time++)
        {
            await File.WriteAllBytesAsync(damaged, broken);
            var progress = new Collected();
            var report = await Plan().RunAsync(progress);
            Assert.Equal(clean, _folder.Results());
            Assert.Equal(4 + time, _mine.Made);
            var aside = Path.GetFileName(damaged) + (time == 1 ? ".damaged" : ".damaged-2");
            Assert.Equal($"The record of 'mine' in world 1 of 'brief' could not be used: {reason}. It is kept as {aside}; the episode is played again.", Assert.Single(report.Notes));
            Assert.Equal(report.Notes[0], progress.All[0].Note);
            Assert.Equal(broken, await File.ReadAllBytesAsync(_folder.In("runs", aside)));
            Assert.Equal(bytes, await File.ReadAllBytesAsync(damaged));
        }
    }

    [Fact]
    public async Task A_record_that_goes_or_changes_after_the_run_is_named()
    {
        var report = await Plan().RunAsync();
        await Plan().Seed(2).Fresh().RunAsync();
        Assert.Contains("cannot be used: a later run replaced it", Assert.Throws<IOException>(() => report.Trajectory(report.Episodes[2].Key)).Message, StringComparison.Ordinal);
        File.Delete(_folder.Records[0]);
        Assert.Contains("brief_000_mine.episode.jsonl cannot be read", Assert.Throws<IOException>(() => report.Trajectory(report.Episodes[0].Key)).Message, StringComparison.Ordinal);
        await File.WriteAllTextAsync(_folder.Records[0], "x");
        Assert.Contains("cannot be used: it is cut", Assert.Throws<IOException>(() => report.Trajectory(report.Episodes[1].Key)).Message, StringComparison.Ordinal);
    }

    /// <summary>/dev/full answers every write as a full disk does.</summary>
    [Theory]
    [InlineData("brief_002_mine.episode.jsonl.part", 1)]
    [InlineData("brief_002_mine.fbalog", 1)]
    [InlineData("brief_002_mine.episode.jsonl.part", 4)]
    [InlineData("brief_002_mine.fbalog", 4)]
    public async Task A_full_disk_stops_the_run_names_the_file_and_keeps_what_is_finished(string file, int threads)
    {
        using var clean = new TemporaryFolder();
        await Plan().Output(clean.Path).RunAsync();
        Directory.CreateDirectory(_folder.Runs);
        File.CreateSymbolicLink(_folder.In("runs", file), "/dev/full");
        var error = await Assert.ThrowsAsync<IOException>(() => Plan().Threads(threads).RunAsync());
        Assert.Contains(file.Replace(".part", "", StringComparison.Ordinal) + " could not be written: No space left on device", error.Message, StringComparison.Ordinal);
        var kept = _folder.Records.Length;
        Assert.Contains($"{(kept == 1 ? "1 finished episode" : kept + " finished episodes")} of 4 are kept", error.Message, StringComparison.Ordinal);
        Assert.True(threads > 1 ? kept < 4 : kept == 2);
        Assert.False(File.Exists(_folder.In("results.json")));

        File.Delete(_folder.In("runs", file));
        var before = _mine.Made;
        await Plan().RunAsync();
        Assert.Equal(before + 4 - kept, _mine.Made);
        Assert.Equal(clean.Results(), _folder.Results());
    }

    [Fact]
    public async Task A_disk_that_is_full_at_the_end_loses_no_episode_and_leaves_the_earlier_report_whole()
    {
        await Plan(worlds: 2).RunAsync();
        var before = _folder.Results();
        File.CreateSymbolicLink(_folder.In("results.json.part"), "/dev/full");
        var error = await Assert.ThrowsAsync<IOException>(() => Plan().RunAsync());
        Assert.Contains("results.json could not be written: No space left", error.Message, StringComparison.Ordinal);
        Assert.Contains("All 4 finished episodes are kept", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Results());
        File.Delete(_folder.In("results.json.part"));
        await Plan().RunAsync();
        Assert.Equal(4, _mine.Made);
    }

    [Theory]
    [InlineData("/proc", "cannot be written to")]
    [InlineData("/proc/here", "cannot be made")]
    [InlineData("/dev/null/here", "cannot be made")]
    public async Task A_folder_that_cannot_be_written_is_told_before_anything_is_played(string folder, string expected)
    {
        var error = await Assert.ThrowsAsync<IOException>(() => Plan().Output(folder).RunAsync());
        Assert.Contains($"The output folder '{folder}' {expected}", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _mine.Made);
    }

    [Fact]
    public async Task Timings_outlive_a_cut_line_and_say_what_was_played_when()
    {
        await Plan(worlds: 2).RunAsync();
        await File.AppendAllTextAsync(_folder.In("runs", "seconds.jsonl"), "{\"key\":{\"age");
        await Plan(worlds: 3).RunAsync();
        using var timings = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(_folder.In("timings.json")));
        Assert.Equal((1, 2), (timings.RootElement.GetProperty("played").GetInt32(), timings.RootElement.GetProperty("playedEarlier").GetInt32()));
        var episodes = timings.RootElement.GetProperty("episodes").EnumerateArray().ToArray();
        Assert.Equal([true, true, false], episodes.Select(episode => episode.GetProperty("earlier").GetBoolean()));
        Assert.All(episodes, episode => Assert.True(episode.GetProperty("seconds").GetDouble() > 0));
        Assert.DoesNotContain("seconds", string.Concat(_folder.Records.Select(File.ReadAllText)), StringComparison.OrdinalIgnoreCase);
    }

    private Benchmark Plan(int worlds = 4) => Benchmark.Create().Scenario(new Brief()).Agent("mine", _mine.Make).Worlds(worlds).Output(_folder.Path);
}
