using MathNet.Numerics.Distributions;

namespace FbaBench;

/// <summary>Demand of a period on 0, 1, 2, …: Poisson, or geometric as the sum of its periods needs it, negative binomial.</summary>
/// <param name="Source">Poisson or Geometric.</param>
/// <param name="Mean">Mean of a period, above 0.</param>
internal sealed record DemandLaw(DemandSource Source, double Mean)
{
    /// <summary>What is left out of a tail: less than a double shows beside one.</summary>
    private const double Tail = 1e-17;

    /// <summary>Variance of a period.</summary>
    public double Variance => Source == DemandSource.Poisson ? Mean : Mean * (1 + Mean);

    /// <summary>P(D = k) of several periods together, k from 0 to where the rest is nothing.</summary>
    public double[] Of(int periods)
    {
        var mean = Mean * periods;
        var deviation = Math.Sqrt(Variance * periods);
        var probabilities = new List<double>();
        for (var k = 0; k <= mean + (8 * deviation) || probabilities[^1] > Tail; k++)
        {
            probabilities.Add(Source == DemandSource.Poisson ? Poisson.PMF(mean, k) : NegativeBinomial.PMF(periods, 1 / (1 + Mean), k));
        }

        return [.. probabilities];
    }

    /// <summary>Smallest k with P(D ≤ k) ≥ ratio, of several periods together.</summary>
    public int Quantile(int periods, double ratio)
    {
        var probabilities = Of(periods);
        var sum = 0.0;
        for (var k = 0; k < probabilities.Length; k++)
        {
            sum += probabilities[k];
            if (sum >= ratio)
            {
                return k;
            }
        }

        return probabilities.Length - 1;
    }
}
