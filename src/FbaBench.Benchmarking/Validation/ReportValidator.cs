namespace FbaBench;

/// <summary>
/// Checks whether an experiment's results may be relied on: books, logs, replays, what is recorded, training worlds, budgets, number of worlds, episodes that are missing. A run checks itself and says what
/// fails before its verdict; this checks a folder, of this machine or another. docs/validity.md says what each check looks at.
/// </summary>
public static class ReportValidator
{
    /// <summary>Checks an experiment's folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">Bounds; default those of <see cref="ValidityOptions"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="IOException">The folder has no results or no records, or a file cannot be read.</exception>
    /// <exception cref="InvalidDataException">Its results cannot be read.</exception>
    public static Task<IReadOnlyList<ValidityCheck>> CheckAsync(string folder, ValidityOptions? options = null, CancellationToken cancellationToken = default)
    {
        var stored = StoredResults.Load(folder);
        var store = ExperimentFolder.Episodes(folder);
        return Validators.RunAsync(Input(stored, store), options ?? new(), cancellationToken);
    }

    /// <summary>What a run looks at of itself.</summary>
    internal static ValidityInput Input(BenchmarkPlan plan, BenchmarkOutcome outcome, EpisodeStore store, IReadOnlyList<AgentSummary> summaries, MeasuredEpisodes measured) => new()
    {
        Episodes = [.. outcome.Results.OfType<EpisodeResult>()],
        Failed = [.. outcome.Failures.OfType<EpisodeFailure>().Select(failure => new StoredFailure(failure.Key, failure.ErrorType))],
        Summaries = summaries,
        Scenarios = [.. plan.Scenarios.Select(scenario => (scenario.Name, ResultsJson.Digest(scenario)))],
        Agents = [.. plan.PlannedAgents.Select(agent => (agent.Name, AgentIdentity.Of(agent.Code, agent.Version)))],
        Measured = measured.Count,
        Unbalanced = measured.Unbalanced,
        Store = store,
    };

    private static ValidityInput Input(StoredResults stored, EpisodeStore store)
    {
        var broken = new List<string>();
        var episodes = new List<EpisodeResult>();
        var agents = new List<(string, AgentIdentity)>();
        var measured = new MeasuredEpisodes();
        foreach (var episode in stored.Episodes)
        {
            try
            {
                var record = store.Read(episode.Key);
                if ((record.Result.Score, record.Result.StateHash, record.Result.EventHash) != (episode.Score, episode.StateHash, episode.EventHash))
                {
                    throw new InvalidDataException("it says something else than results.json");
                }

                episodes.Add(record.Result);
                agents.Add((episode.Key.Agent, record.Identity.Agent));
                measured.Take(store, record.Result);
            }
            catch (Exception error) when (error is InvalidDataException or IOException)
            {
                broken.Add($"the record of {EpisodeStore.Words(episode.Key)}: {error.Message}");
            }
        }

        return new()
        {
            Episodes = episodes,
            Failed = stored.Failed,
            Summaries = Summaries(stored, episodes),
            Scenarios = [.. stored.Scenarios.Select(scenario => (scenario.Name, scenario.Digest))],
            Agents = agents,
            Measured = measured.Count,
            Unbalanced = measured.Unbalanced,
            Broken = broken,
            Store = store,
        };
    }

    private static AgentSummary[] Summaries(StoredResults stored, List<EpisodeResult> episodes)
    {
        EpisodeResult[] Of(string scenario, string agent) => [.. episodes.Where(episode => (episode.Key.Scenario, episode.Key.Agent) == (scenario, agent))];
        return
        [
            .. stored.Scenarios.SelectMany(scenario => stored.Agents.Select(agent => AgentSummary.Of(
                Of(scenario.Name, agent.Name),
                Of(scenario.Name, stored.ComparedTo),
                agent.Name == stored.ComparedTo))).OfType<AgentSummary>(),
        ];
    }
}
