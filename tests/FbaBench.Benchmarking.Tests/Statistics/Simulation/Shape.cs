namespace FbaBench.Tests.Statistics;

/// <summary>A law of worlds' values with its true mean.</summary>
internal sealed record Shape(string Name, double Mean, Func<SimulatedDraws, double> Draw)
{
    private const double LossChance = 0.05;
    private const double Loss = 30;

    public static Shape Normal { get; } = new("normal", 0, draws => draws.Normal());

    /// <summary>exp(Z): skewness 6.2.</summary>
    public static Shape Lognormal { get; } = new("lognormal: exp(Z)", Math.Exp(0.5), draws => Math.Exp(draws.Normal()));

    /// <summary>exp(Z/2): skewness 1.75.</summary>
    public static Shape MildLognormal { get; } = new("mild lognormal: exp(Z/2)", Math.Exp(0.125), draws => Math.Exp(draws.Normal() / 2));

    public static Shape StudentThree { get; } = new("heavy tails: t with 3 degrees", 0, draws => draws.StudentThree());

    /// <summary>A shop that earns Z and, in one world of twenty, loses thirty standard deviations.</summary>
    public static Shape RareLoss { get; } = new("rare loss: Z, in 5 % of worlds Z − 30", -Loss * LossChance, draws => draws.Normal() - (draws.Uniform() < LossChance ? Loss : 0));

    public static IReadOnlyList<Shape> Table { get; } = [Normal, MildLognormal, Lognormal, StudentThree, RareLoss];

    /// <summary>Shapes on [0, 1] that bets could lose on: from never moving to all or nothing.</summary>
    public static IReadOnlyList<Shape> Bounded { get; } =
    [
        new("coin, 1/2", 0.5, draws => draws.Uniform() < 0.5 ? 1 : 0),
        new("rare gain, 1 of 100", 0.01, draws => draws.Uniform() < 0.01 ? 1 : 0),
        new("rare loss, 1 of 100", 0.99, draws => draws.Uniform() < 0.01 ? 0 : 1),
        new("very rare loss, 1 of 1,000", 0.999, draws => draws.Uniform() < 0.001 ? 0 : 1),
        new("uniform", 0.5, draws => draws.Uniform()),
        new("skewed: fourth power of a uniform", 0.2, draws => Math.Pow(draws.Uniform(), 4)),
        new("normal in wide bounds (± 20 σ)", 0.5, draws => Math.Clamp(0.5 + (draws.Normal() / 40), 0, 1)),
        new("t with 3 degrees, cut at ± 10", 0.5, draws => 0.5 + (Math.Clamp(draws.StudentThree(), -10, 10) / 20)),
        new("nearly without spread", 0.3, draws => 0.3 + (1e-3 * (draws.Uniform() - 0.5))),
    ];

    public void Fill(SimulatedDraws draws, double[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Draw(draws);
        }
    }
}
