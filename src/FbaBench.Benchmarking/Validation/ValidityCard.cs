using System.Globalization;

namespace FbaBench;

/// <summary>Whether an item of the validity card is there.</summary>
public enum CardStatus
{
    /// <summary>It is there.</summary>
    Shown,

    /// <summary>It is missing.</summary>
    Missing,

    /// <summary>This experiment has no need of it.</summary>
    NotNeeded,
}

/// <summary>An item of the validity card.</summary>
/// <param name="Name">What a reader of a benchmark's result may ask for.</param>
/// <param name="Status">Whether it is there.</param>
/// <param name="Text">What is there, or what would bring it.</param>
public sealed record CardItem(string Name, CardStatus Status, string Text);

/// <summary>The validity card: generated from what was run, never written by hand; what is missing shows as missing.</summary>
internal static class ValidityCard
{
    private const double Power = 0.8;

    public static IReadOnlyList<CardItem> Of(BenchmarkReport report, IReadOnlyList<ScenarioResults> scenarios) =>
    [
        Agent("do-nothing agent", ScenarioResults.Idle, scenarios),
        Agent("random agent", Sandwich.Random, scenarios),
        Best(scenarios),
        Bound(scenarios),
        Worlds(report),
        Canary(report),
        Intervals(scenarios),
        Detectable(scenarios),
        Repeats(report, scenarios),
        Versions(report),
        Prices(scenarios),
        new("known limits", CardStatus.Shown, "docs/realism.md says what of real markets the simulation shows and what not; sources and assumptions stand under each scenario; limits that agents hit stand there too"),
    ];

    private static CardItem Agent(string name, string agent, IReadOnlyList<ScenarioResults> scenarios) =>
        Everywhere(name, scenarios, results => results.Rows.Any(row => row.Agent == agent), $"{agent} was played in every scenario", $"{agent} was not played in", $"add .Agent(\"{agent}\")");

    private static CardItem Best(IReadOnlyList<ScenarioResults> scenarios)
    {
        var known = scenarios.Where(results => results.Best is not null).ToArray();
        return known.Length == 0
            ? new("best known policy", CardStatus.NotNeeded, "none is known for these scenarios, or several seats are played")
            : Everywhere("best known policy", known, results => results.Rows.Any(row => row.Agent == results.Best!.Agent), "it was played wherever one is known", "it was not played in", $"add {string.Join(", ", known.Select(results => $".Agent(\"{results.Best!.Agent}\")").Distinct())}");
    }

    private static CardItem Bound(IReadOnlyList<ScenarioResults> scenarios)
    {
        var single = scenarios.Where(results => results.Opponents.Count == 0).ToArray();
        return single.Length == 0
            ? new("upper bound", CardStatus.NotNeeded, "several seats are played, and a score depends on who else plays")
            : Everywhere("upper bound", single, results => results.Bounds is not null, "no policy exceeds it, whatever it knows: docs/bounds.md", "it was not computed in", "add .Bounds()");
    }

    private static CardItem Worlds(BenchmarkReport report) => report.Plan.Source switch
    {
        { Sealed: not null } source => new("unseen worlds", CardStatus.Shown, $"{source.Words}: nobody could have met them before the reveal"),
        { Part: SplitPart.Test } source => new("unseen worlds", CardStatus.Shown, $"{source.Words}: no agent that says where it was trained has met them"),
        var source => new("unseen worlds", CardStatus.Missing, $"{source.Words}: public, so that an agent may have been tuned on them; .Sealed or .Split have others"),
    };

    private static CardItem Canary(BenchmarkReport report) => report.Plan.ShownCanary is { } canary
        ? new("contamination canary", CardStatus.Shown, $"in every text that agents saw, and in the results: {canary}")
        : new("contamination canary", CardStatus.Missing, $"in the results alone ({report.Canary}); .Canary() puts it in what agents see too");

    private static CardItem Intervals(IReadOnlyList<ScenarioResults> scenarios)
    {
        var all = scenarios.SelectMany(results => results.Rows).SelectMany(row => new[] { row.Score, row.Difference }).OfType<MeanInterval>().ToArray();
        var (shown, trusted) = (all.Count(value => value.Low is not null), all.Count(value => value.IsTrusted));
        return all.Length == 0 || shown < all.Length
            ? new("intervals", CardStatus.Missing, "of one world there is no interval; 32 worlds are the least that one is trusted with")
            : new("intervals", CardStatus.Shown, string.Create(CultureInfo.InvariantCulture, $"on every mean and difference, 95 %, over worlds; {trusted} of {all.Length} may be trusted"));
    }

    /// <summary>What difference this number of worlds would have shown.</summary>
    private static CardItem Detectable(IReadOnlyList<ScenarioResults> scenarios)
    {
        var compared = scenarios.SelectMany(results => results.Rows.Select(row => (results.Name, row.Agent, row.Difference, Family: results.Rows.Count(other => other.Difference is not null))))
            .Where(row => row.Difference is { Count: > 1, StandardDeviation: > 0 })
            .Select(row => (row.Name, row.Agent, Effect: PowerPlan.Detectable(row.Difference!.Count, row.Difference.StandardDeviation, Power, 0.05 / row.Family)))
            .ToArray();
        if (compared.Length == 0)
        {
            return new("power", CardStatus.Missing, "nothing was compared over at least two worlds");
        }

        var (least, most) = (compared.MinBy(row => row.Effect), compared.MaxBy(row => row.Effect));
        return new("power", CardStatus.Shown, compared.Length == 1
            ? $"a true difference of {Figures.Money(least.Effect)} would be found in 8 of 10 such experiments"
            : $"what would be found in 8 of 10 such experiments: a true difference of {Figures.Money(least.Effect)} ({least.Agent} in {least.Name}) to {Figures.Money(most.Effect)} ({most.Agent} in {most.Name})");
    }

    private static CardItem Repeats(BenchmarkReport report, IReadOnlyList<ScenarioResults> scenarios)
    {
        var costly = scenarios.Any(results => results.Rows.Any(row => row.Inference.InputTokens > 0));
        return report.Plan.Repeats > 1 ? new("model sampling", CardStatus.Shown, $"every world was played {Figures.Whole(report.Plan.Repeats)} times; a world counts once")
            : costly ? new("model sampling", CardStatus.Missing, "every world was played once: what a model's sampling adds cannot be told from what the world does (.Repeats)")
            : new("model sampling", CardStatus.NotNeeded, "no agent asked a model");
    }

    private static CardItem Versions(BenchmarkReport report)
    {
        string[] without = [.. report.Plan.PlannedAgents.Where(agent => agent.Version is null && !ShippedAgents.Names.Contains(agent.Name)).Select(agent => agent.Name)];
        var engine = $"engine {Figures.Whole(Simulation.Engine)}, a digest of every scenario";
        return without.Length == 0
            ? new("versions", CardStatus.Shown, $"{engine}, a version of every agent that is not shipped")
            : new("versions", CardStatus.Missing, $"{engine}; no version was declared for {string.Join(", ", without)} (.Agent(name, factory, version))");
    }

    private static CardItem Prices(IReadOnlyList<ScenarioResults> scenarios)
    {
        string[] priced = [.. scenarios.SelectMany(results => results.Rows).Where(row => row.Inference.MicroDollars > 0).Select(row => row.Agent).Distinct()];
        string[] unpriced = [.. scenarios.SelectMany(results => results.Rows).Where(row => row.Inference is { MicroDollars: 0, InputTokens: > 0 }).Select(row => row.Agent).Distinct().Except(priced)];
        return unpriced.Length > 0 ? new("price table", CardStatus.Missing, $"tokens of {string.Join(", ", unpriced)} have no price")
            : priced.Length > 0 ? new("price table", CardStatus.Shown, $"{string.Join(", ", priced)}: dollars as the agent charged them, with the prices in its settings, which its version covers")
            : new("price table", CardStatus.NotNeeded, "no agent charged itself for thinking");
    }

    private static CardItem Everywhere(string name, IReadOnlyList<ScenarioResults> scenarios, Func<ScenarioResults, bool> has, string holds, string misses, string remedy)
    {
        string[] without = [.. scenarios.Where(results => !has(results)).Select(results => results.Name)];
        return without.Length == 0 ? new(name, CardStatus.Shown, holds) : new(name, CardStatus.Missing, $"{misses} {string.Join(", ", without)}; {remedy}");
    }
}
