namespace FbaBench.Tests.Kernel.Training;

public sealed class TrainingWorldTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Rewards_of_an_episode_sum_to_the_score_to_the_cent(int seats)
    {
        for (var seed = 0; seed < 4; seed++)
        {
            var world = TrainingWorld.Create(PreparedWorld.Of(WholeMarket.World(days: 60, seats)), new WorldSeed((ulong)seed));
            var actions = new float[seats * world.Layout.ActionLength];
            var rewards = new double[seats];
            var sums = new double[seats];
            var cents = new long[seats];
            while (!world.IsDone)
            {
                Actions.Fill(actions, world.Simulation.Day, seed);
                world.Step(actions, rewards);
                for (var seat = 0; seat < seats; seat++)
                {
                    sums[seat] += rewards[seat];
                    cents[seat] += (long)Math.Round(rewards[seat] * 100);
                    Assert.Equal(rewards[seat], Math.Round(rewards[seat] * 100) / 100.0);
                }
            }

            for (var seat = 0; seat < seats; seat++)
            {
                var score = world.Simulation.Gain(new(seat)).Cents;
                Assert.NotEqual(0, score);
                Assert.Equal(score, cents[seat]);
                Assert.Equal(score / 100.0, sums[seat], 6);
            }
        }
    }

    [Fact]
    public void A_reward_is_the_change_of_the_books_net_worth()
    {
        var world = TrainingWorld.Create(PreparedWorld.Of(WholeMarket.World(days: 60)), new WorldSeed(2));
        var actions = new float[2 * world.Layout.ActionLength];
        var rewards = new double[2];
        var before = new[] { world.World.Definition.Cash, world.World.Definition.Cash };
        for (var day = 0; day < 40; day++)
        {
            Actions.Fill(actions, day, 2);
            world.Step(actions, rewards);
            for (var seat = 0; seat < 2; seat++)
            {
                var worth = world.Simulation.Books(new(seat)).NetWorth;
                Assert.Equal((worth - before[seat]).Cents / 100.0, rewards[seat]);
                before[seat] = worth;
            }
        }
    }

    [Fact]
    public void Actions_are_the_commands_that_the_documentation_says()
    {
        var definition = WholeMarket.World(days: 60);
        var world = TrainingWorld.Create(PreparedWorld.Of(definition), new WorldSeed(5));
        var plain = Simulation.Create(definition, new WorldSeed(5));
        var actions = new float[2 * world.Layout.ActionLength];
        var kinds = new HashSet<Type>();
        while (!world.IsDone)
        {
            Actions.Fill(actions, plain.Day, 5);
            var decisions = Enumerable.Range(0, 2).Select(seat => new SeatDecision(new(seat), Actions.Commands(
                plain.Observe(new(seat)),
                definition,
                actions.AsSpan(seat * world.Layout.ActionLength, world.Layout.ActionLength)))).ToArray();
            kinds.UnionWith(decisions.SelectMany(decision => decision.Decision.Commands).Select(command => command.GetType()));
            plain.Step(decisions);
            world.Step(actions, new double[2]);
            if (!world.IsDone)
            {
                Assert.Equal(plain.Hash, world.Simulation.Hash);
            }
        }

        Assert.InRange(plain.Day, 30, 60);
        while (!plain.IsOver)
        {
            plain.Step([]);
        }

        Assert.Equal(plain.Hash, world.Simulation.Hash);
        Assert.Equal([typeof(ChangeCampaign), typeof(CloseOffer), typeof(CreateCampaign), typeof(Liquidate), typeof(PlaceOrder), typeof(SetPrice), typeof(StopCampaign)], kinds.OrderBy(kind => kind.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void Features_are_what_the_seller_sees()
    {
        var world = TrainingWorld.Create(PreparedWorld.Of(WholeMarket.World(days: 60)), new WorldSeed(7));
        var actions = new float[2 * world.Layout.ActionLength];
        var seen = new float[world.Layout.ObservationLength];
        while (!world.IsDone)
        {
            for (var seat = 0; seat < 2; seat++)
            {
                var today = world.Simulation.Observe(new(seat));
                world.Observe(new(seat), seen);
                Assert.Equal(Features.Of(today, world.Simulation.Books(new(seat))), seen);
            }

            Actions.Fill(actions, world.Simulation.Day, 7);
            world.Step(actions, new double[2]);
        }
    }

    [Fact]
    public void A_day_allocates_nothing_once_warm()
    {
        var world = TrainingWorld.Create(PreparedWorld.Of(WholeMarket.World(days: 150)), new WorldSeed(3));
        var actions = new float[2 * world.Layout.ActionLength];
        var seen = new float[world.Layout.ObservationLength];
        var rewards = new double[2];
        Play(149);
        world.Reset(new WorldSeed(3));
        Play(100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Play(149);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Play(int until)
        {
            while (world.Simulation.Day < until)
            {
                for (var i = 0; i < actions.Length; i++)
                {
                    // Every action of every day, without the arrays that the drawn ones are taken from.
                    var way = (world.Simulation.Day + i) % 7;
                    actions[i] = (OfferAction)(i % TrainingLayout.OfferActions) switch
                    {
                        OfferAction.PriceMultiplier => 0.9f + (way * 0.05f),
                        OfferAction.OrderUnits => way == 3 ? 200 : 0,
                        OfferAction.Bid => way * 0.2f,
                        OfferAction.DailyBudget => 10 + way,
                        _ => way == 6 ? 1 : 0,
                    };
                }

                world.Step(actions, rewards);
                world.Observe(new(0), seen);
                world.Observe(new(1), seen);
            }
        }
    }

    [Fact]
    public void A_reset_world_plays_as_a_new_one()
    {
        var prepared = PreparedWorld.Of(TestWorlds.Mugs(days: 20));
        var used = TrainingWorld.Create(prepared, new WorldSeed(1));
        var rewards = new double[1];
        var actions = new float[used.Layout.ActionLength];
        Actions.Fill(actions, 0, 0);
        used.Step(actions, rewards);
        used.Reset(new WorldSeed(2));
        var fresh = TrainingWorld.Create(prepared, new WorldSeed(2));
        Assert.Equal(fresh.Simulation.Hash, used.Simulation.Hash);
        var others = new double[1];
        used.Step(actions, rewards);
        fresh.Step(actions, others);
        Assert.Equal(others, rewards);
    }

    [Fact]
    public void Wrong_use_says_what_would_be_right()
    {
        var world = TrainingWorld.Create(PreparedWorld.Of(TestWorlds.Mugs(days: 1)), new WorldSeed(1));
        var actions = new float[world.Layout.ActionLength];
        Assert.Contains("have 15 values; the span has 3", Assert.Throws<ArgumentException>(() => world.Step(new float[3], new double[1])).Message, StringComparison.Ordinal);
        Assert.Contains("have 1 values; the span has 2", Assert.Throws<ArgumentException>(() => world.Step(actions, new double[2])).Message, StringComparison.Ordinal);
        Assert.Contains("observation", Assert.Throws<ArgumentException>(() => world.Observe(new(0), new float[3])).Message, StringComparison.Ordinal);
        Assert.Contains("this world has 1", Assert.Throws<ArgumentException>(() => world.Observe(new(1), new float[world.Layout.ObservationLength])).Message, StringComparison.Ordinal);
        world.Step(actions, new double[1]);
        Assert.Contains("reset", Assert.Throws<InvalidOperationException>(() => world.Step(actions, new double[1])).Message, StringComparison.Ordinal);
        var narrow = TestWorlds.Mugs() with { Limits = new() { CommandsPerDay = 11 } };
        Assert.Contains("can give 12", Assert.Throws<ArgumentException>(() => TrainingWorld.Create(PreparedWorld.Of(narrow), new WorldSeed(1))).Message, StringComparison.Ordinal);
    }
}
