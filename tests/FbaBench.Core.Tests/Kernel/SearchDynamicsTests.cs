using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Tests.Kernel;

/// <summary>The search ranking is stable by construction: stock-outs cost rank, and it comes back.</summary>
public sealed class SearchDynamicsTests
{
    private const int Worlds = 30;

    /// <summary>Leaders of niches of every make-up: 14 days without stock, then less than before, then what the paired world sells.</summary>
    [Theory]
    [InlineData(1.5, 6, 0.25)]
    [InlineData(3.0, 15, 0.8)]
    public void Leaders_recover_from_a_stock_out_of_14_days(double appeal, int rivals, double spread)
    {
        var (before, after, pairedAfter, late, pairedLate) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (ulong seed = 0; seed < Worlds; seed++)
        {
            var simulation = Start(appeal, rivals, spread, seed);
            Play(simulation, 45);
            before += Play(simulation, 14);
            var paired = simulation.Fork();
            var mug = simulation.Observe(new(0)).Offers[0];
            simulation.Step([new(new(0), new([new CloseOffer(mug.Id)]))]);
            Play(simulation, 13);
            Play(paired, 14);
            simulation.Step([new(new(0), new([new SetPrice(mug.Id, mug.ReferencePrice)]))]);
            after += simulation.Observe(new(0)).Offers[0].UnitsYesterday + Play(simulation, 13);
            pairedAfter += Play(paired, 14);
            _ = (Play(simulation, 46), Play(paired, 46));
            late += Play(simulation, 30);
            pairedLate += Play(paired, 30);
        }

        Assert.InRange(after / before, 0.3, 0.9);
        Assert.InRange(after / pairedAfter, 0.3, 0.9);
        Assert.InRange(late / pairedLate, 0.95, 1.02);
    }

    /// <summary>Positions are 1 to the number of listings in the market, each once, and nobody else has one.</summary>
    [Fact]
    public void Positions_are_a_ranking_of_those_in_the_market()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs());
        for (var day = 0; day < 40; day++)
        {
            TestWorlds.Play(simulation, 1);
            var today = simulation.Observe(new(0));
            var own = today.Offers.Where(offer => offer.Info.Niche == "mugs").Select(offer => offer.Listing.SearchPosition);
            var all = own.Concat(today.Competitors.Where(rival => rival.Niche == "mugs").Select(rival => rival.Public.SearchPosition)).OfType<int>().Order().ToArray();
            Assert.Equal(Enumerable.Range(1, all.Length), all);
            Assert.InRange(all.Length, 4, 6);
        }
    }

    /// <summary>Without what differs from day to day, more of one of velocity, rating or conversion never means a lower place.</summary>
    [Fact]
    public void The_score_rises_with_velocity_conversion_and_rating()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs());
        var state = simulation.State;
        Assert.True(Score(_ => { }) < Score(row => state.Velocity[row] *= 2));
        Assert.True(Score(_ => { }) < Score(row => state.RecentOrders[row] *= 1.5));
        Assert.True(Score(_ => { }) < Score(row => state.StarCounts[(row * 5) + 4] += 200));

        int Score(Action<int> change)
        {
            var kept = state.Block.Words.ToArray();
            change(0);
            var pages = state.Model.PagesOf(0).Length;
            var scores = new int[pages];
            var weights = PageWeights.Of(LaneMath.Best, simulation.Rules, new(state.Model, KeyedDraws.ForWorld(simulation.Seed)));
            weights.Weigh(state, NicheRange.Of(0), 0, state.Price);
            simulation.Rules.Score.Of(LaneMath.Best, state, NicheRange.Of(0), weights.Perceived, [.. Enumerable.Repeat(0.5, pages)], new double[pages], new double[pages], scores);
            state.Block.CopyFrom(kept);
            return scores[0];
        }
    }

    /// <summary>Best-seller ranks go by decayed units in the category; a stock-out costs rank.</summary>
    [Fact]
    public void Best_seller_ranks_order_a_category_and_fall_without_sales()
    {
        var simulation = Start(3, 6, 0.25, 1);
        Play(simulation, 20);
        var today = simulation.Observe(new(0));
        Assert.Equal(1, today.Offers[0].Listing.BestSellerRank);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], today.Competitors.Select(rival => rival.Public.BestSellerRank!.Value).Append(1).Order());
        simulation.Step([new(new(0), new([new CloseOffer(today.Offers[0].Id)]))]);
        Play(simulation, 10);
        Assert.True(simulation.Observe(new(0)).Offers[0].Listing.BestSellerRank > 3);
        Assert.Null(simulation.Observe(new(0)).Offers[0].Listing.SearchPosition);
    }

    private static Simulation Start(double appeal, int rivals, double spread, ulong seed)
    {
        var world = new WorldSeed(seed);
        var niche = new NicheDefinition("mugs", 600, -2.6)
        {
            FactorVariance = 0.05,
            Products = [TestWorlds.Product("mug", 20, 200_000) with { Appeal = appeal }],
            Rivals = [.. Enumerable.Range(0, rivals).Select(i => TestWorlds.Hold("rival-" + i, 20) with { Appeal = world.LogNormal("appeal", spread, i) })],
        };
        var simulation = Simulation.Create(new("leaders", new SimDate(2025, 1, 15), 200, Money.Dollars(20_000), [niche]) { Fees = FeePolicy.None }, world);
        var mug = simulation.Observe(new(0)).Offers[0];
        simulation.Step([new(new(0), new([new SetPrice(mug.Id, mug.ReferencePrice)]))]);
        return simulation;
    }

    private static int Play(Simulation simulation, int days)
    {
        var units = 0;
        for (var day = 0; day < days; day++)
        {
            simulation.Step([]);
            units += simulation.Observe(new(0)).Offers[0].UnitsYesterday;
        }

        return units;
    }
}
