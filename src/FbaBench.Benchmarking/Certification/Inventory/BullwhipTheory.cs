namespace FbaBench;

/// <summary>
/// Variance of orders over that of demand for an order-up-to stock of L mean demands, forecast by a moving average of p periods or by
/// exponential smoothing of weight α, demand AR(1) with correlation ρ (Chen, Drezner, Ryan, Simchi-Levi, "Quantifying the
/// bullwhip effect in a simple supply chain", Management Science 46 (2000); Chen, Ryan, Simchi-Levi, "The impact of
/// exponential smoothing forecasts on the bullwhip effect", Naval Research Logistics 47 (2000)).
/// </summary>
internal static class BullwhipTheory
{
    /// <summary>1 + (2L/p + 2L²/p²) · (1 − ρᵖ).</summary>
    public static double MovingAverage(int lead, int window, double correlation)
    {
        var share = lead / (double)window;
        return 1 + (((2 * share) + (2 * share * share)) * (1 - Math.Pow(correlation, window)));
    }

    /// <summary>1 + (2Lα + 2L²α²/(2 − α)) · (1 − ρ)/(1 − (1 − α)ρ).</summary>
    public static double Smoothing(int lead, double weight, double correlation)
    {
        var share = lead * weight;
        return 1 + (((2 * share) + (2 * share * share / (2 - weight))) * (1 - correlation) / (1 - ((1 - weight) * correlation)));
    }
}
