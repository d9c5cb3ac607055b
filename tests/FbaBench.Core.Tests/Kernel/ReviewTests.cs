namespace FbaBench.Tests.Kernel;

public sealed class ReviewTests
{
    private static readonly Seat Me = new(0);

    /// <summary>Orders bring reviews at their rate, late ones included, and those appear some days later.</summary>
    [Fact]
    public void Orders_bring_reviews_at_their_rate()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs(days: 120, openingStock: 100_000, sessions: 4_000));
        Open(simulation);
        var (orders, number, stars) = (0L, 0L, 0L);
        for (var day = 1; day < 120; day++)
        {
            Assert.True(day > 3 || number == 0, "a review came before a delivery");
            var mug = Mug(simulation);
            orders += day <= 100 ? mug.OrdersYesterday : 0;
            simulation.Step([]);
            foreach (var item in simulation.Events.ToArray().Where(item => item.Kind == EventKind.Reviewed && item.Offer == mug.Id))
            {
                number += item.Units;
                stars += item.Detail;
            }
        }

        Assert.Equal(100 + number, Mug(simulation).Listing.Reviews);
        Assert.InRange(number / (double)orders, 0.019, 0.026);
        Assert.InRange(stars / (double)number, 4.0, 4.35);
    }

    [Fact]
    public void Bought_reviews_lift_the_rating_until_they_are_found_deleted_and_fined()
    {
        var (caught, months) = (0, 0);
        for (ulong seed = 0; seed < 40; seed++)
        {
            var simulation = TestWorlds.Start(TestWorlds.Mugs(days: 60, openingStock: 10), seed);
            var mug = Mug(simulation);
            simulation.Step([new(Me, new([new BuyReviews(mug.Id, 5)]))]);
            Assert.Equal(5 * (1_899 + 600), simulation.Books(Me).Balance(Account.BoughtReviews).Cents);
            for (var day = 1; day < 11; day++)
            {
                simulation.Step([]);
            }

            Assert.Equal(105, Mug(simulation).Listing.Reviews);
            while (simulation.Date.DayOfMonth != 1)
            {
                simulation.Step([]);
            }

            var isFound = simulation.Books(Me).Balance(Account.Fines) > Money.Zero;
            Assert.Equal(isFound ? 100 : 105, Mug(simulation).Listing.Reviews);
            Assert.Equal(isFound ? 250_000 : 0, simulation.Books(Me).Balance(Account.Fines).Cents);
            caught += isFound ? 1 : 0;
            months++;
        }

        // 1 - 0.85^5 = 0.56.
        Assert.InRange(caught / (double)months, 0.3, 0.8);
    }

    /// <summary>Twice five in two commands are found exactly when ten in one are, and five never when ten are not.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void Splitting_a_purchase_gives_no_fresh_draw_and_more_are_found_more_often()
    {
        for (ulong seed = 0; seed < 30; seed++)
        {
            var (ten, twice, five) = (IsFound(seed, 10), IsFound(seed, 5, 5), IsFound(seed, 5));
            Assert.Equal(ten, twice);
            Assert.True(ten || !five);
        }

        static bool IsFound(ulong seed, params int[] counts)
        {
            var simulation = TestWorlds.Start(TestWorlds.Mugs(days: 60, openingStock: 10), seed);
            var mug = Mug(simulation);
            simulation.Step([new(Me, new([.. counts.Select(count => new BuyReviews(mug.Id, count))]))]);
            while (simulation.Date.DayOfMonth != 1)
            {
                simulation.Step([]);
            }

            return simulation.Books(Me).Balance(Account.Fines) > Money.Zero;
        }
    }

    [Fact]
    public void Reviews_are_refused_beyond_what_may_be_bought_and_paid()
    {
        var simulation = TestWorlds.Start(WholeMarket.World() with { Cash = Money.Dollars(20_000) });
        var offers = simulation.Observe(Me).Offers;
        var (mug, plain) = (offers.Single(offer => offer.Name == "mugs/blue-mug").Id, offers.Single(offer => offer.Name == "mugs/plain-mug").Id);
        simulation.Step([new(Me, new([new BuyReviews(mug, 0), new BuyReviews(plain, 1), new BuyReviews(mug, 400), new BuyReviews(mug, 601), new BuyReviews(mug, 600)]))]);
        Assert.Equal(
            [RefusalReason.ReviewsOutOfRange, RefusalReason.SharedListing, RefusalReason.ReviewsOutOfRange, RefusalReason.NotEnoughCash],
            simulation.Observe(Me).Refusals.Select(refusal => refusal.Reason));
        Assert.Equal(600, simulation.Observe(Me).Refusals[2].High);
    }

    /// <summary>A better product at the same price comes to a better rating, and sells more for it.</summary>
    [Fact]
    public void Quality_shows_in_the_rating()
    {
        Assert.True(Rating(-1.5) < Rating(0) - 0.3);
        Assert.True(Rating(1.5) > Rating(0) + 0.1);

        static double Rating(double quality)
        {
            var world = TestWorlds.Mugs(days: 200, openingStock: 100_000, sessions: 4_000);
            var niche = world.Niches[0];
            world = world with { Niches = [niche with { Products = [niche.Products[0] with { Quality = quality, OpeningReviews = 0 }] }] };
            var simulation = TestWorlds.Start(world);
            Open(simulation);
            while (simulation.Day < 150)
            {
                simulation.Step([]);
            }

            return Mug(simulation).Listing.Rating!.Value;
        }
    }

    private static void Open(Simulation simulation) =>
        simulation.Step([new(Me, new([.. simulation.Observe(Me).Offers.Select(offer => new SetPrice(offer.Id, offer.ReferencePrice))]))]);

    private static OfferObservation Mug(Simulation simulation) => simulation.Observe(Me).Offers.Single(offer => offer.Name == "mugs/blue-mug");
}
