namespace FbaBench;

/// <summary>How far a benchmark is.</summary>
/// <param name="Done">Episodes that need no more playing: finished now, finished in an earlier run, or failed.</param>
/// <param name="Total">Episodes in all.</param>
/// <param name="Elapsed">Time since this run began.</param>
/// <param name="Last">The episode finished last, or null at the start.</param>
public readonly record struct BenchmarkProgress(int Done, int Total, TimeSpan Elapsed, EpisodeKey? Last)
{
    /// <summary>Of those done, the episodes that an earlier run had finished.</summary>
    public int Earlier { get; init; }

    /// <summary>Of those done, the episodes that could not be played.</summary>
    public int Failed { get; init; }

    /// <summary>Episodes played a second, of late; 0 before the first. Those of an earlier run do not count.</summary>
    public double EpisodesPerSecond { get; init; }

    /// <summary>Days played in this run, of episodes that are not over too.</summary>
    public long Days { get; init; }

    /// <summary>What the agents of this run's episodes have charged themselves with for thinking, in micro-dollars.</summary>
    public long MicroDollars { get; init; }

    /// <summary>The same of the episodes of earlier runs that need no more playing.</summary>
    public long EarlierMicroDollars { get; init; }

    /// <summary>
    /// What the whole experiment is expected to cost: what it has cost, and for every episode that is left the mean of its agent's finished ones. Null while an agent that is still to play has
    /// finished none. At least what it has cost.
    /// </summary>
    public long? ExpectedMicroDollars { get; init; }

    /// <summary>Something to tell once: records that could not be used, an agent that is played again; else null.</summary>
    public string? Note { get; init; }

    /// <summary>What is being done once the episodes are played; else null.</summary>
    public string? Doing { get; init; }

    /// <summary>Time left at the rate of late, or null while there is no rate.</summary>
    public TimeSpan? Remaining => Done >= Total ? TimeSpan.Zero : EpisodesPerSecond > 0 ? TimeSpan.FromSeconds((Total - Done) / EpisodesPerSecond) : null;
}
