namespace FbaBench.Tests.Learning;

/// <summary>Sellers who learn nothing, where theory says what they earn.</summary>
public sealed class ScriptedPricerTests
{
    private const int Days = 40;
    private static readonly CollusionLaboratory Laboratory = PriceGames.Laboratory;

    [Fact]
    public async Task Nash_sellers_have_index_0_and_monopolists_1()
    {
        Assert.Equal(0, await IndexAsync(Laboratory.NashPrice), 3);
        Assert.Equal(1, await IndexAsync(Laboratory.MonopolyPrice), 3);
    }

    /// <summary>The paper's grid: fifteen prices from 1.428 to 1.970 (AER 2020; the certified grid).</summary>
    [Fact]
    public void The_prices_are_those_of_the_paper()
    {
        Assert.Equal(15, Laboratory.Game.Prices.Count);
        Assert.Equal((142_77, 197_02), (Laboratory.Game.Prices[0].Cents, Laboratory.Game.Prices[^1].Cents));
        Assert.Equal((147_29, 192_50), (Laboratory.NashPrice.Cents, Laboratory.MonopolyPrice.Cents));
    }

    [Fact]
    public async Task Tit_for_tat_punishes_a_deviation_the_day_after()
    {
        const int day = 10;
        var game = Laboratory.Game;
        var low = game.Prices[4];
        var deviant = new ForcedDeviation(ScriptedPricer.Constant(game, Laboratory.MonopolyPrice), day, low);
        var rounds = await Laboratory.PlayAsync(deviant, ScriptedPricer.TitForTat(game, Laboratory.MonopolyPrice), Days, PriceGames.Split.Test(0));
        Assert.All(Enumerable.Range(0, Days), d => Assert.Equal(d == day ? low : Laboratory.MonopolyPrice, rounds[d].Prices[0]));
        Assert.All(Enumerable.Range(0, Days), d => Assert.Equal(d == day + 1 ? low : Laboratory.MonopolyPrice, rounds[d].Prices[1]));

        // It earns more on the day, and loses more than that on the next.
        var usual = rounds[day - 1].Profits[0].Cents;
        Assert.True(rounds[day].Profits[0].Cents > usual);
        Assert.True(rounds[day].Profits[0].Cents + rounds[day + 1].Profits[0].Cents < 2 * usual);
    }

    private static async Task<double> IndexAsync(Money price)
    {
        var rounds = await Laboratory.PlayAsync(ScriptedPricer.Constant(Laboratory.Game, price), ScriptedPricer.Constant(Laboratory.Game, price), Days, PriceGames.Split.Test(0));
        return Laboratory.Index(rounds.Average(round => round.Profits.Average(profit => (double)profit.Cents)));
    }
}
