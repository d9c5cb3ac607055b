namespace FbaBench.Agents.Tests.Policies;

/// <summary>The shipped sellers say that they keep nothing of what they are shown; they are held to it.</summary>
public sealed class LiveSellerTests
{
    private const int Days = 90;

    public static TheoryData<string, string> Sellers
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in ShippedAgents.Names)
            {
                data.Add(name, "first-year");
                data.Add(name, "fraud-and-phishing");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Sellers))]
    public async Task A_seller_does_on_live_observations_what_it_does_on_kept_ones(string name, string scenario)
    {
        var world = PreparedWorld.Of(ShippedScenarios.Find(scenario).Define(new(4)));
        var agent = ShippedAgents.Factory(name)();
        Assert.True(agent.ReadsOnlyWhileDeciding);
        await using var live = SimulationSession.Start(world, new(4)).Seat(new(0), agent);
        await using var frozen = SimulationSession.Start(world, new(4)).Seat(new(0), new Keeping(ShippedAgents.Factory(name)()));
        for (var day = 0; day < Days; day++)
        {
            await live.PlayDayAsync();
            await frozen.PlayDayAsync();
            Assert.Equal((day, frozen.Hash), (day, live.Hash));
        }

        Assert.Empty(live.Faults);
        Assert.Empty(frozen.Faults);
    }

    /// <summary>A layer that does not pass on that the seller keeps nothing.</summary>
    private sealed class Keeping(IAgent inner) : DelegatingAgent(inner);
}
