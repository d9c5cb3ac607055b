namespace FbaBench;

/// <summary>Ranges of the market's parameters (market-parameters.json), and what is legal in a laboratory.</summary>
internal static partial class WorldDefinitionValidator
{
    private const int LongestDeal = 30;

    /// <summary>Of the largest drop in stars; at all of it late deliveries would have to be infinitely bad.</summary>
    private const double ReachableShare = 0.95;

    private static void Market(WorldDefinition world)
    {
        NotNull("market", world.Market);
        NotNull("market.search", world.Market.Search);
        NotNull("market.reviews", world.Market.Reviews);
        NotNull("market.advertising", world.Market.Advertising);
        NotNull("market.featuredOffer", world.Market.FeaturedOffer);
        NotNull("market.promotions", world.Market.Promotions);
        Search(world.Market.Search, world.Laboratory);
        Reviews(world.Market.Reviews, world.Laboratory);
        Advertising(world.Market.Advertising, world.Laboratory);
        FeaturedOffer(world.Market.FeaturedOffer, world.Laboratory);
        Promotions(world.Market.Promotions, world.Laboratory);
        Deals(world);
    }

    private static void Search(SearchTerms search, bool laboratory)
    {
        const string at = "market.search";
        Real(at + ".clickDecay", search.ClickDecay, 0.8, 1.3, 0.6, 5, laboratory);
        Range(at + ".velocityWeight", search.VelocityWeight, 0, laboratory ? 10 : 0.35);
        Range(at + ".relevanceWeight", search.RelevanceWeight, 0, 2);
        Range(at + ".conversionWeight", search.ConversionWeight, 0, 1);
        Range(at + ".ratingWeight", search.RatingWeight, 0, 1);
        Real(at + ".velocityHalfLifeDays", search.VelocityHalfLifeDays, 7, 30, 0.1, 3_650, laboratory);
        Real(at + ".stockOutDecay", search.StockOutDecay, 0.05, 0.25, 0, 1, laboratory);
        Range(at + ".dailyDeviation", search.DailyDeviation, 0, 1);
        Real(at + ".rankHalfLifeDays", search.RankHalfLifeDays, 0.5, 7, 0.1, 3_650, laboratory);
    }

    private static void Reviews(ReviewTerms reviews, bool laboratory)
    {
        const string at = "market.reviews";
        Real(at + ".rate", reviews.Rate, 0.005, 0.05, 0, 1, laboratory);
        NotNull(at + ".stars", reviews.Stars);
        Weights(at + ".stars", reviews.Stars, 5);
        for (var star = 0; star < reviews.Stars.Count; star++)
        {
            Range($"{at}.stars[{star}]", reviews.Stars[star], 1e-6, 1);
        }

        Range(at + ".lateShare", reviews.LateShare, 0, 0.5);
        Real(at + ".lateStarDrop", reviews.LateStarDrop, 1, 2.2, 0, 4, laboratory);
        Range(at + ".lateStarDrop (reachable with these stars and lateShare)", reviews.LateStarDrop, 0, ReachableShare * reviews.LargestLateStarDrop());
        Range(at + ".priceExpectation", reviews.PriceExpectation, 0, 2);
        Real(at + ".effectPerStar", reviews.EffectPerStar, 0.1, 0.75, 0, 5, laboratory);
        Real(at + ".countEffect", reviews.CountEffect, 0.05, 0.25, 0, 2, laboratory);
        Real(at + ".firstReviewLift", reviews.FirstReviewLift, 0.2, 0.7, 0, 5, laboratory);
        Real(at + ".referenceRating", reviews.ReferenceRating, 3.9, 4.7, 1, 5, laboratory);
        Range(at + ".referenceCount", reviews.ReferenceCount, 1, 100_000);
        Range(at + ".priorReviews", reviews.PriorReviews, 0, 100);
        Real(at + ".detectionChance", reviews.DetectionChance, 0.05, 0.4, 0, 1 - 1e-9, laboratory);
        Range(at + ".fine (cents)", reviews.Fine.Cents, 0, 5_308_800);
        Range(at + ".commission (cents)", reviews.Commission.Cents, 0, MaximumCents);
    }

    private static void Advertising(AdvertisingTerms ads, bool laboratory)
    {
        const string at = "market.advertising";
        Range(at + ".topSlotAttention", ads.TopSlotAttention, 0, 1);
        NotNull(at + ".slotAttention", ads.SlotAttention);
        Count(at + ".slotAttention", ads.SlotAttention.Count, 1, 8);
        for (var slot = 0; slot < ads.SlotAttention.Count; slot++)
        {
            Range($"{at}.slotAttention[{slot}]", ads.SlotAttention[slot], slot == 0 ? 1 : 0, slot == 0 ? 1 : ads.SlotAttention[slot - 1]);
        }

        Range(at + ".reserve (cents)", ads.Reserve.Cents, 1, 100_000);
        Range(at + ".increment (cents)", ads.Increment.Cents, 0, 100_000);
        Range(at + ".impressionsPerSession", ads.ImpressionsPerSession, 1, 100);
        Real(at + ".peakBidFactor", ads.PeakBidFactor, 1.1, 1.8, 0, 10, laboratory);
        Range(at + ".reportDelayDays", ads.ReportDelayDays, 1, 3);
    }

    private static void FeaturedOffer(FeaturedOfferTerms featured, bool laboratory)
    {
        const string at = "market.featuredOffer";
        Real(at + ".priceCoefficient", featured.PriceCoefficient, -150, -10, -1e4, 0, laboratory);
        Real(at + ".badgeShare", featured.BadgeShare, 0.02, 0.12, 0, 1, laboratory);
        Real(at + ".deliveryDayCoefficient", featured.DeliveryDayCoefficient, -0.5, -0.1, -10, 0, laboratory);
        Real(at + ".shareOfSales", featured.ShareOfSales, 0.78, 0.9, 0, 1 - 1e-9, laboratory);
        Real(at + ".suppressionThreshold", featured.SuppressionThreshold, 0.05, 0.3, 0, 100, laboratory);
    }

    private static void Promotions(PromotionTerms promotions, bool laboratory)
    {
        const string at = "market.promotions";
        Real(at + ".lift", promotions.Lift, 1.2, 2.9, 1, 2.9, laboratory);
        Range(at + ".leastDiscount", promotions.LeastDiscount, 0.01, 0.9);
        Range(at + ".fee (cents)", promotions.Fee.Cents, 0, MaximumCents);
        Range(at + ".revenueShare", promotions.RevenueShare, 0, 0.5);
        Range(at + ".mostDaysIn60", promotions.MostDaysIn60, 0, 59);
        Range(at + ".dipShare", promotions.DipShare, 0, 0.5);
    }

    private static void Deals(WorldDefinition world)
    {
        NotNull("dealEvents", world.DealEvents);
        NoNulls("dealEvents", world.DealEvents);
        Distinct("dealEvents", world.DealEvents.Select(deal => deal.Name));
        var deals = world.DealEvents.OrderBy(deal => deal.First - world.Start).ToArray();
        for (var i = 0; i < deals.Length; i++)
        {
            var at = $"deal event '{deals[i].Name}'";
            Name(at + " name", deals[i].Name);
            Range(at + " days from first to last", deals[i].Last - deals[i].First, 0, LongestDeal);
            Range(at + " traffic", deals[i].Traffic, 1, 4);
            Require(i == 0 || deals[i].First > deals[i - 1].Last, at, $"it overlaps '{deals[Math.Max(0, i - 1)].Name}'; give each its own days");
        }
    }

    private static void Segments(string at, NicheDefinition niche)
    {
        NotNull(at + " segments", niche.Segments);
        Count(at + " segments", niche.Segments.Count, 1, 8);
        NoNulls(at + " segments", niche.Segments);
        Distinct(at + " segments", niche.Segments.Select(segment => segment.Name));
        foreach (var segment in niche.Segments)
        {
            var here = $"{at} segment '{segment.Name}'";
            Name(here + " name", segment.Name);
            Range(here + " share", segment.Share, 1e-6, 1);
            Range(here + " priceSensitivity", segment.PriceSensitivity, 0, 3);
            Range(here + " ratingSensitivity", segment.RatingSensitivity, 0, 3);
        }

        Range(at + " segments, sum of shares", niche.Segments.Sum(segment => segment.Share), 1 - 1e-9, 1 + 1e-9);
        Range(at + " segments, mean priceSensitivity", niche.Segments.Sum(segment => segment.Share * segment.PriceSensitivity), 1 - Rounded, 1 + Rounded);
    }

    private static void Standing(string at, RivalDefinition rival, NicheDefinition niche)
    {
        Range(at + " quality", rival.Quality, -3, 3);
        Range(at + " openingReviews", rival.OpeningReviews ?? 0, 0, 10_000_000);
        Range(at + " openingRating", rival.OpeningRating ?? 1, 1, 5);
        Known(at + " fulfilment", rival.Fulfilment);
        Range(at + " extraDeliveryDays", rival.ExtraDeliveryDays, 0, rival.Fulfilment == FulfilmentChannel.Seller ? 30 : 0);
        Range(at + " stockOutChance", rival.StockOutChance, 0, 1);
        Range(at + " entryDay", rival.EntryDay, 0, 3_650);
        Range(at + " exitDay", rival.ExitDay ?? rival.EntryDay + 1, rival.EntryDay + 1, int.MaxValue);
        if (rival.Product is { } product)
        {
            Require(niche.Products.Any(other => other.Name == product && other.Shared), at + " product", $"'{product}' is not a shared product of this niche; name one with shared: true, or leave it out for a listing of its own");
        }
    }

    private static void Standing(string at, ProductDefinition product)
    {
        Range(at + " quality", product.Quality, -3, 3);
        Range(at + " openingReviews", product.OpeningReviews, 0, 10_000_000);
        Range(at + " openingRating", product.OpeningRating ?? 1, 1, 5);
        Range(at + " openingVelocity", product.OpeningVelocity, 0, 10);
        if (product.OpeningStars is { } stars)
        {
            Count(at + " openingStars", stars.Count, 5, 5);
            Require(product.OpeningReviews == 0 && product.OpeningRating is null, at + " openingStars", "they stand instead of openingReviews and openingRating; leave those out");
            foreach (var number in stars)
            {
                Range(at + " openingStars", number, 0, 2_000_000);
            }
        }
    }

    /// <summary>A parameter with a realistic range, which a laboratory may leave within what is legal.</summary>
    private static void Real(string at, double value, double low, double high, double legalLow, double legalHigh, bool laboratory) =>
        Range(at, value, laboratory ? legalLow : low, laboratory ? legalHigh : high);
}
