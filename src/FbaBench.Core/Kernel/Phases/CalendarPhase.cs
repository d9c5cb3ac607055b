using FbaBench.Market;

namespace FbaBench.Kernel.Phases;

/// <summary>Phase 1: the date and what it brings to every niche and to freight; yesterday's columns are cleared.</summary>
internal static class CalendarPhase
{
    public static void Run(DayContext day)
    {
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
}
