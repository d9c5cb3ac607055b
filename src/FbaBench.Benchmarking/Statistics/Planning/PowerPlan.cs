using System.Globalization;
using MathNet.Numerics.Distributions;

namespace FbaBench;

/// <summary>
/// How many worlds show a difference: the fewest with which the paired t test at level α finds a true difference δ with the wanted
/// power, by the noncentral t distribution with δ·√(G/σ²(d)) and G − 1 degrees of freedom (Cohen, "Statistical Power Analysis", 1988, chapter
/// 2). A pilot's variance is uncertain, so that the answer is a range; with given variances low and high are the same.
/// </summary>
public sealed class PowerPlan
{
    /// <summary>Worlds beyond which a plan is refused.</summary>
    public const int MostWorlds = 10_000_000;

    private PowerPlan(PowerPilot pilot, double effect, double power, int repeats, double level, int comparisons, PlanCost? cost)
    {
        (Effect, Power, Repeats, Level, Comparisons, Cost) = (effect, power, repeats, level, comparisons, cost);
        var (low, value, high) = pilot.Variance(repeats);
        Deviation = Math.Sqrt(value);
        WorldsLow = Fewest(low, effect, power, level / comparisons);
        Worlds = Fewest(value, effect, power, level / comparisons);
        WorldsHigh = Fewest(high, effect, power, level / comparisons);
        WorldsNeeded = pilot.WorldsNeeded;
    }

    /// <summary>The true difference to be found, above 0, in the unit of the scores.</summary>
    public double Effect { get; }

    /// <summary>The wanted chance to find it.</summary>
    public double Power { get; }

    /// <summary>Repeats of each agent in each world.</summary>
    public int Repeats { get; }

    /// <summary>The level α.</summary>
    public double Level { get; }

    /// <summary>Differences that are looked at together; each is planned at α over their number, Holm's first step.</summary>
    public int Comparisons { get; }

    /// <summary>Standard deviation of a world's difference with these repeats.</summary>
    public double Deviation { get; }

    /// <summary>Worlds if the pilot overstates the variance: the lower end of its 90 % range.</summary>
    public int WorldsLow { get; }

    /// <summary>Worlds if the variance is what the pilot says.</summary>
    public int Worlds { get; }

    /// <summary>Worlds if the pilot understates the variance: the upper end of its 90 % range.</summary>
    public int WorldsHigh { get; }

    /// <summary>Worlds from which on a verdict is given at all; where it is more than <see cref="Worlds"/>, so many must be played.</summary>
    public int WorldsNeeded { get; }

    /// <summary>What an episode costs, or null.</summary>
    public PlanCost? Cost { get; }

    /// <summary>Episodes of both agents, with the larger of <see cref="Worlds"/> and <see cref="WorldsNeeded"/>.</summary>
    public long Episodes => EpisodesOf(Worlds);

    /// <summary>Episodes at the upper end of the range.</summary>
    public long EpisodesHigh => EpisodesOf(WorldsHigh);

    /// <summary>Money of all episodes in dollars, or null where it is not known.</summary>
    public double? Dollars => Episodes * Cost?.MicroDollars / 1e6;

    /// <summary>Money at the upper end of the range.</summary>
    public double? DollarsHigh => EpisodesHigh * Cost?.MicroDollars / 1e6;

    /// <summary>Time of all episodes in seconds, or null where it is not known.</summary>
    public double? Seconds => Episodes * Cost?.Seconds / Cost?.Parallelism;

    /// <summary>Time at the upper end of the range.</summary>
    public double? SecondsHigh => EpisodesHigh * Cost?.Seconds / Cost?.Parallelism;

    /// <summary>The plan for a difference.</summary>
    /// <param name="pilot">The variances.</param>
    /// <param name="effect">The true difference δ, above 0, in the unit of the scores.</param>
    /// <param name="power">The wanted chance to find it, above the level and below 1.</param>
    /// <param name="repeats">Repeats of each agent in each world, at least 1.</param>
    /// <param name="level">α, above 0 and below 1.</param>
    /// <param name="comparisons">Differences that are looked at together, at least 1.</param>
    /// <param name="cost">What an episode costs, or null.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another effect, power, number or level, or more than <see cref="MostWorlds"/> worlds.</exception>
    /// <exception cref="ArgumentException">The pilot repeated nothing and other repeats are asked for.</exception>
    public static PowerPlan Of(PowerPilot pilot, double effect, double power = 0.8, int repeats = 1, double level = 0.05, int comparisons = 1, PlanCost? cost = null)
    {
        ArgumentNullException.ThrowIfNull(pilot);
        Check(effect, level);
        if (!(power > level && power < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(power), power, "The power lies between the level and 1.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(comparisons, 1);
        if (cost is { Parallelism: < 1 } or { MicroDollars: < 0 } or { Seconds: < 0 })
        {
            throw new ArgumentOutOfRangeException(nameof(cost), "Money and time are not negative, and at least one episode is played at once.");
        }

        return new(pilot, effect, power, repeats, level, comparisons, cost);
    }

    /// <summary>The chance that the paired t test over so many worlds finds a true difference.</summary>
    /// <param name="worlds">G, at least 2.</param>
    /// <param name="effect">δ, above 0.</param>
    /// <param name="deviation">Standard deviation of a world's difference, above 0.</param>
    /// <param name="level">α, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another number, effect, deviation or level.</exception>
    public static double PowerOf(int worlds, double effect, double deviation, double level = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(worlds, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(deviation);
        Check(effect, level);
        return NoncentralT.Outside(worlds - 1, effect * Math.Sqrt(worlds) / deviation, StudentT.InvCDF(0, 1, worlds - 1, 1 - (level / 2)));
    }

    /// <summary>The least true difference that the paired t test over so many worlds finds with a wanted chance, to 1e-9 of the deviation.</summary>
    /// <param name="worlds">G, at least 2.</param>
    /// <param name="deviation">Standard deviation of a world's difference, above 0.</param>
    /// <param name="power">The wanted chance, above the level and below 1.</param>
    /// <param name="level">α, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another number, deviation, power or level.</exception>
    public static double Detectable(int worlds, double deviation, double power = 0.8, double level = 0.05)
    {
        if (!(power > level && power < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(power), power, "The power lies between the level and 1.");
        }

        var (low, high) = (0.0, deviation);
        while (PowerOf(worlds, high, deviation, level) < power)
        {
            (low, high) = (high, 2 * high);
        }

        while (high - low > 1e-9 * deviation)
        {
            var middle = (low + high) / 2;
            (low, high) = PowerOf(worlds, middle, deviation, level) < power ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>The normal approximation of the fewest worlds, (z(1 − α/2) + z(power))²·(ω² + 2σ²/K)/δ² (Miller, "Adding error bars to evals", 2024): a world or two fewer.</summary>
    /// <param name="worldVariance">ω².</param>
    /// <param name="repeatVariance">σ².</param>
    /// <param name="repeats">K, at least 1.</param>
    /// <param name="effect">δ, above 0.</param>
    /// <param name="power">The wanted power, above 0 and below 1.</param>
    /// <param name="level">α, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another number, effect, power or level.</exception>
    public static double NormalWorlds(double worldVariance, double repeatVariance, int repeats, double effect, double power = 0.8, double level = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(power);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(power, 1);
        Check(effect, level);
        var z = Normal.InvCDF(0, 1, 1 - (level / 2)) + Normal.InvCDF(0, 1, power);
        return z * z * (worldVariance + (2 * repeatVariance / repeats)) / (effect * effect);
    }

    private static void Check(double effect, double level)
    {
        if (effect is not (> 0 and < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(nameof(effect), effect, "The effect is finite and above 0; a sign is not planned.");
        }

        if (level is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "The level lies between 0 and 1.");
        }
    }

    /// <summary>The power rises with the worlds: from the normal approximation, which is a little low, up to enough and down to the fewest.</summary>
    private static int Fewest(double variance, double effect, double power, double level)
    {
        var start = Math.Ceiling(NormalWorlds(variance, 0, 1, effect, power, level));
        if (!(start <= MostWorlds))
        {
            throw new ArgumentOutOfRangeException(nameof(effect), effect, string.Create(CultureInfo.InvariantCulture, $"More than {MostWorlds:#,0} worlds would be needed: too small an effect beside its deviation of {Math.Sqrt(variance):0.###}."));
        }

        var worlds = (int)Math.Max(2, start);
        while (Reached(worlds))
        {
            if (worlds == 2)
            {
                return worlds;
            }

            worlds--;
        }

        while (!Reached(worlds))
        {
            worlds++;
        }

        return worlds;

        bool Reached(int count) => PowerOf(count, effect, Math.Sqrt(variance), level) >= power;
    }

    private long EpisodesOf(int worlds) => 2L * Repeats * Math.Max(worlds, WorldsNeeded);
}
