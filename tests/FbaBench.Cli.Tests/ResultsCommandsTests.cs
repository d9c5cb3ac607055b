using System.Text.Json;

namespace FbaBench.Tests.Cli;

/// <summary>leaderboard and export on folders that runs wrote.</summary>
public sealed class ResultsCommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "cli", Guid.NewGuid().ToString("N"))).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Two_runs_make_a_leaderboard_and_one_makes_tables()
    {
        var (one, two) = (Path.Combine(_folder, "one"), Path.Combine(_folder, "two"));
        Assert.Equal(0, (await Tool.RunAsync("run", "-s", "lab-newsvendor", "-a", "do-nothing", "-a", "order-up-to", "-w", "3", "-q", "-o", one)).Exit);
        Assert.Equal(0, (await Tool.RunAsync("run", "-s", "lab-newsvendor", "-a", "random-valid", "-w", "3", "-q", "--no-logs", "-o", two)).Exit);

        var page = Path.Combine(_folder, "new", "board.html");
        var table = await Tool.RunAsync("leaderboard", one, Path.Combine(two, "results.json"), "--html", page);
        Assert.Equal(0, table.Exit);
        Assert.Contains("order-up-to", table.Out, StringComparison.Ordinal);
        Assert.Contains("records all, logs none, tapes none", table.Out, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", await File.ReadAllTextAsync(page), StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await Tool.RunAsync("leaderboard", one, two, "--json")).Out);
        Assert.Equal(3, json.RootElement.GetProperty("boards")[0].GetProperty("agents").GetArrayLength());
        var missing = await Tool.RunAsync("leaderboard", one, _folder);
        Assert.Equal(2, missing.Exit);
        Assert.Contains("There is no results.json", missing.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await Tool.RunAsync("leaderboard")).Exit);

        var tables = Path.Combine(_folder, "tables");
        Assert.Equal(0, (await Tool.RunAsync("export", one, "--format", "csv", "--output", tables)).Exit);
        var episodes = await File.ReadAllLinesAsync(Path.Combine(tables, "episodes.csv"));
        Assert.Equal((7, "lab-newsvendor,0,0,do-nothing,"), (episodes.Length, episodes[1][..30]));
        Assert.Equal(3, (await File.ReadAllLinesAsync(Path.Combine(tables, "scores.csv"))).Length);
        Assert.Equal(1 + (6 * 52), (await File.ReadAllLinesAsync(Path.Combine(tables, "metrics.csv"))).Length);
        Assert.Contains("not to be trained on", await File.ReadAllTextAsync(Path.Combine(tables, "canary.txt")), StringComparison.Ordinal);
        Assert.Equal(0, (await Tool.RunAsync("export", one, "--format", "arrow", "--output", tables)).Exit);
        Assert.True(new FileInfo(Path.Combine(tables, "episodes.arrow")).Length > 1000);
        Assert.Empty(Directory.GetFiles(tables, "*.part"));
        Assert.Equal(2, (await Tool.RunAsync("export", _folder, "--format", "csv", "--output", tables)).Exit);
    }
}
