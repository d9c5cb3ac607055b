namespace FbaBench.Scenarios;

/// <summary>
/// The shop's months and growth: log rate of a month = c + S(month of the year) + G · t + noise, Gaussian throughout. A year of
/// sales cannot tell season from growth; both keep the share of their prior that the data leaves open, jointly.
/// </summary>
internal sealed class ShopSeason
{
    private const int Growth = 13;
    private const int Size = 14;
    private const double Unknown = 1e4;

    private ShopSeason(double[] mean, double[][] covariance, double[] noise) => (Mean, Covariance, Noise) = (mean, covariance, noise);

    /// <summary>c, twelve months from January, growth a year.</summary>
    public double[] Mean { get; }

    public double[][] Covariance { get; }

    /// <summary>What of each month of the history is neither season nor growth.</summary>
    public double[] Noise { get; }

    /// <summary>Growth a year and twelve months, in the order of a product's parameters.</summary>
    public double[] Center => [Mean[Growth], .. Mean.AsSpan(1, 12)];

    /// <summary>Covariance of <see cref="Center"/>, a product's own spread added.</summary>
    public double[][] Prior(Spreads spreads)
    {
        var prior = Symmetric.Square(13);
        for (var i = 0; i < 13; i++)
        {
            for (var j = 0; j < 13; j++)
            {
                prior[i][j] = Covariance[i == 0 ? Growth : i][j == 0 ? Growth : j];
            }

            prior[i][i] += i == 0 ? spreads.Growth : spreads.Month;
        }

        return prior;
    }

    /// <param name="time">The months.</param>
    /// <param name="logRates">Logarithm of sales against what the products' levels would give, by month of the history.</param>
    /// <param name="variances">Their sampling variances; infinite where there is nothing.</param>
    public static ShopSeason Of(Timeline time, double[] logRates, double[] variances)
    {
        var precision = Symmetric.Square(Size);
        var right = new double[Size];
        precision[0][0] = 1 / Unknown;
        precision[Growth][Growth] = 1 / (ShopPrior.GrowthSd * ShopPrior.GrowthSd);
        for (var month = 0; month < 12; month++)
        {
            var prior = 1 / (ShopPrior.MonthSd * ShopPrior.MonthSd);
            precision[1 + month][1 + month] = prior;
            right[1 + month] = prior * Math.Log(ShopPrior.Months[month]);
        }

        for (var period = 0; period < logRates.Length; period++)
        {
            if (!double.IsFinite(variances[period]))
            {
                continue;
            }

            var row = Row(time, period);
            var weight = 1 / (variances[period] + (ShopPrior.ShopMonthNoise * ShopPrior.ShopMonthNoise));
            for (var i = 0; i < Size; i++)
            {
                right[i] += weight * row[i] * logRates[period];
                for (var j = 0; j < Size; j++)
                {
                    precision[i][j] += weight * row[i] * row[j];
                }
            }
        }

        var factor = Symmetric.Factor(precision);
        var mean = factor.Solve(right);
        var noise = new double[logRates.Length];
        for (var period = 0; period < noise.Length; period++)
        {
            const double variance = ShopPrior.ShopMonthNoise * ShopPrior.ShopMonthNoise;
            noise[period] = double.IsFinite(variances[period]) ? variance / (variance + variances[period]) * (logRates[period] - Dot(Row(time, period), mean)) : 0;
        }

        return new ShopSeason(mean, factor.Inverse(), noise);
    }

    /// <summary>Weights of the parameters in the log rate of a month, the noise apart.</summary>
    private static double[] Row(Timeline time, int period)
    {
        var row = new double[Size];
        row[0] = 1;
        row[1 + time.MonthOf(period)] = 1;
        row[Growth] = time.Years(((time.PeriodStart(period) + time.PeriodStart(period + 1)) / 2.0) - time.First);
        return row;
    }

    public static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
