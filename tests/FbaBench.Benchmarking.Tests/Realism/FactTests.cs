namespace FbaBench.Tests.Facts;

/// <summary>Each measure on data whose answer is known.</summary>
public sealed class FactTests
{
    [Fact]
    public void Rank_law_of_an_exact_power_law_has_its_exponent_and_no_bend()
    {
        var law = RankFacts.Law(Enumerable.Range(1, 60).Select(rank => 1e6 * Math.Pow(rank, -0.87)).Reverse())!;
        Assert.Equal(-0.87, law.Slope, 1e-9);
        Assert.Equal(1, law.R2, 1e-9);
        Assert.Equal(0, law.TailLessHead, 1e-9);
    }

    [Fact]
    public void Rank_law_leaves_out_the_first_two_and_listings_without_a_sale()
    {
        var units = Enumerable.Range(1, 60).Select(rank => 1e6 * Math.Pow(rank, -0.87)).ToArray();
        var disturbed = units.Select((sold, i) => i < 2 ? sold * 50 : sold).Concat([0, 0, 0]);
        Assert.Equal(-0.87, RankFacts.Law(disturbed)!.Slope, 1e-9);
    }

    [Fact]
    public void Rank_law_with_a_steeper_tail_is_bent_down()
    {
        // Ranks 3 to 42: the upper twenty fall with 0.5, the lower ones with 1.5.
        var units = Enumerable.Range(1, 42).Select(rank => rank <= 22 ? 1e6 * Math.Pow(rank, -0.5) : 1e6 * Math.Pow(22, 1.0) * Math.Pow(rank, -1.5));
        Assert.Equal(-1, RankFacts.Law(units)!.TailLessHead, 1e-9);
    }

    [Fact]
    public void Rank_law_of_a_handful_of_listings_is_none() => Assert.Null(RankFacts.Law([9, 8, 7, 6, 5, 4, 3, 2, 1]));

    [Fact]
    public void Elasticities_come_back_from_trials_that_were_made_with_them()
    {
        OfferTrial[] trials = [Trial("a", -2, 0.1, isShared: false), Trial("b", -3, 0.3, isShared: false), Trial("s", -12, 0, isShared: true)];
        Assert.Equal(-2.5, ElasticityFacts.Own(trials).Value!.Value, 1e-9);
        Assert.Equal(0.2, ElasticityFacts.Cross(trials).Value!.Value, 1e-9);
        Assert.Equal(-12, ElasticityFacts.Shared(trials).Value!.Value, 1e-9);
    }

    [Fact]
    public void Elasticity_of_an_offer_that_sold_nothing_or_was_out_is_none()
    {
        var trial = new OfferTrial("a", isShared: false);
        trial.Add(1, (900, 0), (1_100, 4));
        trial.Add(2, (0, 5), (1_100, 4));
        Assert.Null(trial.Own);
        Assert.Empty(trial.Cells);
        Assert.Null(ElasticityFacts.Own([trial]).Value);
    }

    [Fact]
    public void Spread_is_the_ninetieth_over_the_tenth_percentile_of_sizes() =>
        Assert.Equal(9.0 / 1.0, ElasticityFacts.Spread([-0.0, -1, -2, -3, -4, -5, -6, -7, -8, -9, -10]).Value!.Value, 1e-12);

    [Fact]
    public void Cheapest_share_is_of_the_cheapest_that_can_be_featured()
    {
        Assert.Equal(0.7, FeaturedOfferFacts.CheapestShare([(1_000, 0.7), (1_010, 0.2), (1_020, 0.1)], 1_100));
        Assert.Equal(0.5, FeaturedOfferFacts.CheapestShare([(1_000, 0.3), (1_000, 0.2), (1_020, 0.5), (0, 0)], 1_100)!.Value, 1e-12);
        Assert.Null(FeaturedOfferFacts.CheapestShare([(1_000, 0.7), (1_010, 0.3), (0, 0)], 1_100));
        Assert.Null(FeaturedOfferFacts.CheapestShare([(1_000, 0), (1_010, 0), (1_020, 0)], 900));
    }

    [Theory]
    [InlineData(new long[] { 9, 5, 8, 17, 61 }, 0.61, true)]
    [InlineData(new long[] { 5, 9, 8, 17, 61 }, 0.61, false)]
    [InlineData(new long[] { 9, 5, 17, 8, 61 }, 0.61, false)]
    [InlineData(new long[] { 9, 5, 8, 61, 17 }, 0.17, false)]
    [InlineData(new long[] { 20, 20, 20, 20, 20 }, 0.20, false)]
    public void J_shape_needs_every_part(long[] stars, double share, bool holds) => Assert.Equal(new FactValue(share, holds), ReviewFacts.JShape(stars));

    [Fact]
    public void Mean_stars_weigh_by_number() => Assert.Equal(4.16, ReviewFacts.Mean([9, 5, 8, 17, 61])!.Value, 1e-12);

    [Fact]
    public void Reviews_that_push_the_wrong_way_fail_a_part()
    {
        Assert.Equal(new FactValue(2.5), ReviewFacts.OneStarOverFive(new() { OneStar = -0.05, FiveStars = 0.02, PerStar = 0 }));
        Assert.False(ReviewFacts.OneStarOverFive(new() { OneStar = 0.05, FiveStars = 0.02, PerStar = 0 }).PartsHold);
    }

    [Fact]
    public void First_over_fifth_is_of_means() => Assert.Equal(6, SearchFacts.FirstOverFifth(
        [new("a", 1, 0.4), new("b", 1, 0.2), new("c", 2, 0.9), new("a", 5, 0.05)]).Value!.Value, 1e-12);

    [Fact]
    public void Click_exponent_is_of_positions_and_not_of_listings()
    {
        // The better listing stands higher more often: across listings clicks fall much faster than they do for either.
        (string Listing, double Appeal, int[] Positions)[] listings = [("good", 10, [1, 2, 3]), ("poor", 1, [3, 6, 12])];
        var views = listings.SelectMany(listing => listing.Positions.SelectMany(position =>
            Enumerable.Repeat(new SearchView(listing.Listing, position, listing.Appeal * Math.Pow(position, -1.15)), 5 + position))).ToArray();
        Assert.Equal(1.15, SearchFacts.ClickExponent(views)!.Value, 1e-9);
    }

    [Fact]
    public void Deal_spike_is_over_the_same_weekdays_of_the_six_weeks_before()
    {
        // Mondays sell 7, Tuesdays 1; the deal on days 42 and 43 sells three times that. Other days are absurd and do not count.
        var units = Enumerable.Range(0, 50).Select(day => (day % 7) switch { 0 => 7.0, 1 => 1.0, _ => 1_000.0 } * (day is 42 or 43 ? 3 : 1)).ToArray();
        Assert.Equal(3, SeasonFacts.DealSpike(units, 42, 43)!.Value, 1e-12);
    }

    [Fact]
    public void Variance_over_mean_has_the_unbiased_variance()
    {
        Assert.Equal(4.0 / 3 / 2, Sample.VarianceOverMean([1, 3, 3, 1])!.Value, 1e-12);
        Assert.Null(Sample.VarianceOverMean([0, 0]));
    }

    [Fact]
    public void Funnel_pools_click_rates_and_holds_every_campaign_to_its_identity()
    {
        var sound = new CampaignTrial(new(10_000, 40, Money.Dollars(40), 4, 5, Money.Dollars(100)), Money.Dollars(20), 1, 4);
        var rare = new CampaignTrial(new(30_000, 40, Money.Dollars(20), 0, 0, Money.Zero), Money.Dollars(20), 0.5, 2);
        Assert.Equal(new FactValue(0.002), AdvertisingFacts.Funnel([sound, rare]));
        Assert.False(AdvertisingFacts.Funnel([sound with { Price = Money.Dollars(22) }]).PartsHold);
        Assert.Equal(new FactValue(1), AdvertisingFacts.CostPerClick([sound, rare]));
        Assert.Equal(new FactValue(1), AdvertisingFacts.PriceOverBid([rare, sound]));
        Assert.Equal(new FactValue(null), AdvertisingFacts.PriceOverBid([]));
    }

    [Fact]
    public void Returns_need_the_order_of_categories()
    {
        var rates = new Dictionary<string, (long Sold, long Returned)>
        {
            ["grocery_gourmet"] = (100, 2),
            ["toys_games"] = (100, 4),
            ["home_kitchen"] = (100, 7),
            ["consumer_electronics"] = (200, 20),
        };
        Assert.Equal(new FactValue(0.1), AccountFacts.Returns(rates));
        rates["toys_games"] = (100, 8);
        Assert.Equal(new FactValue(0.1, PartsHold: false), AccountFacts.Returns(rates));
    }

    private static OfferTrial Trial(string name, double own, double cross, bool isShared)
    {
        var trial = new OfferTrial(name, isShared);
        for (var week = 1; week <= 3; week++)
        {
            trial.Add(week, (900, week * 50 * Math.Pow(0.9, own)), (1_100, week * 50 * Math.Pow(1.1, own)));
            trial.AddOthers(1_000 * Math.Pow(0.9, cross), 1_000 * Math.Pow(1.1, cross));
        }

        return trial;
    }
}
