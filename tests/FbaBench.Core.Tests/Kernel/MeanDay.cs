using FbaBench.Kernel;
using FbaBench.Kernel.Phases;
using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Tests.Kernel;

/// <summary>The means of a day's demand: what the choice phase draws from, before any draw.</summary>
internal sealed class MeanDay(Simulation simulation)
{
    private readonly MarketModel _rules = new(simulation.State.Model);

    /// <summary>
    /// Mean orders by row of the last niche, first choices, clicks of campaigns included; the simulation is left as it stands.
    /// </summary>
    /// <param name="morning">A world on the morning of the day.</param>
    /// <param name="change">What is different that day.</param>
    public double[] Orders(Simulation morning, Action<WorldState>? change = null)
    {
        var state = morning.State.Copy();
        change?.Invoke(state);
        var day = new DayContext(state, morning.Seed, _rules);
        CalendarPhase.Run(day);
        ChoicePhase.Run(day);
        var niche = state.Model.Niches[^1];
        var orders = day.MeanOrders[..niche.Count];
        foreach (var phase in day.Market.CampaignPhases)
        {
            orders[state.Model.Own[phase.Own].Row - niche.FirstRow] += phase.Orders;
        }

        return orders;
    }

    /// <summary>Sets an offer's price, open or closed, own or a rival's.</summary>
    public static void SetPrice(WorldState state, int row, int cents)
    {
        state.Price[row] = cents;
        if (state.Model.OwnOfRow[row] is >= 0 and var own)
        {
            state.ListPrice[own] = cents;
        }
    }
}
