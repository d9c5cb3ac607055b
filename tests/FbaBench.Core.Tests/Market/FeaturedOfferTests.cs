using CsCheck;
using FbaBench.Market;

namespace FbaBench.Tests.Market;

public sealed class FeaturedOfferTests
{
    private static readonly FeaturedOfferTerms Terms = new();

    [Fact]
    public void Chances_are_a_softmax_in_relative_price_and_delivery()
    {
        var chances = new double[3];
        FeaturedOffer.Chances(Terms, [1000, 1010, 0], [0, 0, 0], chances);
        Assert.Equal(1 / (1 + Math.Exp(-1)), chances[0], 1e-12);
        Assert.Equal(0, chances[2]);
        FeaturedOffer.Chances(Terms, [1000, 1000, 0], [0, 2, 0], chances);
        Assert.Equal(1 / (1 + Math.Exp(-0.5)), chances[0], 1e-12);
    }

    /// <summary>At −100 one that is a per cent cheaper than seven equals wins 28 %; at −25 it would win 16 %.</summary>
    [Fact]
    public void The_cheapest_of_eight_wins_by_the_price_coefficient()
    {
        var chances = new double[8];
        FeaturedOffer.Chances(Terms, [990, 1000, 1000, 1000, 1000, 1000, 1000, 1000], new int[8], chances);
        Assert.Equal(1 / (1 + (7 * Math.Exp(-100 * ((1000 / 990.0) - 1)))), chances[0], 1e-12);
        Assert.True(chances[0] > 0.28);
    }

    [Fact]
    [Trait("Category", "Property")]
    public void Splits_sum_to_one_and_fall_with_the_own_price()
    {
        var gen = from prices in Gen.Int[800, 1200].Array[2, 8] select prices;
        gen.Sample(prices =>
        {
            var split = Split(prices);
            Assert.Equal(1, split.Sum(), 1e-12);
            prices[0] += 20;
            Assert.True(Split(prices)[0] <= split[0] + 1e-12);
        });
    }

    [Fact]
    public void One_offer_takes_all_and_without_a_featured_one_those_who_look_split_by_attraction()
    {
        var split = new double[2];
        FeaturedOffer.Split(0.82, [1, 0], [3, 0], split);
        Assert.Equal([1, 0], split);
        FeaturedOffer.Split(0.82, [0, 0], [3, 1], split);
        Assert.Equal([0.75, 0.25], split);
        FeaturedOffer.Split(0.82, [1, 0], [3, 1], split);
        Assert.Equal(0.82, split[0], 1e-12);
        Assert.Equal(0.18, split[1], 1e-12);
    }

    /// <summary>Above 1.15 times the reference price most shoppers do not find an offer.</summary>
    [Fact]
    public void A_price_above_the_threshold_is_not_featured_and_sells_a_fifth()
    {
        long featured = 0, hidden = 0;
        for (ulong seed = 0; seed < 60; seed++)
        {
            featured += Units(seed, 2_183, isFeatured: true);
            hidden += Units(seed, 2_184, isFeatured: false);
        }

        Assert.InRange(hidden / (double)featured, 0.1, 0.35);

        static int Units(ulong seed, int cents, bool isFeatured)
        {
            var simulation = TestWorlds.Start(TestWorlds.Mugs(openingStock: 10_000), seed);
            var mug = simulation.Observe(new(0)).Offers.Single(offer => offer.Name == "mugs/blue-mug");
            Assert.Equal(2_183, mug.HighestFeaturedPrice!.Value.Cents);
            simulation.Step([new(new(0), new([new SetPrice(mug.Id, new(cents))]))]);
            var after = simulation.Observe(new(0)).Offers.Single(offer => offer.Id == mug.Id);
            Assert.Equal(isFeatured ? 1 : 0, after.FeaturedOfferShare);
            return after.UnitsYesterday;
        }
    }

    private static double[] Split(int[] prices)
    {
        var chances = new double[prices.Length];
        var split = new double[prices.Length];
        FeaturedOffer.Chances(Terms, [.. prices.Select(price => (double)price)], new int[prices.Length], chances);
        FeaturedOffer.Split(0.82, chances, [.. prices.Select(price => Math.Exp(-0.003 * price))], split);
        return split;
    }
}
