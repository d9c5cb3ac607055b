using System.Globalization;

namespace FbaBench;

/// <summary>A linear axis of round steps (1, 2 or 5 times a power of ten) that covers the values.</summary>
internal sealed class Axis
{
    private const int MostDecimals = 6;
    private readonly long _first;
    private readonly long _last;
    private readonly double _step;

    private Axis(long first, long last, double step)
    {
        _first = first;
        _last = last;
        _step = step;
    }

    /// <summary>The lowest tick.</summary>
    public double Low => _first * _step;

    /// <summary>The highest tick.</summary>
    public double High => _last * _step;

    /// <summary>Every tick, ascending.</summary>
    public IEnumerable<double> Ticks => Enumerable.Range(0, (int)(_last - _first) + 1).Select(i => (_first + i) * _step);

    /// <param name="low">Lowest value.</param>
    /// <param name="high">Highest value, not below <paramref name="low"/>.</param>
    /// <param name="steps">About how many steps, at least 1.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static Axis Of(double low, double high, int steps = 5)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high))
        {
            throw new ArgumentException("An axis needs finite values.", nameof(low));
        }

        var range = high > low ? high - low : low == 0 ? steps : Math.Abs(high) / 2;
        var raw = Math.Max(range / steps, Math.Pow(10, -MostDecimals));
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = ((double[])[1, 2, 5, 10]).First(factor => factor * power >= raw * (1 - 1e-12)) * power;
        var first = (long)Math.Floor((low / step) + 1e-9);
        var last = (long)Math.Ceiling((high / step) - 1e-9);
        return new(first, Math.Max(last, first + 1), step);
    }

    /// <summary>An axis that also holds zero.</summary>
    public static Axis WithZero(IEnumerable<double> values, int steps = 5)
    {
        var (low, high) = (0.0, 0.0);
        foreach (var value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        return Of(low, high, steps);
    }

    /// <summary>Where a value stands between the ends, 0 to 1 for one that the axis covers.</summary>
    public double Share(double value) => (value - Low) / (High - Low);

    /// <summary>A tick as all ticks of the axis are written: with k, M or G when they are large, with as many decimals as the step needs.</summary>
    public string Label(double tick)
    {
        var largest = Math.Max(Math.Abs(Low), Math.Abs(High));
        var (unit, suffix) = largest switch
        {
            >= 1e10 => (1e9, "G"),
            >= 1e7 => (1e6, "M"),
            >= 1e4 => (1e3, "k"),
            _ => (1.0, ""),
        };
        var decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(_step / unit) - 1e-9), 0, MostDecimals);
        return tick == 0 ? "0" : (tick / unit).ToString("#,0." + new string('0', decimals), CultureInfo.InvariantCulture).TrimEnd('.') + suffix;
    }
}
