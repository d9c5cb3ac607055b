namespace FbaBench;

/// <summary>Scores by world, in dollars: a world with several repeats counts once, with their mean, because repeats of a world are no further worlds.</summary>
internal static class WorldScores
{
    /// <summary>The worlds in the order of the episodes.</summary>
    public static OrderedDictionary<int, double> Of(IEnumerable<EpisodeResult> episodes)
    {
        var scores = new OrderedDictionary<int, double>();
        foreach (var world in episodes.GroupBy(episode => episode.Key.World))
        {
            // Whole cents are summed: one repeat gives the score to the bit.
            scores.Add(world.Key, world.Sum(episode => episode.Score.Cents) / 100.0 / world.Count());
        }

        return scores;
    }

    /// <summary>Differences in the worlds that both have, in the order of the first.</summary>
    public static double[] Differences(IEnumerable<EpisodeResult> agent, IEnumerable<EpisodeResult> other)
    {
        var (own, others) = (Cents(agent), Cents(other));
        return [.. own.Where(world => others.ContainsKey(world.Key)).Select(world => Difference(world.Value, others[world.Key]))];
    }

    /// <summary>Over a common denominator, so that the difference of single repeats is that of their cents.</summary>
    private static double Difference((long Sum, int Count) a, (long Sum, int Count) b) => ((a.Sum * b.Count) - (b.Sum * a.Count)) / 100.0 / ((long)a.Count * b.Count);

    private static OrderedDictionary<int, (long Sum, int Count)> Cents(IEnumerable<EpisodeResult> episodes)
    {
        var worlds = new OrderedDictionary<int, (long, int)>();
        foreach (var world in episodes.GroupBy(episode => episode.Key.World))
        {
            worlds.Add(world.Key, (world.Sum(episode => episode.Score.Cents), world.Count()));
        }

        return worlds;
    }
}
