using FbaBench.Tests.Runtime;

namespace FbaBench.Tests.Kernel;

/// <summary>The same digits again with every mechanism of the market on.</summary>
public sealed class MarketDeterminismTests
{
    /// <summary>The sellers do what the test is about, and it happens.</summary>
    [Fact]
    public void Every_mechanism_happens()
    {
        var simulation = TestWorlds.Start(EveryMechanism.World());
        var kinds = new HashSet<EventKind>();
        while (!simulation.IsOver)
        {
            simulation.Step(EveryMechanism.Decisions(simulation));
            kinds.UnionWith(simulation.Events.ToArray().Select(happened => happened.Kind));
        }

        Assert.All(
            (EventKind[])[
                EventKind.PriceSet, EventKind.OrderReceived, EventKind.CommandRefused, EventKind.RivalPrice, EventKind.Sale, EventKind.StockOut, EventKind.Returned,
                EventKind.PromotionStarted, EventKind.PromotionEnded, EventKind.PromotionFee, EventKind.CampaignSet, EventKind.CampaignEnded, EventKind.Advertising,
                EventKind.Reviewed, EventKind.ReviewsBought, EventKind.ReviewsFound, EventKind.RivalPresence, EventKind.Settled,
            ],
            kind => Assert.Contains(kind, kinds));
    }

    [Fact]
    public void Forks_saved_states_and_replays_play_on_as_the_original()
    {
        var original = TestWorlds.Start(EveryMechanism.World());
        var forks = new List<Simulation>();
        var hashes = new List<(StateHash, StateHash)>();
        while (!original.IsOver)
        {
            if (original.Day % 20 == 7)
            {
                using var stream = new MemoryStream();
                original.Save(stream);
                stream.Position = 0;
                forks.Add(original.Fork());
                forks.Add(Simulation.Load(stream, EveryMechanism.World()));
            }

            original.Step(EveryMechanism.Decisions(original));
            hashes.Add((original.Hash, original.EventHash));
        }

        foreach (var fork in forks.Append(TestWorlds.Start(EveryMechanism.World())))
        {
            while (!fork.IsOver)
            {
                fork.Step(EveryMechanism.Decisions(fork));
                Assert.Equal(hashes[fork.Day - 1], (fork.Hash, fork.EventHash));
            }
        }
    }

    /// <summary>Debits are credits every day, and money is nowhere made: the pockets of the world sum to zero.</summary>
    [Fact]
    public void Books_balance_every_day_and_no_money_appears()
    {
        var simulation = TestWorlds.Start(EveryMechanism.World(), seed: 3);
        while (!simulation.IsOver)
        {
            simulation.Step(EveryMechanism.Decisions(simulation));
            for (var seat = 0; seat < EveryMechanism.Seats; seat++)
            {
                var books = simulation.Books(new(seat));
                Assert.Equal(Money.Zero, Enum.GetValues<Account>().Aggregate(Money.Zero, (sum, account) => sum + books.Balance(account)));
            }

            Assert.Equal(Money.Zero, Enum.GetValues<CashHolder>().Aggregate(Money.Zero, (sum, holder) => sum + simulation.CashHeldBy(holder)));
        }

        Assert.True(simulation.Books(new(0)).Balance(Account.AdvertisingFees) > Money.Zero);
        Assert.True(simulation.Books(new(0)).Balance(Account.PromotionFees) > Money.Zero);
        Assert.True(simulation.Books(new(0)).Balance(Account.BoughtReviews) > Money.Zero);
    }

    /// <summary>Decisions are made before; only the engine's own bytes are counted.</summary>
    [Fact]
    public void Step_allocates_nothing_once_warm()
    {
        var warm = TestWorlds.Start(EveryMechanism.World());
        var decisions = new List<SeatDecision[]>();
        while (!warm.IsOver)
        {
            decisions.Add(EveryMechanism.Decisions(warm));
            warm.Step(decisions[^1]);
        }

        var simulation = TestWorlds.Start(EveryMechanism.World());
        for (var day = 0; day < 40; day++)
        {
            simulation.Step(decisions[day]);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var day = 40; day < 130; day++)
        {
            simulation.Step(decisions[day]);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task Every_marketing_command_comes_back_from_the_log()
    {
        using var stream = new MemoryStream();
        StateHash hash;
        await using (var session = SimulationSession.Start(EveryMechanism.World(), new WorldSeed(7), new SessionOptions { Log = stream }).Seat(new(0), Seat(0)).Seat(new(1), Seat(1)))
        {
            await session.PlayAsync();
            hash = session.Hash;
        }

        using var reader = RunLogReader.Open(new MemoryStream(stream.ToArray()));
        var world = TestWorlds.Start(EveryMechanism.World());
        Assert.Equal(hash, reader.Replay().Hash);
        var types = new HashSet<Type>();
        for (var day = 0; day < reader.Days.Count; day++)
        {
            foreach (var decision in reader.Days[day].Decisions.Where(decision => decision.Decision.Commands.Count > 0))
            {
                Assert.Equal(EveryMechanism.Commands(day, decision.Seat.Index, EveryMechanism.Offers(world, decision.Seat.Index)), decision.Decision.Commands);
                types.UnionWith(decision.Decision.Commands.Select(command => command.GetType()));
            }
        }

        Assert.Equal(
            ["BuyReviews", "ChangeCampaign", "CreateCampaign", "EndPromotion", "Liquidate", "PlaceOrder", "SetPrice", "StartPromotion", "StopCampaign"],
            types.Select(type => type.Name).Order(StringComparer.Ordinal));

        static Scripted Seat(int seat) => new(today => new(EveryMechanism.Commands(today.Day, seat, [.. today.Offers.Select(offer => offer.Id)])));
    }
}
