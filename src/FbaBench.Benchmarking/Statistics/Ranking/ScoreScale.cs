using System.Globalization;

namespace FbaBench;

/// <summary>Why a score has no place on the scale.</summary>
public enum ScaleRefusal
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>Several seats are played: a score depends on who else plays.</summary>
    SeveralSeats,

    /// <summary>The agent that does nothing was not played, or not in these worlds.</summary>
    FloorMissing,

    /// <summary>The best known policy was not played, or there is none.</summary>
    BestMissing,

    /// <summary>Fewer than two worlds were played by all three.</summary>
    TooFewWorlds,

    /// <summary>The best known policy is not clearly above doing nothing: its 95 % interval over doing nothing reaches zero.</summary>
    ScaleNotClear,
}

/// <summary>
/// The headline score: 0 is doing nothing, 1 the best known policy; a ratio of sums over the worlds that all three played,
/// Σ(agent − floor)/Σ(best − floor), so that no world with a small denominator decides. Its interval is a jackknife's, leaving out a
/// world at a time: θ ± t(G − 1)·√((G − 1)/G · Σ(θ₍g₎ − θ̄)²) (Miller, "The jackknife – a review", Biometrika 1974). A proven bound of every
/// world stands beside it on the same scale.
/// </summary>
public sealed class ScoreScale
{
    private ScoreScale(ScaleRefusal refusal, int worlds, string reason)
    {
        (Refusal, Worlds, Reason) = (refusal, worlds, reason);
    }

    /// <summary>Why there is no score; None where there is.</summary>
    public ScaleRefusal Refusal { get; }

    /// <summary>The refusal in words; empty where there is a score.</summary>
    public string Reason { get; }

    /// <summary>Worlds that the agent and both rungs played.</summary>
    public int Worlds { get; }

    /// <summary>The score, not limited to 0 to 1; null where it is refused.</summary>
    public double? Score { get; private init; }

    /// <summary>Lower end of the 95 % jackknife interval.</summary>
    public double? Low { get; private init; }

    /// <summary>Upper end of the 95 % jackknife interval.</summary>
    public double? High { get; private init; }

    /// <summary>The bound on the same scale, Σ(bound − floor)/Σ(best − floor): what no policy exceeds. Null unless every world has a bound.</summary>
    public double? Bound { get; private init; }

    /// <summary>The score of an agent's sample.</summary>
    /// <param name="agent">The agent's scores; may be empty.</param>
    /// <param name="floor">Scores of the agent that does nothing; may be empty.</param>
    /// <param name="best">Scores of the best known policy; may be empty.</param>
    /// <param name="severalSeats">Whether several seats are played.</param>
    /// <param name="bounds">A bound of the score by world, or null.</param>
    /// <exception cref="ArgumentException">A score that is not finite, or a repeat twice.</exception>
    public static ScoreScale Of(IReadOnlyCollection<WorldValue> agent, IReadOnlyCollection<WorldValue> floor, IReadOnlyCollection<WorldValue> best, bool severalSeats = false, IReadOnlyDictionary<int, double>? bounds = null)
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(best);
        if (severalSeats)
        {
            return new(ScaleRefusal.SeveralSeats, 0, "several seats are played, and a score depends on who else plays");
        }

        if (floor.Count == 0)
        {
            return new(ScaleRefusal.FloorMissing, 0, "doing nothing was not played");
        }

        if (best.Count == 0)
        {
            return new(ScaleRefusal.BestMissing, 0, "the best known policy was not played");
        }

        if (agent.Count == 0)
        {
            return new(ScaleRefusal.TooFewWorlds, 0, "the agent was not played");
        }

        var (own, low, high) = (WorldValue.ByWorld(agent, nameof(agent)), WorldValue.ByWorld(floor, nameof(floor)), WorldValue.ByWorld(best, nameof(best)));
        int[] worlds = [.. own.Keys.Where(world => low.ContainsKey(world) && high.ContainsKey(world))];
        if (worlds.Length < 2)
        {
            return new(ScaleRefusal.TooFewWorlds, worlds.Length, string.Create(CultureInfo.InvariantCulture, $"{worlds.Length} worlds were played by agent, floor and best known policy; two are needed"));
        }

        double[] floors = [.. worlds.Select(world => low[world].Average())];
        double[] spans = [.. worlds.Select((world, i) => high[world].Average() - floors[i])];
        if (!(MeanInterval.Of(spans).Low > 0))
        {
            return new(ScaleRefusal.ScaleNotClear, worlds.Length, "the best known policy is not clearly above doing nothing in these worlds");
        }

        double[] gains = [.. worlds.Select((world, i) => own[world].Average() - floors[i])];
        var score = gains.Sum() / spans.Sum();
        var half = HalfWidth(gains, spans);
        return new(ScaleRefusal.None, worlds.Length, "")
        {
            Score = score,
            Low = score - half,
            High = score + half,
            Bound = bounds is not null && worlds.All(bounds.ContainsKey) ? worlds.Select((world, i) => bounds[world] - floors[i]).Sum() / spans.Sum() : null,
        };
    }

    private static double HalfWidth(double[] gains, double[] spans)
    {
        var (gain, span, count) = (gains.Sum(), spans.Sum(), gains.Length);
        double[] without = [.. gains.Select((one, i) => (gain - one) / (span - spans[i]))];
        var mean = without.Average();
        var squares = without.Sum(value => (value - mean) * (value - mean));
        return MeanInterval.Quantile(count - 1) * Math.Sqrt((count - 1.0) / count * squares);
    }
}
