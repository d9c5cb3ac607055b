namespace FbaBench;

/// <summary>What re-scoring a folder came to.</summary>
public sealed class RescoringReport
{
    internal RescoringReport(IReadOnlyList<RescoredEpisode> episodes, IReadOnlyList<RescoringIssue> failures, IReadOnlyList<RescoringIssue> notRescorable, IReadOnlyList<MetricSummary> summaries)
    {
        Episodes = episodes;
        Failures = failures;
        NotRescorable = notRescorable;
        Summaries = summaries;
    }

    /// <summary>Episodes whose log comes to what their record says, by scenario, world and agent.</summary>
    public IReadOnlyList<RescoredEpisode> Episodes { get; }

    /// <summary>Episodes whose record or log is damaged, or whose log comes to something else.</summary>
    public IReadOnlyList<RescoringIssue> Failures { get; }

    /// <summary>Episodes without a log.</summary>
    public IReadOnlyList<RescoringIssue> NotRescorable { get; }

    /// <summary>Metrics of the re-scored episodes: means over worlds.</summary>
    public IReadOnlyList<MetricSummary> Summaries { get; }

    /// <summary>Whether no episode failed.</summary>
    public bool Passed => Failures.Count == 0;
}

/// <summary>An episode that was re-scored.</summary>
/// <param name="Result">What it came to: score, hashes and figures as in its record.</param>
/// <param name="Metrics">What was measured.</param>
public sealed record RescoredEpisode(EpisodeResult Result, IReadOnlyList<MetricValue> Metrics);

/// <summary>An episode that could not be re-scored, or came to something else.</summary>
/// <param name="Key">Which episode.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record RescoringIssue(EpisodeKey Key, string Reason);
