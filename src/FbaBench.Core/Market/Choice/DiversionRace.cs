using FbaBench.Primitives;

namespace FbaBench.Market;

/// <summary>
/// Where a shopper goes who met an empty shelf: one exponential race between the offers still in stock and leaving.
/// Each candidate's time depends on shopper and candidate alone, so a new or restocked candidate moves only those it wins.
/// </summary>
internal static class DiversionRace
{
    /// <summary>
    /// Position of the winner among the weights, or −1 for leaving. <paramref name="leave"/> is the chance of leaving, the
    /// rest is split by weight: in one nest the conditional split does not depend on which offer was out.
    /// </summary>
    public static int Winner(KeyedDraws draws, ulong offerOut, int day, int shopper, ReadOnlySpan<long> weights, ReadOnlySpan<ulong> keys, long sum, double leave)
    {
        var winner = -1;
        var best = leave > 0 ? Time(draws, offerOut, 0, day, shopper) / leave : double.PositiveInfinity;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0)
            {
                continue;
            }

            // A rate of zero (all leave) makes the time infinite, which beats nothing.
            var time = Time(draws, offerOut, keys[i], day, shopper) / ((1 - leave) * weights[i] / sum);
            if (time < best)
            {
                best = time;
                winner = i;
            }
        }

        return winner;
    }

    private static double Time(KeyedDraws draws, ulong offerOut, ulong candidate, int day, int shopper) =>
        -DetMath.Log(draws.Uniform(Mechanism.Rechoice, EntityKey.Combine(offerOut, candidate), day, shopper));
}
