using FbaBench.Tests.Reports;

namespace FbaBench.Tests.Validation;

public sealed class ValidityCardTests : IDisposable
{
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "cards", Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task What_is_missing_shows_as_missing()
    {
        var report = await Benchmark.Create("bare").Scenario("lab-newsvendor").Agent("mine", () => new DoNothing()).Worlds(1).Output(Path.Combine(_folder, "bare")).RunAsync();
        string[] missing = ["do-nothing agent", "random agent", "best known policy", "upper bound", "unseen worlds", "contamination canary", "intervals", "power", "versions"];
        Assert.Equal(missing, report.Card.Where(item => item.Status == CardStatus.Missing).Select(item => item.Name));
        var page = await File.ReadAllTextAsync(report.HtmlPath);
        Assert.Contains("9 of 12 items are missing", page, StringComparison.Ordinal);
        Assert.Contains("\"item\": \"power\"", await File.ReadAllTextAsync(Path.Combine(_folder, "bare", "results.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_run_shows()
    {
        var report = await Benchmark.Create("whole").Scenario("lab-newsvendor").Agent("order-up-to").Agent("do-nothing").Agent("random-valid").Agent("mine", () => new DoNothing(), "2")
            .Split(new WorldSplit(3), SplitPart.Test).Canary("fbabench-canary-0123456789").Worlds(8).Repeats(2).Output(Path.Combine(_folder, "whole")).RunAsync();
        Assert.Equal(["upper bound"], report.Card.Where(item => item.Status == CardStatus.Missing).Select(item => item.Name));
        Assert.Contains("in 8 of 10 such experiments", report.Card.Single(item => item.Name == "power").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_detectable_difference_has_the_power_that_it_says()
    {
        var effect = PowerPlan.Detectable(32, 100);
        Assert.Equal(0.8, PowerPlan.PowerOf(32, effect, 100), 6);
        Assert.True(PowerPlan.PowerOf(32, effect - 1, 100) < 0.8);
        Assert.Throws<ArgumentOutOfRangeException>(() => PowerPlan.Detectable(32, 100, 0.05));
    }

    [Fact]
    public void The_page_shows_every_rung_of_the_sandwich_even_those_that_are_missing()
    {
        var scene = Scene.Of("first-year", "mine", [], ("mine", [1.0, 2, 3]), ("do-nothing", [-1.0, -2, -1.5]));
        Assert.Equal(
            [("Floor", true), ("Random", false), ("Tuned rule", false), ("Best known policy", false), ("Hindsight", false), ("Fluid bound", false), ("Bound", false)],
            Sandwich.Of(scene).Select(rung => (rung.Name, rung.Mean is not null)));
    }

    private sealed class DoNothing : IAgent
    {
        public ValueTask<Decision> DecideAsync(Observation observation, AgentContext context, CancellationToken cancellationToken) => ValueTask.FromResult(new Decision([]));
    }
}
