namespace FbaBench.Market;

/// <summary>How scripted rivals price: downward from a ceiling that no seller moves.</summary>
internal static class RivalPricing
{
    private const double Undercut = 0.99;
    private const double CycleStep = 0.98;

    /// <summary>The price a rival wants when it looks.</summary>
    /// <param name="rival">Ceiling and policy.</param>
    /// <param name="floorCents">Its lowest price.</param>
    /// <param name="price">What it asks now, above 0.</param>
    /// <param name="deepestRatio">Yesterday's lowest price over reference price among the sellers' open offers that it watches, or 1 when none was open.</param>
    public static int Target(RivalDefinition rival, int floorCents, int price, double deepestRatio)
    {
        var ceiling = (int)rival.Ceiling.Cents;
        return rival.Policy switch
        {
            RivalPolicy.Cycle => price <= floorCents ? ceiling : Math.Max(floorCents, (int)Math.Floor(price * CycleStep)),
            RivalPolicy.Hold => ceiling,
            _ when deepestRatio >= 1 => ceiling,
            RivalPolicy.Undercut => Math.Clamp((int)Math.Floor((ceiling * deepestRatio * Undercut) + 0.5), floorCents, ceiling),
            _ => Math.Clamp((int)Math.Floor((ceiling * deepestRatio) + 0.5), floorCents, ceiling),
        };
    }
}
