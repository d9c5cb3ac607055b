using System.Xml;
using System.Xml.Linq;

namespace FbaBench.Tests.Reports;

/// <summary>A benchmark played once for all tests that read its page, and a page of everything extreme.</summary>
public sealed class Pages : IAsyncLifetime, IDisposable
{
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "pages", Guid.NewGuid().ToString("N"));

    public BenchmarkReport Report { get; private set; } = null!;

    public string Html { get; private set; } = "";

    internal XElement Page { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Report = await Benchmark.Create("pages").Scenario(new Quarter()).Agent("base-stock").Agent("greedy-repricer").Agent("do-nothing").Worlds(3).Output(_folder).RunAsync();
        Html = await File.ReadAllTextAsync(Report.HtmlPath);
        Page = Parse(Html);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>Reads a page as XML, which fails on anything that is not well-formed.</summary>
    internal static XElement Parse(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader).Root!;
    }

    /// <summary>Many agents, names of sixty letters, huge, tiny and negative scores, an insolvent agent, failures, one world beside several.</summary>
    internal static string Extreme()
    {
        var names = Enumerable.Range(0, 14).Select(i => $"agent-{i:00}-with-a-name-as-long-as-the-rule-for-names-allows-it-xx"[..60]).ToArray();
        var many = names.Select((name, i) => (name, Scene.Scores(i switch { 0 => 9.9e11, 1 => -5e7, 2 => 0.01, _ => 1000 * i }, i * 10, 40))).ToArray();
        (EpisodeKey, string)[] failed = [(new(names[3], "scene", 2), "<script>alert('no key')</script> & more")];
        return HtmlPage.Render(new("extremes", names.Length, 40, "experiment seed 18446744073709551615"),
        [
            Scene.Of("many", names[2], failed, many),
            Scene.Of("single", "alone", [], ("alone", [0.0])),
            Scene.Of("broke", "mine", [], ("mine", [-50_000.0]), ("do-nothing", [-479.99])),
        ]);
    }

    private sealed class Quarter : IScenario
    {
        public string Name => "quarter";

        public WorldDefinition Define(WorldSeed world) => new FirstYear().Define(world) with { Name = Name, Days = 120, Sources = "made up & <shortened>" };
    }
}
