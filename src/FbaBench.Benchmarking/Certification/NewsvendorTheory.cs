using MathNet.Numerics.Distributions;

namespace FbaBench;

/// <summary>
/// The newsvendor: one order before demand, h for each unit left and p for each unit that lacked. The best stock is
/// S = F⁻¹(p / (p + h)) (Arrow, Harris, Marschak, "Optimal inventory policy", Econometrica 1951).
/// </summary>
/// <param name="Overage">h, above 0.</param>
/// <param name="Underage">p, above 0.</param>
/// <param name="Mean">Mean demand of a period, above 0.</param>
/// <param name="Deviation">Standard deviation of normal demand; null for Poisson.</param>
internal sealed record NewsvendorTheory(double Overage, double Underage, double Mean, double? Deviation)
{
    private double Ratio => Underage / (Underage + Overage);

    /// <summary>S and the mean cost of a period at S.</summary>
    public (double Stock, double Cost) Solve()
    {
        if (Deviation is { } sigma)
        {
            var z = Normal.InvCDF(0, 1, Ratio);
            return (Mean + (sigma * z), (Overage + Underage) * sigma * Normal.PDF(0, 1, z));
        }

        // From the mean's own probability outward: exp(−mean) is nothing in a double from a mean of 745 on.
        var stock = 0;
        while (Poisson.CDF(Mean, stock) < Ratio)
        {
            stock = stock == 0 && Mean > 100 ? Math.Max(1, (int)(Mean - (20 * Math.Sqrt(Mean)))) : stock + 1;
        }

        var left = 0.0;
        for (var demand = stock - 1; demand >= 0 && Poisson.PMF(Mean, demand) > 0; demand--)
        {
            left += (stock - demand) * Poisson.PMF(Mean, demand);
        }

        return (stock, (Overage * left) + (Underage * (Mean - stock + left)));
    }
}
