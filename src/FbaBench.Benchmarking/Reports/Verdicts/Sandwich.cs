namespace FbaBench;

/// <summary>A rung of the sandwich.</summary>
/// <param name="Name">Which one.</param>
/// <param name="What">Who or what stands for it, or why nothing does.</param>
/// <param name="Mean">Mean over worlds, dollars; null where it is missing.</param>
internal sealed record Rung(string Name, string What, double? Mean);

/// <summary>
/// What scores lie between (economics, section 6): doing nothing, the one floor; valid commands at random; a tuned rule; the best known policy; what a player who knows the draws has reached; what nobody who does not know
/// them exceeds on average; what nobody exceeds.
/// </summary>
internal static class Sandwich
{
    public const string Random = "random-valid";
    public const string Tuned = "tuned-seller";

    public static IEnumerable<Rung> Of(ScenarioResults results)
    {
        yield return Agent(results, "Floor", ScenarioResults.Idle, ScenarioResults.Idle);
        yield return Agent(results, "Random", Random, Random);
        yield return Agent(results, "Tuned rule", Tuned, Tuned);
        yield return results.Best is { } best
            ? Agent(results, "Best known policy", best.Agent, $"{best.Agent} version {best.Version}")
            : new("Best known policy", results.Opponents.Count > 0 ? "none: several seats are played, and a score depends on who else plays" : "none is known for this scenario", null);
        foreach (var (name, what, values) in new[]
        {
            ("Hindsight", "a policy that knows the draws", results.Hindsight),
            ("Fluid bound", "no policy that cannot know the draws has a higher expected score", results.Fluid),
            ("Bound", "no policy has a higher score in these worlds", results.Bounds),
        })
        {
            yield return results.Opponents.Count > 0 ? new(name, "none: several seats are played", null)
                : values is null ? new(name, "not computed", null)
                : new(name, what, values.Values.Average());
        }
    }

    private static Rung Agent(ScenarioResults results, string name, string agent, string words) => results.Rows.FirstOrDefault(row => row.Agent == agent) is { } row
        ? new(name, words, row.Score.Mean)
        : new(name, $"{words} was not played", null);
}
