namespace FbaBench;

/// <summary>What an experiment will cost, by the means of its agents' finished episodes. Not safe for concurrent use.</summary>
internal sealed class CostForecast
{
    private readonly Dictionary<string, Tally> _agents = [];
    private long _ended;

    public CostForecast(IReadOnlyList<EpisodeResult> earlier, IEnumerable<string> left)
    {
        foreach (var episode in earlier)
        {
            Of(episode.Key.Agent).Finish(episode.Inference.MicroDollars);
            Earlier += episode.Inference.MicroDollars;
        }

        foreach (var agent in left)
        {
            Of(agent).Left++;
        }
    }

    /// <summary>Micro-dollars of earlier runs.</summary>
    public long Earlier { get; }

    /// <summary>An episode ended in this run. One that failed costs, but says nothing of what a whole one costs.</summary>
    public void Ended(string agent, bool failed, long microDollars)
    {
        var tally = Of(agent);
        tally.Left--;
        _ended += microDollars;
        if (!failed)
        {
            tally.Finish(microDollars);
        }
    }

    /// <summary>Micro-dollars of the whole, or null while an agent has episodes left and none finished.</summary>
    /// <param name="spent">Spent in this run, by episodes that are not over too.</param>
    public long? Expected(long spent)
    {
        var expected = Earlier + _ended;
        foreach (var tally in _agents.Values.Where(tally => tally.Left > 0))
        {
            if (tally.Finished == 0)
            {
                return null;
            }

            expected += (long)((decimal)tally.MicroDollars / tally.Finished * tally.Left);
        }

        return Math.Max(expected, Earlier + spent);
    }

    private Tally Of(string agent)
    {
        if (!_agents.TryGetValue(agent, out var tally))
        {
            _agents.Add(agent, tally = new());
        }

        return tally;
    }

    private sealed class Tally
    {
        public int Left { get; set; }

        public int Finished { get; private set; }

        public long MicroDollars { get; private set; }

        public void Finish(long microDollars) => (Finished, MicroDollars) = (Finished + 1, MicroDollars + microDollars);
    }
}
