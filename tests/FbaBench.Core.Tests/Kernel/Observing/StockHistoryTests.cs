using FbaBench.Kernel.Charges;
using FbaBench.Kernel.Phases;
using FbaBench.World;

namespace FbaBench.Tests.Kernel.Observing;

public sealed class StockHistoryTests
{
    private const int Window = 30;

    /// <summary>Over the ring's seam and before the ring is full, with days without a sale; day by day against a loop.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(29)]
    [InlineData(30)]
    [InlineData(90)]
    [InlineData(91)]
    [InlineData(100)]
    [InlineData(200)]
    public void Lowest_price_and_live_days_are_those_of_a_loop(int day)
    {
        var state = PreparedWorld.Of(TestWorlds.Mugs()).Start(new(5)).State;
        const int own = 1;
        for (var i = 0; i < WorldLayout.HistoryDays; i++)
        {
            state.HistoryPrice[(own * WorldLayout.HistoryDays) + i] = i % 5 == 0 ? 0 : 1_500 + (i * 37 % 101);
        }

        int[] prices = [.. Enumerable.Range(1, Math.Min(Window, day)).Select(back => OfferFacts.PriceYesterday(state, own, day - back + 1)).Where(price => price > 0)];
        Assert.Equal(prices.Length, StockHistory.LiveDays(state, own, day, Window));
        Assert.Equal(prices.Length == 0 ? 1L + uint.MaxValue : prices.Min(), StockHistory.LowestPrice(state, own, day, Window));
    }

    /// <summary>A promotion of long ago, which no longer counts, takes the loop over single days; none takes the columns.</summary>
    [Fact]
    public void Highest_promoted_price_does_not_depend_on_how_it_is_worked_out()
    {
        var state = PreparedWorld.Of(TestWorlds.Mugs()).Start(new(5)).State;
        var offer = state.Model.Own[0];
        for (var i = 0; i < WorldLayout.HistoryDays; i++)
        {
            state.HistoryPrice[(offer.Index * WorldLayout.HistoryDays) + i] = 1_900 - i;
        }

        // On day 60 the last day's price is the lowest, 1,841; day 58 was promoted, which leaves it so.
        Assert.Equal(1_748, PromotionPhase.HighestPrice(state, offer, 60, 0, 0.05));
        Assert.Equal(1_748, PromotionPhase.HighestPrice(state, offer, 60, 1 << 2, 0.05));
        Assert.Equal(1_749, PromotionPhase.HighestPrice(state, offer, 60, 1 << 1, 0.05));
    }
}
