using FbaBench.Kernel;
using FbaBench.Primitives;

namespace FbaBench.Tests.Kernel;

/// <summary>The whole day at every width of vectors: equal states and equal events, whatever the machine of the run accelerates.</summary>
public sealed class WidthsTests
{
    private const int Days = 40;

    [Fact]
    public void Every_width_plays_the_same_days()
    {
        var hashes = LaneMath.All.Select(Play).Distinct().ToArray();

        Assert.Single(hashes);
    }

    private static (StateHash State, StateHash Events) Play(LaneMath lanes)
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs());
        simulation.Step([new(new Seat(0), new Decision([.. simulation.Observe(new Seat(0)).Offers.Select(offer => new SetPrice(offer.Id, offer.ReferencePrice))]))]);
        var day = new DayContext(simulation.State, KeyedDraws.ForWorld(simulation.Seed), simulation.Rules, lanes);
        for (var i = 0; i < Days; i++)
        {
            day.BeginDay();
            foreach (var phase in DayPhases.InOrder)
            {
                phase.Run(day, []);
            }
        }

        return (simulation.Hash, simulation.EventHash);
    }
}
