using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Benchmarks.Ordinary;

/// <summary>How much listings attract each kind of shoppers today.</summary>
internal sealed class Attractions
{
    private readonly MarketTerms _terms;
    private readonly double _notFeatured;
    private readonly double _promoted;
    private readonly double _dip;
    private readonly double _logReferenceCount;
    private readonly double _withoutReviews;

    public Attractions(MarketTerms terms)
    {
        _terms = terms;
        _notFeatured = DetMath.Log(1 - terms.FeaturedOffer.ShareOfSales);
        _promoted = DetMath.Log(terms.Promotions.Lift);
        _dip = DetMath.Log(1 - (terms.Promotions.DipShare * (terms.Promotions.Lift - 1)));
        _logReferenceCount = DetMath.Log(terms.Reviews.ReferenceCount);
        _withoutReviews = DetMath.Log(1 + terms.Reviews.FirstReviewLift);
    }

    public void Weigh(Niche niche, int day)
    {
        foreach (var listing in niche.Listings)
        {
            if (listing.Price > 0)
            {
                Judge(listing);
                listing.Appeals = Appeals(niche, listing, day);
            }
            else
            {
                listing.Appeals = [];
            }
        }
    }

    private void Judge(Listing listing)
    {
        var reviews = _terms.Reviews;
        var count = listing.Stars.Sum(number => (long)number);
        var sum = listing.Stars.Select((number, star) => (star + 1L) * number).Sum();
        listing.PerceivedRating = count + reviews.PriorReviews == 0
            ? reviews.ReferenceRating
            : (sum + (reviews.PriorReviews * reviews.ReferenceRating)) / (count + reviews.PriorReviews);
        var rating = reviews.EffectPerStar * (listing.PerceivedRating - reviews.ReferenceRating);
        var number = reviews.CountEffect * (DetMath.Log(Math.Max(count, 1)) - _logReferenceCount);
        listing.Rating = listing.Response * (rating + number - (count == 0 ? _withoutReviews : 0));
    }

    private List<Appeal> Appeals(Niche niche, Listing listing, int day)
    {
        var price = listing.Slope * ((Dollars.InCents(listing.Price) * listing.Badge) - Dollars.InCents(listing.ReferencePrice));
        var rest = (listing.Response * ((_terms.FeaturedOffer.DeliveryDayCoefficient * listing.ExtraDays) + Promotion(listing, day)))
            + (listing.IsFeatured ? 0 : _notFeatured)
            + listing.ShockLog;
        return niche.Definition.Segments
            .Select(segment => NestedLogit.Weight(listing.Utility + (segment.PriceSensitivity * price) + (segment.RatingSensitivity * listing.Rating) + rest))
            .Select(weight => new Appeal(weight, NestedLogit.Interest(weight)))
            .ToList();
    }

    private double Promotion(Listing listing, int day) => listing switch
    {
        OwnListing { PromotionPrice: > 0 } => _promoted,
        OwnListing { DipLast: > 0 } own when day <= own.DipLast => _dip,
        _ => 0,
    };
}
