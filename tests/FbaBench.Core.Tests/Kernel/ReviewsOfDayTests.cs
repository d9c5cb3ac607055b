namespace FbaBench.Tests;

public sealed class ReviewsOfDayTests
{
    private static readonly WorldDefinition World = MarketWorlds.World(60, MarketWorlds.Niche(products: 2, sessions: 4_000)) with { Market = new() { Reviews = new() { Rate = 0.05 } } };

    [Fact]
    public void Reviews_of_the_days_are_those_that_pages_come_to_show()
    {
        var simulation = Simulation.Create(World, new WorldSeed(5));
        var before = Shown(simulation);
        MarketWorlds.Open(simulation);
        var written = Sum(simulation);
        while (simulation.Day < 30)
        {
            simulation.Step([]);
            written += Sum(simulation);
        }

        // Reviews of own orders that are still on their way appear within seventeen days; nothing is sold meanwhile.
        MarketWorlds.Play(simulation, [.. simulation.Observe(new(0)).Offers.Select(offer => new CloseOffer(offer.Id))]);
        var rivals = Sum(simulation);
        for (var wait = 0; wait < 20; wait++)
        {
            simulation.Step([]);
            rivals += Sum(simulation);
        }

        Assert.True(written > 500);
        Assert.Equal(written + rivals, Shown(simulation) - before);
    }

    [Fact]
    public void Late_orders_bring_worse_reviews_and_as_many_as_there_are_late_orders()
    {
        var simulation = Simulation.Create(World, new WorldSeed(6));
        MarketWorlds.Open(simulation);
        int[] onTime = new int[5], late = new int[5];
        while (simulation.Day < 60)
        {
            simulation.Step([]);
            Add(onTime, simulation.ReviewsOfDay(late: false));
            Add(late, simulation.ReviewsOfDay(late: true));
        }

        // 0.08 of them late and 1.74 stars worse, each within four standard errors.
        var share = late.Sum() / (double)(late.Sum() + onTime.Sum());
        Assert.InRange(share, 0.08 - (4 * Math.Sqrt(0.08 * 0.92 / (late.Sum() + onTime.Sum()))), 0.08 + (4 * Math.Sqrt(0.08 * 0.92 / (late.Sum() + onTime.Sum()))));
        Assert.InRange(Mean(onTime) - Mean(late), 1.74 - (4 * 1.8 / Math.Sqrt(late.Sum())), 1.74 + (4 * 1.8 / Math.Sqrt(late.Sum())));
    }

    [Fact]
    public void Fork_has_none_until_it_plays()
    {
        var simulation = Simulation.Create(World, new WorldSeed(7));
        MarketWorlds.Open(simulation);
        var fork = simulation.Fork();
        Assert.Equal(0, Sum(fork));
        Assert.True(Sum(simulation) > 0);
        simulation.Step([]);
        fork.Step([]);
        Assert.Equal(simulation.ReviewsOfDay(late: false), fork.ReviewsOfDay(late: false));
        Assert.Equal(simulation.ReviewsOfDay(late: true), fork.ReviewsOfDay(late: true));
    }

    private static int Sum(Simulation simulation) => simulation.ReviewsOfDay(late: false).Total + simulation.ReviewsOfDay(late: true).Total;

    private static int Shown(Simulation simulation) => simulation.Figures().Sum(offer => offer.Stars.Total);

    private static void Add(int[] sums, StarCounts stars)
    {
        int[] more = [stars.One, stars.Two, stars.Three, stars.Four, stars.Five];
        for (var star = 0; star < more.Length; star++)
        {
            sums[star] += more[star];
        }
    }

    private static double Mean(int[] stars) => stars.Select((count, star) => (star + 1.0) * count).Sum() / stars.Sum();
}
