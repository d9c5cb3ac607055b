namespace FbaBench.Scenarios;

/// <summary>
/// A product's parameters: log orders a day = level + growth · t + month of the year + noise of the month, the shop's and its own
/// + elasticity · log price. Growth and months have what the other products say for prior. Gaussian around the most likely values, given the elasticity; <see cref="PriceSlope"/> says how they
/// move with it.
/// </summary>
internal sealed class ProductFit
{
    /// <summary>Positions in the parameters: 0 level, 1 growth, 2 to 13 months of the year, then months of the history.</summary>
    public const int FirstMonth = 2;
    public const int FirstPeriod = 14;

    public required ProductSeries Series { get; init; }

    /// <summary>The shop's months as the other products show them: a product is no evidence for its own prior.</summary>
    public required ShopSeason Season { get; init; }

    public required double[] Theta { get; init; }

    /// <summary>Covariance of the parameters given the elasticity.</summary>
    public required double[][] Covariance { get; init; }

    /// <summary>Change of the parameters with the elasticity.</summary>
    public required double[] PriceSlope { get; init; }

    public required Elasticity Elasticity { get; init; }

    /// <summary>Weekly over-dispersion: variance of the mean-one factor on each week's mean.</summary>
    public required double Dispersion { get; init; }

    /// <summary>Share of the product's own counts in it.</summary>
    public required double DispersionShare { get; init; }

    /// <summary>The over-dispersion of its counts alone, and 1 over that estimate's variance (relative to the shop's spread).</summary>
    public required double RawDispersion { get; init; }

    public required double DispersionInformation { get; init; }

    /// <summary>Expected square of a parameter.</summary>
    public double Squared(int i) => (Theta[i] * Theta[i]) + Variance(Unit(i));

    /// <summary>Mean of a weighted sum of parameters.</summary>
    public double Mean(double[] weights) => ShopSeason.Dot(weights, Theta);

    /// <summary>Variance of a weighted sum of parameters and the elasticity.</summary>
    public double Variance(double[] weights, double priceWeight = 0)
    {
        var slope = ShopSeason.Dot(weights, PriceSlope) + priceWeight;
        return Symmetric.Form(Covariance, weights) + (slope * slope * Elasticity.Sd * Elasticity.Sd);
    }

    public double[] Unit(int i)
    {
        var weights = new double[Theta.Length];
        weights[i] = 1;
        return weights;
    }
}

/// <summary>Own-price elasticity: what the data says, and what is left after the prior has its weight.</summary>
/// <param name="Estimate">The data's estimate, or null when the price never changed.</param>
/// <param name="StandardError">Its standard error, the larger of the model's and the robust one; null without estimate.</param>
/// <param name="Mean">Mean after weighting with the prior by precision.</param>
/// <param name="Sd">Standard deviation after weighting.</param>
/// <param name="DataShare">Weight of the data's estimate, 0 to 1.</param>
/// <param name="Weeks">Weeks with sales possible.</param>
/// <param name="PricePoints">Posted prices in these weeks.</param>
internal sealed record Elasticity(double? Estimate, double? StandardError, double Mean, double Sd, double DataShare, int Weeks, int PricePoints)
{
    public static Elasticity Prior { get; } = new(null, null, ShopPrior.Elasticity, ShopPrior.ElasticitySd, 0, 0, 0);

    public static Elasticity Of(double estimate, double standardError, int weeks, int pricePoints)
    {
        const double prior = 1 / (ShopPrior.ElasticitySd * ShopPrior.ElasticitySd);
        var data = 1 / (standardError * standardError);
        return new(estimate, standardError, ((prior * ShopPrior.Elasticity) + (data * estimate)) / (prior + data), 1 / Math.Sqrt(prior + data), data / (prior + data), weeks, pricePoints);
    }
}
