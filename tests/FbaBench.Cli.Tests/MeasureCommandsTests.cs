using System.Text.Json;

namespace FbaBench.Tests.Cli;

/// <summary>metrics, rescore and validate on a folder that a run wrote, and on one in which a log was changed.</summary>
public sealed class MeasureCommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "cli", Guid.NewGuid().ToString("N"))).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_run_is_measured_re_scored_and_validated_and_a_changed_log_is_found()
    {
        var run = Path.Combine(_folder, "run");
        Assert.Equal(0, (await Tool.RunAsync("run", "-s", "first-year", "-a", "base-stock", "-w", "2", "-q", "-o", run)).Exit);
        var table = await Tool.RunAsync("metrics", run);
        Assert.Equal(0, table.Exit);
        Assert.Contains("base-stock in first-year", table.Out, StringComparison.Ordinal);
        Assert.Contains("fill-rate", table.Out, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await Tool.RunAsync("metrics", run, "--json")).Out);
        Assert.Equal(json.RootElement.GetProperty("metrics").GetArrayLength(), json.RootElement.GetProperty("metricSummaries").GetArrayLength());
        Assert.StartsWith("scenario,world,", (await Tool.RunAsync("metrics", run, "--csv")).Out, StringComparison.Ordinal);
        Assert.Equal(2, (await Tool.RunAsync("metrics", run, "--csv", "--json")).Exit);

        var rescored = await Tool.RunAsync("rescore", run);
        Assert.Equal(0, rescored.Exit);
        Assert.Contains("rescored", rescored.Out, StringComparison.Ordinal);

        // Two worlds are too few: that check alone fails.
        var validated = await Tool.RunAsync("validate", run, "--json");
        Assert.Equal(1, validated.Exit);
        var failed = validated.Out.TrimEnd().Split(Environment.NewLine).Select(line => JsonDocument.Parse(line).RootElement).Where(line => line.GetProperty("status").GetString() == "Failed");
        Assert.Equal(["enough-worlds"], failed.Select(line => line.GetProperty("check").GetString()));

        var log = Directory.GetFiles(Path.Combine(run, "runs"), "*.fbalog").Order(StringComparer.Ordinal).First();
        var bytes = await File.ReadAllBytesAsync(log);
        bytes[^200] ^= 1;
        await File.WriteAllBytesAsync(log, bytes);
        var changed = await Tool.RunAsync("rescore", run);
        Assert.Equal(1, changed.Exit);
        Assert.Contains("first-year/0/base-stock", changed.Out, StringComparison.Ordinal);
        Assert.Contains("FAIL         log-verifies", (await Tool.RunAsync("validate", run)).Out, StringComparison.Ordinal);
        Assert.Equal(2, (await Tool.RunAsync("validate", _folder)).Exit);
        Assert.Equal(2, (await Tool.RunAsync("rescore", _folder)).Exit);
    }
}
