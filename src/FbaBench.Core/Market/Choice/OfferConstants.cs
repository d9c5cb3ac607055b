using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Market;

/// <summary>What never changes about how offers are weighed: by row or page, or of the world.</summary>
internal sealed class OfferConstants
{
    public OfferConstants(WorldModel world)
    {
        var terms = world.Definition.Market;
        Badge = new double[world.Rows];
        ExtraDays = new int[world.Rows];
        Delivery = new double[world.Rows];
        for (var row = 0; row < world.Rows; row++)
        {
            var rival = world.RivalOfRow[row] is >= 0 and var i ? world.Rivals[i].Definition : null;
            Badge[row] = rival is { Fulfilment: FulfilmentChannel.Seller } ? 1 + terms.FeaturedOffer.BadgeShare : 1;
            ExtraDays[row] = rival?.ExtraDeliveryDays ?? 0;
            Delivery[row] = terms.FeaturedOffer.DeliveryDayCoefficient * ExtraDays[row];
        }

        ReferenceCents = [.. world.Pages.Select(page => page.ReferenceCents)];
        HighestFeatured = [.. world.Pages.Select(page => PageWeights.HighestFeaturedCents(terms.FeaturedOffer, page.ReferenceCents))];
        RootOfPages = [.. world.Niches.SelectMany(niche => Enumerable.Repeat(Math.Sqrt(niche.EndPage - niche.FirstPage), niche.EndPage - niche.FirstPage))];
        Kinds = [.. Enumerable.Range(0, world.Niches.Max(niche => niche.Segments.Length)).Select(kind => new ShopperColumns(world, kind))];
        LogUnfeatured = DetMath.Log(1 - terms.FeaturedOffer.ShareOfSales);
        LogLift = DetMath.Log(terms.Promotions.Lift);
        LogDip = DetMath.Log(1 - (terms.Promotions.DipShare * (terms.Promotions.Lift - 1)));
        LogReferenceCount = DetMath.Log(terms.Reviews.ReferenceCount);
        LogFirstReview = DetMath.Log(1 + terms.Reviews.FirstReviewLift);
    }

    /// <summary>What a row's price is multiplied by beside one with the marketplace's badge.</summary>
    public double[] Badge { get; }

    /// <summary>Days that a row's delivery takes longer.</summary>
    public int[] ExtraDays { get; }

    /// <summary>Effect of a row's delivery on the logarithm of its sales.</summary>
    public double[] Delivery { get; }

    /// <summary>Reference price in cents, by page.</summary>
    public int[] ReferenceCents { get; }

    /// <summary>Highest price in cents that can be featured, by page.</summary>
    public long[] HighestFeatured { get; }

    /// <summary>Square root of the number of pages in the page's niche, by page.</summary>
    public double[] RootOfPages { get; }

    /// <summary>The kinds of shoppers, each by page.</summary>
    public ShopperColumns[] Kinds { get; }

    /// <summary>Logarithm of the sales that are left without the featured offer.</summary>
    public double LogUnfeatured { get; }

    /// <summary>Logarithm of what a promotion multiplies sales by.</summary>
    public double LogLift { get; }

    /// <summary>Logarithm of what is left of sales after a promotion.</summary>
    public double LogDip { get; }

    /// <summary>Logarithm of the reference number of reviews.</summary>
    public double LogReferenceCount { get; }

    /// <summary>Logarithm of what the first review multiplies sales by.</summary>
    public double LogFirstReview { get; }
}
