using FbaBench.Kernel;
using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Tests.Kernel;

/// <summary>One re-choice in closed form against shoppers simulated one by one.</summary>
public sealed class RechoiceTests
{
    private const int Shoppers = 900_000;

    /// <summary>
    /// Each shopper draws a kind, a depth and the slots seen, chooses among what is considered, and, when the first choice is out of stock, chooses again
    /// among the rest or leaves. Where they go must be where the closed form sends them, and a form that is 2 % off must fail.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Diverted_shoppers_go_where_shoppers_one_by_one_go(int emptyPage)
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs(openingStock: 100_000));
        var day = new DayContext(simulation.State, simulation.Seed, simulation.Rules);
        var model = simulation.State.Model;
        var pages = model.PagesOf(0).Length;
        var prices = new int[model.Rows];
        foreach (var row in Enumerable.Range(0, model.Niches[0].Count))
        {
            prices[row] = (int)(model.PageOf(row).ReferenceCents * (0.9 + (0.04 * row)));
        }

        day.Market.Prepare(day.State, day.Draws, NicheRange.Of(0), 5, prices);
        Assert.True(day.Market.Open(0));
        day.Market.Play(day.State, 0, 5, prices, sessions: 1, season: 1, bidFactor: 1);
        var slots = day.Market.FirstSlots.ToArray();
        Assert.True(slots.Length > 2);
        day.Market.Empty(pages).Clear();
        day.Market.Empty(pages)[emptyPage] = true;
        var weights = day.Market.Divert(0, 1, out var leave).ToArray();
        Assert.Equal(0, weights[emptyPage]);
        var expected = weights.Select(weight => (1 - leave) * weight / weights.Sum()).Append(leave).ToArray();

        var counted = OneByOne(simulation.Rules, day.Market, slots, emptyPage, pages);
        var diverted = counted.Sum();
        Assert.True(diverted > 2_000);
        for (var page = 0; page <= pages; page++)
        {
            var error = 4 * Math.Sqrt(expected[page] * (1 - expected[page]) / diverted);
            Assert.InRange(counted[page] / (double)diverted, expected[page] - error, expected[page] + error);
        }

        // The planted fault: at this number of shoppers, leaving two hundredths too often would show.
        Assert.True(4 * Math.Sqrt(leave * (1 - leave) / diverted) < 0.02, "too few shoppers to see a fault");
    }

    private static int[] OneByOne(MarketModel rules, NicheMarket market, int[] slots, int emptyPage, int pages)
    {
        var random = new Random(7);
        var counted = new int[pages + 1];
        var segments = rules.World.Niches[0].Definition.Segments;
        var sigma = rules.World.Niches[0].Definition.NestSigma;
        var order = market.Order.ToArray();
        var attractions = segments.Select((_, segment) => market.WeightsOf(segment, 0).ToArray().Select(weight => weight / NestedLogit.Scale).ToArray()).ToArray();
        for (var shopper = 0; shopper < Shoppers; shopper++)
        {
            var kind = random.NextDouble() < segments[0].Share ? 0 : 1;
            var patience = random.NextDouble();
            var depth = Enumerable.Range(0, order.Length).Last(position => patience < rules.Choice.Depth[position]);
            var look = random.NextDouble();
            var seen = order[..(depth + 1)].Union(slots.Where((_, slot) => look < rules.SlotAttention[slot])).ToArray();
            var first = Choose(seen);
            if (first == emptyPage)
            {
                var second = ChooseAgain([.. seen.Where(page => page != emptyPage)], seen);
                counted[second < 0 ? pages : second]++;
            }

            int Choose(int[] among)
            {
                var attraction = rules.Choice.Odds[0] * Math.Pow(among.Sum(page => attractions[kind][page]), 1 - sigma);
                return random.NextDouble() < attraction / (1 + attraction) ? Pick(among) : -1;
            }

            // Who would have bought with all in stock buys with the rest as often as the smaller set is bought from, given that the larger was.
            int ChooseAgain(int[] among, int[] before)
            {
                if (among.Length == 0)
                {
                    return -1;
                }

                var (all, rest) = (Buying(before), Buying(among));
                var own = all * attractions[kind][emptyPage] / before.Sum(page => attractions[kind][page]);
                return random.NextDouble() < (rest - (all - own)) / own ? Pick(among) : -1;
            }

            double Buying(int[] among)
            {
                var attraction = rules.Choice.Odds[0] * Math.Pow(among.Sum(page => attractions[kind][page]), 1 - sigma);
                return attraction / (1 + attraction);
            }

            int Pick(int[] among)
            {
                var left = random.NextDouble() * among.Sum(page => attractions[kind][page]);
                foreach (var page in among)
                {
                    left -= attractions[kind][page];
                    if (left < 0)
                    {
                        return page;
                    }
                }

                return among[^1];
            }
        }

        return counted;
    }
}
