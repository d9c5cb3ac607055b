namespace FbaBench.Tests.Learning;

/// <summary>Functions whose best point is known.</summary>
public sealed class EvolutionStrategyTests
{
    private static readonly TunedParameter[] Five = [.. Enumerable.Range(0, 5).Select(i => new TunedParameter($"x{i}", -5, 5, 3))];

    [Fact]
    public void On_the_sphere_it_comes_to_the_middle()
    {
        var strategy = Run(Five, new() { Generations = 80 }, x => -x.Sum(value => (value - 1) * (value - 1)));
        Assert.All(strategy.Mean, value => Assert.Equal(1, value, 1e-4));
        Assert.True(strategy.StepSize < 1e-4);
    }

    /// <summary>Axes a hundred times as long as others, along no coordinate: without the covariance it would still be far off.</summary>
    [Fact]
    public void On_a_turned_ellipsoid_it_learns_the_axes()
    {
        var strategy = Run(Five, new() { Generations = 220 }, x => -Ellipsoid(x));
        Assert.All(strategy.Mean, value => Assert.Equal(0, value, 1e-3));
    }

    [Fact]
    public void A_best_point_outside_the_range_is_sought_at_its_end()
    {
        var strategy = Run(Five, new() { Generations = 60 }, x => x[0] - x[1] - (x[2] * x[2]) - (x[3] * x[3]) - (x[4] * x[4]));
        Assert.Equal(5, strategy.Mean[0], 0.05);
        Assert.Equal(-5, strategy.Mean[1], 0.05);
        Assert.All(strategy.Ask(), candidate => Assert.All(candidate, value => Assert.InRange(value, -5, 5)));
    }

    [Fact]
    public void Equal_seeds_search_alike_and_others_otherwise()
    {
        var (one, same, other) = (Search(1), Search(1), Search(2));
        Assert.Equal(one, same);
        Assert.NotEqual(one, other);

        static IReadOnlyList<double> Search(ulong seed) => Run(Five, new() { Generations = 5, Seed = seed }, x => -Ellipsoid(x)).Mean;
    }

    /// <summary>The bits of a few generations: what another machine must come to as well.</summary>
    [Fact]
    public void A_search_ends_in_the_same_bits_everywhere()
    {
        var mean = Run(Five, new() { Generations = 10 }, x => -Ellipsoid(x)).Mean;
        Assert.Equal(-4609750395371697799, BitConverter.DoubleToInt64Bits(mean[0]));
    }

    [Fact]
    public void Draws_have_mean_0_and_deviation_1()
    {
        var draws = new StrategyDraws(7);
        double[] sample = [.. Enumerable.Range(0, 20_000).Select(i => draws.Normal((ulong)i))];
        Assert.Equal(0, sample.Average(), 0.03);
        Assert.Equal(1, sample.Average(x => x * x), 0.03);
        Assert.Equal(20_000, sample.Distinct().Count());
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(6.5)]
    [InlineData(1e4)]
    public void Series_are_exponential_and_logarithm(double x)
    {
        Assert.Equal(Math.Log(x), SeriesMath.Log(x), 1e-12);
        Assert.Equal(1, SeriesMath.Exp(-Math.Log(x)) * x, 1e-12);
    }

    [Fact]
    public void What_is_no_search_is_refused()
    {
        Assert.Contains("x goes from 1 to 0", Assert.Throws<ArgumentException>(() => new EvolutionStrategy([new("x", 1, 0, 1)], new())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new EvolutionStrategy([new("x", 0, 1, 2)], new()));
        Assert.Throws<ArgumentException>(() => new EvolutionStrategy([], new()));
        Assert.Throws<ArgumentException>(() => new EvolutionTerms { Candidates = 3 });
        var strategy = new EvolutionStrategy(Five, new());
        Assert.Throws<InvalidOperationException>(() => strategy.Tell(new double[12]));
        _ = strategy.Ask();
        Assert.Throws<ArgumentException>(() => strategy.Tell(new double[11]));
        Assert.Throws<ArgumentException>(() => strategy.Tell([.. Enumerable.Repeat(double.NaN, 12)]));
    }

    private static EvolutionStrategy Run(TunedParameter[] parameters, EvolutionTerms terms, Func<IReadOnlyList<double>, double> score)
    {
        var strategy = new EvolutionStrategy(parameters, terms);
        while (strategy.Generation < terms.Generations)
        {
            strategy.Tell([.. strategy.Ask().Select(score)]);
        }

        return strategy;
    }

    /// <summary>Σ 10^i y_i², y being x mirrored at the plane across (1, 2, 3, 4, 5).</summary>
    private static double Ellipsoid(IReadOnlyList<double> x)
    {
        var along = 2 * x.Select((value, i) => value * (i + 1)).Sum() / 55;
        var (sum, weight) = (0.0, 1.0);
        for (var i = 0; i < x.Count; i++, weight *= 10)
        {
            var y = x[i] - (along * (i + 1));
            sum += weight * y * y;
        }

        return sum;
    }
}
