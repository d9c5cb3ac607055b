namespace FbaBench.Scenarios;

/// <summary>Gives a niche the traffic and the season with which its own listings sell what they are to sell.</summary>
internal static class NicheLevel
{
    /// <summary>The niche with its season and sessions.</summary>
    /// <param name="niche">Everything else of it.</param>
    /// <param name="months">Sales by month, January first, mean 1; half of the swing (in logarithms) is traffic, half is conversion.</param>
    /// <param name="ordersPerDay">Orders a day of all own listings together, at reference prices and once they are established, mean of a year.</param>
    public static NicheDefinition Apply(NicheDefinition niche, IReadOnlyList<double> months, double ordersPerDay)
    {
        var conversion = ToMeanOne(months.Select(Math.Sqrt));
        var traffic = months.Zip(conversion, (index, buying) => index / buying).ToArray();
        niche = niche with
        {
            SessionsPerDay = ordersPerDay / niche.ReferenceConversion,
            TrafficByMonth = [.. ToMeanOne(traffic).Select(value => Math.Round(value, 4))],
            ConversionByMonth = [.. conversion.Select(value => Math.Round(OddsFor(value, niche.ReferenceConversion), 4))],
        };
        return niche with { SessionsPerDay = Math.Round(ordersPerDay * traffic.Average() / OwnShare(niche), 3) };
    }

    public static double[] ToMeanOne(IEnumerable<double> values)
    {
        var all = values.ToArray();
        var mean = all.Average();
        return [.. all.Select(value => value / mean)];
    }

    /// <summary>
    /// Share of sessions that order from the own listings in the long run at reference prices. Listings that begin without reviews count
    /// as established ones: their level is what they come to.
    /// </summary>
    private static double OwnShare(NicheDefinition niche)
    {
        var market = new MarketTerms();
        var established = niche with { Products = [.. niche.Products.Select(product => product with { OpeningReviews = Math.Max(product.OpeningReviews, market.Reviews.ReferenceCount) })] };
        return ReferenceSales.Shares(established, market).Sum();
    }

    /// <summary>The odds factor that multiplies the conversion at the reference point by a factor.</summary>
    private static double OddsFor(double factor, double conversion) => factor * (1 - conversion) / (1 - (conversion * factor));
}
