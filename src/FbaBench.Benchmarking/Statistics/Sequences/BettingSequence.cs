using System.Globalization;

namespace FbaBench;

/// <summary>
/// The betting confidence sequence: for worlds of any law within declared bounds, with a guarantee at every number of worlds and every
/// time of looking. Values are scaled to [0, 1]; a mean stays as long as neither gambler of the hedged capital process has 2/α times
/// the wealth that each began with, with predictable plug-in stakes (Waudby-Smith, Ramdas, "Estimating means of bounded random
/// variables by betting", JRSS B 2024, theorem 3). For differences of scores the bounds are those of the sandwich: bound less floor,
/// and its negative. The wider the bounds beside the spread, the longer it takes.
/// </summary>
public sealed class BettingSequence : ConfidenceSequence
{
    /// <summary>Halvings of [0, 1] until the end of an interval is known to 2⁻⁵⁰ of the range.</summary>
    private const int Halvings = 50;

    private readonly List<double> _values = [];
    private readonly List<double> _stakes = [];
    private readonly double _limit;
    private Wager _wager;

    /// <param name="least">The least value that any world can have.</param>
    /// <param name="most">The greatest one, above the least.</param>
    /// <param name="confidence">Above 0, below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Bounds that are not finite or not in order, or another confidence.</exception>
    public BettingSequence(double least, double most, double confidence = 0.95)
        : base(confidence)
    {
        if (!double.IsFinite(most - least) || most <= least)
        {
            throw new ArgumentOutOfRangeException(nameof(most), most, string.Create(CultureInfo.InvariantCulture, $"Bounds are finite and in order; got {least} to {most}."));
        }

        (Least, Most) = (least, most);
        _limit = Math.Log(2 / (1 - confidence));
        _wager = new(1 - confidence);
    }

    /// <summary>The least value that any world can have.</summary>
    public double Least { get; }

    /// <summary>The greatest value that any world can have.</summary>
    public double Most { get; }

    private protected override void Update(double value)
    {
        if (value < Least || value > Most)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, string.Create(CultureInfo.InvariantCulture, $"The declared bounds are {Least} to {Most}; a value outside them ends the guarantee."));
        }

        var scaled = (value - Least) / (Most - Least);
        _stakes.Add(_wager.Next);
        _values.Add(scaled);
        _wager.Add(scaled);
    }

    private protected override (double? Low, double? High)? Ends()
    {
        // The first gambler's wealth falls as the mean rises, the other's rises with it: the means that stay are an interval.
        var (low, high) = (0.0, 1.0);
        for (var (from, to, i) = (0.0, 1.0, 0); i < Halvings; i++)
        {
            var middle = (from + to) / 2;
            (from, to) = IsTooRich(middle, Wealth.HigherGain) ? (middle, to) : (from, middle);
            low = from;
        }

        for (var (from, to, i) = (0.0, 1.0, 0); i < Halvings; i++)
        {
            var middle = (from + to) / 2;
            (from, to) = IsTooRich(middle, Wealth.LowerGain) ? (from, middle) : (middle, to);
            high = to;
        }

        // Rounding outwards: the end that is excluded, not the last one that stays.
        return (Least + (low * (Most - Least)), Least + (high * (Most - Least)));
    }

    /// <summary>The worlds so far again and again, until one of the gamblers who bet against the value is rich.</summary>
    private protected override int? Planned(double value, int most)
    {
        if (value < Least || value > Most)
        {
            return 1;
        }

        var wager = new Wager(1 - Confidence);
        var wealth = new Wealth((value - Least) / (Most - Least));
        for (var count = 1; count <= most; count++)
        {
            var next = _values[(count - 1) % _values.Count];
            wealth.Add(next, wager.Next);
            wager.Add(next);
            if (Math.Max(wealth.Higher, wealth.Lower) >= _limit)
            {
                return count;
            }
        }

        return null;
    }

    private bool IsTooRich(double mean, Func<double, double, double, double> gain)
    {
        var wealth = 0.0;
        for (var i = 0; i < _values.Count; i++)
        {
            wealth += Math.Log(1 + gain(mean, _values[i], _stakes[i]));
        }

        return wealth >= _limit;
    }
}
