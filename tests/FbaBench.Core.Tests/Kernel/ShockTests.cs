using System.Text;
using FbaBench.Kernel;
using FbaBench.Kernel.Phases;
using FbaBench.World;

namespace FbaBench.Tests.Kernel;

/// <summary>Shocks on the means of demand and on rivals' prices, day by day, against the same world without them.</summary>
public sealed class ShockTests
{
    private const int FirstDay = 8;
    private const int LastDay = 11;
    private static readonly Seat Me = new(0);
    private static readonly SimDate First = MarketWorlds.Start.AddDays(FirstDay);
    private static readonly SimDate Last = MarketWorlds.Start.AddDays(LastDay);

    [Theory]
    [InlineData(null, 2.5)]
    [InlineData(null, 0.2)]
    [InlineData("pans", 4)]
    [InlineData("aprons", 1)]
    public void Traffic_multiplies_the_sessions_of_its_niche_from_its_first_day_to_its_last(string? niche, double pans)
    {
        var shock = new MarketShock("crowd", First, Last) { Niche = niche, Traffic = niche == "aprons" ? 3 : pans };
        var plain = Start();
        while (plain.Day <= LastDay + 1)
        {
            var (without, with) = (Means(plain), Means(plain, shock));
            var factor = plain.Day is >= FirstDay and <= LastDay ? pans : 1;
            Assert.Equal(without.Orders.Select(mean => mean * factor), with.Orders, Close);
            Assert.Equal(without.Visits.Select(mean => mean * factor), with.Visits, Close);
            plain.Step([]);
        }
    }

    /// <summary>Its weight times the factor and no other weight; up goes it alone, and what is ordered or only visited is the same sessions.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(0.25)]
    public void A_viral_product_draws_from_its_neighbours_and_from_not_buying(double factor)
    {
        var shock = new MarketShock("viral", First, Last) { Niche = "pans", Product = "p1", Traffic = factor };
        var plain = Start();
        while (plain.Day <= LastDay + 1)
        {
            var (without, with) = (Means(plain), Means(plain, shock));
            var lasts = plain.Day is >= FirstDay and <= LastDay;
            for (var page = 0; page < without.Weights.Length; page++)
            {
                Assert.Equal(page == 1 && lasts ? factor : 1, with.Weights[page] / (double)without.Weights[page], 1e-9);
                Assert.Equal(!lasts ? 0 : (page == 1) == (factor > 1) ? 1 : -1, Math.Sign(Math.Round(with.Orders[page] - without.Orders[page], 9)));
            }

            Assert.Equal(without.Orders.Sum() + without.Visits.Sum(), with.Orders.Sum() + with.Visits.Sum(), 1e-6);
            Assert.Equal(!lasts ? 0 : factor > 1 ? 1 : -1, Math.Sign(Math.Round(with.Orders.Sum() - without.Orders.Sum(), 9)));
            plain.Step([]);
        }
    }

    /// <summary>Every seller's listing of the product, and of a shared one the page.</summary>
    [Fact]
    public void A_viral_product_is_so_on_all_its_listings()
    {
        var world = World() with { Seats = 2 };
        var pans = world.Niches[1];
        Assert.Equal([2, 3], Pages(world));
        Assert.Equal([1], Pages(world with { Niches = [world.Niches[0], pans with { Products = [.. pans.Products.Select(product => product with { Shared = true })] }] }));

        static int[] Pages(WorldDefinition world)
        {
            var model = TestWorlds.Start(world with { Shocks = [new("viral", First, Last) { Niche = "pans", Product = "p1", Traffic = 2 }] }).State.Model;
            return [.. model.Shocks[0].Pages.Select(page => page - model.Niches[1].FirstPage)];
        }
    }

    /// <summary>Who looks every day asks the lowered prices from the first day to the last; who never looks is held down from the first day on and stays there.</summary>
    [Fact]
    public void A_price_war_lowers_ceilings_and_floors_from_its_first_day_to_its_last()
    {
        RivalDefinition[] rivals =
        [
            MarketWorlds.Rival("holds") with { LookChance = 1 },
            MarketWorlds.Rival("asleep") with { LookChance = 0 },
            MarketWorlds.Rival("follows") with { LookChance = 1, Policy = RivalPolicy.Follow, FloorShare = 0.6 },
            MarketWorlds.Rival("floored") with { LookChance = 1, Policy = RivalPolicy.Undercut, FloorShare = 0.99 },
            MarketWorlds.Rival("guest") with { LookChance = 0, EntryDay = FirstDay + 1 },
        ];
        var world = World() with { Shocks = [new("price-war", First, Last) { RivalPrices = 0.755 }] };
        var simulation = TestWorlds.Start(world with { Niches = [world.Niches[1] with { Rivals = rivals }] });
        while (simulation.Day <= LastDay + 1)
        {
            var day = simulation.Day;
            MarketWorlds.Play(simulation, [.. simulation.Observe(Me).Offers.Select(offer => new SetPrice(offer.Id, new(1_800)))]);
            var factor = day is >= FirstDay and <= LastDay ? 0.755 : 1;
            Assert.Equal(2_000 * factor, Price("holds"));
            Assert.Equal(day >= FirstDay ? 1_510 : 2_000, Price("asleep"));
            Assert.Equal(day == 0 ? 2_000 : 1_800 * factor, Price("follows"));
            Assert.Equal(day == 0 ? 2_000 : factor < 1 ? 1_495 : 1_980, Price("floored"));
            Assert.Equal(day <= FirstDay ? 0 : 1_510, Price("guest"));
        }

        double Price(string name) => simulation.Observe(Me).Competitors.Single(rival => rival.Name == name).Price.Cents;
    }

    [Fact]
    public void A_price_war_concerns_the_niche_and_the_shared_product_that_it_names()
    {
        var world = World();
        var shared = world with { Niches = [world.Niches[0], world.Niches[1] with { Products = [MarketWorlds.Product("p0") with { Shared = true }, MarketWorlds.Product("p1")], Rivals = [MarketWorlds.Rival("on-page") with { Product = "p0" }, .. world.Niches[1].Rivals] }] };
        Assert.Equal(["pans/on-page", "pans/r0", "pans/r1", "pans/r2", "pans/r3"], Lowered(new("war", MarketWorlds.Start, Last) { Niche = "pans", RivalPrices = 0.8 }));
        Assert.Equal(["pans/on-page"], Lowered(new("war", MarketWorlds.Start, Last) { Niche = "pans", Product = "p0", RivalPrices = 0.8 }));
        Assert.Equal(9, Lowered(new("war", MarketWorlds.Start, Last) { RivalPrices = 0.8 }).Length);

        string[] Lowered(MarketShock shock)
        {
            var simulation = TestWorlds.Start(shared with { Shocks = [shock] });
            simulation.Step([]);
            return [.. simulation.Observe(Me).Competitors.Where(rival => rival.Price.Cents == 1_600).Select(rival => rival.Niche + "/" + rival.Name).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>A draw by name: as often as its chance says, the same beside other shocks and in another place of the list.</summary>
    [Fact]
    public void A_shock_happens_as_often_as_its_chance_says_whatever_else_may_happen()
    {
        var (maybe, other) = (new MarketShock("maybe", MarketWorlds.Start, Last) { Chance = 0.3 }, new MarketShock("another", MarketWorlds.Start, Last) { Chance = 0.3 });
        var (alone, beside, both) = (0, 0, 0);
        for (ulong seed = 0; seed < 400; seed++)
        {
            var happens = Started([maybe], seed).Contains(0);
            var two = Started([other, maybe], seed);
            Assert.Equal(happens, two.Contains(1));
            alone += happens ? 1 : 0;
            beside += two.Contains(0) ? 1 : 0;
            both += happens && two.Contains(0) ? 1 : 0;
            Assert.Empty(Started([maybe with { Chance = 0 }], seed));
            Assert.Equal([0], Started([maybe with { Chance = 1 }], seed));
        }

        // Four standard errors of 120, and of 36 for both.
        Assert.InRange(alone, 84, 156);
        Assert.InRange(beside, 84, 156);
        Assert.InRange(both, 13, 59);

        static int[] Started(MarketShock[] shocks, ulong seed)
        {
            var simulation = TestWorlds.Start(new WorldDefinition("small", MarketWorlds.Start, 20, Money.Zero, [MarketWorlds.Niche(products: 1, rivals: 4, sessions: 1)]) { Fees = FeePolicy.None, Shocks = shocks }, seed);
            simulation.Step([]);
            return [.. simulation.Events.ToArray().Where(item => item.Kind == EventKind.ShockStarted).Select(item => item.Units).Order()];
        }
    }

    /// <summary>News of a morning is what lasted the day before: nothing before the first day is over, nothing about the end.</summary>
    [Fact]
    public void Beginning_and_end_are_events_and_sellers_read_of_it_afterwards()
    {
        var world = World() with { Shocks = [new("old", MarketWorlds.Start.AddDays(-9), MarketWorlds.Start), new("crowd", First, Last) { Traffic = 2 }, new("never", First, Last) { Chance = 0 }] };
        var simulation = TestWorlds.Start(world);
        var seen = new List<(int Day, EventKind Kind, int Index)>();
        while (simulation.Day <= LastDay + 3)
        {
            var day = simulation.Day;
            NewsItem[] news = day == 1 ? [new("old", -9)] : day is > FirstDay and <= LastDay + 1 ? [new("crowd", FirstDay)] : [];
            Assert.Equal(news, simulation.Observe(Me).News);
            simulation.Step([]);
            seen.AddRange(simulation.Events.ToArray().Where(item => item.Kind is EventKind.ShockStarted or EventKind.ShockEnded).Select(item => (item.Day, item.Kind, item.Units)));
        }

        Assert.Equal([(0, EventKind.ShockStarted, 0), (1, EventKind.ShockEnded, 0), (FirstDay, EventKind.ShockStarted, 1), (LastDay + 1, EventKind.ShockEnded, 1)], seen);
    }

    [Fact]
    public void Shocks_that_overlap_multiply_within_the_range_of_one()
    {
        var plain = Start();
        while (plain.Day < FirstDay)
        {
            plain.Step([]);
        }

        var without = Means(plain).Orders;
        Assert.Equal(without.Select(mean => mean * 1.5 * 2), Means(plain, Of("b", 1.5), Of("a", 2)).Orders, Close);
        Assert.Equal(without.Select(mean => mean * 4), Means(plain, Of("b", 3), Of("a", 3)).Orders, Close);
        Assert.Equal(without.Select(mean => mean * 0.2), Means(plain, Of("b", 0.3), Of("a", 0.3)).Orders, Close);
        Assert.Equal(Means(plain, Of("b", 1.1), Of("a", 1.3), Of("c", 0.7)).Orders, Means(plain, Of("c", 0.7), Of("b", 1.1), Of("a", 1.3)).Orders);

        static MarketShock Of(string name, double traffic) => new(name, First, Last) { Traffic = traffic };
    }

    [Fact]
    public void A_world_without_shocks_has_no_trace_of_them()
    {
        var world = TestWorlds.Mugs();
        Assert.DoesNotContain("shocks", Encoding.UTF8.GetString(DefinitionJson.Write(world)), StringComparison.Ordinal);
        Assert.Equal(DefinitionDigest.Of(world), DefinitionDigest.Of(world with { Shocks = [] }));
        Assert.Empty(DefinitionJson.Read(DefinitionJson.Write(world)).Shocks);
        var shocked = world with { Shocks = [new("viral", First, Last) { Niche = "mugs", Product = "blue-mug", Traffic = 2, Chance = 0.5 }] };
        Assert.NotEqual(DefinitionDigest.Of(world), DefinitionDigest.Of(shocked));
        Assert.Equal(shocked.Shocks, DefinitionJson.Read(DefinitionJson.Write(shocked)).Shocks);
    }

    /// <summary>What never lasts changes no bit.</summary>
    [Fact]
    public void A_shock_after_the_run_changes_nothing()
    {
        var (without, with) = (Start(), TestWorlds.Start(World() with { Shocks = [new("late", new(2030, 1, 1), new(2030, 2, 1)) { Traffic = 3, RivalPrices = 0.5 }] }));
        MarketWorlds.Open(with);
        for (var day = 0; day < 20; day++)
        {
            without.Step([]);
            with.Step([]);
            Assert.Equal(without.Hash, with.Hash);
        }
    }

    public static TheoryData<string, MarketShock> Wrong() => new()
    {
        { "shock 'Crowd' name: 'Crowd' is not a name", new("Crowd", First, Last) },
        { "shock 'crowd' days from first to last: -3 is outside 0 to 3650", new("crowd", Last, First) },
        { "shock 'crowd' traffic: 0.1 is outside 0.2 to 4", new("crowd", First, Last) { Traffic = 0.1 } },
        { "shock 'crowd' traffic: 4.1", new("crowd", First, Last) { Traffic = 4.1 } },
        { "shock 'war' rivalPrices: 1.1 is outside 0.5 to 1", new("war", First, Last) { RivalPrices = 1.1 } },
        { "shock 'war' rivalPrices: 0.4", new("war", First, Last) { RivalPrices = 0.4 } },
        { "shock 'maybe' chance: NaN is outside 0 to 1", new("maybe", First, Last) { Chance = double.NaN } },
        { "shock 'crowd' niche: 'pots' is no niche of this world; use one of aprons, pans, or leave it out for all", new("crowd", First, Last) { Niche = "pots" } },
        { "shock 'viral' product: it needs the niche", new("viral", First, Last) { Product = "p0" } },
        { "shock 'viral' product: 'p9' is no product of niche 'pans'; use one of p0, p1, or", new("viral", First, Last) { Niche = "pans", Product = "p9" } },
        { "shock 'war' rivalPrices: no rival sells on the listing of 'p0'", new("war", First, Last) { Niche = "pans", Product = "p0", RivalPrices = 0.9 } },
        { "shocks: the name 'twice' stands twice", new("twice", First, Last) },
        { "shocks[0]: null given", null! },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_shock_is_refused_with_its_field_and_what_would_be_right(string expected, MarketShock shock)
    {
        var world = World() with { Shocks = [shock, new("twice", First, Last)] };
        Assert.Contains(expected, Assert.Throws<WorldDefinitionException>(() => TestWorlds.Start(world)).Message, StringComparison.Ordinal);
    }

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) <= 1e-9 * Math.Abs(expected);

    private static WorldDefinition World() => MarketWorlds.World(40, MarketWorlds.Niche("aprons", rivals: 4), MarketWorlds.Niche(rivals: 4));

    private static Simulation Start()
    {
        var simulation = TestWorlds.Start(World());
        MarketWorlds.Open(simulation);
        return simulation;
    }

    /// <summary>Means of the pans' day and the weights of their pages, as a world with these shocks would have them from the same morning.</summary>
    private static (double[] Orders, double[] Visits, long[] Weights) Means(Simulation morning, params MarketShock[] shocks)
    {
        var shocked = TestWorlds.Start(World() with { Shocks = shocks });
        var day = new DayContext(new WorldState(shocked.State.Model, shocked.State.Layout, morning.State.Block.Copy()), morning.Seed, shocked.Rules);
        CalendarPhase.Run(day);
        ChoicePhase.Run(day);
        var count = day.Model.Niches[1].Count;
        return (day.MeanOrders[..count], day.MeanVisits[..count], day.Market.WeightsOf(0, 1).ToArray());
    }
}
