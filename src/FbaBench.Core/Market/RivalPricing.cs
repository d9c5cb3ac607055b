namespace FbaBench.Market;

/// <summary>How scripted rivals price: downward from a ceiling that no seller moves.</summary>
internal static class RivalPricing
{
    /// <summary>
    /// The price a rival wants. <paramref name="deepestRatio"/> is yesterday's lowest price over reference price among the
    /// sellers' open offers in the niche, or 1 when none was open.
    /// </summary>
    public static int Target(RivalDefinition rival, int floorCents, double deepestRatio)
    {
        var ceiling = (int)rival.Ceiling.Cents;
        if (rival.Policy == RivalPolicy.Hold || deepestRatio >= 1)
        {
            return ceiling;
        }

        return Math.Clamp((int)Math.Floor((ceiling * deepestRatio) + 0.5), floorCents, ceiling);
    }
}
