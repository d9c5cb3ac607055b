namespace FbaBench;

/// <summary>
/// Stakes that follow from earlier worlds only: λ_t = √(2 ln(2/α)/(σ̂²_(t−1) · t · ln(1 + t))), σ̂² the variance so far, regularised by a
/// quarter (Waudby-Smith, Ramdas, "Estimating means of bounded random variables by betting", JRSS B 2024, equation 26).
/// </summary>
internal struct Wager(double level)
{
    private readonly double _numerator = 2 * Math.Log(2 / level);
    private double _sum = 0.5;
    private double _squares = 0.25;
    private int _count;

    /// <summary>The stake on the next value, t: σ̂² is the sum of squares over t, so that t cancels.</summary>
    public readonly double Next => Math.Sqrt(_numerator / (_squares * Math.Log(_count + 2.0)));

    public void Add(double value)
    {
        _count++;
        _sum += value;
        var off = value - (_sum / (_count + 1));
        _squares += off * off;
    }
}
