using FbaBench.Primitives;

namespace FbaBench.Tests.Kernel;

/// <summary>Exactness and book-keeping with every mechanism of the demand side on.</summary>
public sealed class WholeMarketTests
{
    [Fact]
    [Trait("Category", "Golden")]
    [Trait("Pins", "Run")]
    public void A_run_with_everything_on_ends_in_known_state_and_events()
    {
        var simulation = TestWorlds.Start(WholeMarket.World());
        WholeMarket.Play(simulation, int.MaxValue);
        var kinds = new HashSet<EventKind>();
        var replay = TestWorlds.Start(WholeMarket.World());
        while (!replay.IsOver)
        {
            WholeMarket.Play(replay, 1);
            kinds.UnionWith(replay.Events.ToArray().Select(item => item.Kind));
        }

        Assert.Empty(((EventKind[])[EventKind.PromotionStarted, EventKind.PromotionEnded, EventKind.PromotionFee, EventKind.CampaignSet, EventKind.CampaignEnded, EventKind.Advertising, EventKind.Reviewed, EventKind.ReviewsBought, EventKind.ReviewsFound, EventKind.RivalPresence, EventKind.RivalPrice]).Except(kinds));
        Assert.Empty(((EventKind[])[EventKind.ForecastRegistered, EventKind.ForecastScored, EventKind.InferenceCharged, EventKind.ShockStarted, EventKind.ShockEnded]).Except(kinds));
        Assert.Equal(simulation.Hash, replay.Hash);
        Assert.Equal("228cf11783e3bdaf1b4402a6e5d92f2d", simulation.Hash.ToString());
        Assert.Equal("7c8c552de6750ef2e05110291d91d30a", simulation.EventHash.ToString());
    }

    /// <summary>Whatever can happen on the supply side happens in some of a dozen worlds.</summary>
    [Fact]
    public void A_dozen_runs_show_every_event_of_the_supply_side()
    {
        EventKind[] supply = [EventKind.StockOut, EventKind.DepositLost, EventKind.SupplierInspected, EventKind.PriceAgreed, EventKind.PriceAsked, EventKind.TalksEnded, EventKind.UnsellableRemoved, EventKind.Reworked, EventKind.MailSent, EventKind.MailSettled, EventKind.ComplaintRefunded, EventKind.Reimbursed, EventKind.Deceived, EventKind.Hijacked, EventKind.HijackEnded, EventKind.ListingClosed, EventKind.Violation, EventKind.Suspended, EventKind.Reinstated, EventKind.Appealed, EventKind.ShippedShort, EventKind.ReviewAttack, EventKind.AttackDeleted];
        var kinds = new HashSet<EventKind>();
        for (ulong seed = 1; seed <= 12; seed++)
        {
            var simulation = TestWorlds.Start(WholeMarket.World(), seed);
            while (!simulation.IsOver)
            {
                WholeMarket.Play(simulation, 1);
                kinds.UnionWith(simulation.Events.ToArray().Select(item => item.Kind));
            }
        }

        Assert.Empty(supply.Except(kinds));
    }

    [Fact]
    public void Forks_and_saved_states_play_on_as_the_original()
    {
        var original = TestWorlds.Start(WholeMarket.World(days: 90));
        WholeMarket.Play(original, 47);
        var fork = original.Fork();
        using var stream = new MemoryStream();
        original.Save(stream);
        stream.Position = 0;
        var loaded = Simulation.Load(stream, original.Definition);
        foreach (var simulation in (Simulation[])[original, fork, loaded])
        {
            WholeMarket.Play(simulation, int.MaxValue);
        }

        Assert.Equal((original.Hash, original.EventHash), (fork.Hash, fork.EventHash));
        Assert.Equal((original.Hash, original.EventHash), (loaded.Hash, loaded.EventHash));
    }

    /// <summary>Absurd commands of every kind on every day: the kernel's audit holds, cash is conserved, refusals say why.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void Absurd_marketing_breaks_no_law()
    {
        for (ulong seed = 0; seed < 6; seed++)
        {
            var simulation = TestWorlds.Start(WholeMarket.World(days: 120), seed);
            var draws = KeyedDraws.ForWorld(new(seed));
            while (!simulation.IsOver)
            {
                simulation.Step([.. Enumerable.Range(0, 2).Select(seat =>
                {
                    var today = simulation.Observe(new(seat));
                    return new SeatDecision(new(seat), new([.. WholeMarket.Trade(today).Commands, .. Enumerable.Range(0, 12).Select(i => WholeMarket.Absurd(draws, today, i + (100 * seat)))]));
                })]);
                Assert.All(simulation.Observe(new(0)).Refusals, refusal => Assert.DoesNotContain("Accepted", refusal.Message, StringComparison.Ordinal));
                Assert.Equal(0, Enum.GetValues<CashHolder>().Sum(holder => simulation.CashHeldBy(holder).Cents));
            }
        }
    }

    [Fact]
    public void A_day_with_everything_on_allocates_nothing_once_warm()
    {
        var simulation = TestWorlds.Start(WholeMarket.World(days: 400));
        WholeMarket.Play(simulation, 380);
        var decisions = new SeatDecision[] { new(new(0), Decision.None), new(new(1), Decision.None) };
        simulation.Step(decisions);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var day = 0; day < 15; day++)
        {
            simulation.Step(decisions);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>An offer that opens in one niche, or a niche more, moves nothing elsewhere.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void What_happens_in_a_niche_stays_there()
    {
        // An account has one health, and who writes to a seller picks one of all its offers: these two cross niches, nothing else does.
        var whole = WholeMarket.World();
        var world = whole with { Adversaries = whole.Adversaries with { BrokerChance = 0, DocumentChance = 0 }, Health = new() { FewestOrders = 1_000_000 } };
        for (ulong seed = 0; seed < 10; seed++)
        {
            var both = TestWorlds.Start(world, seed);
            var alone = TestWorlds.Start(world with { Niches = [world.Niches[1]] }, seed);
            for (var day = 0; day < 30; day++)
            {
                both.Step([new(new(0), Spoons(both, day, mugs: day > 5))]);
                alone.Step([new(new(0), Spoons(alone, day, mugs: false))]);
                Assert.Equal(Sold(alone), Sold(both));
            }
        }

        static Decision Spoons(Simulation simulation, int day, bool mugs) => day % 3 > 0 ? Decision.None : new(
        [
            .. simulation.Observe(new(0)).Offers.Where(offer => mugs || offer.Info.Niche == "spoons").Select(offer => new SetPrice(offer.Id, new(offer.ReferencePrice.Cents * (90 + (day % 7)) / 100))),
        ]);

        static (int Orders, int Units, int Sessions, int? Position)[] Sold(Simulation simulation) =>
            [.. simulation.Observe(new(0)).Offers.Where(offer => offer.Info.Niche == "spoons").Select(offer => (offer.OrdersYesterday, offer.UnitsYesterday, offer.SessionsYesterday, offer.Listing.SearchPosition))];
    }

    /// <summary>Same world, same day: dearer than a rival, a rival dearer, a better or a worse rating; orders never move the wrong way.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void Orders_of_a_day_follow_rating_and_rivals_prices()
    {
        for (ulong seed = 0; seed < 30; seed++)
        {
            var orders = Orders(seed, 17.99m, 4.3);
            Assert.True(Orders(seed, 14.99m, 4.3) <= orders);
            Assert.True(Orders(seed, 17.99m, 4.9) >= orders);
            Assert.True(Orders(seed, 17.99m, 3.5) <= orders);
        }

        static int Orders(ulong seed, decimal acme, double rating)
        {
            // In the order of appeal, so that a rating moves demand alone; the ceiling is what the rival asks, its reference stays.
            var world = TestWorlds.Mugs(openingStock: 100_000);
            var niche = world.Niches[0];
            var simulation = TestWorlds.Start(
                world with
                {
                    Market = new() { Search = new() { RatingWeight = 0, DailyDeviation = 0 }, Advertising = new() { TopSlotAttention = 0 } },
                    Niches = [niche with { Products = [niche.Products[0] with { OpeningRating = rating, Appeal = 1.5 }] }],
                },
                seed);
            simulation.State.Price[simulation.State.Model.Rivals.Single(rival => rival.Definition.Name == "acme").Row] = (int)(acme * 100);
            var mug = simulation.Observe(new(0)).Offers[0];
            simulation.Step([new(new(0), new([new SetPrice(mug.Id, mug.ReferencePrice)]))]);
            return simulation.Observe(new(0)).Offers[0].OrdersYesterday;
        }
    }

    /// <summary>Equal sellers of equal offers: over worlds no seat sells more.</summary>
    [Fact]
    public void No_seat_is_better_than_another()
    {
        const int worlds = 60;
        var differences = new double[worlds];
        for (var seed = 0; seed < worlds; seed++)
        {
            var simulation = TestWorlds.Start(WholeMarket.World(days: 60), (ulong)seed);
            WholeMarket.Play(simulation, 40);
            differences[seed] = simulation.Summary(new(0)).UnitsSold - simulation.Summary(new(1)).UnitsSold;
        }

        var mean = differences.Average();
        var error = Math.Sqrt(differences.Sum(value => (value - mean) * (value - mean)) / (worlds - 1) / worlds);
        Assert.InRange(mean, -4 * error, 4 * error);
    }
}
