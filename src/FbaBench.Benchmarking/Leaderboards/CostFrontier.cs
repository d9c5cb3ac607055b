namespace FbaBench;

/// <summary>Who is not beaten in score and cost at once.</summary>
internal static class CostFrontier
{
    /// <summary>Whether each point is on the frontier: no other costs at most as much and scores at least as much, one of the two strictly.</summary>
    public static bool[] Of(IReadOnlyList<(double Cost, double Score)> points) =>
        [.. points.Select(point => !points.Any(other => other.Cost <= point.Cost && other.Score >= point.Score && other != point))];

    public static void Mark(IReadOnlyList<BoardEntry> entries)
    {
        var scored = entries.Where(entry => entry.Score is not null).ToArray();
        var on = Of([.. scored.Select(entry => (entry.DollarsPerEpisode, entry.Score!.Mean))]);
        for (var i = 0; i < scored.Length; i++)
        {
            scored[i].IsOnFrontier = on[i];
        }
    }
}
