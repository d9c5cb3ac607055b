using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Kernel.Laboratories;

/// <summary>Shoppers who wait for stock: <see cref="ShortageRule.Backlog"/>.</summary>
internal static class Backlog
{
    /// <summary>Serves who waits at open listings, before the day's demand.</summary>
    public static void ServeFirst(DayContext day, NicheModel niche)
    {
        var state = day.State;
        for (var own = niche.FirstOwn; own < niche.EndOwn; own++)
        {
            var row = day.Model.Own[own].Row;
            var served = !StandingDemand.IsWanted(day.Model.Laboratory, state.Price[row]) ? 0 : Math.Min(state.Backlog[own], day.Remaining[row]);
            state.Backlog[own] -= served;
            day.Remaining[row] -= served;
            day.FromBacklog[own] = served;
        }
    }

    /// <summary>Adds who was served to the day's sales; of a seller that trades, whoever met an empty shelf waits.</summary>
    public static void Keep(DayContext day, NicheModel niche)
    {
        var state = day.State;
        for (var own = niche.FirstOwn; own < niche.EndOwn; own++)
        {
            var offer = day.Model.Own[own];
            state.Units[offer.Row] += day.FromBacklog[own];
            state.Orders[offer.Row] += day.FromBacklog[own];
            var unmet = day.Unmet[offer.Row].Units;
            var stay = state.Status[offer.Seat] == (int)SeatStatus.Trading ? Math.Min(unmet, LaboratoryDefinition.HighestDailyDemand - state.Backlog[own]) : 0;
            state.Lost[own] = unmet;
            state.Backlog[own] += stay;
            state.LostEver[offer.Seat] += unmet - stay;
        }
    }

    /// <summary>Who waits leaves.</summary>
    public static void Leave(DayContext day, OwnOffer offer)
    {
        var backlog = day.State.Backlog;
        if (!backlog.IsEmpty)
        {
            day.State.LostEver[offer.Seat] += backlog[offer.Index];
            backlog[offer.Index] = 0;
        }
    }

    /// <summary>Units that an offer owes in the evening of a day: to shoppers who wait, and to the stage below.</summary>
    public static int Of(WorldState state, OwnOffer offer, int day)
    {
        var waiting = state.Backlog.IsEmpty ? 0 : state.Backlog[offer.Index];
        return waiting + Stages.Owed(state, offer, day);
    }
}
