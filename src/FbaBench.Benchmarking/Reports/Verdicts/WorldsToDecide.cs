using MathNet.Numerics.Distributions;

namespace FbaBench;

/// <summary>
/// About how many worlds would separate an undecided difference from zero, if the observed difference d is the true one and its
/// standard deviation over worlds stays s: n = ((z(97.5 %) + z(power)) · s / d)², the normal approximation of the paired t test
/// (Cohen, Statistical Power Analysis, 1988, chapter 2). The range is that of a power of 50 % to 90 %.
/// </summary>
/// <param name="Low">Worlds with which the interval excludes zero with even odds; more than were played.</param>
/// <param name="High">Worlds with which it does nine times in ten.</param>
internal readonly record struct WorldsToDecide(long Low, long High)
{
    private const double Power = 0.9;

    /// <summary>Above this the difference is too small to matter beside its spread.</summary>
    public const long Most = 100_000;

    /// <summary>The range, or null when <see cref="Most"/> worlds would not be enough, or the difference is decided or zero.</summary>
    public static WorldsToDecide? Of(MeanInterval difference)
    {
        if (difference is not { Low: <= 0, High: >= 0 } || difference.Mean == 0)
        {
            return null;
        }

        var ratio = difference.StandardDeviation / difference.Mean;
        var z = Normal.InvCDF(0, 1, 0.975);
        var low = Math.Max(Math.Ceiling(z * z * ratio * ratio), difference.Count + 1.0);
        var high = Math.Ceiling(Math.Pow((z + Normal.InvCDF(0, 1, Power)) * ratio, 2));
        return high > Most ? null : new((long)low, (long)Math.Max(high, low));
    }
}
