namespace FbaBench.Scenarios;

/// <summary>Spreads of the products around the shop, shared by all of them.</summary>
/// <param name="Level">Mean of the log levels.</param>
/// <param name="Month">Variance of a product's month that comes back every year.</param>
/// <param name="Noise">Variance of a product's month that does not.</param>
/// <param name="Growth">Variance of a product's growth a year.</param>
/// <param name="Dispersion">Weekly over-dispersion of the shop's products.</param>
internal sealed record Spreads(double Level, double Month, double Noise, double Growth, double Dispersion)
{
    public static Spreads Prior(double level) => new(
        level,
        ShopPrior.ProductMonthSd * ShopPrior.ProductMonthSd,
        ShopPrior.ProductMonthNoise * ShopPrior.ProductMonthNoise,
        ShopPrior.ProductGrowthSd * ShopPrior.ProductGrowthSd,
        ShopPrior.Dispersion);

    /// <summary>
    /// The next guess by expectation and maximisation: a variance is the mean of squared effects plus their uncertainty, the
    /// prior counting like a number of effects of its own.
    /// </summary>
    public static Spreads Next(Spreads spreads, IReadOnlyList<ProductFit> fits)
    {
        var (months, noises, growths) = (new Mean(Prior(0).Month), new Mean(Prior(0).Noise), new Mean(Prior(0).Growth));
        var excess = ShopPrior.DispersionWeight * ShopPrior.Dispersion;
        var weight = ShopPrior.DispersionWeight;
        foreach (var fit in fits)
        {
            // Months that were never seen say nothing of the spread; their expected squares are the guess itself.
            var seen = fit.Series.Pieces.Select(piece => piece.Month).ToHashSet();
            var own = OwnShares(fit, spreads);
            growths.Add(own[0]);
            foreach (var month in seen)
            {
                months.Add(own[1 + month]);
            }

            foreach (var period in fit.Series.Pieces.Select(piece => piece.Period).Distinct())
            {
                noises.Add(fit.Squared(ProductFit.FirstPeriod + period));
            }

            // Products whose counts say more weigh more: the variance of the moment goes with 1 over the information.
            excess += fit.DispersionInformation * fit.RawDispersion;
            weight += fit.DispersionInformation;
        }

        return new Spreads(fits.Average(fit => fit.Theta[0]), months.Value, noises.Value, growths.Value, Math.Max(0.001, excess / weight));
    }

    /// <summary>
    /// Expected squares of a product's own part of its growth and months. With T = shop + own, own given T is K (T − shop) with
    /// K = spread · prior⁻¹ and variance spread − spread · prior⁻¹ · spread.
    /// </summary>
    private static double[] OwnShares(ProductFit fit, Spreads spreads)
    {
        var inverse = Symmetric.Factor(fit.Season.Prior(spreads)).Inverse();
        var center = fit.Season.Center;
        var squares = new double[center.Length];
        for (var i = 0; i < squares.Length; i++)
        {
            var spread = i == 0 ? spreads.Growth : spreads.Month;
            var weights = new double[fit.Theta.Length];
            double shop = 0;
            for (var j = 0; j < center.Length; j++)
            {
                weights[1 + j] = spread * inverse[i][j];
                shop += weights[1 + j] * center[j];
            }

            var own = fit.Mean(weights) - shop;
            squares[i] = (own * own) + fit.Variance(weights) + spread - (spread * spread * inverse[i][i]);
        }

        return squares;
    }

    private sealed class Mean(double prior)
    {
        private double _sum = ShopPrior.SpreadWeight * prior;
        private double _count = ShopPrior.SpreadWeight;

        public double Value => _sum / _count;

        public void Add(double squared)
        {
            _sum += squared;
            _count++;
        }
    }
}
