namespace FbaBench.Tests.Kernel;

/// <summary>A fork into another future keeps what was and draws what comes anew.</summary>
public sealed class FutureTests
{
    private const int ForkDay = 30;

    private static Simulation Played()
    {
        var simulation = Simulation.Create(WholeMarket.World(days: 90), new WorldSeed(11));
        WholeMarket.Play(simulation, ForkDay);
        return simulation;
    }

    private static StateHash End(Simulation simulation)
    {
        WholeMarket.Play(simulation, 20);
        return simulation.Hash;
    }

    [Fact]
    public void The_same_future_is_the_same_and_another_is_another()
    {
        var simulation = Played();
        var (one, again, other, own) = (simulation.Fork(1), simulation.Fork(1), simulation.Fork(2), simulation.Fork());
        Assert.Equal(simulation.Hash, one.Hash);
        var hashes = new[] { End(one), End(again), End(other), End(own) };
        Assert.Equal(hashes[0], hashes[1]);
        Assert.Equal(3, hashes.Distinct().Count());
    }

    [Fact]
    public void A_fork_of_a_future_stays_in_it()
    {
        var future = Played().Fork(1);
        WholeMarket.Play(future, 3);
        var copy = future.Fork();
        Assert.Equal(End(future), End(copy));
        Assert.Throws<InvalidOperationException>(() => copy.Fork(2));
        Assert.Throws<InvalidOperationException>(() => copy.Save(new MemoryStream()));
    }

    [Fact]
    public void A_future_has_no_log() =>
        Assert.Contains("another future", Assert.Throws<ArgumentException>(() => SimulationSession.Start(Simulation.Create(WholeMarket.World(days: 5), new WorldSeed(1)).Fork(1), new SessionOptions { Log = new MemoryStream() })).Message, StringComparison.Ordinal);

    /// <summary>Shoppers of the first day of a future: over many futures their mean is that of the day, and they differ.</summary>
    [Fact]
    public void Futures_differ_from_their_first_day_on_around_the_same_mean()
    {
        var simulation = Played();
        var sessions = Enumerable.Range(1, 200).Select(future =>
        {
            var fork = simulation.Fork((ulong)future);
            WholeMarket.Play(fork, 1);
            return fork.Observe(new(0)).Offers.Sum(offer => (double)offer.SessionsYesterday);
        }).ToArray();
        WholeMarket.Play(simulation, 1);
        var own = simulation.Observe(new(0)).Offers.Sum(offer => (double)offer.SessionsYesterday);
        var mean = sessions.Average();
        var deviation = Math.Sqrt(sessions.Sum(value => (value - mean) * (value - mean)) / sessions.Length);
        Assert.True(deviation > 0);
        Assert.InRange(own, mean - (4 * deviation), mean + (4 * deviation));
    }
}
