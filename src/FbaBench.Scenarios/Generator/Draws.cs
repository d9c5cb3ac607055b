namespace FbaBench.Scenarios.Generator;

/// <summary>Draws of a world below a path: functions of seed and path alone.</summary>
internal readonly struct Draws(WorldSeed world, string path)
{
    public Draws Of(string part) => new(world, $"{path}/{part}");

    public double Uniform(string purpose) => world.Uniform($"{path}/{purpose}");

    public double Between(string purpose, double low, double high) => low + ((high - low) * Uniform(purpose));

    public int Whole(string purpose, int low, int high) => low + (int)(Uniform(purpose) * (high - low + 1));

    public double Normal(string purpose, double mean, double deviation) => mean + (deviation * world.Normal($"{path}/{purpose}"));

    public double LogNormal(string purpose, double median, double sigma) => median * world.LogNormal($"{path}/{purpose}", sigma);

    /// <summary>A factor with mean 1, so that a wider spread brings nobody more on average.</summary>
    public double MeanOne(string purpose, double sigma) => world.LogNormal($"{path}/{purpose}", sigma) / MeanOfLogNormal(sigma);

    public double Elasticity() => NicheRecipe.Elasticity(world, path);

    /// <summary>exp(σ² ÷ 2) by its series, the same bits on every machine; for σ up to 0.8 right to 0.001 %.</summary>
    private static double MeanOfLogNormal(double sigma)
    {
        var x = sigma * sigma / 2;
        return 1 + (x * (1 + (x / 2 * (1 + (x / 3 * (1 + (x / 4 * (1 + (x / 5)))))))));
    }
}
