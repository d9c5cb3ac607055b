using MathNet.Numerics.Distributions;

namespace FbaBench;

/// <summary>
/// What a plan knows of the variance of a paired difference, σ²(d) = ω² + 2σ²/K: ω² that of the true difference over worlds, σ² that of
/// repeats of an agent in a world, K the repeats of each agent (Miller, "Adding error bars to evals", 2024). Given, or estimated from a pilot.
/// </summary>
public sealed class PowerPilot
{
    private const double RangeTail = 0.05;
    private readonly double _observed;
    private readonly double _inverseRepeats;
    private readonly int? _degrees;
    private readonly int _repeatDegrees;

    private PowerPilot(double observed, double inverseRepeats, double? repeatVariance, int? degrees, int repeatDegrees, MeanInterval? difference)
    {
        (_observed, _inverseRepeats, RepeatVariance, _degrees, _repeatDegrees, Difference) = (observed, inverseRepeats, repeatVariance, degrees, repeatDegrees, difference);
    }

    /// <summary>σ²; null where nothing was repeated, so that it is part of ω² and other repeats than the pilot's cannot be planned.</summary>
    public double? RepeatVariance { get; }

    /// <summary>The pilot's paired difference; null where the variances were given.</summary>
    public MeanInterval? Difference { get; }

    /// <summary>Worlds from which on a verdict is given at all: 32, or what the pilot's skewness asks for.</summary>
    public int WorldsNeeded => Difference?.WorldsNeeded ?? MeanInterval.LeastWorlds;

    /// <summary>Variances that are known.</summary>
    /// <param name="worldVariance">ω², 0 or above.</param>
    /// <param name="repeatVariance">σ², 0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A variance that is negative or not finite, or both zero.</exception>
    public static PowerPilot Given(double worldVariance, double repeatVariance = 0)
    {
        if (worldVariance is not (>= 0 and < double.PositiveInfinity) || repeatVariance is not (>= 0 and < double.PositiveInfinity) || worldVariance + repeatVariance == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(worldVariance), "Variances are finite, not negative, and not both zero.");
        }

        return new(worldVariance, 0, repeatVariance, null, 0, null);
    }

    /// <summary>Variances of a pilot's two samples, on their common worlds.</summary>
    /// <exception cref="ArgumentException">Fewer than two common worlds, no spread, a value that is not finite, or a repeat twice.</exception>
    public static PowerPilot Of(IReadOnlyCollection<WorldValue> first, IReadOnlyCollection<WorldValue> second)
    {
        var difference = PairedDifference.Of(first, second);
        if (difference.Interval is not { StandardDeviation: > 0 } interval)
        {
            throw new ArgumentException($"A pilot needs at least two common worlds whose differences are not all the same; there are {difference.Worlds.Count}.", nameof(first));
        }

        var (within, degrees, inverse) = (0.0, 0, 0.0);
        foreach (var sample in new[] { WorldValue.ByWorld(first, nameof(first)), WorldValue.ByWorld(second, nameof(second)) })
        {
            foreach (var values in difference.Worlds.Select(world => sample[world]))
            {
                var mean = values.Average();
                within += values.Sum(value => (value - mean) * (value - mean));
                degrees += values.Length - 1;
                inverse += 0.5 / values.Length / difference.Worlds.Count;
            }
        }

        return new(interval.StandardDeviation * interval.StandardDeviation, inverse, degrees > 0 ? within / degrees : null, interval.Count - 1, degrees, interval);
    }

    /// <summary>
    /// The variance of a world's difference with so many repeats, and its 90 % range: ν·s²/χ² with the degrees of freedom of the pilot,
    /// those of Satterthwaite (Biometrics 1946) where the repeats are not the pilot's. A negative ω² counts as zero.
    /// </summary>
    internal (double Low, double Value, double High) Variance(int repeats)
    {
        var gap = (1.0 / repeats) - _inverseRepeats;
        var isPilots = Math.Abs(gap) < 1e-12;
        if (RepeatVariance is null && !isPilots)
        {
            throw new ArgumentException($"The pilot repeated nothing, so that what {repeats} repeats would save is unknown; repeat its worlds, or plan with the pilot's own repeats.", nameof(repeats));
        }

        var within = RepeatVariance ?? 0;
        var moved = _observed + (2 * gap * within);
        var value = isPilots ? _observed : Math.Max(moved, 2 * within / repeats);
        if (_degrees is not { } degrees)
        {
            return (value, value, value);
        }

        var sum = (_observed * _observed / degrees) + (_repeatDegrees > 0 ? 4 * gap * gap * within * within / _repeatDegrees : 0);
        var freedom = isPilots ? degrees : Math.Max(1, value * value / sum);
        return (value * freedom / ChiSquared.InvCDF(freedom, 1 - RangeTail), value, value * freedom / ChiSquared.InvCDF(freedom, RangeTail));
    }
}
