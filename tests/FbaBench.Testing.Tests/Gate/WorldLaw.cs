namespace FbaBench.Tests.Gate;

/// <summary>A law of a world's difference with a known mean. Draws are keyed by repetition and world.</summary>
internal sealed record WorldLaw(string Name, Func<WorldSeed, int, double> Value)
{
    private const double RareLoss = 0.03;

    /// <summary>Standard deviation 1 and mean 0, but for the last, whose loss is 1.</summary>
    public static IReadOnlyList<WorldLaw> All { get; } =
    [
        new("normal", (seed, world) => seed.Normal("value", world)),
        new("Student's t, 3 degrees of freedom", (seed, world) => Heavy(seed, world)),
        new("skewed to gains: lognormal, σ = 1", (seed, world) => Skewed(seed, world)),
        new("skewed to losses: its mirror", (seed, world) => -Skewed(seed, world)),
        new("rare losses: 0, and in 3 of 100 worlds a loss", (seed, world) => (seed.Uniform("value", world) < RareLoss ? -1 : 0) + RareLoss),
    ];

    public static WorldLaw Normal => All[0];

    public static WorldLaw Rare => All[^1];

    /// <summary>From −1 to 1.</summary>
    public static WorldLaw Even { get; } = new("even from −1,000 to 1,000 dollars about the mean", (seed, world) => (2 * seed.Uniform("value", world)) - 1);

    private static double Heavy(WorldSeed seed, int world)
    {
        var square = 0.0;
        for (var i = 1; i <= 3; i++)
        {
            var z = seed.Normal("square", (world * 4) + i);
            square += z * z;
        }

        return seed.Normal("value", world) / Math.Sqrt(square / 3) / Math.Sqrt(3);
    }

    private static double Skewed(WorldSeed seed, int world) =>
        (seed.LogNormal("value", 1, world) - Math.Exp(0.5)) / Math.Sqrt((Math.E - 1) * Math.E);
}

/// <summary>What a claim came to over many gates.</summary>
internal sealed record GateShares(double Shown, double Refuted, double Undecided, double Worlds);

internal static class GateSimulation
{
    /// <summary>Plays a claim many times over, on differences of a law around a mean; amounts are in dollars.</summary>
    public static GateShares Run(GateClaim claim, GateOptions options, WorldLaw law, double mean, double deviation, int repetitions)
    {
        var (shown, refuted, worlds) = (0, 0, 0L);
        Parallel.For(0, repetitions, repetition =>
        {
            var looks = new GateLooks(claim, options);
            var seed = WorldSeed.OfExperiment(20_260_101, repetition);
            var outcome = GateOutcome.Undecided;
            for (var world = 0; world < options.Worlds && outcome == GateOutcome.Undecided; world++)
            {
                outcome = looks.Take(mean + (deviation * law.Value(seed, world)));
            }

            Interlocked.Add(ref worlds, looks.Values.Count);
            if (outcome == claim.Shown)
            {
                Interlocked.Increment(ref shown);
            }
            else if (outcome == claim.Refuted)
            {
                Interlocked.Increment(ref refuted);
            }
        });
        return new((double)shown / repetitions, (double)refuted / repetitions, (double)(repetitions - shown - refuted) / repetitions, (double)worlds / repetitions);
    }

    /// <summary>The same by an interval for one look that is looked at after every world: what a gate must not do.</summary>
    public static GateShares Naive(Money margin, double level, int most, WorldLaw law, double mean, double deviation, int repetitions)
    {
        var (shown, refuted, worlds) = (0, 0, 0L);
        Parallel.For(0, repetitions, repetition =>
        {
            var seed = WorldSeed.OfExperiment(20_260_101, repetition);
            var values = new List<double>();
            var outcome = MarginOutcome.Undecided;
            while (values.Count < most && outcome == MarginOutcome.Undecided)
            {
                values.Add(mean + (deviation * law.Value(seed, values.Count)));
                outcome = values.Count < 3 ? outcome : MarginComparison.Of(values, margin.Cents / 100.0, level).Outcome;
            }

            Interlocked.Add(ref worlds, values.Count);
            _ = outcome switch
            {
                MarginOutcome.NotWorse => Interlocked.Increment(ref shown),
                MarginOutcome.Worse => Interlocked.Increment(ref refuted),
                _ => 0,
            };
        });
        return new((double)shown / repetitions, (double)refuted / repetitions, (double)(repetitions - shown - refuted) / repetitions, (double)worlds / repetitions);
    }
}
