using CsCheck;
using FbaBench.Market;

namespace FbaBench.Tests.Market;

/// <summary>Limited consideration in closed form against plain formulas, shopper by shopper group.</summary>
public sealed class ConsiderationTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    [Trait("Category", "Property")]
    public void Shares_of_all_pages_sum_to_one_with_those_who_leave() => Niche.Gen.Sample(
        niche =>
        {
            var considered = niche.Consider();
            Assert.Equal(1, Sum(considered.Buy, niche.Pages) + Sum(considered.Visit, niche.Pages), Tolerance);
        },
        iter: 500);

    /// <summary>Every depth and every number of slots seen as a shopper of its own, by the nested-logit formula.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void Shares_are_those_of_every_kind_of_shopper_summed_up() => Niche.Gen.Sample(
        niche =>
        {
            var considered = niche.Consider();
            var (buy, visit, adOnly, adBuy) = niche.OneByOne();
            for (var page = 0; page < niche.Pages; page++)
            {
                Assert.Equal(buy[page], considered.Buy[page], 1e-12);
                Assert.Equal(visit[page], considered.Visit[page], 1e-12);
                Assert.Equal(adOnly[page], considered.AdOnly[page], 1e-12);
            }

            for (var slot = 0; slot < niche.Slots.Length; slot++)
            {
                Assert.Equal(adBuy[slot], considered.AdBuy[slot], 1e-12);
            }
        },
        iter: 2_000);

    [Fact]
    public void Where_all_is_seen_the_shares_are_the_nested_logit()
    {
        var niche = new Niche([1.5, 0.2, 0.7], [2, 0, 1], [], [], 0.6, 0.4, SeesAll: true);
        var considered = niche.Consider();
        const double total = 2.4;
        var attraction = 0.4 * Math.Pow(total, 0.4);
        var buying = attraction / (1 + attraction);
        Assert.Equal(buying * 1.5 / total, considered.Buy[0], Tolerance);
        Assert.Equal(buying * 0.7 / total, considered.Buy[2], Tolerance);
        Assert.Equal((1 - buying) * Math.Sqrt(0.2) / (Math.Sqrt(1.5) + Math.Sqrt(0.2) + Math.Sqrt(0.7)), considered.Visit[1], 1e-5);
    }

    /// <summary>A listing sells more the higher it stands, the heavier it weighs and the less every other one does.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void Demand_is_monotone_in_position_own_weight_and_every_other_s() => Niche.Gen.Sample(
        niche =>
        {
            var before = niche.Consider().Buy.ToArray();
            var one = niche.Order[^1];
            var heavier = niche with { Weights = [.. niche.Weights.Select((weight, page) => page == one ? weight * 1.1 : weight)] };
            var after = heavier.Consider().Buy.ToArray();
            Assert.True(after[one] > before[one]);
            for (var other = 0; other < niche.Pages; other++)
            {
                Assert.True(other == one || after[other] <= before[other] + 1e-15, $"page {other} gained by a heavier page {one}");
            }

            if (!niche.Slots.Contains(one) && niche.Order.Length > 1)
            {
                var higher = niche with { Order = [one, .. niche.Order[..^1]] };
                Assert.True(higher.Consider().Buy[one] >= before[one] - 1e-15);
            }
        },
        iter: 500);

    /// <summary>A page without stock keeps its place and sells nothing; nobody looks further for it.</summary>
    [Fact]
    public void An_empty_page_takes_its_place_in_the_results()
    {
        var niche = new Niche([1, 1, 1], [0, 1, 2], [], [], 0.6, 0.4);
        var empty = niche with { Weights = [0, 1, 1] };
        Assert.Equal(0, empty.Consider().Buy[0]);
        var depth = new SearchDepth(1.15, 3);
        var seesSecond = depth.Exactly(1, 3) * (0.4 / 1.4);
        var seesBoth = depth.Exactly(2, 3) * Buying(2) / 2;
        Assert.Equal(seesSecond + seesBoth, empty.Consider().Buy[1], Tolerance);
        Assert.Equal(seesBoth, empty.Consider().Buy[2], Tolerance);

        static double Buying(double total)
        {
            var attraction = 0.4 * Math.Pow(total, 0.4);
            return attraction / (1 + attraction);
        }
    }

    [Fact]
    public void A_fifth_of_shoppers_look_as_far_as_the_sixteenth_result_and_clicks_of_equals_fall_as_the_decay_says()
    {
        var depth = new SearchDepth(1.15, 400);
        Assert.Equal(1, depth[0]);
        Assert.InRange(depth[15], 0.19, 0.23);
        Assert.Equal(1, Enumerable.Range(0, 400).Sum(position => depth.Exactly(position, 400)), Tolerance);

        // Among many equals with few buyers, orders by position fall about as position^-1.15.
        var equals = new Niche([.. Enumerable.Repeat(1.0, 400)], [.. Enumerable.Range(0, 400)], [], [], 0.6, 1e-4);
        var orders = equals.Consider().Buy;
        Assert.InRange(Math.Log(orders[1] / orders[15]) / Math.Log(16 / 2.0), 0.95, 1.3);
    }

    private static double Sum(ReadOnlySpan<double> values, int count)
    {
        var sum = 0.0;
        foreach (var value in values[..count])
        {
            sum += value;
        }

        return sum;
    }
}
