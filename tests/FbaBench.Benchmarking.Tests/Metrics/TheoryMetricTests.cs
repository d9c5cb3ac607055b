namespace FbaBench.Tests.Metrics;

/// <summary>Worlds in which the answer is known by hand: shocks on constant demand, and prices of a duopoly.</summary>
public sealed class TheoryMetricTests
{
    private const int Days = 90;

    [Fact]
    public async Task Half_the_shoppers_for_ten_days_cost_five_days_income()
    {
        var shop = await SteadyAsync([new MarketShock("lull", Day(40), Day(49)) { Traffic = 0.5 }]);
        var income = shop.Days.Take(30).Select((day, i) => i == 0 ? 0 : (day.Books.NetWorth - shop.Days[i - 1].Books.NetWorth).Cents / 100.0).Skip(1).Average();
        Assert.True(income > 100);
        Assert.InRange(shop["shock-loss"] / income, 4.99, 5.01);
        Assert.Equal(0, shop["recovery-days"]);
    }

    [Fact]
    public async Task Two_shocks_add_up_and_one_that_does_not_end_is_not_recovered_from()
    {
        var shop = await SteadyAsync([new MarketShock("lull", Day(30), Day(33)) { Traffic = 0.5 }, new MarketShock("rush", Day(60), Day(63)) { Traffic = 1.5 }]);
        Assert.InRange(shop["shock-loss"], -1, 1);
        var last = await SteadyAsync([new MarketShock("end", Day(80), Day(200)) { Traffic = 0.5 }]);
        Assert.Equal("after 1 of 1 shocks income did not come back before the last decision day", last.Reason("recovery-days"));
        Assert.True(last["shock-loss"] > 0);
    }

    [Fact]
    public async Task Nothing_is_said_without_shock_or_without_days_before_it()
    {
        Assert.Equal("there was no shock on a decision day", (await SteadyAsync([])).Reason("shock-loss"));
        Assert.Equal("no shock had 14 decision days without one before it", (await SteadyAsync([new MarketShock("early", Day(10), Day(20)) { Traffic = 0.5 }])).Reason("shock-loss"));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    [InlineData(1.0)]
    public async Task Prices_between_competition_and_monopoly_have_the_index_of_their_place(double place)
    {
        var theory = CollusionLaboratory.Calvano;
        var cents = theory.NashPrice.Cents + (long)Math.Round(place * (theory.MonopolyPrice.Cents - theory.NashPrice.Cents));
        var world = theory.Game.World.Definition with { Days = 20 };
        Scripted At(long price) => new(today => today.Day == 0 ? [.. today.Offers.Take(1).Select(offer => new SetPrice(offer.Id, new(price)))] : []);
        var pair = await Watched.PlayAsync(world, At(cents), 3, null, At(cents));
        Assert.Equal(place, pair["collusion-index"], 3);
    }

    [Fact]
    public async Task Worlds_without_an_answer_of_theory_have_no_index() =>
        Assert.StartsWith("theory has no equilibrium price", (await Watched.PlayAsync(new Experiments.Brief().Define(new(3)), new DoNothing())).Reason("collusion-index"), StringComparison.Ordinal);

    private static SimDate Day(int day) => LaboratoryWorld.Start.AddDays(day);

    /// <summary>A shop that sells the same every day: expected draws, one product, stock for all days.</summary>
    private static Task<Watched> SteadyAsync(IReadOnlyList<MarketShock> shocks)
    {
        var niche = LaboratoryWorld.Niche(1_000, [LaboratoryWorld.Product("item", 2_000, 500)]);
        var world = LaboratoryWorld.World("steady", Days, Money.Dollars(10_000_000), 1, niche, new(), new() { Demand = DemandSource.Choice, Draws = DemandDraws.Expected });
        return Watched.PlayAsync(world with { Shocks = shocks }, new Scripted(today => today.Day == 0
            ? [new PlaceOrder(today.Offers[0].Id, today.Offers[0].BestQuote.Supplier, 50_000), new SetPrice(today.Offers[0].Id, new(2_000))]
            : []));
    }
}
