namespace FbaBench;

/// <summary>What a plan's episodes came to, by index: a result, a failure, or neither while the run goes on.</summary>
internal sealed class BenchmarkOutcome
{
    public BenchmarkOutcome(BenchmarkPlan plan, EarlierEpisodes earlier)
    {
        Results = earlier.Results;
        Failures = new EpisodeFailure?[plan.Episodes];
        Notes = earlier.Notes;
        Earlier = [.. Results.Select(result => result is not null)];
    }

    public EpisodeResult?[] Results { get; }

    public EpisodeFailure?[] Failures { get; }

    public IReadOnlyList<string> Notes { get; }

    /// <summary>Whether an episode was finished by an earlier run.</summary>
    public IReadOnlyList<bool> Earlier { get; }

    public int Finished => Results.Count(result => result is not null);
}
