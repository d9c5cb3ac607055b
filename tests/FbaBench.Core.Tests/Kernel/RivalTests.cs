namespace FbaBench.Tests.Kernel;

public sealed class RivalTests
{
    private static readonly Seat Me = new(0);

    [Fact]
    public void Undercutters_go_one_per_cent_below_a_discount_and_stop_at_their_floor()
    {
        var simulation = Start([new("sharp", Money.Dollars(20), RivalPolicy.Undercut) { LookChance = 1 }]);
        Assert.Equal(2_000, After(simulation, 1, 2));
        Assert.Equal(1_782, After(simulation, 0.9m, 2));
        Assert.Equal(1_500, After(simulation, 0.5m, 2));
        Assert.Equal(2_000, After(simulation, 1.1m, 2));

        int After(Simulation world, decimal factor, int days)
        {
            world.Step([new(Me, new([.. world.Observe(Me).Offers.Select(offer => new SetPrice(offer.Id, new((long)(offer.ReferencePrice.Cents * factor))))]))]);
            for (var day = 0; day < days; day++)
            {
                world.Step([]);
            }

            return (int)Of(world, "sharp").Price.Cents;
        }
    }

    [Fact]
    public void A_price_cycle_steps_down_to_the_floor_and_jumps_back_whatever_sellers_do()
    {
        var simulation = Start([new("wave", Money.Dollars(20), RivalPolicy.Cycle) { LookChance = 1, FloorShare = 0.9 }]);
        var prices = new List<long>();
        for (var day = 0; day < 14; day++)
        {
            simulation.Step([]);
            prices.Add(Of(simulation, "wave").Price.Cents);
        }

        Assert.Equal([1_960, 1_920, 1_881, 1_843, 1_806, 1_800, 2_000, 1_960, 1_920, 1_881, 1_843, 1_806, 1_800, 2_000], prices);
    }

    [Fact]
    public void Entry_and_exit_are_by_calendar_and_a_newcomer_starts_at_the_bottom()
    {
        var simulation = Start([new("guest", Money.Dollars(20), RivalPolicy.Hold) { EntryDay = 10, ExitDay = 30 }]);
        for (var day = 0; day < 40; day++)
        {
            simulation.Step([]);
            var guest = Of(simulation, "guest");
            Assert.Equal(day is >= 10 and < 30, guest.Price > Money.Zero);
            Assert.Equal(day is >= 10 and < 30, guest.Public.SearchPosition is not null);
            Assert.True(day >= 10 || guest.Public.BestSellerRank is null);
            if (day == 10)
            {
                Assert.True(guest.Public.SearchPosition > 3);
            }
        }
    }

    /// <summary>Stock-outs come as often as their chance says, last 5 to 20 days, and no seller's price moves them.</summary>
    [Fact]
    public void Stock_outs_are_a_keyed_calendar()
    {
        var rivals = Enumerable.Range(0, 40).Select(i => new RivalDefinition("rival-" + i, Money.Dollars(20), RivalPolicy.Hold) { StockOutChance = 0.3 }).ToArray();
        var (quiet, loud) = (Start(rivals), Start(rivals));
        var lengths = new List<int>();
        var since = new Dictionary<string, int>();
        for (var day = 0; day < 115; day++)
        {
            quiet.Step([]);
            loud.Step([new(Me, new([.. loud.Observe(Me).Offers.Select(offer => new SetPrice(offer.Id, new(500)))]))]);
            Assert.Equal(quiet.Observe(Me).Competitors.Select(rival => rival.Price > Money.Zero), loud.Observe(Me).Competitors.Select(rival => rival.Price > Money.Zero));
            foreach (var rival in quiet.Observe(Me).Competitors)
            {
                if (rival.Price == Money.Zero)
                {
                    since.TryAdd(rival.Name, day);
                }
                else if (since.Remove(rival.Name, out var first))
                {
                    lengths.Add(day - first);
                }
            }
        }

        // 40 rivals, nearly four months, 0.3 a month; two that touch count as one.
        Assert.InRange(lengths.Count, 25, 60);
        Assert.InRange(lengths.Min(), 5, 8);
        Assert.InRange(lengths.Max(), 15, 40);
    }

    /// <summary>Resellers watch their page alone; whoever is cheaper by a few per cent holds the featured offer nearly always.</summary>
    [Fact]
    public void On_a_shared_page_the_cheaper_seller_is_featured()
    {
        var world = WholeMarket.World(days: 30, seats: 1);
        var simulation = TestWorlds.Start(world);
        var mine = simulation.Observe(Me).Offers.Single(offer => offer.Name == "mugs/plain-mug");
        simulation.Step([new(Me, new([new SetPrice(mine.Id, new(1_200))]))]);
        var dear = simulation.Observe(Me).Offers.Single(offer => offer.Id == mine.Id);
        simulation.Step([new(Me, new([new SetPrice(mine.Id, new(780))]))]);
        var cheap = simulation.Observe(Me).Offers.Single(offer => offer.Id == mine.Id);
        Assert.True(dear.FeaturedOfferShare < 0.001);
        Assert.True(cheap.FeaturedOfferShare > 0.95);
        Assert.True(cheap.UnitsYesterday > 3 * Math.Max(1, dear.UnitsYesterday));
        var page = simulation.Observe(Me).Competitors.Where(rival => rival.Listing == "plain-mug").ToArray();
        Assert.Equal(["cheap", "depot"], page.Select(rival => rival.Name).Order(StringComparer.Ordinal));
        Assert.All(page, rival => Assert.Equal(cheap.Listing, rival.Public));
    }

    private static CompetitorObservation Of(Simulation simulation, string name) => simulation.Observe(Me).Competitors.Single(rival => rival.Name == name);

    private static Simulation Start(IReadOnlyList<RivalDefinition> rivals) => TestWorlds.Start(new WorldDefinition("rivals", new SimDate(2025, 1, 15), 120, Money.Dollars(20_000),
    [
        new NicheDefinition("mugs", 400, -2.6) { Products = [TestWorlds.Product("blue-mug", 20, 100_000)], Rivals = [.. TestWorlds.MugNiche().Rivals.Select(rival => rival with { Policy = RivalPolicy.Hold }), .. rivals] },
    ]));
}
