namespace FbaBench;

/// <summary>
/// Five scenarios of one family of drawn worlds, each harder than the one before: a seller's expected sales, cash and opening stock are the same in all of them, so that dollars compare. How much harder is measured in
/// docs/evidence/curriculum.md.
/// </summary>
public static class Curriculum
{
    /// <summary><c>tier-1</c> (easy) to <c>tier-5</c> (hard).</summary>
    public static IReadOnlyList<string> Names { get; } = ["tier-1", "tier-2", "tier-3", "tier-4", "tier-5"];

    /// <summary>The scenarios of these names, in their order.</summary>
    public static IReadOnlyList<IScenario> Tiers => [.. Names.Select(ShippedScenarios.Find)];
}
