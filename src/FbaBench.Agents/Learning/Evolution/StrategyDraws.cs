namespace FbaBench;

/// <summary>Draws of a strategy as functions of its seed and a number: the mixing function of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014) over a counter.</summary>
internal readonly struct StrategyDraws(ulong seed)
{
    private const int Uniforms = 12;
    private const double TwoTo53 = 1UL << 53;

    /// <summary>
    /// A draw of mean 0 and deviation 1, within ±6: twelve uniform numbers less their mean. Near enough to normal for a search, and without logarithms, whose last bits differ between machines.
    /// </summary>
    public double Normal(ulong number)
    {
        var sum = -Uniforms / 2.0;
        for (var i = 0UL; i < Uniforms; i++)
        {
            sum += (Mix(seed + (((number * Uniforms) + i + 1) * 0x9E3779B97F4A7C15UL)) >> 11) / TwoTo53;
        }

        return sum;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
