using FbaBench.Market;

namespace FbaBench.Tests.Market;

public sealed class StarTests
{
    private static readonly ReviewTerms Terms = new();
    private static readonly StarModel Model = new(Terms);

    /// <summary>Over timely and late deliveries together the stars are those of the terms in the mean, and late ones lose what they should.</summary>
    [Fact]
    public void Stars_have_the_mean_of_the_terms_and_the_loss_of_late_deliveries()
    {
        var (timely, late) = (Mean(0, isLate: false), Mean(0, isLate: true));
        var mean = Terms.Stars.Select((share, star) => (star + 1) * share).Sum();
        Assert.Equal(mean, ((1 - Terms.LateShare) * timely) + (Terms.LateShare * late), 0.002);
        Assert.Equal(Terms.LateStarDrop, timely - late, 0.002);
    }

    [Fact]
    public void Stars_are_J_shaped()
    {
        var shares = new double[6];
        const int draws = 20_000;
        for (var i = 0; i < draws; i++)
        {
            shares[Model.Of((i + 0.5) / draws, 0, isLate: false)] += (1 - Terms.LateShare) / draws;
            shares[Model.Of((i + 0.5) / draws, 0, isLate: true)] += Terms.LateShare / draws;
        }

        Assert.InRange(shares[5], 0.45, 0.75);
        Assert.True(shares[5] > shares[4] && shares[4] > shares[3] && shares[1] > shares[2], string.Join(" ", shares));
    }

    [Fact]
    [Trait("Category", "Property")]
    public void Stars_never_fall_with_the_draw_or_with_quality()
    {
        for (var shift = -3.0; shift <= 3; shift += 0.25)
        {
            var before = 1;
            for (var i = 1; i < 400; i++)
            {
                var stars = Model.Of(i / 400.0, shift, isLate: false);
                Assert.True(stars >= before);
                Assert.True(Model.Of(i / 400.0, shift + 0.25, isLate: false) >= stars);
                Assert.True(Model.Of(i / 400.0, shift, isLate: true) <= stars);
                before = stars;
            }
        }
    }

    [Theory]
    [InlineData(100, 4.3)]
    [InlineData(7, 3.9)]
    [InlineData(5_000, 4.7)]
    [InlineData(0, 4.3)]
    public void Opening_reviews_have_their_number_and_mean(int count, double mean)
    {
        var stars = new int[5];
        ReviewEffect.Open(Model, count, mean, stars);
        Assert.Equal(count, stars.Sum());
        Assert.All(stars, number => Assert.True(number >= 0));
        if (count > 0)
        {
            Assert.Equal(mean, stars.Select((number, star) => (star + 1.0) * number).Sum() / count, 2.5 / count);
        }
    }

    /// <summary>The reference point moves nothing; a star, a count and the first review do what the terms say.</summary>
    [Fact]
    public void Reviews_move_sales_by_rating_count_and_the_first_one()
    {
        var exact = Terms with { ReferenceRating = 4, PriorReviews = 0 };
        Assert.Equal(0, Effect(exact, [0, 0, 0, 100, 0]), 1e-12);
        Assert.Equal(0.35, Effect(exact, [0, 0, 0, 0, 100]), 1e-12);
        Assert.Equal(0.12 * Math.Log(2), Effect(exact, [0, 0, 0, 200, 0]), 1e-12);
        Assert.Equal(Math.Log(1.65), Effect(exact with { EffectPerStar = 0 }, [0, 0, 0, 1, 0]) - Effect(exact with { EffectPerStar = 0 }, [0, 0, 0, 0, 0]), 1e-12);
    }

    /// <summary>At 50 reviews one more of one star moves sales by more than one more of five.</summary>
    [Fact]
    public void One_star_hurts_more_than_five_stars_help()
    {
        int[] fifty = [5, 2, 4, 8, 31];
        var now = Effect(Terms, fifty);
        var worse = Effect(Terms, [6, 2, 4, 8, 31]) - now;
        var better = Effect(Terms, [5, 2, 4, 8, 32]) - now;
        Assert.True(better > 0);
        Assert.InRange(-worse / better, 1.1, 8);
    }

    private static double Effect(ReviewTerms terms, int[] stars)
    {
        var (count, sum) = ReviewEffect.Total(stars);
        return ReviewEffect.LogSales(terms, ReviewEffect.PerceivedRating(terms, count, sum), count, Math.Log(Math.Max(count, 1)), Math.Log(terms.ReferenceCount), Math.Log(1 + terms.FirstReviewLift));
    }

    private static double Mean(double shift, bool isLate)
    {
        const int draws = 20_000;
        return Enumerable.Range(0, draws).Average(i => Model.Of((i + 0.5) / draws, shift, isLate));
    }
}
