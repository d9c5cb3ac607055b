namespace FbaBench;

/// <summary>
/// Rank confidence sets instead of bare ranks or groups of ties, which are not transitive: with chance 1 − α every agent's true rank
/// lies in its set. All pairs are compared by a paired t test on their common worlds, with Holm's correction over pairs and directions
/// (Mogstad, Romano, Shaikh, Wilhelm, "Inference for ranks", Review of Economic Studies 2024). Pairs whose interval is not trusted
/// count too, else a set would never narrow on skewed worlds; they are counted beside it.
/// </summary>
public sealed class RankSets
{
    private RankSets(IReadOnlyList<RankSet> agents, IReadOnlyList<RankedPair> pairs, double level)
    {
        (Agents, Pairs, Level) = (agents, pairs, level);
    }

    /// <summary>One set an agent, in the given order.</summary>
    public IReadOnlyList<RankSet> Agents { get; }

    /// <summary>All pairs.</summary>
    public IReadOnlyList<RankedPair> Pairs { get; }

    /// <summary>The level α of all sets together.</summary>
    public double Level { get; }

    /// <summary>The sets of agents' samples.</summary>
    /// <param name="agents">At least two names, each once, with a sample.</param>
    /// <param name="level">Above 0, below 1.</param>
    /// <exception cref="ArgumentException">Fewer than two agents, a name twice, or a sample that is empty, not finite or has a repeat twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Another level.</exception>
    public static RankSets Of(IReadOnlyList<(string Agent, IReadOnlyList<WorldValue> Values)> agents, double level = 0.05)
    {
        ArgumentNullException.ThrowIfNull(agents);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        if (agents.Count < 2 || agents.Select(agent => agent.Agent).Distinct(StringComparer.Ordinal).Count() < agents.Count)
        {
            throw new ArgumentException("Ranks need at least two agents, each once.", nameof(agents));
        }

        var differences = new List<(int First, int Second, PairedDifference Difference)>();
        for (var first = 0; first < agents.Count; first++)
        {
            for (var second = first + 1; second < agents.Count; second++)
            {
                differences.Add((first, second, PairedDifference.Of(agents[first].Values, agents[second].Values)));
            }
        }

        var adjusted = Holm.OfDirections([.. differences.Select(pair => pair.Difference.Interval)]);
        var (better, worse, untrusted) = (new int[agents.Count], new int[agents.Count], new int[agents.Count]);
        var pairs = new List<RankedPair>();
        foreach (var ((first, second, difference), p) in differences.Zip(adjusted))
        {
            var significant = p <= level;
            pairs.Add(new(agents[first].Agent, agents[second].Agent, difference, p, significant));
            if (significant)
            {
                var (winner, loser) = difference.Interval!.Mean > 0 ? (first, second) : (second, first);
                better[loser]++;
                worse[winner]++;
            }

            if (!difference.Trust.IsTrusted)
            {
                untrusted[first]++;
                untrusted[second]++;
            }
        }

        return new(
            [.. agents.Select((agent, i) => new RankSet(agent.Agent, HierarchicalMean.Of(agent.Values).Interval.Mean, 1 + better[i], agents.Count - worse[i], untrusted[i]))],
            pairs,
            level);
    }
}
