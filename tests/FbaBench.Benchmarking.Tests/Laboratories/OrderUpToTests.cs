namespace FbaBench.Tests.Laboratories;

/// <summary>The rule that plays shops and stages alike.</summary>
public sealed class OrderUpToTests
{
    /// <summary>Every stage orders as it must: nothing is refused, and the chain serves its shoppers.</summary>
    [Fact]
    public async Task It_plays_every_stage_of_a_supply_chain()
    {
        var simulation = await PlayAsync("lab-supply-chain");
        for (var seat = 0; seat < 4; seat++)
        {
            var summary = simulation.Summary(new(seat));
            Assert.Equal(0, summary.Refusals);
            Assert.True(summary.UnitsSold > 0 || seat > 0);
        }

        var served = simulation.Summary(new(0));
        Assert.True(served.UnitsSold > 0.97 * (served.UnitsSold + served.UnitsLost), $"{served}");
    }

    /// <summary>Without being told demand or costs it comes near the best of theory where shoppers wait.</summary>
    [Fact]
    public async Task It_comes_near_theory_where_shoppers_wait()
    {
        var simulation = await PlayAsync("lab-base-stock");
        Assert.Equal(0, simulation.Summary(new(0)).Refusals);
        Assert.InRange(simulation.Gain(new(0)).Cents / 100.0 / Theory.Of(simulation.Definition).Score!.Value, 0.9, 1);
    }

    [Fact]
    public async Task In_an_ordinary_market_it_is_a_seller_too()
    {
        var simulation = await PlayAsync("first-year");
        Assert.Equal(0, simulation.Summary(new(0)).Refusals);
        Assert.True(simulation.Summary(new(0)).UnitsSold > 1_000);
    }

    private static async Task<Simulation> PlayAsync(string name)
    {
        var scenario = ShippedScenarios.Find(name);
        await using var session = SimulationSession.Start(scenario, new(11));
        for (var seat = 0; seat <= scenario.Opponents.Count; seat++)
        {
            session.Seat(new(seat), new OrderUpTo());
        }

        while (!session.IsOver)
        {
            await session.PlayDayAsync();
        }

        Assert.Empty(session.Faults);
        return session.Fork();
    }
}
