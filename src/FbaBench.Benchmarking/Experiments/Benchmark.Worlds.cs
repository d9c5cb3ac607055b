namespace FbaBench;

/// <summary>Which worlds a benchmark plays.</summary>
public sealed partial class Benchmark
{
    private const ulong DefaultSeed = 1;

    private ulong? _seed;
    private (WorldSplit Split, SplitPart Part)? _split;
    private SealedWorlds? _sealed;
    private string? _canary;

    /// <summary>The experiment's seed, of which every world's seed is made; default 1. Worlds of a known seed are public: a claim counts on worlds that the agent's makers have not seen.</summary>
    public Benchmark Seed(ulong seed)
    {
        _seed = seed;
        return this;
    }

    /// <summary>
    /// The worlds of one part of a split instead of those of a seed. An agent that says that it was trained in one of the worlds (<see cref="ITrainedAgent"/>) is refused there, whichever way the worlds are chosen: its episode fails.
    /// </summary>
    /// <param name="split">The split.</param>
    /// <param name="part">Training worlds or test worlds; no world is both.</param>
    public Benchmark Split(WorldSplit split, SplitPart part)
    {
        _split = Enum.IsDefined(part) ? (split, part) : throw new ArgumentOutOfRangeException(nameof(part), $"{part} is no part of a split; use Training or Test.");
        return this;
    }

    /// <summary>
    /// Sealed worlds instead of those of a seed: as many as the commitment says, of the scenarios that it names, in an experiment of its name. The commitment is written to the folder; the secret is written nowhere. Run logs
    /// hold the seeds of their worlds: keep them to yourself until the secret is revealed, or write none (<see cref="Logs"/>).
    /// </summary>
    public Benchmark Sealed(SealedWorlds worlds)
    {
        ArgumentNullException.ThrowIfNull(worlds);
        _sealed = worlds;
        return this;
    }

    /// <summary>
    /// A mark that stands in every observation that an agent is shown, beside those in <c>results.json</c> and on the page, which are always there; see <see cref="FbaBench.Canary"/>. Sealed worlds have that of their commitment. What
    /// agents see is part of their episodes: with another canary they are played again.
    /// </summary>
    /// <param name="canary">16 to 100 lower-case letters, digits and hyphens.</param>
    /// <exception cref="ArgumentException">It is none.</exception>
    public Benchmark Canary(string canary)
    {
        _canary = FbaBench.Canary.Check(canary);
        return this;
    }

    private WorldSource Source()
    {
        if ((_seed is null ? 0 : 1) + (_split is null ? 0 : 1) + (_sealed is null ? 0 : 1) > 1)
        {
            throw new InvalidOperationException("Worlds come from a seed (.Seed), a split (.Split) or a commitment (.Sealed): name one of them.");
        }

        if (_sealed is not { Commitment: var commitment } worlds)
        {
            return _split is { } split ? WorldSource.Of(split.Split, split.Part) : WorldSource.Public(_seed ?? DefaultSeed);
        }

        if (_name != commitment.Experiment)
        {
            throw new InvalidOperationException($"The commitment is that of the experiment '{commitment.Experiment}', and this one is '{_name}'; create it by that name.");
        }

        if (_worlds is { } count && count != commitment.Worlds)
        {
            throw new InvalidOperationException($"{Figures.Worlds(count)} asked, and the commitment is to {commitment.Worlds}: to play others than were committed to would be a choice. Leave the number out.");
        }

        if (_canary is not null && _canary != commitment.Canary)
        {
            throw new InvalidOperationException($"The commitment has the canary {commitment.Canary}; leave the other one out.");
        }

        worlds.CheckScenarios(_scenarios);
        return WorldSource.Of(worlds);
    }
}
