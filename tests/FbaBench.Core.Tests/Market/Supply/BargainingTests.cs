using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Tests.Market.Supply;

/// <summary>The counterpart of a negotiation as a function of its draws.</summary>
public sealed class BargainingTests
{
    private const ulong Keys = 6_000;
    private static readonly KeyedDraws Draws = KeyedDraws.ForWorld(new WorldSeed(5));
    private static readonly SupplierDefinition Supplier = SupplyWorlds.Factory with { Bargain = 0.2 };

    [Fact]
    public void Asks_fall_from_the_ladder_to_what_the_supplier_can_bear_and_stay_there()
    {
        for (ulong key = 1; key <= Keys; key++)
        {
            var reservation = Bargaining.Reservation(Draws, key, Supplier, 10_000, 0);
            var patience = Bargaining.Patience(Draws, key);
            var asks = Enumerable.Range(1, patience + 3).Select(round => Bargaining.Ask(Draws, key, 10_000, reservation, round)).ToArray();
            Assert.All(asks.Zip(asks.Skip(1)), pair => Assert.True(pair.Second <= pair.First));
            Assert.InRange(asks[0], reservation, 10_000);
            Assert.All(asks[..(patience - 1)], ask => Assert.True(ask > reservation));
            Assert.All(asks[(patience - 1)..], ask => Assert.Equal(reservation, ask));
        }
    }

    /// <summary>Of ten dollars that can be given, after one, two and three of four proposals: early √x, evenly x, late x².</summary>
    [Fact]
    public void A_supplier_gives_way_early_evenly_or_late()
    {
        var asks = new Dictionary<(long, long, long), long>();
        for (ulong key = 1; key <= Keys; key++)
        {
            if (Bargaining.Patience(Draws, key) == 4)
            {
                var way = (Ask(key, 1), Ask(key, 2), Ask(key, 3));
                asks[way] = asks.GetValueOrDefault(way) + 1;
            }
        }

        var patient = asks.Values.Sum();
        SupplyWorlds.Within(patient, (long)Keys, 1 / 3.0);
        Assert.Equal(3, asks.Count);
        SupplyWorlds.Within(asks[(9_500, 9_293, 9_134)], patient, 1 / 3.0);
        SupplyWorlds.Within(asks[(9_750, 9_500, 9_250)], patient, 1 / 3.0);
        SupplyWorlds.Within(asks[(9_938, 9_750, 9_438)], patient, 1 / 3.0);

        static long Ask(ulong key, int round) => Bargaining.Ask(Draws, key, 10_000, 9_000, round);
    }

    [Fact]
    public void It_hears_two_three_or_four_proposals_equally_often()
    {
        var patience = new long[6];
        for (ulong key = 1; key <= Keys; key++)
        {
            patience[Bargaining.Patience(Draws, key)]++;
        }

        Assert.Equal((long)Keys, patience[2] + patience[3] + patience[4]);
        SupplyWorlds.Within(patience[2], (long)Keys, 1 / 3.0);
        SupplyWorlds.Within(patience[3], (long)Keys, 1 / 3.0);
    }

    /// <summary>Uniform on 40 to 100 % of the bargain: mean 0.7, deviation 0.6/√12.</summary>
    [Fact]
    public void What_it_can_bear_lies_between_two_fifths_and_the_whole_of_its_bargain()
    {
        var shares = new List<double>();
        for (ulong key = 1; key <= Keys; key++)
        {
            shares.Add((1_000_000 - Bargaining.Reservation(Draws, key, Supplier, 1_000_000, 4)) / 200_000.0);
        }

        Assert.InRange(shares.Min(), 0.4 - 1e-4, 0.41);
        Assert.InRange(shares.Max(), 0.99, 1);
        Assert.InRange((shares.Average() - 0.7) / (0.6 / Math.Sqrt(12.0 * Keys)), -4, 4);
    }

    /// <summary>A new buyer gets 60 % of it, each order shipped a tenth more, everyone with four orders all; in whole cents in favour of the supplier.</summary>
    [Fact]
    public void Repeat_business_lowers_what_it_asks_at_last()
    {
        for (ulong key = 1; key <= 200; key++)
        {
            var whole = 1_000_000 - Bargaining.Reservation(Draws, key, Supplier, 1_000_000, 4);
            for (var orders = 0; orders < 8; orders++)
            {
                var given = 1_000_000 - Bargaining.Reservation(Draws, key, Supplier, 1_000_000, orders);
                Assert.InRange(given - (whole * Math.Min(1, 0.6 + (0.1 * orders))), -1, 1);
            }
        }
    }

    /// <summary>The price is agreed in whole cents and never below the last one that it can bear.</summary>
    [Fact]
    public void Without_a_bargain_it_bears_no_price_below_its_ladder()
    {
        Assert.Equal(400, Bargaining.Reservation(Draws, 1, SupplyWorlds.Factory, 400, 4));
        Assert.Equal(400, Bargaining.Ask(Draws, 1, 400, 400, 1));
    }
}
