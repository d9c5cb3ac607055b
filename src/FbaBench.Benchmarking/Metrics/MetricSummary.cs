namespace FbaBench;

/// <summary>A metric of an agent in a scenario, over the worlds in which it could be said.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Version">Version of its definition.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Mean">Mean over worlds with its interval, each world one value (the mean of its episodes); null where it could be said in none.</param>
/// <param name="Episodes">Episodes that were measured.</param>
/// <param name="Said">Episodes in which it could be said.</param>
/// <param name="Reason">Why it could not in the others: the most frequent reason, or null.</param>
public sealed record MetricSummary(string Scenario, string Agent, string Metric, int Version, string Unit, MeanInterval? Mean, int Episodes, int Said, string? Reason);

/// <summary>An episode and its metrics.</summary>
/// <param name="Key">Which episode.</param>
/// <param name="Values">Its metrics, in the order in which they were declared.</param>
public sealed record EpisodeMetrics(EpisodeKey Key, IReadOnlyList<MetricValue> Values);
