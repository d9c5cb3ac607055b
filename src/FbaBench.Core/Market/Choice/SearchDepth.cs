using FbaBench.Primitives;

namespace FbaBench.Market;

/// <summary>
/// How far down the search results shoppers look: the share who look at least as far as position k (from 0 here) is
/// (k + 1)^−(b − 0.6), b being the click decay; whoever looks past the last result considers all. With taste correlation 0.6 the clicks of
/// equal listings then fall as position^−b.
/// </summary>
internal sealed class SearchDepth
{
    /// <summary>Taste correlation at which the click decay holds: within a considered set of k equals each is chosen by k^−σ.</summary>
    private const double ReferenceSigma = 0.6;

    private readonly double[] _atLeast;

    /// <param name="clickDecay">Exponent b, or null where every shopper sees everything.</param>
    /// <param name="pages">Pages of the largest niche.</param>
    public SearchDepth(double? clickDecay, int pages)
    {
        _atLeast = new double[pages];
        for (var position = 0; position < pages; position++)
        {
            _atLeast[position] = clickDecay is { } decay ? DetMath.Exp(-(decay - ReferenceSigma) * DetMath.Log(position + 1)) : 1;
        }
    }

    /// <summary>Share of shoppers who look at least as far as a position, from 0.</summary>
    public double this[int position] => _atLeast[position];

    /// <summary>Share of shoppers who look exactly as far as a position; at the last of the results all who would look further.</summary>
    public double Exactly(int position, int results) => position == results - 1 ? _atLeast[position] : _atLeast[position] - _atLeast[position + 1];
}
