namespace FbaBench;

/// <summary>What the checks look at: the same from a run and from its folder.</summary>
internal sealed record ValidityInput
{
    /// <summary>The finished episodes, in the experiment's order.</summary>
    public required IReadOnlyList<EpisodeResult> Episodes { get; init; }

    public required IReadOnlyList<StoredFailure> Failed { get; init; }

    public required IReadOnlyList<AgentSummary> Summaries { get; init; }

    /// <summary>Scenarios and their digests.</summary>
    public required IReadOnlyList<(string Name, string? Digest)> Scenarios { get; init; }

    /// <summary>Agents and what is known of their code.</summary>
    public required IReadOnlyList<(string Name, AgentIdentity Identity)> Agents { get; init; }

    /// <summary>Episodes whose metrics are there, and of those the ones whose books did not balance or were not settled.</summary>
    public required int Measured { get; init; }

    public required IReadOnlyList<EpisodeKey> Unbalanced { get; init; }

    /// <summary>What does not fit together in the folder; nothing for a run that has just ended.</summary>
    public IReadOnlyList<string> Broken { get; init; } = [];

    public required EpisodeStore Store { get; init; }
}
