namespace FbaBench.Scenarios;

/// <summary>Draws of one purpose in order: each is a function of the seed, the purpose and its number alone.</summary>
internal sealed class ShopDraws(WorldSeed seed, string purpose)
{
    private const double SmallMean = 30;
    private int _next;

    public double Uniform() => seed.Uniform(purpose, _next++);

    public double Normal() => seed.Normal(purpose, _next++);

    public double[] Normals(int count)
    {
        var z = new double[count];
        for (var i = 0; i < count; i++)
        {
            z[i] = Normal();
        }

        return z;
    }

    /// <summary>A Poisson number: by inversion, above a mean of 30 by the normal expansion with its first two corrections (error below half a unit).</summary>
    public int Poisson(double mean)
    {
        if (mean > SmallMean)
        {
            var z = Normal();
            return (int)Math.Min(int.MaxValue / 2, Math.Max(0, Math.Floor(mean + (Math.Sqrt(mean) * z) + (1 / 3.0) + (z * z / 6))));
        }

        var u = Uniform();
        var term = Math.Exp(-mean);
        var sum = term;
        var k = 0;
        while (sum < u && k < 1_000)
        {
            term *= mean / ++k;
            sum += term;
        }

        return k;
    }

    /// <summary>A factor with mean one whose relative variance is given.</summary>
    public double Factor(double relativeVariance)
    {
        var variance = Math.Log(1 + relativeVariance);
        return Math.Exp((Math.Sqrt(variance) * Normal()) - (variance / 2));
    }
}
