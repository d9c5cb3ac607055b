using CsCheck;
using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Tests.Market;

/// <summary>Limited consideration in closed form against plain formulas, one group of shoppers after another.</summary>
[Trait("Category", "Property")]
public sealed class ConsiderationLawTests
{
    [Fact]
    public void Shares_sum_to_one_over_all_who_find_anything() =>
        ConsiderationCase.Any.Sample(
            market =>
            {
                var closed = market.Closed();
                var found = market.Groups().Where(group => group.Considered.Any(page => market.Weights[page] > 0)).Sum(group => group.Share);
                Assert.Equal(found, Sum(closed.Buy) + Sum(closed.Visit), 1e-9);
            },
            iter: 2_000);

    [Fact]
    public void Shares_of_full_shelves_sum_to_one() =>
        ConsiderationCase.Any.Where(market => market.Weights.All(weight => weight > 0)).Sample(
            market => Assert.Equal(1, Sum(market.Closed().Buy) + Sum(market.Closed().Visit), 1e-9),
            iter: 1_000);

    /// <summary>The roots of weights are whole numbers of 2^18ths, so visits are compared within what that rounding does.</summary>
    [Fact]
    public void Shares_are_those_of_every_group_of_shoppers_by_plain_formulas() =>
        ConsiderationCase.Any.Sample(
            market =>
            {
                var closed = market.Closed();
                var (buy, visit, adOnly) = (new double[market.Order.Length], new double[market.Order.Length], new double[market.Order.Length]);
                var (adBuy, adVisit) = (new double[market.Slots.Length], new double[market.Slots.Length]);
                foreach (var (share, considered, seen) in market.Groups())
                {
                    var (ordered, visited) = market.Choose(considered);
                    for (var page = 0; page < buy.Length; page++)
                    {
                        buy[page] += share * ordered[page];
                        visit[page] += share * visited[page];
                    }

                    for (var slot = 0; slot < seen.Length; slot++)
                    {
                        adBuy[slot] += share * ordered[seen[slot]];
                        adVisit[slot] += share * visited[seen[slot]];
                    }
                }

                AddAdvertisedOnly(market, adOnly);
                Close(buy, closed.Buy, 1e-12);
                Close(adBuy, closed.AdBuy, 1e-12);
                Assert.All(adOnly.Select((only, page) => (only, page)), pair => Assert.Equal(pair.only, closed.AdOnly[pair.page], 1e-12 * buy[pair.page])); // a difference: exact against all orders
                Close(visit, closed.Visit, 1e-8);
                Close(adVisit, closed.AdVisit, 1e-8);
            },
            iter: 2_000);

    [Fact]
    public void Without_depth_and_slots_it_is_the_nested_logit() =>
        ConsiderationCase.Any.Select(market => market with { Decay = null, Slots = [], Attention = [] }).Sample(
            market =>
            {
                var closed = market.Closed();
                var (buy, visit) = market.Choose(market.Order);
                Close(buy, closed.Buy, 1e-12);
                Close(visit, closed.Visit, 1e-8);
                Assert.Equal(0, Sum(closed.AdOnly));
            },
            iter: 500);

    [Theory]
    [InlineData(1.0, 0)]
    [InlineData(0.25, 0)]
    [InlineData(1.0, 1)]
    public void One_page_takes_all_who_buy(double odds, int slots)
    {
        var market = new ConsiderationCase([0], [0], [.. Enumerable.Range(0, slots)], slots == 0 ? [] : [0.4], 1.15, 0.6, odds);
        var closed = market.Closed();
        Assert.Equal(odds / (1 + odds), closed.Buy[0], 1e-15);
        Assert.Equal(1 / (1 + odds), closed.Visit[0], 1e-15);
        if (slots > 0)
        {
            Assert.Equal(0.4 * odds / (1 + odds), closed.AdBuy[0], 1e-15);
            Assert.Equal(0, closed.AdOnly[0]);
        }
    }

    /// <summary>An empty page keeps its place: who looks at one result and finds it empty finds nothing.</summary>
    [Fact]
    public void An_empty_page_takes_its_place_in_the_results()
    {
        var market = new ConsiderationCase([ConsiderationCase.Empty, 0], [0, 1], [], [], 1.6, 0, 1);
        var closed = market.Closed();
        Assert.Equal(0, closed.Buy[0]);
        Assert.Equal(0, closed.Visit[0]);
        Assert.Equal(0.25, closed.Buy[1], 1e-15); // half look at a second result, half of these buy
        Assert.Equal(0.25, closed.Visit[1], 1e-15);
    }

    /// <summary>Two kinds of shoppers are the mixture of what each does alone.</summary>
    [Fact]
    public void Kinds_of_shoppers_add_up() =>
        Gen.Select(ConsiderationCase.Any, Gen.Double[0, 1], Gen.Double[-4, 3]).Sample(
            (market, share, odds) =>
            {
                var other = market with { Odds = Math.Exp(odds) };
                var both = Consideration.Of(LaneMath.Best, new SearchDepth(market.Decay, market.Order.Length), market.Order.Length, market.Slots.Length);
                both.Add(share, market.Odds, market.Sigma, market.Order, market.Weights, market.Slots, market.Attention);
                both.Add(1 - share, other.Odds, market.Sigma, market.Order, market.Weights, market.Slots, market.Attention);
                var (one, two) = (market.Closed().Buy.ToArray(), other.Closed().Buy.ToArray());
                Close([.. one.Select((value, page) => (share * value) + ((1 - share) * two[page]))], both.Buy, 1e-12);
            },
            iter: 200);

    /// <summary>What a shopper orders after a click on a slot who would not have come so far down the results.</summary>
    private static void AddAdvertisedOnly(ConsiderationCase market, double[] adOnly)
    {
        for (var seen = 1; seen <= market.Slots.Length; seen++)
        {
            for (var depth = 1; depth <= market.Order.Length; depth++)
            {
                var (share, considered, slots) = market.Groups().ElementAt((seen * market.Order.Length) + depth - 1);
                var (ordered, _) = market.Choose(considered);
                foreach (var page in slots.Except(market.Order[..depth]))
                {
                    adOnly[page] += share * ordered[page];
                }
            }
        }
    }

    private static double Sum(ReadOnlySpan<double> shares)
    {
        var sum = 0.0;
        foreach (var share in shares)
        {
            sum += share;
        }

        return sum;
    }

    /// <summary>Equal within a relative error; shares that nobody has are compared with one.</summary>
    private static void Close(double[] expected, ReadOnlySpan<double> actual, double relative)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= (relative * expected[i]) + 1e-17, $"{i}: {expected[i]:R} by groups, {actual[i]:R} in closed form");
        }
    }
}
