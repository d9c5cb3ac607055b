using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Benchmarks.Clean;

/// <summary>How much a listing attracts each kind of shoppers today: price, reviews, delivery, promotion, shocks.</summary>
internal sealed class Attraction
{
    private readonly MarketTerms _terms;
    private readonly double _notFeatured;
    private readonly double _promoted;
    private readonly double _dip;
    private readonly double _logReferenceCount;
    private readonly double _withoutReviews;

    public Attraction(MarketTerms terms)
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
                Weigh(niche, listing, day);
            }
            else
            {
                listing.IsFeatured = false;
                Array.Clear(listing.Weights);
                Array.Clear(listing.Interests);
            }
        }
    }

    /// <summary>What shoppers make of the reviews.</summary>
    private void Judge(Listing listing)
    {
        long count = 0;
        long sum = 0;
        for (var star = 0; star < listing.Stars.Length; star++)
        {
            count += listing.Stars[star];
            sum += (star + 1L) * listing.Stars[star];
        }

        var reviews = _terms.Reviews;
        listing.PerceivedRating = count + reviews.PriorReviews == 0
            ? reviews.ReferenceRating
            : (sum + (reviews.PriorReviews * reviews.ReferenceRating)) / (count + reviews.PriorReviews);
        var rating = reviews.EffectPerStar * (listing.PerceivedRating - reviews.ReferenceRating);
        var number = reviews.CountEffect * (DetMath.Log(Math.Max(count, 1)) - _logReferenceCount);
        listing.Rating = listing.Response * (rating + number - (count == 0 ? _withoutReviews : 0));
    }

    private void Weigh(Niche niche, Listing listing, int day)
    {
        listing.IsFeatured = listing.Price <= listing.HighestFeaturedCents;
        var price = listing.Slope * ((listing.Price * listing.Badge) - listing.ReferenceCents);
        var rest = listing.Response * ((_terms.FeaturedOffer.DeliveryDayCoefficient * listing.ExtraDays) + Promotion(listing, day));
        rest += listing.IsFeatured ? 0 : _notFeatured;
        rest += listing.ShockLog;
        var segments = niche.Segments;
        for (var s = 0; s < segments.Length; s++)
        {
            var segment = segments[s];
            var weight = NestedLogit.Weight(listing.Utility + (segment.PriceSensitivity * price) + (segment.RatingSensitivity * listing.Rating) + rest);
            listing.Weights[s] = weight;
            listing.Interests[s] = NestedLogit.Interest(weight);
        }
    }

    private double Promotion(Listing listing, int day) =>
        listing is not OwnListing own ? 0
        : own.PromotionCents > 0 ? _promoted
        : day <= own.DipLast && own.DipLast > 0 ? _dip
        : 0;
}
