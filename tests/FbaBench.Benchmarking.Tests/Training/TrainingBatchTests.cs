using FbaBench.Tests.Experiments;

namespace FbaBench.Tests.Training;

public sealed class TrainingBatchTests
{
    private const int Worlds = 12;

    [Fact]
    public void Any_number_of_threads_gives_what_worlds_alone_give()
    {
        var seeds = Seeds(Worlds);
        var alone = seeds.Select(seed => TrainingWorld.Create(PreparedWorld.Of(new Brief().Define(seed)), seed)).ToArray();
        using var one = TrainingBatch.Create(new Brief(), Worlds, threads: 1);
        using var two = TrainingBatch.Create(new Brief(), Worlds, threads: 2);
        using var many = TrainingBatch.Create(new Brief(), Worlds, threads: 7);
        TrainingBatch[] batches = [one, two, many];
        foreach (var batch in batches)
        {
            batch.Reset(seeds);
        }

        var actions = new float[one.Rows * one.Layout.ActionLength];
        var rewards = new double[1];
        for (var day = 0; day < 20; day++)
        {
            Fill(actions, day);
            foreach (var batch in batches)
            {
                batch.Step(actions);
            }

            for (var world = 0; world < Worlds; world++)
            {
                alone[world].Step(actions.AsSpan(world * one.Layout.ActionLength, one.Layout.ActionLength), rewards);
                Assert.All(batches, batch => Assert.Equal(rewards[0], batch.Rewards[world]));
                Assert.All(batches, batch => Assert.Equal(alone[world].Simulation.Hash, batch.World(world).Simulation.Hash));
                Assert.All(batches, batch => Assert.Equal(alone[world].IsDone, batch.Done[world]));
            }

            Assert.True(one.Observations.SequenceEqual(two.Observations));
            Assert.True(one.Observations.SequenceEqual(many.Observations));
        }

        Assert.False(one.Done.Contains(false));
    }

    [Fact]
    public void A_world_that_is_done_stands_still_until_it_is_reset()
    {
        using var batch = TrainingBatch.Create(PreparedWorld.Of(new Brief().Define(new(4)) with { Days = 1 }), 2);
        batch.Reset(Seeds(2));
        var actions = new float[batch.Rows * batch.Layout.ActionLength];
        Fill(actions, 0);
        batch.Step(actions);
        var ended = batch.World(0).Simulation.Hash;
        Assert.True(batch.Done[0] && batch.Done[1]);
        batch.Reset(1, new WorldSeed(9));
        Assert.True(batch.Done[0] && !batch.Done[1]);
        Assert.Equal(0, batch.Observation(1, 0)[(int)SeatFeature.Day]);
        batch.Step(actions);
        Assert.Equal(ended, batch.World(0).Simulation.Hash);
        Assert.Equal(0, batch.Rewards[0]);
        Assert.True(batch.Done[1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_step_allocates_nothing_on_the_callers_thread_once_warm(int threads)
    {
        using var batch = TrainingBatch.Create(PreparedWorld.Of(new FirstYear().Define(new(1)) with { Days = 90 }), 4, threads);
        var actions = new float[batch.Rows * batch.Layout.ActionLength];
        batch.Reset(Seeds(4));
        Play(89);
        batch.Reset(Seeds(4));
        Play(60);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Play(89);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Play(int until)
        {
            while (batch.World(0).Simulation.Day < until)
            {
                Fill(actions, batch.World(0).Simulation.Day);
                batch.Step(actions);
            }
        }
    }

    [Fact]
    public void Wrong_use_says_what_would_be_right()
    {
        Assert.Contains("1 to 1,000,000", Assert.Throws<ArgumentOutOfRangeException>(() => TrainingBatch.Create(new Brief(), 0)).Message, StringComparison.Ordinal);
        Assert.Contains("1 to 1,024", Assert.Throws<ArgumentOutOfRangeException>(() => TrainingBatch.Create(new Brief(), 1, 0)).Message, StringComparison.Ordinal);
        using var batch = TrainingBatch.Create(new Odd(), 3, threads: 2);
        var actions = new float[batch.Rows * batch.Layout.ActionLength];
        Assert.Contains("reset the batch first", Assert.Throws<InvalidOperationException>(() => batch.Step(actions)).Message, StringComparison.Ordinal);
        Assert.Contains("takes 3 seeds; given are 2", Assert.Throws<ArgumentException>(() => batch.Reset(Seeds(2))).Message, StringComparison.Ordinal);
        Assert.Contains("values of actions; given are 1", Assert.Throws<ArgumentException>(() => batch.Step(new float[1])).Message, StringComparison.Ordinal);

        // The lowest of two worlds that are wrong is named, whichever thread met it first.
        Assert.Contains("world of seed 7 has", Assert.Throws<ArgumentException>(() => batch.Reset([new(1), new(7), new(9)])).Message, StringComparison.Ordinal);
        batch.Reset([new(1), new(2), new(3)]);
        batch.Step(actions);
        batch.Dispose();
        Assert.Throws<ObjectDisposedException>(() => batch.Step(actions));
    }

    private static WorldSeed[] Seeds(int count) => [.. Enumerable.Range(1, count).Select(seed => new WorldSeed((ulong)seed))];

    private static void Fill(float[] actions, int day)
    {
        for (var i = 0; i < actions.Length; i++)
        {
            var way = (day + i) % 11;
            actions[i] = (OfferAction)(i % TrainingLayout.OfferActions) switch
            {
                OfferAction.PriceMultiplier => 0.9f + (way * 0.03f),
                OfferAction.OrderUnits => way == 3 ? 300 : 0,
                OfferAction.Bid => way * 0.1f,
                OfferAction.DailyBudget => 10 + way,
                _ => way == 6 ? 1 : 0,
            };
        }
    }

    /// <summary>A scenario whose worlds have other products from seed 5 on.</summary>
    private sealed class Odd : IScenario
    {
        public string Name => "brief";

        public WorldDefinition Define(WorldSeed world)
        {
            var whole = new Brief().Define(world);
            return world.Value < 5 ? whole : whole with { Niches = [whole.Niches[0]] };
        }
    }
}
