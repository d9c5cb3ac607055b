namespace FbaBench.Tests.Kernel;

public sealed class DeterminismTests
{
    /// <summary>
    /// One run, pinned: Debug and Release, with and without hardware intrinsics, in any process and on any processor these
    /// digits come out. A change of a rule changes them; say so in the changelog.
    /// </summary>
    [Fact]
    [Trait("Category", "Golden")]
    [Trait("Pins", "Run")]
    public void A_run_ends_in_known_state_and_events()
    {
        var simulation = TestWorlds.Start(TestWorlds.Aged(TestWorlds.Established(TestWorlds.Mugs(seats: 2)), 100));
        TestWorlds.Play(simulation, int.MaxValue);
        Assert.Equal("957aeeabff3b9896060a2cca6e7a9277", simulation.Hash.ToString());
        Assert.Equal("79b35502cdebea50abe10888e28977c9", simulation.EventHash.ToString());
    }

    [Fact]
    public void Fork_at_every_day_plays_on_as_the_original_and_leaves_it_alone()
    {
        var original = TestWorlds.Start(TestWorlds.Mugs(days: 40));
        var hashes = new List<(StateHash, StateHash)>();
        var forks = new List<Simulation>();
        while (!original.IsOver)
        {
            forks.Add(original.Fork());
            TestWorlds.Play(original, 1);
            hashes.Add((original.Hash, original.EventHash));
        }

        foreach (var fork in forks)
        {
            for (var day = fork.Day; day < hashes.Count; day++)
            {
                TestWorlds.Play(fork, 1);
                Assert.Equal(hashes[day], (fork.Hash, fork.EventHash));
            }
        }
    }

    [Fact]
    public void A_fork_that_decides_otherwise_changes_nothing_in_the_original()
    {
        var original = TestWorlds.Start(TestWorlds.Mugs());
        TestWorlds.Play(original, 30);
        var before = original.Hash;
        var fork = original.Fork();
        TestWorlds.Play(fork, 10, priceFactor: 0.8m);
        fork.Step([new(new(0), new([new CloseOffer(fork.Observe(new(0)).Offers[0].Id)]))]);
        Assert.Equal(before, original.Hash);
        Assert.NotEqual(before, fork.Hash);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(57)]
    [InlineData(125)]
    public void Saved_and_loaded_plays_on_as_the_original(int day)
    {
        var original = TestWorlds.Start(TestWorlds.Mugs());
        TestWorlds.Play(original, day);
        using var stream = new MemoryStream();
        original.Save(stream);
        stream.Position = 0;
        var loaded = Simulation.Load(stream, TestWorlds.Mugs());
        Assert.Equal(original.Hash, loaded.Hash);
        TestWorlds.Play(original, 20);
        TestWorlds.Play(loaded, 20);
        Assert.Equal((original.Hash, original.EventHash), (loaded.Hash, loaded.EventHash));
    }

    [Fact]
    public void Load_refuses_what_is_damaged_cut_or_of_another_world()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs());
        TestWorlds.Play(simulation, 5);
        using var stream = new MemoryStream();
        simulation.Save(stream);
        var bytes = stream.ToArray();
        for (var at = 0; at < bytes.Length; at += 97)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => Simulation.Load(new MemoryStream(damaged), TestWorlds.Mugs()));
        }

        Assert.Contains("cut", Assert.Throws<InvalidDataException>(() => Simulation.Load(new MemoryStream(bytes[..^1]), TestWorlds.Mugs())).Message, StringComparison.Ordinal);
        Assert.Contains("cut", Assert.Throws<InvalidDataException>(() => Simulation.Load(new MemoryStream(bytes[..10]), TestWorlds.Mugs())).Message, StringComparison.Ordinal);
        Assert.Contains("another definition", Assert.Throws<InvalidDataException>(() => Simulation.Load(new MemoryStream(bytes), TestWorlds.Mugs(days: 121))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_observations_books_and_hashes_changes_nothing()
    {
        var quiet = TestWorlds.Start(TestWorlds.Mugs());
        var read = TestWorlds.Start(TestWorlds.Mugs());
        for (var day = 0; day < 60; day++)
        {
            for (var i = 0; i < 3; i++)
            {
                _ = read.Observe(new(0)).BalancesOwed;
                _ = read.Books(new(0)).ToString();
                _ = read.Summary(new(0));
                _ = read.Hash;
                _ = read.Fork();
            }

            var decision = new SeatDecision(new(0), TestWorlds.Trade(quiet.Observe(new(0))));
            quiet.Step([decision]);
            read.Step([decision]);
            Assert.Equal(quiet.Hash, read.Hash);
        }
    }

    /// <summary>Nothing in the spoons' niche notices a new product, or another one's price, among the mugs.</summary>
    [Fact]
    public void A_product_more_in_another_niche_changes_no_draw_elsewhere()
    {
        var plain = TestWorlds.Mugs(days: 60);
        var richer = plain with
        {
            Niches = [plain.Niches[0] with { Products = [.. plain.Niches[0].Products, TestWorlds.Product("an-early-mug", 15m, 300)] }, plain.Niches[1]],
        };
        var left = TestWorlds.Start(plain);
        var right = TestWorlds.Start(richer);
        while (!left.IsOver)
        {
            TestWorlds.Play(left, 1);
            TestWorlds.Play(right, 1, priceFactor: 1m);
            Assert.Equal(Spoon(left), Spoon(right));
        }

        static (Money, int, int, int, int) Spoon(Simulation simulation)
        {
            var offer = simulation.Observe(new(0)).Offers.Single(one => one.Name == "spoons/long-spoon");
            return (offer.Price, offer.UnitsOnHand, offer.UnitsYesterday, offer.SessionsYesterday, offer.ReturnedYesterday);
        }
    }

    [Fact]
    public void The_order_in_which_a_scenario_lists_things_changes_nothing()
    {
        var plain = TestWorlds.Mugs(days: 30);
        var turned = plain with
        {
            Niches = [.. plain.Niches.Reverse().Select(niche => niche with { Products = [.. niche.Products.Reverse()], Rivals = [.. niche.Rivals.Reverse()] })],
        };
        var left = TestWorlds.Start(plain);
        var right = TestWorlds.Start(turned);
        TestWorlds.Play(left, int.MaxValue);
        TestWorlds.Play(right, int.MaxValue);
        Assert.Equal((left.Hash, left.EventHash), (right.Hash, right.EventHash));
    }

    [Fact]
    public void The_order_of_decisions_given_to_a_step_changes_nothing()
    {
        var left = TestWorlds.Start(TestWorlds.Mugs(days: 30, seats: 2));
        var right = TestWorlds.Start(TestWorlds.Mugs(days: 30, seats: 2));
        while (!left.IsOver)
        {
            SeatDecision[] decisions = [new(new(0), TestWorlds.Trade(left.Observe(new(0)))), new(new(1), TestWorlds.Trade(left.Observe(new(1)), 0.9m))];
            left.Step(decisions);
            right.Step([decisions[1], decisions[0]]);
            Assert.Equal(left.Hash, right.Hash);
        }
    }

    [Fact]
    public void Another_seed_is_another_world()
    {
        var left = TestWorlds.Start(TestWorlds.Mugs(), seed: 7);
        var right = TestWorlds.Start(TestWorlds.Mugs(), seed: 8);
        TestWorlds.Play(left, 10);
        TestWorlds.Play(right, 10);
        Assert.NotEqual(left.Hash, right.Hash);
    }

    [Fact]
    public void Step_allocates_nothing_once_warm()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs(days: 300, seats: 2));
        TestWorlds.Play(simulation, 150);
        SeatDecision[] decisions = [new(new(0), TestWorlds.Trade(simulation.Observe(new(0)))), new(new(1), Decision.None)];
        simulation.Step(decisions);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var day = 0; day < 100; day++)
        {
            simulation.Step(decisions);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
