using FbaBench.World;

namespace FbaBench.Market;

/// <summary>A kind of shoppers as columns over all pages. A niche with fewer kinds has zeros, and nobody comes.</summary>
internal sealed class ShopperColumns
{
    /// <param name="world">The niches.</param>
    /// <param name="kind">Position of the kind among a niche's.</param>
    public ShopperColumns(WorldModel world, int kind)
    {
        Share = Column(segment => segment.Share);
        PriceSensitivity = Column(segment => segment.PriceSensitivity);
        RatingSensitivity = Column(segment => segment.RatingSensitivity);

        double[] Column(Func<ShopperSegment, double> of) =>
            [.. world.Niches.SelectMany(niche => Enumerable.Repeat(kind < niche.Segments.Length ? of(niche.Segments[kind]) : 0, niche.EndPage - niche.FirstPage))];
    }

    /// <summary>Share of all sessions.</summary>
    public double[] Share { get; }

    public double[] PriceSensitivity { get; }

    public double[] RatingSensitivity { get; }
}
