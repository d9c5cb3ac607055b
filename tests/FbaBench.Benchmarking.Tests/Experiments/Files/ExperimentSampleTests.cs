using System.Text.Json;

namespace FbaBench.Tests.Experiments;

/// <summary>The example of docs/experiments.md, and the schema beside the reader.</summary>
public sealed class ExperimentSampleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_example_runs_and_the_page_shows_it()
    {
        var path = Path.Combine(Root(), "samples", "08.SealedEvaluation", "experiment.yaml");
        var report = await ExperimentFile.Load(path).Worlds(1).Output(_folder.Path).RunAsync();
        Assert.Equal(["base-stock", "repricer"], report.Episodes.Select(episode => episode.Key.Agent));
        var keys = string.Join('\n', File.ReadLines(path).Where(line => !line.StartsWith('#'))).Trim();
        Assert.Contains($"```yaml\n{keys}\n```", File.ReadAllText(Path.Combine(Root(), "docs", "experiments.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_has_the_keys_that_are_read()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "docs", "schema", "experiment.schema.json")));
        var keys = schema.RootElement.GetProperty("properties").EnumerateObject().Select(key => key.Name).ToArray();
        Assert.Equal(FbaBench.Experiments.ExperimentReader.Keys, keys);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FbaBench.Sdk.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
