using System.Globalization;

namespace FbaBench.Scenarios.Files;

/// <summary>The key <c>opponents</c>: names of the agents on the seats from 1 on. It stands beside the definition and is laid over like its keys.</summary>
internal static class FileOpponents
{
    public const string Key = "opponents";

    /// <summary>The names that a tree has.</summary>
    /// <exception cref="ScenarioFileException">It is no list of names.</exception>
    public static IReadOnlyList<string> Of(Mapping tree) => tree[Key] switch
    {
        null or Scalar { IsNull: true } => [],
        Sequence names => [.. names.Items.Select(Name)],
        { } other => throw other.Error("opponents is a list of agents, seat 1 first, such as [tuned-seller]."),
    };

    /// <summary>A base that is code, with its opponents.</summary>
    public static Mapping With(Mapping tree, IReadOnlyList<string> names) => names.Count == 0
        ? tree
        : new(tree.Place, [.. tree.Entries, new(new(tree.Place, Key), new Sequence(tree.Place, [.. names.Select(name => new Scalar(tree.Place, name))]))]);

    /// <summary>What is left is the definition.</summary>
    public static Mapping Without(Mapping tree) => tree[Key] is null ? tree : new(tree.Place, [.. tree.Entries.Where(entry => entry.Key.Text != Key)]);

    /// <summary>Opponents need a seat each beside the agent under test. Worlds of several seats without any are for sessions.</summary>
    /// <exception cref="ScenarioFileException">They are not as many as seats less one.</exception>
    public static void Check(Mapping tree, WorldDefinition definition)
    {
        if (Of(tree) is { Count: > 0 } names && names.Count != definition.Seats - 1)
        {
            throw tree[Key]!.Error(string.Create(CultureInfo.InvariantCulture, $"{names.Count} opponents and {definition.Seats} seats; seat 0 is the agent under test's, so that seats must be {names.Count + 1}."));
        }
    }

    private static string Name(Node node) => node is Scalar { IsNull: false } name && EntityName.IsValid(name.Text)
        ? name.Text
        : throw node.Error($"'{(node as Scalar)?.Shown}' cannot name an opponent; use {EntityName.Rule}.");
}
