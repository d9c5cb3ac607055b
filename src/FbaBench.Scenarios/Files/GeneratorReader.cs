using System.Globalization;

namespace FbaBench.Scenarios.Files;

/// <summary>Reads the <c>generator</c> of a scenario file: a family and its knobs.</summary>
internal static class GeneratorReader
{
    public const string Key = "generator";
    private const string FamilyKey = "family";
    private const string ProductsKey = "products";

    private static readonly Dictionary<string, WorldFamily> Families = new(StringComparer.Ordinal)
    {
        ["private-label"] = WorldFamily.PrivateLabel,
        ["reseller"] = WorldFamily.Reseller,
        ["seasonal"] = WorldFamily.Seasonal,
    };

    private static readonly Dictionary<string, Func<WorldKnobs, double, WorldKnobs>> Shares = new(StringComparer.Ordinal)
    {
        ["competition"] = static (knobs, value) => knobs with { Competition = value },
        ["margin"] = static (knobs, value) => knobs with { Margin = value },
        ["volatility"] = static (knobs, value) => knobs with { Volatility = value },
        ["supply"] = static (knobs, value) => knobs with { Supply = value },
        ["cash"] = static (knobs, value) => knobs with { Cash = value },
        ["adversity"] = static (knobs, value) => knobs with { Adversity = value },
    };

    public static IReadOnlyList<string> FamilyNames { get; } = [.. Families.Keys];

    public static IReadOnlyList<string> Knobs { get; } = [.. Shares.Keys, ProductsKey];

    /// <param name="node">What stands at <c>generator</c>.</param>
    /// <param name="name">Name of the scenario.</param>
    /// <exception cref="ScenarioFileException">A key is unknown, the family is missing, or a knob lies outside its range.</exception>
    public static GeneratedScenario Read(Node node, string name)
    {
        if (node is not Mapping mapping)
        {
            throw node.Error($"generator is written as keys with values: {FamilyKey}, {string.Join(", ", Knobs)}.");
        }

        var family = (mapping[FamilyKey] ?? throw node.Error($"generator lacks '{FamilyKey}'; use one of {string.Join(", ", FamilyNames)}.")) is Scalar said && Families.TryGetValue(said.Text, out var known)
            ? known
            : throw mapping[FamilyKey]!.Error($"family: '{(mapping[FamilyKey] as Scalar)?.Shown}' is no family{Spelling.Hint((mapping[FamilyKey] as Scalar)?.Text ?? "", FamilyNames)}; use one of {string.Join(", ", FamilyNames)}.");
        var knobs = new WorldKnobs();
        foreach (var (key, value) in mapping.Entries.Where(entry => entry.Key.Text != FamilyKey && entry.Value is not Scalar { IsNull: true }))
        {
            knobs = key.Text == ProductsKey ? knobs with { Products = Count(value) }
                : Shares.TryGetValue(key.Text, out var with) ? with(knobs, Share(key.Text, value))
                : throw key.Error($"'{key.Shown}' is unknown here{Spelling.Hint(key.Text, Knobs)}; known are {FamilyKey}, {string.Join(", ", Knobs)}.");
        }

        return new(name, family, knobs);
    }

    private static double Share(string knob, Node node) =>
        Number(node) is >= 0 and <= 1 and var value ? value : throw node.Error($"{knob}: {Shown(node)} is outside 0 (easy) to 1 (hard).");

    private static int Count(Node node) => Number(node) is >= WorldKnobs.FewestProducts and <= WorldKnobs.MostProducts and var value && double.IsInteger(value)
        ? (int)value
        : throw node.Error(string.Create(CultureInfo.InvariantCulture, $"{ProductsKey}: {Shown(node)} is no whole number from {WorldKnobs.FewestProducts} to {WorldKnobs.MostProducts}."));

    private static double? Number(Node node) =>
        node is Scalar { IsPlain: true } scalar && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Shown(Node node) => node is Scalar scalar ? $"'{scalar.Shown}'" : "what is here";
}
