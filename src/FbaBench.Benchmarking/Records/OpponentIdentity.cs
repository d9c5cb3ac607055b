namespace FbaBench;

/// <summary>What is known of the code of an opponent.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Agent">Its version, or its build.</param>
internal sealed record OpponentIdentity(string Name, AgentIdentity Agent)
{
    /// <summary>Assembly of its class. Not compared with what is asked, see <see cref="AgentIdentities.Saw"/>.</summary>
    public string? ClassAssembly { get; init; }

    /// <summary>Build of that assembly.</summary>
    public string? ClassBuild { get; init; }

    /// <summary>In the words of a message: how opponents of earlier episodes differ; null where they do not.</summary>
    public static string? Difference(IReadOnlyList<OpponentIdentity> earlier, IReadOnlyList<OpponentIdentity> asked)
    {
        if (!earlier.Select(opponent => opponent.Name).SequenceEqual(asked.Select(opponent => opponent.Name)))
        {
            return $"against {Names(earlier)}; now against {Names(asked)}";
        }

        var changed = earlier.Zip(asked).FirstOrDefault(pair => pair.First.Agent != pair.Second.Agent);
        return changed.First is { } then ? $"with the opponent {then.Name} {then.Agent.DifferenceTo(changed.Second.Agent)}" : null;
    }

    private static string Names(IReadOnlyList<OpponentIdentity> opponents) => opponents.Count == 0 ? "nobody" : string.Join(", ", opponents.Select(opponent => opponent.Name));
}
