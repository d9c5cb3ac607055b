namespace FbaBench;

/// <summary>
/// The t-mixture confidence sequence: for normal worlds of unknown mean and variance. The ratio of a mixture of alternatives
/// μ − θ = δσ, δ normal with variance 1/c, to the hypothesis θ, both under the right-Haar prior dσ/σ, is
/// √(c/(n + c)) · (V/(V − S²/(n + c)))^(n/2), S and V the sums of x − θ and of its square: a martingale of mean one if θ is true, whatever σ
/// (Lai, Annals of Statistics 1976; Wang, Ramdas, "Anytime-valid t-tests and confidence sequences for Gaussian means with unknown
/// variance", 2023). The sequence is what is not above 1/α. No variance is plugged in, so that early looks cost nothing: the first
/// worlds give no interval at all. It is exact for normal worlds and, by the simulation in docs/evidence/statistics.md, cautious for
/// heavy tails; for skewed worlds it guarantees nothing, see <see cref="BettingSequence"/>.
/// </summary>
public sealed class NormalSequence : ConfidenceSequence
{
    private readonly double _scale;
    private int _count;
    private double _mean;
    private double _squares;

    /// <param name="confidence">Above 0, below 1.</param>
    /// <param name="tightestAt">About where the sequence is to be tightest, in worlds, 2 to 1,000,000; it holds everywhere.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another confidence or number of worlds.</exception>
    public NormalSequence(double confidence = 0.95, int tightestAt = 64)
        : base(confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tightestAt, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tightestAt, 1_000_000);
        TightestAt = tightestAt;

        // The best mixture of known variance at n: n/c = −2 ln α + ln(1 − 2 ln α), Howard et al., Annals of Statistics 2021, section 3.5.
        var twice = -2 * Math.Log(1 - confidence);
        _scale = tightestAt / (twice + Math.Log(1 + twice));
    }

    /// <summary>About where the sequence is tightest, in worlds.</summary>
    public int TightestAt { get; }

    private protected override void Update(double value)
    {
        _count++;
        var off = value - _mean;
        _mean += off / _count;
        _squares += off * (value - _mean);
    }

    private protected override (double? Low, double? High)? Ends() => Half(_count, _squares) is { } half ? (_mean - half, _mean + half) : null;

    /// <summary>The half width falls with the worlds, their variance being what it is.</summary>
    private protected override int? Planned(double value, int most)
    {
        var off = Math.Abs(value - _mean);
        if (off == 0 || !Excludes(most))
        {
            return null;
        }

        var (no, yes) = (0, most);
        while (yes - no > 1)
        {
            var middle = no + ((yes - no) / 2);
            (no, yes) = Excludes(middle) ? (no, middle) : (middle, yes);
        }

        return yes;

        bool Excludes(int count) => Half(count, _squares / _count * count) < off;
    }

    /// <summary>Half the width, or null where the interval is the whole line.</summary>
    private double? Half(int count, double squares)
    {
        // With d = mean − θ the ratio is at most 1/α where (Q + n·d²)/(Q + n·d²·c/(n + c)) ≤ limit, Q the sum of squares about the mean.
        var limit = Math.Exp(2.0 / count * (Math.Log(Math.Sqrt((count + _scale) / _scale)) - Math.Log(1 - Confidence)));
        var rest = 1 - (limit * _scale / (count + _scale));
        return rest <= 0 ? null : Math.Sqrt((limit - 1) * squares / (count * rest));
    }
}
