using CsCheck;
using FbaBench.Market;

namespace FbaBench.Tests.Market;

public sealed class StarModelTests
{
    /// <summary>Stars that fall from five and rise again at one, any lateness.</summary>
    private static readonly Gen<ReviewTerms> Terms =
        from weights in Gen.Double[0.02, 0.2].Array[4]
        from late in Gen.Double[0, 0.3]
        from drop in Gen.Double[1, 1.8]
        select new ReviewTerms { Stars = [weights[0], weights[1], weights[2], weights[3], 1 - weights.Sum()], LateShare = late, LateStarDrop = drop };

    [Fact]
    [Trait("Category", "Property")]
    public void Timely_and_late_deliveries_together_have_the_worlds_stars() =>
        Terms.Where(terms => terms.LateStarDrop <= 0.95 * terms.LargestLateStarDrop()).Sample(
            terms =>
            {
                var model = new StarModel(terms);
                var (timely, late) = (Shares(model, isLate: false), Shares(model, isLate: true));
                for (var star = 0; star < 5; star++)
                {
                    Assert.Equal(terms.Stars[star], ((1 - terms.LateShare) * timely[star]) + (terms.LateShare * late[star]), 1e-12);
                }

                Assert.Equal(terms.LateStarDrop, Mean(timely) - Mean(late), 1e-9);
            },
            iter: 100);

    /// <summary>Half of the deliveries late, half of the reviews of five stars and half of one: late ones have one star, the others five.</summary>
    [Fact]
    public void The_largest_drop_is_that_of_late_deliveries_with_the_fewest_stars()
    {
        Assert.Equal(4, new ReviewTerms { LateShare = 0.5, Stars = [0.5, 0, 0, 0, 0.5] }.LargestLateStarDrop(), 1e-12);
        Assert.Equal(4, new ReviewTerms { LateShare = 0 }.LargestLateStarDrop(), 1e-12);

        // A quarter late: 0.1 of one star, 0.15 of two; the others 0.05 of two and 0.7 of five.
        Assert.Equal((3.6 / 0.75) - (0.4 / 0.25), new ReviewTerms { LateShare = 0.25, Stars = [0.1, 0.2, 0, 0, 0.7] }.LargestLateStarDrop(), 1e-12);
        var world = TestWorlds.Mugs() with { Market = new() { Reviews = new() { LateShare = 0.5, LateStarDrop = 2.2 } } };
        Assert.Contains("reachable", Assert.Throws<WorldDefinitionException>(() => TestWorlds.Start(world)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Default_stars_have_the_J_shape_and_late_ones_begin_with_one_star()
    {
        var model = new StarModel(new());
        var timely = Shares(model, isLate: false);
        Assert.True(timely[4] > timely[3] && timely[3] > timely[2] && timely[2] > timely[1] && timely[0] > timely[1]);
        var late = Shares(model, isLate: true);
        Assert.True(late[0] > late[4]);
        Assert.Equal(4.16 + (0.08 * 1.74), Mean(timely), 1e-9);
        Assert.Equal(4.16 - (0.92 * 1.74), Mean(late), 1e-9);
    }

    /// <summary>Over the reviewer's draws the stars have the shares: each star's share is where its interval of uniforms lies.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(-1.2, false)]
    [InlineData(0.7, true)]
    public void Stars_of_draws_have_the_shares(double shift, bool isLate)
    {
        const int draws = 100_000;
        var model = new StarModel(new());
        var shares = Shares(model, isLate, shift);
        var counts = new int[6];
        for (var i = 0; i < draws; i++)
        {
            counts[model.Of((i + 0.5) / draws, shift, isLate)]++;
        }

        Assert.All(shares.Select((share, star) => (share, star)), pair => Assert.Equal(pair.share * draws, counts[pair.star + 1], 2.0));
    }

    [Fact]
    [Trait("Category", "Property")]
    public void Stars_rise_in_the_draw_and_the_shift_and_fall_with_lateness()
    {
        var model = new StarModel(new());
        Gen.Select(Gen.Double[1e-9, 1 - 1e-9], Gen.Double[1e-9, 1 - 1e-9], Gen.Double[-4, 4], Gen.Double[0, 3], Gen.Bool).Sample(
            (one, two, shift, better, isLate) =>
            {
                var (low, high) = (Math.Min(one, two), Math.Max(one, two));
                Assert.True(model.Of(low, shift, isLate) <= model.Of(high, shift, isLate));
                Assert.True(model.Of(one, shift, isLate) <= model.Of(one, shift + better, isLate));
                Assert.True(model.Of(one, shift, isLate: true) <= model.Of(one, shift, isLate: false));
                Assert.InRange(model.Of(one, shift, isLate), 1, 5);
            },
            iter: 2_000);
    }

    /// <summary>A listing that begins with a number and a mean has that number, and that mean to a rounded review a star.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void Opening_reviews_have_the_number_and_the_mean() =>
        Gen.Select(Gen.Int[0, 20_000], Gen.Double[1.2, 4.9]).Sample(
            (count, mean) =>
            {
                var stars = new int[5];
                ReviewEffect.Open(new StarModel(new()), count, mean, stars);
                Assert.Equal(count, stars.Sum());
                Assert.All(stars, star => Assert.InRange(star, 0, count));
                Assert.True(count == 0 || Math.Abs((stars.Select((number, star) => number * (star + 1.0)).Sum() / count) - mean) <= 5.0 / count);
            },
            iter: 100);

    [Fact]
    public void Fifty_reviews_of_five_stars_sell_more_than_fifty_of_one_in_the_published_range()
    {
        var ratio = Math.Exp(LogSales(new(), [0, 0, 0, 0, 50]) - LogSales(new(), [50, 0, 0, 0, 0]));
        Assert.InRange(ratio, 1.1, 8);
        Assert.Equal(Math.Exp(0.35 * 4 * 50 / 60), ratio, 1e-9); // ten prior reviews beside them
    }

    [Fact]
    public void Effect_is_none_at_the_reference_and_steps_up_with_the_first_review()
    {
        var terms = new ReviewTerms { ReferenceRating = 4.5 };
        Assert.Equal(0, LogSales(terms, [0, 0, 0, 50, 50]), 1e-12);
        var first = LogSales(new() { PriorReviews = 1e9 }, [0, 0, 0, 0, 1]) - LogSales(new() { PriorReviews = 1e9 }, [0, 0, 0, 0, 0]);
        Assert.Equal(Math.Log(1.65), first, 1e-6);
    }

    /// <summary>Shares of stars of timely or late deliveries at a shift of quality.</summary>
    private static double[] Shares(StarModel model, bool isLate, double shift = 0)
    {
        var shares = new double[5];
        model.Shares(model.ShiftFor(model.MeanOf(shift, isLate)), shares);
        return shares;
    }

    private static double LogSales(ReviewTerms terms, int[] stars)
    {
        var (count, sum) = ReviewEffect.Total(stars);
        return ReviewEffect.LogSales(terms, ReviewEffect.PerceivedRating(terms, count, sum), count, Math.Log(Math.Max(count, 1)), Math.Log(terms.ReferenceCount), Math.Log(1 + terms.FirstReviewLift));
    }

    private static double Mean(double[] shares) => shares.Select((share, star) => share * (star + 1)).Sum();
}
