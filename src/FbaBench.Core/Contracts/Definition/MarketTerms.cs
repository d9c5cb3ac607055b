namespace FbaBench;

/// <summary>
/// How shoppers find, judge and choose offers. Every default is the value of market-parameters.json where it has one; outside the
/// stated ranges a world must be a laboratory.
/// </summary>
public sealed record MarketTerms
{
    /// <summary>Search: how far shoppers look, and what orders the results.</summary>
    public SearchTerms Search { get; init; } = new();

    /// <summary>Reviews and what ratings do to demand.</summary>
    public ReviewTerms Reviews { get; init; } = new();

    /// <summary>Sponsored slots.</summary>
    public AdvertisingTerms Advertising { get; init; } = new();

    /// <summary>The featured offer of a listing.</summary>
    public FeaturedOfferTerms FeaturedOffer { get; init; } = new();

    /// <summary>Promotions.</summary>
    public PromotionTerms Promotions { get; init; } = new();
}

/// <summary>
/// How far shoppers look down the search results, and what orders them. The share of shoppers who look at least as far as position k
/// is k^−(<see cref="ClickDecay"/> − 0.6): with the default taste correlation of 0.6, clicks among equal listings then fall as
/// position^−ClickDecay, and 22 % look as far as position 16.
/// </summary>
public sealed record SearchTerms
{
    /// <summary>Exponent b of clicks ~ position^−b; 0.8 to 1.3, default 1.15 (market-parameters.json, traffic_conversion/organic_position_click_decay).</summary>
    public double ClickDecay { get; init; } = 1.15;

    /// <summary>Weight of the logarithm of sales velocity in the score, 0 to 0.35; default 0.25. Above 0.35 leaders never change (economics, section 3).</summary>
    public double VelocityWeight { get; init; } = 0.25;

    /// <summary>Weight of the logarithm of relevance (the listing's appeal) in the score, 0 to 2; default 0.65, a modelling assumption.</summary>
    public double RelevanceWeight { get; init; } = 0.65;

    /// <summary>Weight of the logarithm of conversion in the score, 0 to 1; default 0.15, a modelling assumption.</summary>
    public double ConversionWeight { get; init; } = 0.15;

    /// <summary>Score per star of perceived rating, 0 to 1; default 0.1, a modelling assumption.</summary>
    public double RatingWeight { get; init; } = 0.1;

    /// <summary>Half-life of the sales velocity in days, 7 to 30; default 14 (sales_rank/organic_search_score_halflife_days).</summary>
    public double VelocityHalfLifeDays { get; init; } = 14;

    /// <summary>Share of its velocity that a listing loses on each day out of stock, 0.05 to 0.25; default 0.12 (sales_rank/stockout_rank_decay_per_day).</summary>
    public double StockOutDecay { get; init; } = 0.12;

    /// <summary>
    /// Standard deviation of the score's daily part, 0 to 1: what people search for differs from day to day. Default 0.4, a modelling
    /// assumption; it keeps positions a smooth function of the score.
    /// </summary>
    public double DailyDeviation { get; init; } = 0.4;

    /// <summary>Half-life of sales in the best-seller rank in days, 0.5 to 7; default 2 (sales_rank/rank_halflife_days).</summary>
    public double RankHalfLifeDays { get; init; } = 2;
}

/// <summary>Reviews: how many, with which stars, and what they do to demand.</summary>
public sealed record ReviewTerms
{
    /// <summary>Chance that an order brings a review, 0.005 to 0.05; default 0.02 (reviews/review_rate).</summary>
    public double Rate { get; init; } = 0.02;

    /// <summary>Shares of one to five stars at quality 0, sum 1 (reviews/star_distribution: J-shaped, Hu, Pavlou and Zhang 2009).</summary>
    public IReadOnlyList<double> Stars { get; init; } = [0.09, 0.05, 0.08, 0.17, 0.61];

    /// <summary>Share of orders that arrive later than promised, 0 to 0.5; default 0.08 (economics, section 2).</summary>
    public double LateShare { get; init; } = 0.08;

    /// <summary>Mean stars lost by a late delivery, 1 to 2.2; default 1.74 (reviews/late_delivery_star_drop: Olist).</summary>
    public double LateStarDrop { get; init; } = 1.74;

    /// <summary>
    /// Standard deviations of satisfaction lost per unit of the logarithm of price over reference price, 0 to 2; default 0.5, a modelling
    /// assumption: who pays more expects more.
    /// </summary>
    public double PriceExpectation { get; init; } = 0.5;

    /// <summary>Sales (logarithm) per star of perceived rating, 0.1 to 0.75; default 0.35 (reviews/demand_effect_per_star).</summary>
    public double EffectPerStar { get; init; } = 0.35;

    /// <summary>Sales (logarithm) per logarithm of the review count, 0.05 to 0.25; default 0.12 (reviews/review_count_effect).</summary>
    public double CountEffect { get; init; } = 0.12;

    /// <summary>Rise of sales from none to the first review, 0.2 to 0.7; default 0.65 (reviews/first_review_click_lift).</summary>
    public double FirstReviewLift { get; init; } = 0.65;

    /// <summary>Rating of a listing at the reference point, 3.9 to 4.7; default 4.3 (reviews/mean_rating).</summary>
    public double ReferenceRating { get; init; } = 4.3;

    /// <summary>Review count of a listing at the reference point, 1 to 100,000; default 100, a modelling assumption.</summary>
    public int ReferenceCount { get; init; } = 100;

    /// <summary>Reviews that the reference rating is worth to shoppers who see few, 0 to 100; default 10, a modelling assumption.</summary>
    public double PriorReviews { get; init; } = 10;

    /// <summary>
    /// Chance a month that one bought review is found, 0.05 to 0.4; default 0.15 (reviews/fake_review_detection_prob_per_month). With n of
    /// them a listing is caught with chance 1 − (1 − p)^n.
    /// </summary>
    public double DetectionChance { get; init; } = 0.15;

    /// <summary>Fine for bought reviews that are found, 0 to 53,088 dollars; default 2,500 (reviews/fake_review_legal_penalty_usd).</summary>
    public Money Fine { get; init; } = Money.Dollars(2_500);

    /// <summary>What a bought review costs beside the unit's price, which is refunded to its writer; default 6 dollars, a modelling assumption.</summary>
    public Money Commission { get; init; } = Money.Dollars(6);

    /// <summary>
    /// The most that mean stars of timely deliveries can lie above those of late ones while both together have <see cref="Stars"/>: then late
    /// deliveries take the fewest stars there are. 4 where every delivery is timely.
    /// </summary>
    internal double LargestLateStarDrop()
    {
        if (LateShare == 0)
        {
            return Stars.Count - 1;
        }

        var (left, late, all) = (LateShare, 0.0, 0.0);
        for (var star = 0; star < Stars.Count; star++)
        {
            var taken = Math.Min(left, Stars[star]);
            late += (star + 1) * taken;
            left -= taken;
            all += (star + 1) * Stars[star];
        }

        return ((all - late) / (1 - LateShare)) - (late / LateShare);
    }
}

/// <summary>
/// Sponsored slots above and among the search results: a generalised second-price auction on bid × quality each day
/// (Edelman, Ostrovsky and Schwarz 2007; market-parameters.json, advertising/auction).
/// </summary>
public sealed record AdvertisingTerms
{
    /// <summary>
    /// Share of shoppers who look at the first slot, 0 to 1; default 0.45, which gives it a click in 8 to 10 % of sessions. 0 is a world
    /// without sponsored slots.
    /// </summary>
    public double TopSlotAttention { get; init; } = 0.45;

    /// <summary>Attention of each slot against the first, one to eight falling values from 1; default five (advertising/position_ctr_multipliers).</summary>
    public IReadOnlyList<double> SlotAttention { get; init; } = [1, 0.72, 0.55, 0.43, 0.36];

    /// <summary>Lowest price of a click; default 0.10 dollars, a modelling assumption.</summary>
    public Money Reserve { get; init; } = new(10);

    /// <summary>What a click costs above the next rank score; default 0.01 dollars (advertising/auction).</summary>
    public Money Increment { get; init; } = new(1);

    /// <summary>
    /// Times that a campaign in a slot is shown in a session, over all its result and product pages, 1 to 100; default 12, a modelling
    /// assumption: it turns clicks per session into the click-through rates that sellers see.
    /// </summary>
    public double ImpressionsPerSession { get; init; } = 12;

    /// <summary>Factor on the rivals' bids on days of a <see cref="DealEvent"/>, 1.1 to 1.8; default 1.3 (advertising/peak_cpc_multiplier).</summary>
    public double PeakBidFactor { get; init; } = 1.3;

    /// <summary>Days until the report of a day's clicks and sales arrives, 1 to 3; default 2, a modelling assumption.</summary>
    public int ReportDelayDays { get; init; } = 2;
}

/// <summary>
/// The featured offer: which seller's offer a listing's page puts first. On a shared listing a softmax of the offers' scores; on any
/// listing none above the suppression price.
/// </summary>
public sealed record FeaturedOfferTerms
{
    /// <summary>Score per unit of relative price above the cheapest offer, −150 to −10; default −100 (buy_box/score_price_coef).</summary>
    public double PriceCoefficient { get; init; } = -100;

    /// <summary>Price advantage, as a share, that the marketplace's badge is worth, 0.02 to 0.12; default 0.05 (buy_box/fba_bonus_price_equivalent).</summary>
    public double BadgeShare { get; init; } = 0.05;

    /// <summary>Score (and utility) per extra day of delivery, −0.5 to −0.1; default −0.25 (buy_box/delivery_day_coef).</summary>
    public double DeliveryDayCoefficient { get; init; } = -0.25;

    /// <summary>Share of buyers who take the featured offer without looking at others, 0.78 to 0.9; default 0.82 (traffic_conversion/buy_box_share_of_sales).</summary>
    public double ShareOfSales { get; init; } = 0.82;

    /// <summary>How far above the reference price an offer may stand and still be featured, 0.05 to 0.3; default 0.15 (buy_box/suppression_threshold).</summary>
    public double SuppressionThreshold { get; init; } = 0.15;
}

/// <summary>Promotions: a marked price cut that shoppers see in search (economics, section 5).</summary>
public sealed record PromotionTerms
{
    /// <summary>Sales at unchanged price while promoted, against without, 1.2 to 2.9; default 1.87 (demand_choice/promotion_feature_lift).</summary>
    public double Lift { get; init; } = 1.87;

    /// <summary>Least cut below the lower of the reference price and the own lowest price of the last 30 days; default 0.10.</summary>
    public double LeastDiscount { get; init; } = 0.10;

    /// <summary>Fee at the start; default 5 dollars.</summary>
    public Money Fee { get; init; } = Money.Dollars(5);

    /// <summary>Fee as a share of promoted revenue; default 0.025.</summary>
    public double RevenueShare { get; init; } = 0.025;

    /// <summary>Most promoted days in any 60; default 14.</summary>
    public int MostDaysIn60 { get; init; } = 14;

    /// <summary>Share of the lift by which sales dip afterwards, for as many days as were promoted; default 0.3.</summary>
    public double DipShare { get; init; } = 0.3;
}
