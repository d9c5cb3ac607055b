// An agent of one's own in a test project: its contract, its performance against a shipped one, and a change that made it worse.
//   dotnet test -c Release samples/11.GatedAgent
using FbaBench;

namespace GatedAgent;

public sealed class ListPriceTests
{
    /// <summary>Thirty days of the first year: an episode takes some milliseconds. A release gate would play whole years.</summary>
    private static readonly IScenario Month = SmallWorlds.FirstDays(ShippedScenarios.Find("first-year"), 30);

    [Fact]
    public Task It_keeps_the_contract_of_an_agent() =>
        AgentConformance.AssertAsync(() => new ListPrice());

    [Fact]
    public Task It_is_not_worse_than_the_shipped_repricer() =>
        AgentGate.AssertNotWorseAsync(() => new ListPrice(), () => new GreedyRepricer(), Month, margin: Money.Dollars(500));

    [Fact]
    public async Task A_slip_of_the_decimal_point_is_found()
    {
        var options = new GateOptions { AgentName = "slipped", BaselineName = "main" };
        var result = await AgentGate.CompareAsync(() => new ListPrice(factor: 0.1), () => new ListPrice(), Month, margin: Money.Dollars(500), options);
        Assert.True(result.Outcome == GateOutcome.Worse, result.ToString());
    }

    [Fact]
    public async Task It_survives_a_service_that_is_often_down()
    {
        var agent = new AgentBuilder(() => new ListPrice()).UseThrowing(chance: 0.2).Build();
        var options = new GateOptions { MostFailedDays = int.MaxValue, Worlds = 64 };
        await AgentGate.AssertBetterAsync(() => agent(AgentSetting.Alone("shaky")), () => new DoNothing(), Month, options: options);
    }
}
