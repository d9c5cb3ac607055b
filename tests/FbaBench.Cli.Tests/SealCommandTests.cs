namespace FbaBench.Tests.Cli;

/// <summary>Sealed worlds from the command line: every refusal has an exit code of its own.</summary>
public sealed class SealCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "seals", Guid.NewGuid().ToString("N"))).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Worlds_are_committed_to_played_revealed_and_checked()
    {
        var (sealedRun, secret) = (In("sealed"), In("secret.txt"));
        string[] agents = ["--agent", "do-nothing", "base-stock", "--no-logs", "--quiet"];
        var made = await Tool.RunAsync("seal", "new", sealedRun, "--name", "autumn", "--scenario", Scenario(), "--worlds", "2", "--secret", secret, "--registry", In("canaries.txt"));
        Assert.Equal((0, ""), (made.Exit, made.Error));
        var text = (await File.ReadAllTextAsync(secret)).Trim();
        Assert.Equal(2, (await Tool.RunAsync("seal", "new", sealedRun, "--name", "autumn", "--scenario", Scenario(), "--secret", In("other.txt"))).Exit);

        var run = await Tool.RunAsync(new Dictionary<string, string> { ["MY_SECRET"] = text }, ["seal", "run", sealedRun, "--scenario", Scenario(), "--secret-environment", "MY_SECRET", .. agents]);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Equal(0, (await Tool.RunAsync("status", sealedRun)).Exit);
        Assert.Equal(0, (await Tool.RunAsync("run", "--scenario", Scenario(), "--name", "open", "--worlds", "2", "--output", In("open"), agents[0], agents[1], agents[2], "--no-logs", "--quiet")).Exit);
        var gap = await Tool.RunAsync("seal", "gap", sealedRun, "--public", In("open"));
        Assert.Equal(0, gap.Exit);
        Assert.Contains("short base-stock: difference to do-nothing", gap.Out, StringComparison.Ordinal);

        await File.WriteAllTextAsync(In("wrong.txt"), new string('0', 64));
        Assert.Equal(3, (await Tool.RunAsync("seal", "reveal", sealedRun, "--secret", In("wrong.txt"))).Exit);
        Assert.Equal(0, (await Tool.RunAsync("seal", "reveal", sealedRun, "--secret", secret)).Exit);
        var check = await Tool.RunAsync("seal", "check", sealedRun, "--scenario", Scenario(), "--registry", In("canaries.txt"));
        Assert.Equal(0, check.Exit);
        Assert.Contains("5 of 5 passed", check.Out, StringComparison.Ordinal);
        foreach (var output in new[] { made.Out, run.Out, gap.Out, check.Out })
        {
            Assert.DoesNotContain(text, output, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(6, (await Tool.RunAsync("seal", "run", sealedRun, "--scenario", Scenario(), "--secret", secret)).Exit);
        var changed = await Tool.RunAsync("seal", "check", sealedRun, "--scenario", Scenario(days: 6));
        Assert.Equal(4, changed.Exit);
        Assert.Contains("makes other worlds than it did", changed.Error, StringComparison.Ordinal);
        var canary = (await File.ReadAllTextAsync(In("canaries.txt"))).Split(' ')[0];
        var reused = await Tool.RunAsync("seal", "new", In("next"), "--name", "winter", "--scenario", Scenario(), "--secret", In("next.txt"), "--canary", canary, "--registry", In("canaries.txt"));
        Assert.Equal(5, reused.Exit);
        Assert.False(File.Exists(In("next.txt")));
    }

    [Fact]
    public async Task An_experiment_file_runs_flags_override_it_and_failed_episodes_have_their_commands()
    {
        Scenario();
        await File.WriteAllTextAsync(In("experiment.yaml"), "name: written\nscenarios: [short.yaml]\nagents: {plain: base-stock, gone: \"process:no-such-program\"}\nworlds: 3\noutput: results\n");
        var run = await Tool.RunAsync("run", In("experiment.yaml"), "--worlds", "1", "--quiet");
        Assert.Equal(1, run.Exit);
        Assert.Contains("short: 1 world", run.Out, StringComparison.Ordinal);

        var status = await Tool.RunAsync("status", In("results"));
        Assert.Equal(1, status.Exit);
        Assert.Contains("written: 1 of 2 episodes finished, 1 failed, 0 missing, 0 damaged", status.Out, StringComparison.Ordinal);
        Assert.Contains("failed  gone in world 0 of short: ", status.Out, StringComparison.Ordinal);
        var json = await Tool.RunAsync("status", In("results"), "--json");
        using var parsed = System.Text.Json.JsonDocument.Parse(json.Out);
        Assert.Equal("gone", parsed.RootElement.GetProperty("failed")[0].GetProperty("agent").GetString());

        Assert.Equal(1, (await Tool.RunAsync("run", In("experiment.yaml"), "--worlds", "1", "--quiet", "--retry-failed")).Exit);
        var whole = await Tool.RunAsync("run", In("experiment.yaml"), "--agent", "plain=base-stock", "--worlds", "1", "--quiet", "--retry-failed");
        Assert.Equal(2, whole.Exit);
        Assert.Contains("Nothing is to be played again", whole.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await Tool.RunAsync("status", _folder)).Exit);
        var wrong = await Tool.RunAsync("run", In("short.yaml"));
        Assert.Equal(2, wrong.Exit);
        Assert.Contains("short.yaml:2: 'base' is no key of an experiment", wrong.Error, StringComparison.Ordinal);
    }

    private string In(string name) => Path.Combine(_folder, name);

    private string Scenario(int days = 5)
    {
        File.WriteAllText(In("short.yaml"), $"name: short\nbase: first-year\ndays: {days.ToString(System.Globalization.CultureInfo.InvariantCulture)}\n");
        return In("short.yaml");
    }
}
