using CsCheck;
using FbaBench.Market;
using FbaBench.Tests.Kernel;

namespace FbaBench.Tests.Market;

public sealed class FeaturedOfferLawTests
{
    private static readonly FeaturedOfferTerms Terms = new();

    /// <summary>Offers in the market or out of it, and of those in the market some whose price is too high to be featured.</summary>
    private static readonly Gen<(double[] Prices, double[] Attractions, int[] Days)> Offers =
        from number in Gen.Int[1, 8]
        from prices in Gen.Frequency((4, Gen.Double[500, 5_000]), (1, Gen.Const(0.0))).Array[number]
        from attractions in Gen.Double[1e-6, 3].Array[number]
        from closed in Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true))).Array[number]
        from days in Gen.Int[0, 6].Array[number]
        select (prices.Select((price, i) => closed[i] ? 0 : price).ToArray(), attractions.Select((value, i) => closed[i] ? 0 : value).ToArray(), days);

    [Fact]
    [Trait("Category", "Property")]
    public void Chances_and_split_sum_to_one() =>
        Offers.Sample(
            offers =>
            {
                var chances = Chances(Terms, offers.Prices, offers.Days);
                var split = Split(Terms.ShareOfSales, chances, offers.Attractions);
                Assert.Equal(offers.Prices.Any(price => price > 0) ? 1 : 0, chances.Sum(), 1e-12);
                Assert.Equal(offers.Attractions.Any(value => value > 0) ? 1 : 0, split.Sum(), 1e-12);
                Assert.All(split.Select((share, i) => (share, i)), pair => Assert.True(pair.share > 0 == offers.Attractions[pair.i] > 0));
            },
            iter: 2_000);

    /// <summary>A softmax of scores, by plain formulas.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void Chances_are_the_softmax_of_price_and_delivery() =>
        Offers.Sample(
            offers =>
            {
                var live = offers.Prices.Where(price => price > 0).ToArray();
                var weights = offers.Prices.Select((price, i) => price == 0 ? 0 : Math.Exp((-100 * ((price / live.Min()) - 1)) - (0.25 * offers.Days[i]))).ToArray();
                var chances = Chances(Terms, offers.Prices, offers.Days);
                Assert.All(chances.Select((chance, i) => (chance, i)), pair => Assert.Equal(live.Length == 0 ? 0 : weights[pair.i] / weights.Sum(), pair.chance, 1e-12));
            },
            iter: 500);

    /// <summary>Of eight equal offers the one that is 1 % cheaper: 1 / (1 + 7 · exp(−100 · (1 / 0.99 − 1))), at −25 far less.</summary>
    [Theory]
    [InlineData(-100, 0.28173)]
    [InlineData(-25, 0.15533)]
    [InlineData(-150, 0.39397)]
    public void The_cheapest_of_eight_wins_what_the_formula_says(double coefficient, double expected)
    {
        var chances = Chances(Terms with { PriceCoefficient = coefficient }, [1_980, 2_000, 2_000, 2_000, 2_000, 2_000, 2_000, 2_000], new int[8]);
        Assert.Equal(1 / (1 + (7 * Math.Exp(coefficient * ((1 / 0.99) - 1)))), chances[0], 1e-12);
        Assert.Equal(expected, chances[0], 1e-4);
        Assert.Single(chances[1..].Distinct());
    }

    [Fact]
    public void One_offer_takes_all_whether_featured_or_not()
    {
        Assert.Equal([1.0], Split(0.82, [1], [0.3]));
        Assert.Equal([0, 1.0], Split(0.82, [0, 0], [0, 0.3]));
        Assert.Equal([0, 1.0], Split(0.82, [0, 1], [0, 0.3]));
    }

    /// <summary>82 % take what is featured, of the rest each takes another in proportion to attraction.</summary>
    [Fact]
    public void Split_is_the_featured_share_and_a_share_among_the_others()
    {
        var split = Split(0.82, [0.5, 0.3, 0.2], [2, 1, 1]);
        Assert.Equal((0.82 * 0.5) + (0.18 * ((0.3 * 2 / 3) + (0.2 * 2 / 3))), split[0], 1e-15);
        Assert.Equal((0.82 * 0.3) + (0.18 * ((0.5 * 1 / 2) + (0.2 * 1 / 3))), split[1], 1e-15);
    }

    /// <summary>The badge is a price advantage: an offer without it at 1/1.05 of the price stands level.</summary>
    [Theory]
    [InlineData(2_000, 0, 0.5)]
    [InlineData(2_100, 0, 0.0066929)] // without the badge, five per cent dearer: 1 / (1 + e^5)
    [InlineData(2_000, 2, 0.3775407)] // two days later: 1 / (1 + e^0.5)
    public void Badge_and_delivery_count_as_price_and_score(int asSeen, int days, double expected) =>
        Assert.Equal(expected, Chances(Terms, [asSeen, 2_000], [days, 0])[0], 1e-6);

    [Fact]
    public void A_reseller_without_the_badge_is_featured_as_if_five_per_cent_dearer()
    {
        var niche = MarketWorlds.Niche(products: 1, rivals: 5);
        var reseller = MarketWorlds.Rival("reseller") with { Product = "p0", Fulfilment = FulfilmentChannel.Seller, ExtraDeliveryDays = 2, Advertises = false };
        var simulation = TestWorlds.Start(MarketWorlds.World(30, niche with { Products = [niche.Products[0] with { Shared = true }], Rivals = [.. niche.Rivals, reseller] }));
        MarketWorlds.Open(simulation);
        var share = MarketWorlds.Offer(simulation, "p0").FeaturedOfferShare;
        Assert.Equal(1 / (1 + Math.Exp(-5 - 0.5)), share, 1e-9);
    }

    /// <summary>Featured up to exactly 15 % above the reference price, in whole cents for every reference price; a cent more and 82 % of buyers do not look further.</summary>
    [Fact]
    public void An_offer_is_suppressed_a_cent_above_the_threshold()
    {
        for (var reference = 20; reference < 200_000; reference += 20)
        {
            Assert.Equal(reference * 115L / 100, PageWeights.HighestFeaturedCents(Terms, reference));
        }

        var simulation = TestWorlds.Start(MarketWorlds.World(30, MarketWorlds.Niche()));
        MarketWorlds.Open(simulation);
        var offer = MarketWorlds.Offer(simulation, "p0");
        Assert.Equal(new Money(2_300), offer.HighestFeaturedPrice);
        var means = new MeanDay(simulation);
        double Orders(int cents) => means.Orders(simulation, state => MeanDay.SetPrice(state, 0, cents))[0];
        Assert.InRange(Orders(2_300) / Orders(2_299), 0.995, 1);
        Assert.InRange(Orders(2_301) / Orders(2_300), 0.18, 0.35); // 0.18 of the weight; a little less is lost, because the niche is smaller for it
        foreach (var (cents, share) in new[] { (2_300, 1.0), (2_301, 0.0) })
        {
            var fork = simulation.Fork();
            MarketWorlds.Play(fork, [new SetPrice(offer.Id, new(cents))]);
            Assert.Equal(share, MarketWorlds.Offer(fork, "p0").FeaturedOfferShare);
        }
    }

    private static double[] Chances(FeaturedOfferTerms terms, double[] prices, int[] days)
    {
        var chances = new double[prices.Length];
        FeaturedOffer.Chances(terms, prices, days, chances);
        return chances;
    }

    private static double[] Split(double share, double[] chances, double[] attractions)
    {
        var split = new double[chances.Length];
        FeaturedOffer.Split(share, chances, attractions, split);
        return split;
    }
}
