using Xunit.Abstractions;

namespace FbaBench.Samples;

/// <summary>An agent gated in a test project: <c>dotnet test samples/11.GatedAgent</c>. A change that makes it worse turns the second test red; one that nobody can tell from none does not.</summary>
public sealed class GateTests(ITestOutputHelper output)
{
    private static readonly IScenario Year = ShippedScenarios.Find("first-year");

    [Fact]
    public async Task It_is_an_agent_that_a_benchmark_can_rely_on() => (await AgentConformance.CheckAsync(() => new CarefulBuyer())).Assert();

    [Fact]
    public async Task It_is_not_worse_than_what_went_live_by_3000_dollars_a_year()
    {
        var result = await AgentGate.AssertNotWorseAsync(() => new CarefulBuyer(), ShippedAgents.Factory("greedy-repricer"), Year, margin: 3000);
        output.WriteLine(result.ToString());
    }

    [Fact]
    public async Task It_beats_doing_nothing_even_if_a_tenth_of_its_decisions_is_lost() =>
        output.WriteLine((await AgentGate.AssertBetterAsync(() => Faults.Loses(new CarefulBuyer(), 0.1), ScriptedAgent.Idle, Year)).ToString());
}
