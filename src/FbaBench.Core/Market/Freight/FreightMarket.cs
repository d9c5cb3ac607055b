using FbaBench.Primitives;

namespace FbaBench.Market;

/// <summary>
/// What freight costs and takes today against usual: a stationary AR(1) of the log price a mode that no seller moves, the months, and disruptions.
/// </summary>
internal static class FreightMarket
{
    private static readonly ulong[] Keys = [EntityKey.Of("freight/sea"), EntityKey.Of("freight/air"), EntityKey.Of("freight/express")];

    /// <summary>The deviation of a mode's log price from that of the day before; on day 0 from the stationary distribution.</summary>
    public static double Next(KeyedDraws draws, FreightMode mode, int day, double before, FreightTerms terms)
    {
        var persistence = Persistence(terms);
        var z = DetMath.NormalQuantile(draws.Uniform(Mechanism.FreightPrice, Keys[Index(mode)], day));
        return day == 0 ? Math.Sqrt(Variance(terms)) * z : (persistence * before) + (terms.DailyVolatility * z);
    }

    /// <summary>Price against the usual one; its mean over years without disruptions is 1.</summary>
    public static double PriceFactor(FreightTerms terms, FreightMode mode, SimDate date, double deviation) =>
        DetMath.Exp(deviation - (Variance(terms) / 2)) * terms.PriceByMonth[date.Month - 1] * Disrupted(terms, mode, date).Price;

    /// <summary>Days against the usual ones.</summary>
    public static double TransitFactor(FreightTerms terms, FreightMode mode, SimDate date) => Disrupted(terms, mode, date).Transit;

    /// <summary>Additional duty on goods of an origin.</summary>
    public static double Tariff(FreightTerms terms, string origin, SimDate date)
    {
        TariffChange? inForce = null;
        for (var i = 0; i < terms.Tariffs.Count; i++)
        {
            var change = terms.Tariffs[i];
            if (change.Origin == origin && change.From <= date && (inForce is null || change.From > inForce.From))
            {
                inForce = change;
            }
        }

        return inForce?.Share ?? 0;
    }

    public static int Index(FreightMode mode) => (int)mode - (int)FreightMode.Sea;

    public static FreightMode ModeAt(int index) => FreightMode.Sea + index;

    private static (double Price, double Transit) Disrupted(FreightTerms terms, FreightMode mode, SimDate date)
    {
        var (price, transit) = (1.0, 1.0);
        for (var i = 0; i < terms.Disruptions.Count; i++)
        {
            var disruption = terms.Disruptions[i];
            if (disruption.Mode == mode && date >= disruption.First && date <= disruption.Last)
            {
                price *= disruption.PriceFactor;
                transit *= disruption.TransitFactor;
            }
        }

        return (price, transit);
    }

    private static double Persistence(FreightTerms terms) => DetMath.Exp(-DetMath.Log(2) / terms.ReversionHalfLifeDays);

    private static double Variance(FreightTerms terms)
    {
        var persistence = Persistence(terms);
        return terms.DailyVolatility * terms.DailyVolatility / (1 - (persistence * persistence));
    }
}
