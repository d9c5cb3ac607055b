namespace FbaBench;

/// <summary>An agent of a board with all its episodes there.</summary>
internal sealed class Entrant(string agent, string? version, IReadOnlyList<StoredEpisode> episodes, IReadOnlyList<int> runs, int failed)
{
    public string Agent { get; } = agent;

    public string? Version => version;

    public string Name { get; set; } = agent;

    public IReadOnlyList<int> Runs => runs;

    public int Episodes => Sample.Length;

    public int Failed => failed;

    public WorldValue[] Sample { get; } = [.. episodes.Select(episode => new WorldValue(episode.Key.World, episode.Key.Repeat, episode.Score.Cents / 100.0))];

    public int Worlds => Sample.Select(value => value.World).Distinct().Count();

    public InferenceCost Inference { get; } = new(episodes.Sum(episode => episode.Inference.MicroDollars), episodes.Sum(episode => episode.Inference.InputTokens), episodes.Sum(episode => episode.Inference.OutputTokens));
}

/// <summary>
/// Who stands on a board. The same agent of several experiments is one where its maker declared the same version and its episodes agree where both have them, or, without a version, where they have episodes in common and all agree: a
/// name alone tells nothing.
/// </summary>
internal static class Entrants
{
    public static IReadOnlyList<Entrant> Of(BoardKey key, IReadOnlyList<LeaderboardRun> runs, List<string> notes)
    {
        var all = new List<Part>();
        foreach (var run in runs)
        {
            foreach (var agent in run.Results.Agents)
            {
                Part part = new(
                    agent,
                    run.Results.Episodes.Where(episode => (episode.Key.Scenario, episode.Key.Agent) == (key.Scenario, agent.Name)).ToDictionary(episode => (episode.Key.World, episode.Key.Repeat)),
                    [run.Number],
                    run.Results.Failed.Where(failure => (failure.Key.Scenario, failure.Key.Agent) == (key.Scenario, agent.Name)).Select(failure => (failure.Key.World, failure.Key.Repeat)).ToHashSet());
                if (part.Episodes.Count == 0 && part.Failed.Count == 0)
                {
                    continue;
                }

                if (all.Find(other => other.Agent == agent && other.Fits(part)) is { } same)
                {
                    same.Join(part);
                }
                else
                {
                    if (all.Find(other => other.Agent == agent && agent.Version is not null) is { } other)
                    {
                        notes.Add($"'{agent.Name}' version {agent.Version} came to other results in '{key.Scenario}' in run {run.Number} than in run {other.Runs[0]}: they stand apart.");
                    }

                    all.Add(part);
                }
            }
        }

        Entrant[] entrants = [.. all.Select(part => new Entrant(
            part.Agent.Name,
            part.Agent.Version,
            [.. part.Episodes.OrderBy(pair => pair.Key).Select(pair => pair.Value)],
            part.Runs,
            part.Failed.Count(world => !part.Episodes.ContainsKey(world))))];
        Name(entrants);
        return entrants;
    }

    /// <summary>A version where it tells agents of one name apart, else the run.</summary>
    private static void Name(Entrant[] entrants)
    {
        foreach (var same in entrants.GroupBy(entrant => entrant.Agent, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            foreach (var entrant in same)
            {
                var isAlone = entrant.Version is not null && same.Count(other => other.Version == entrant.Version) == 1;
                entrant.Name = isAlone ? $"{entrant.Agent} version {entrant.Version}"
                    : $"{entrant.Agent}{(entrant.Version is { } version ? $" version {version}" : "")} of run {Figures.Whole(entrant.Runs[0])}";
            }
        }
    }

    private sealed record Part(StoredAgent Agent, Dictionary<(int World, int Repeat), StoredEpisode> Episodes, List<int> Runs, HashSet<(int World, int Repeat)> Failed)
    {
        public bool Fits(Part other)
        {
            var common = Episodes.Keys.Where(other.Episodes.ContainsKey).ToArray();
            return (Agent.Version is not null || common.Length > 0)
                && common.All(world => (Episodes[world].StateHash, Episodes[world].EventHash) == (other.Episodes[world].StateHash, other.Episodes[world].EventHash));
        }

        public void Join(Part other)
        {
            foreach (var (world, episode) in other.Episodes)
            {
                Episodes.TryAdd(world, episode);
            }

            Failed.UnionWith(other.Failed);
            Runs.AddRange(other.Runs);
        }
    }
}
