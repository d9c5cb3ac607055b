using FbaBench.Market;

namespace FbaBench.Kernel.Phases;

/// <summary>Phase 1: the date and what it brings to every niche and to freight, shocks that begin and end; yesterday's columns are cleared.</summary>
internal static class CalendarPhase
{
    public static void Run(DayContext day)
    {
        Shocks(day);
        var factors = day.State.NicheFactor;
        for (var n = 0; n < day.Model.Niches.Length; n++)
        {
            var niche = day.Model.Niches[n];
            factors[n] = NicheFactor.Next(day.Draws, niche.Key, day.Day, factors[n], niche.Definition.FactorVariance, niche.Definition.FactorPersistence);
        }

        var freight = day.State.FreightDeviation;
        for (var mode = 0; mode < freight.Length && day.Model.HasFreight; mode++)
        {
            freight[mode] = FreightMarket.Next(day.Draws, FreightMarket.ModeAt(mode), day.Day, freight[mode], day.Definition.Freight);
        }

        day.State.Units.Clear();
        day.State.Orders.Clear();
        day.State.Sessions.Clear();
        day.State.Lost.Clear();
        day.State.Returned.Clear();
        day.State.ReturnedDefective.Clear();
        day.State.Revenue.Clear();
    }

    private static void Shocks(DayContext day)
    {
        day.Shocks.Begin(day.Day);
        for (var i = 0; i < day.Model.Shocks.Length; i++)
        {
            var (before, now) = (day.Day > 0 && day.Shocks.Lasts(i, day.Day - 1), day.Shocks.Lasts(i, day.Day));
            if (before != now)
            {
                day.Emit(now ? EventKind.ShockStarted : EventKind.ShockEnded, -1, -1, day.Model.Shocks[i].Index);
            }
        }
    }
}
