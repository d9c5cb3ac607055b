namespace FbaBench;

/// <summary>How far a benchmark is.</summary>
/// <param name="Done">Episodes finished.</param>
/// <param name="Total">Episodes in all.</param>
/// <param name="Elapsed">Time since the start.</param>
/// <param name="Last">The episode finished last, or null at the start.</param>
public readonly record struct BenchmarkProgress(int Done, int Total, TimeSpan Elapsed, EpisodeKey? Last)
{
    /// <summary>Episodes a second so far.</summary>
    public double EpisodesPerSecond => Elapsed > TimeSpan.Zero ? Done / Elapsed.TotalSeconds : 0;

    /// <summary>Time left at the rate so far, or null before the first episode.</summary>
    public TimeSpan? Remaining => Done == 0 ? null : Elapsed * ((Total - Done) / (double)Done);
}
