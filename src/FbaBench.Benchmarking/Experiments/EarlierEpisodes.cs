using System.Globalization;

namespace FbaBench;

/// <summary>
/// The episodes that earlier runs finished in an experiment's folder, as far as they are those of this plan. Records of another
/// experiment stop the run before it changes anything; a damaged one is set aside; one of another agent or of other opponents is passed over, so that
/// its episode is played again.
/// </summary>
internal sealed class EarlierEpisodes
{
    private readonly BenchmarkPlan _plan;
    private readonly PlannedWorlds _worlds;
    private readonly EpisodeStore _store;
    private readonly AgentIdentities _agents;
    private readonly List<(EpisodeKey Key, string Reason)> _damaged = [];
    private readonly SortedDictionary<int, (int Episodes, string Difference)> _changed = [];

    private EarlierEpisodes(BenchmarkPlan plan, PlannedWorlds worlds, EpisodeStore store, AgentIdentities agents)
    {
        _plan = plan;
        _worlds = worlds;
        _store = store;
        _agents = agents;
        Results = new EpisodeResult?[plan.Episodes];
    }

    /// <summary>By the plan's index; null where there is none.</summary>
    public EpisodeResult?[] Results { get; }

    /// <summary>What to tell about the folder.</summary>
    public List<string> Notes { get; } = [];

    /// <exception cref="InvalidOperationException">The folder holds another experiment.</exception>
    /// <exception cref="IOException">A record cannot be read.</exception>
    public static EarlierEpisodes Find(BenchmarkPlan plan, PlannedWorlds worlds, EpisodeStore store, AgentIdentities agents, CancellationToken cancellationToken)
    {
        var found = new EarlierEpisodes(plan, worlds, store, agents);
        var keys = store.Recorded();
        int? open = null;
        for (var i = 0; i < keys.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var index = plan.IndexOf(keys[i]);
            found.Take(keys[i], index, keys.Length);

            // Records come scenario by scenario and world by world: one definition at a time is enough.
            open = index ?? open;
            if (open is { } own && (i + 1 == keys.Length || (keys[i + 1].Scenario, keys[i + 1].World) != (keys[i].Scenario, keys[i].World)))
            {
                worlds.Release(plan.At(own).Scenario, plan.At(own).World);
                open = null;
            }
        }

        found.Tell();
        return found;
    }

    private void Take(EpisodeKey key, int? index, int records)
    {
        EpisodeRecord record;
        try
        {
            record = _store.Read(key);
        }
        catch (InvalidDataException error)
        {
            // One that the plan does not ask for is nobody's concern now.
            if (index is not null)
            {
                _damaged.Add((key, error.Message));
            }

            return;
        }

        if (record.Identity.DifferenceTo(_plan.Seed, AssemblyBuild.Engine, _plan.Deadline) is { } other)
        {
            throw Mismatch(key, other, records);
        }

        if (index is { } own && Asked(own) is { } asked)
        {
            Compare(own, record, asked, records);
        }
    }

    private void Compare(int index, EpisodeRecord record, EpisodeIdentity asked, int records)
    {
        if (record.Identity.DifferenceTo(asked) is { } difference)
        {
            throw Mismatch(asked.Key, difference, records);
        }

        var opponents = OpponentIdentity.Difference(record.Identity.Opponents, asked.Opponents);
        if (record.Identity.Agent != asked.Agent || opponents is not null)
        {
            var agent = _plan.At(index).Agent;
            _changed[agent] = _changed.TryGetValue(agent, out var before)
                ? (before.Episodes + 1, before.Difference)
                : (1, record.Identity.Agent != asked.Agent ? record.Identity.Agent.DifferenceTo(asked.Agent) : opponents!);
            return;
        }

        _agents.Saw(record.Identity);
        Results[index] = record.Result;
    }

    /// <summary>The identity that the episode would have now, or null where its world cannot be defined; playing it then tells why.</summary>
    private EpisodeIdentity? Asked(int index)
    {
        var (scenario, world, _, _) = _plan.At(index);
        try
        {
            return _agents.Of(index, _worlds.Digest(scenario, world));
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>Sets damaged records aside: only now, when it is known that the folder is this experiment's.</summary>
    private void Tell()
    {
        foreach (var (key, reason) in _damaged)
        {
            var aside = _store.SetAside(key);
            Notes.Add($"The record of {EpisodeStore.Words(key)} could not be used: {reason}. It is kept as {aside}; the episode is played again.");
        }

        foreach (var change in _changed)
        {
            Notes.Add($"{_plan.Agents[change.Key]}: {Figures.Count(change.Value.Episodes, "earlier episode")} {change.Value.Difference}; played again.");
        }
    }

    private InvalidOperationException Mismatch(EpisodeKey key, string difference, int records) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"The output folder holds another experiment: {difference} ({_store.PathOf(key)}). Name another folder with .Output(\"…\") (--output), or start over with .Fresh() (--fresh), which deletes the {Figures.Count(records, "finished episode")} in it. Nothing was changed."));
}
