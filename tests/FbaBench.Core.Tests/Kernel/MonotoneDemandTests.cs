using CsCheck;
using FbaBench.World;

namespace FbaBench.Tests.Kernel;

/// <summary>Mean orders of a listing as the whole engine computes them: which way they move with one thing, everything else equal.</summary>
[Trait("Category", "Property")]
public sealed class MonotoneDemandTests
{
    private const int Products = 2;
    private const int Rivals = 7;
    private const int Rows = Products + Rivals;
    private const double Rounding = 1e-9;

    private static readonly Simulation Slotted = Start(new());
    private static readonly Simulation Plain = Start(MarketWorlds.WithoutSlots);
    private static readonly MeanDay SlottedMeans = new(Slotted);
    private static readonly MeanDay PlainMeans = new(Plain);

    /// <summary>Any prices from deep discounts to beyond suppression, any stars, any velocity, a campaign or none.</summary>
    private static readonly Gen<Market> Markets =
        from prices in Gen.Int[900, 3_200].Array[Rows]
        from stars in Gen.Int[0, 60].Array[Rows * 5]
        from velocity in Gen.Double[0, 12].Array[Rows]
        from bid in Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[10, 200]))
        from slots in Gen.Bool
        select new Market(prices, stars, velocity, bid, slots);

    [Fact]
    public void Orders_fall_in_the_own_price() =>
        Gen.Select(Markets, Gen.Int[0, Rows - 1], Gen.Int[1, 1_500]).Sample(
            (market, row, dearer) => Assert.True(
                market.Orders(row, state => MeanDay.SetPrice(state, row, market.Prices[row] + dearer)) <= market.Orders(row) * (1 + Rounding)),
            iter: 1_500);

    [Fact]
    public void Orders_rise_in_every_rivals_price() =>
        Gen.Select(Markets, Gen.Int[0, Rows - 1], Gen.Int[1, Rows - 1], Gen.Int[1, 1_500]).Sample(
            (market, row, next, dearer) =>
            {
                var rival = (row + next) % Rows;
                Assert.True(
                    market.Orders(row, state => MeanDay.SetPrice(state, rival, market.Prices[rival] + dearer)) >= market.Orders(row) * (1 - Rounding));
            },
            iter: 1_500);

    [Fact]
    public void Orders_rise_in_the_score() =>
        Gen.Select(Markets, Gen.Int[0, Rows - 1], Gen.Double[0.1, 20]).Sample(
            (market, row, faster) => Assert.True(
                market.Orders(row, state => state.Velocity[row] += faster) >= market.Orders(row) * (1 - Rounding)),
            iter: 1_500);

    [Fact]
    public void Orders_rise_in_the_rating() =>
        Gen.Select(Markets, Gen.Int[0, Rows - 1], Gen.Int[0, 3], Gen.Int[1, 60]).Sample(
            (market, row, worst, number) => Assert.True(
                market.Orders(row, state =>
                {
                    var moved = Math.Min(number, state.StarCounts[(row * 5) + worst]);
                    state.StarCounts[(row * 5) + worst] -= moved;
                    state.StarCounts[(row * 5) + 4] += moved;
                }) >= market.Orders(row) * (1 - Rounding)),
            iter: 1_500);

    /// <summary>Strictly, where the mean is not zero: a law that equality would satisfy shows nothing.</summary>
    [Fact]
    public void Orders_of_the_reference_market_move_strictly()
    {
        var market = new Market([.. Enumerable.Repeat(2_000, Rows)], [.. Enumerable.Repeat(20, Rows * 5)], [.. Enumerable.Repeat(3.0, Rows)], 0, true);
        var orders = market.Orders(0);
        Assert.InRange(market.Orders(0, state => MeanDay.SetPrice(state, 0, 2_010)) / orders, 0.97, 0.993); // half a per cent dearer at elasticities of -1.4 to -6
        Assert.InRange(market.Orders(0, state => MeanDay.SetPrice(state, Rows - 1, 2_200)) / orders, 1.0001, 1.1);
        Assert.InRange(market.Orders(0, state => state.StarCounts[4] += 200) / orders, 1.1, 5);
        Assert.InRange(market.Orders(0, state => state.Velocity[0] += 30) / orders, 1.05, 5);
    }

    private static Simulation Start(MarketTerms terms)
    {
        var simulation = TestWorlds.Start(MarketWorlds.World(30, MarketWorlds.Niche(products: Products, rivals: Rivals)) with { Market = terms });
        MarketWorlds.Open(simulation);
        return simulation;
    }

    private sealed record Market(int[] Prices, int[] Stars, double[] Velocity, int Bid, bool Slots)
    {
        public double Orders(int row, Action<WorldState>? change = null) => (Slots ? SlottedMeans : PlainMeans).Orders(Slots ? Slotted : Plain, state =>
        {
            for (var i = 0; i < Rows; i++)
            {
                MeanDay.SetPrice(state, i, Prices[i]);
                state.Velocity[i] = Velocity[i];
            }

            Stars.CopyTo(state.StarCounts);
            if (Slots && Bid > 0)
            {
                (state.CampaignBid[0], state.CampaignBudget[0], state.CampaignLast[0]) = (Bid, 100_000_000, 29);
            }

            change?.Invoke(state);
        })[row];
    }
}
