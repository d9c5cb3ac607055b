namespace FbaBench.Market;

/// <summary>How scripted rivals price: downward from a ceiling that no seller moves.</summary>
internal static class RivalPricing
{
    private const double Undercut = 0.99;
    private const double CycleStep = 0.98;

    /// <summary>The price a rival wants when it looks.</summary>
    /// <param name="policy">How it reacts.</param>
    /// <param name="ceiling">Its highest price today, in cents.</param>
    /// <param name="floor">Its lowest price today, in cents.</param>
    /// <param name="price">What it asks now, above 0.</param>
    /// <param name="deepestRatio">Yesterday's lowest price over reference price among the sellers' open offers that it watches, or 1 when none was open.</param>
    public static int Target(RivalPolicy policy, int ceiling, int floor, int price, double deepestRatio) => policy switch
    {
        RivalPolicy.Cycle => price <= floor ? ceiling : Math.Max(floor, (int)Math.Floor(price * CycleStep)),
        RivalPolicy.Hold => ceiling,
        _ when deepestRatio >= 1 => ceiling,
        RivalPolicy.Undercut => Math.Clamp((int)Math.Floor((ceiling * deepestRatio * Undercut) + 0.5), floor, ceiling),
        _ => Math.Clamp((int)Math.Floor((ceiling * deepestRatio) + 0.5), floor, ceiling),
    };
}
