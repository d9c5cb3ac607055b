using System.Globalization;

namespace FbaBench;

/// <summary>
/// Successes of worlds, or tasks, that are tried several times: pass^k, the chance that all of k tries succeed (Yao et al., "τ-bench",
/// 2024), pass@k, the chance that one of k does (Chen et al., "Evaluating large language models trained on code", 2021), both without bias from
/// draws without replacement, and standard errors of the share of successes. Intervals are over worlds: tries of one world are no
/// independent evidence.
/// </summary>
public sealed class TrialSuccesses
{
    private readonly (int Successes, int Trials)[] _worlds;

    private TrialSuccesses((int Successes, int Trials)[] worlds, string predicate)
    {
        (_worlds, Predicate) = (worlds, predicate);
        Successes = worlds.Sum(world => world.Successes);
        Trials = worlds.Sum(world => world.Trials);
    }

    /// <summary>What counts as a success, in the words of who declared it.</summary>
    public string Predicate { get; }

    /// <summary>Number of worlds, at least 1.</summary>
    public int Worlds => _worlds.Length;

    /// <summary>Tries of all worlds.</summary>
    public int Trials { get; }

    /// <summary>Successes of all worlds.</summary>
    public int Successes { get; }

    /// <summary>Share of the tries that succeeded, 0 to 1.</summary>
    public double Share => Successes / (double)Trials;

    /// <summary>Standard error of the share as if all tries were independent: √(p(1 − p)/N).</summary>
    public double NaiveStandardError => Math.Sqrt(Share * (1 - Share) / Trials);

    /// <summary>Standard error of the share with a world's tries together: √Σ(c − n·p)²/N (Miller, "Adding error bars to evals", 2024).</summary>
    public double ClusteredStandardError => Math.Sqrt(_worlds.Sum(world => Square(world.Successes - (world.Trials * Share)))) / Trials;

    /// <summary>Share of the worlds in which some tries succeed and some fail.</summary>
    public double FlipShare => _worlds.Count(world => world.Successes > 0 && world.Successes < world.Trials) / (double)Worlds;

    /// <summary>Successes of given worlds.</summary>
    /// <param name="worlds">Successes and tries, at least one try each.</param>
    /// <param name="predicate">What counts as a success, in words.</param>
    /// <exception cref="ArgumentException">No worlds, one without a try, or with more successes than tries.</exception>
    public static TrialSuccesses Of(IReadOnlyList<(int Successes, int Trials)> worlds, string predicate)
    {
        ArgumentNullException.ThrowIfNull(worlds);
        ArgumentException.ThrowIfNullOrWhiteSpace(predicate);
        if (worlds.Count == 0)
        {
            throw new ArgumentException("There is no world.", nameof(worlds));
        }

        foreach (var (successes, trials) in worlds)
        {
            if (trials < 1 || successes < 0 || successes > trials)
            {
                throw new ArgumentException($"{successes} of {trials} is no share; successes are 0 to tries, and tries at least 1.", nameof(worlds));
            }
        }

        return new([.. worlds], predicate);
    }

    /// <summary>Successes of a sample, where a success is what a predicate says.</summary>
    /// <param name="values">At least one value.</param>
    /// <param name="isPass">Whether a value is a success.</param>
    /// <param name="predicate">The same in words, for reports.</param>
    /// <exception cref="ArgumentException">No values, one that is not finite, or a repeat that stands twice.</exception>
    public static TrialSuccesses Of(IEnumerable<WorldValue> values, Func<double, bool> isPass, string predicate)
    {
        ArgumentNullException.ThrowIfNull(isPass);
        return Of([.. WorldValue.ByWorld(values, nameof(values)).Values.Select(world => (world.Count(isPass), world.Length))], predicate);
    }

    /// <summary>pass^k: the chance that all of k tries succeed, C(c, k)/C(n, k) a world.</summary>
    /// <param name="tries">k, 1 or more; worlds with fewer tries are dropped.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is below 1, or above the tries of every world.</exception>
    public PassEstimate All(int tries) => Estimate(tries, world => Chosen(world.Successes, world.Trials, tries));

    /// <summary>pass@k: the chance that one of k tries succeeds, 1 − C(n − c, k)/C(n, k) a world.</summary>
    /// <param name="tries">k, 1 or more; worlds with fewer tries are dropped.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is below 1, or above the tries of every world.</exception>
    public PassEstimate Any(int tries) => Estimate(tries, world => 1 - Chosen(world.Trials - world.Successes, world.Trials, tries));

    private PassEstimate Estimate(int tries, Func<(int Successes, int Trials), double> chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tries, 1);
        var enough = _worlds.Where(world => world.Trials >= tries).ToArray();
        return enough.Length > 0
            ? new(tries, MeanInterval.Of([.. enough.Select(chance)]), Worlds - enough.Length)
            : throw new ArgumentOutOfRangeException(nameof(tries), tries, string.Create(CultureInfo.InvariantCulture, $"No world was tried so often; the most is {_worlds.Max(world => world.Trials)}."));
    }

    /// <summary>Chance that k drawn of n without replacement are all among c: C(c, k)/C(n, k).</summary>
    private static double Chosen(int among, int all, int drawn)
    {
        var chance = 1.0;
        for (var i = 0; i < drawn; i++)
        {
            chance *= Math.Max(0, among - i) / (double)(all - i);
        }

        return chance;
    }

    private static double Square(double value) => value * value;
}

/// <summary>An estimate of pass^k or pass@k.</summary>
/// <param name="Tries">k.</param>
/// <param name="OverWorlds">Mean over worlds with its interval, which may reach beyond 0 to 1.</param>
/// <param name="DroppedWorlds">Worlds that were tried fewer than k times and are in no figure.</param>
public sealed record PassEstimate(int Tries, MeanInterval OverWorlds, int DroppedWorlds)
{
    /// <summary>The chance, 0 to 1.</summary>
    public double Chance => OverWorlds.Mean;

    /// <summary>Lower end at 95 %, not below 0; null for one world.</summary>
    public double? Low => OverWorlds.Low is { } low ? Math.Max(0, low) : null;

    /// <summary>Upper end at 95 %, not above 1; null for one world.</summary>
    public double? High => OverWorlds.High is { } high ? Math.Min(1, high) : null;
}
