using FbaBench.Kernel;
using FbaBench.Kernel.Phases;
using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Tests.Market;

/// <summary>Where shoppers go who met an empty shelf: the closed form against shoppers simulated one by one.</summary>
[Trait("Category", "Property")]
public sealed class RechoiceShoppersTests
{
    private const int Shoppers = 5_000_000;

    /// <summary>Many buy, so that few shoppers are simulated in vain.</summary>
    private const double Season = 8;

    /// <summary>
    /// Destinations within four standard errors; the same figures with two per cent more of those who leave fail, so the test could tell.
    /// </summary>
    /// <param name="places">Places in the results whose pages are empty.</param>
    [Theory]
    [InlineData(new[] { 0 })]
    [InlineData(new[] { 1, 3 })]
    public void Divert_agrees_with_shoppers_one_by_one(int[] places)
    {
        var (day, kinds, slots) = Market();
        var pages = kinds[0].Weights.Length;
        var empties = places.Select(place => day.Market.Order[place]).ToArray();
        var isEmpty = Enumerable.Range(0, pages).Select(empties.Contains).ToArray();
        isEmpty.CopyTo(day.Market.Empty(pages));
        var gains = day.Market.Divert(0, Season, out var leave).ToArray();
        var order = day.Market.Order.ToArray();

        var choice = day.Rules.Choice;
        var simulated = new RechoiceShoppers(
            [.. Enumerable.Range(0, pages).Select(position => choice.Depth[position])],
            day.Rules.SlotAttention,
            day.Model.Niches[0].Definition.NestSigma,
            choice.Odds[0] * Season).Simulate(Shoppers, kinds, order, slots, isEmpty);

        var sum = gains.Sum();
        double[] expected = [.. gains.Select(gain => (1 - leave) * gain / sum), leave];
        Assert.All(empties, page => Assert.Equal(0, expected[page]));
        Assert.InRange(LargestDeviation(expected, simulated), 0, 4);
        Assert.True(LargestDeviation([.. expected[..^1].Select(share => share * (1 - (0.02 * leave / (1 - leave)))), leave * 1.02], simulated) > 4, "an error of two per cent was not seen");
    }

    /// <summary>Nobody in the results who is not empty: all leave.</summary>
    [Fact]
    public void All_leave_when_every_page_is_empty()
    {
        var (day, kinds, _) = Market();
        day.Market.Empty(kinds[0].Weights.Length).Fill(true);
        Assert.All(day.Market.Divert(0, 1, out var leave).ToArray(), weight => Assert.Equal(0, weight));
        Assert.Equal(1, leave);
    }

    [Fact]
    public void Nobody_is_diverted_when_no_page_is_empty()
    {
        var (day, kinds, _) = Market();
        day.Market.Empty(kinds[0].Weights.Length).Clear();
        Assert.All(day.Market.Divert(0, 1, out _).ToArray(), weight => Assert.Equal(0, weight));
    }

    /// <summary>In standard errors of the counts.</summary>
    private static double LargestDeviation(double[] expected, long[] counts)
    {
        var total = (double)counts.Sum();
        return expected.Zip(counts, (share, count) => share == 0
            ? (count == 0 ? 0 : double.PositiveInfinity)
            : Math.Abs((count / total) - share) / Math.Sqrt(share * (1 - share) / total)).Max();
    }

    /// <summary>A niche of unequal listings with five slots, its day in means; the kinds' weights and the pages in the slots.</summary>
    private static (DayContext Day, RechoiceShoppers.Kind[] Kinds, int[] Slots) Market()
    {
        var niche = MarketWorlds.Niche(products: 2, rivals: 6);
        var simulation = TestWorlds.Start(MarketWorlds.World(30, niche with { Rivals = [.. niche.Rivals.Select((rival, i) => rival with { Appeal = 0.6 + (0.3 * i) })] }));
        MarketWorlds.Open(simulation);
        var rules = new MarketModel(simulation.State.Model);
        var state = simulation.State.Copy();
        for (var row = 0; row < 8; row++)
        {
            state.Price[row] = 1_700 + (90 * row);
        }

        var day = new DayContext(state, simulation.Seed, rules);
        CalendarPhase.Run(day);
        ChoicePhase.Run(day);
        var weights = PageWeights.Of(LaneMath.Best, rules, day.Shocks);
        weights.Weigh(state, NicheRange.Of(0), day.Day, day.Prices);
        var bidders = new SlotBidders(LaneMath.Best, rules);
        bidders.Prepare(day.Draws, NicheRange.Of(0), day.Day, weights.Rating);
        bidders.Collect(state, 0, day.Day, day.Prices, 1);
        var slots = bidders.Pages[..bidders.Auction()].ToArray();
        Assert.Equal(5, slots.Length);
        var segments = niche.Segments;
        return (day, [.. segments.Select((segment, i) => new RechoiceShoppers.Kind(segment.Share, weights.Of(i, 0).ToArray()))], slots);
    }
}
