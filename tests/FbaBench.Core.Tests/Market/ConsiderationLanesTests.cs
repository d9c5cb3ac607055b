using CsCheck;
using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Tests.Market;

/// <summary>What shoppers consider, at every width of vectors, against the plain form: equal bits.</summary>
public sealed class ConsiderationLanesTests
{
    [Fact]
    public void Every_width_gives_the_bits_of_the_plain_form() =>
        Gen.Select(ConsiderationCase.Any, Gen.Double[0, 1], Gen.Double[-4, 3]).Sample(
            (market, share, odds) =>
            {
                var depth = new SearchDepth(market.Decay, market.Order.Length);
                var plain = new PlainConsideration(depth, market.Order.Length, market.Slots.Length);
                plain.Add(share, market.Odds, market.Sigma, market.Order, market.Weights, market.Slots, market.Attention);
                plain.Add(1 - share, Math.Exp(odds), market.Sigma, market.Order, market.Weights, market.Slots, market.Attention);
                foreach (var lanes in LaneMath.All)
                {
                    var considered = Consideration.Of(lanes, depth, market.Order.Length, market.Slots.Length);
                    considered.Add(share, market.Odds, market.Sigma, market.Order, market.Weights, market.Slots, market.Attention);
                    considered.Add(1 - share, Math.Exp(odds), market.Sigma, market.Order, market.Weights, market.Slots, market.Attention);
                    Assert.Equal(plain.Buy.ToArray(), considered.Buy.ToArray());
                    Assert.Equal(plain.Visit.ToArray(), considered.Visit.ToArray());
                    Assert.Equal(plain.AdOnly.ToArray(), considered.AdOnly.ToArray());
                    Assert.Equal(plain.AdBuy.ToArray(), considered.AdBuy.ToArray());
                    Assert.Equal(plain.AdVisit.ToArray(), considered.AdVisit.ToArray());
                }
            },
            iter: 500);

    [Theory]
    [InlineData(8)]
    [InlineData(0)]
    public void So_it_does_with_as_many_slots_as_a_world_can_have(int slots)
    {
        int[] order = [.. Enumerable.Range(0, 21).Select(i => i * 8 % 21)];
        long[] weights = [.. order.Select(page => NestedLogit.Weight(2 - (0.3 * page)))];
        double[] attention = [.. Enumerable.Range(0, slots).Select(slot => 0.9 / (1 + slot))];
        var depth = new SearchDepth(1.3, order.Length);
        var plain = new PlainConsideration(depth, order.Length, slots);
        plain.Add(0.7, 0.4, 0.6, order, weights, order.AsSpan(3, slots), attention);
        foreach (var lanes in LaneMath.All)
        {
            var considered = Consideration.Of(lanes, depth, order.Length, slots);
            considered.Add(0.7, 0.4, 0.6, order, weights, order.AsSpan(3, slots), attention);
            Assert.Equal(plain.Buy.ToArray(), considered.Buy.ToArray());
            Assert.Equal(plain.Visit.ToArray(), considered.Visit.ToArray());
            Assert.Equal(plain.AdBuy.ToArray(), considered.AdBuy.ToArray());
        }
    }
}
