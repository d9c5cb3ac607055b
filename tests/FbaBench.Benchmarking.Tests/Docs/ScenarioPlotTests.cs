using System.Xml.Linq;
using FbaBench.Tests.Laboratories;

namespace FbaBench.Tests.Docs;

/// <summary>
/// Every shipped scenario has a plot on its page, and it is of the scenario as it is. FBABENCH_UPDATE=1 draws those that are missing or of another digest anew (minutes);
/// deleting one first draws it again after an agent or the engine has changed.
/// </summary>
public sealed class ScenarioPlotTests
{
    private const int Worlds = 32;
    private const int MostBytes = 60_000;
    private const string TheoryName = "theory";

    public static TheoryData<string> Names => [.. ShippedScenarios.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_scenario_has_a_plot_of_it_on_its_page(string name)
    {
        var path = Path.Combine(DocsTests.Root(), "docs", "images", "scenarios", name + ".svg");
        var digest = ScenarioDigest.Of(ShippedScenarios.Find(name)).ToString();
        if (Environment.GetEnvironmentVariable("FBABENCH_UPDATE") == "1" && (!File.Exists(path) || Digest(path) != digest))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, await DrawAsync(ShippedScenarios.Find(name), digest));
        }

        Assert.True(File.Exists(path), $"There is no plot {path}; FBABENCH_UPDATE=1 draws it.");
        Assert.InRange(new FileInfo(path).Length, 1_000, MostBytes);
        Assert.True(Digest(path) == digest, $"{path} is of another digest of {name}; FBABENCH_UPDATE=1 draws it.");
        var page = await File.ReadAllTextAsync(Path.Combine(DocsTests.Root(), "docs", "scenarios.md"));
        var section = page[page.IndexOf($"## {name}\n", StringComparison.Ordinal)..];
        var next = section.IndexOf("\n## ", StringComparison.Ordinal);
        Assert.Contains($"(images/scenarios/{name}.svg)", next < 0 ? section : section[..next], StringComparison.Ordinal);
    }

    [Fact]
    public void No_plot_is_left_of_a_scenario_that_is_gone() =>
        Assert.Equal(ShippedScenarios.Names, Directory.GetFiles(Path.Combine(DocsTests.Root(), "docs", "images", "scenarios")).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

    private static string Digest(string path) => XDocument.Load(path).Root!.Elements().Single(element => element.Name.LocalName == "metadata").Value;

    private static async Task<string> DrawAsync(IScenario scenario, string digest)
    {
        var first = scenario.Define(WorldSeed.OfExperiment(1, 0));
        string[] names = first.Laboratory ? [TheoryName, "order-up-to", "do-nothing"] : ["tuned-seller", "base-stock", "do-nothing"];
        var sellers = new List<PlottedSeller>();
        foreach (var name in names)
        {
            var worlds = new double[Worlds][];
            await Parallel.ForAsync(0, Worlds, async (world, stop) => worlds[world] = await NetWorthAsync(scenario, name, world, stop));
            sellers.Add(new(name, Share(worlds, 0.1), Share(worlds, 0.5), Share(worlds, 0.9)));
        }

        return ScenarioPlot.Draw(scenario.Name, digest, Worlds, first.Start, sellers);
    }

    /// <summary>Net worth at the end of every decision day, in dollars.</summary>
    private static async Task<double[]> NetWorthAsync(IScenario scenario, string name, int world, CancellationToken cancellationToken)
    {
        var seed = WorldSeed.OfExperiment(1, world);
        var definition = scenario.Define(seed);
        await using var session = SimulationSession.Start(definition, seed);
        session.Seat(new(0), name == TheoryName ? Theory.Of(definition).Policy() : ShippedAgents.Factory(name)());
        for (var i = 0; i < scenario.Opponents.Count; i++)
        {
            session.Seat(new(i + 1), ShippedAgents.Factory(scenario.Opponents[i])());
        }

        var days = new double[definition.Days];
        for (var day = 0; day < days.Length; day++)
        {
            await session.PlayDayAsync(cancellationToken);
            days[day] = session.Books(new(0)).NetWorth.Cents / 100.0;
        }

        return days;
    }

    private static double[] Share(double[][] worlds, double share) => [.. Enumerable.Range(0, worlds[0].Length).Select(day => Quantiles.Of([.. worlds.Select(world => world[day]).Order()], share))];
}
