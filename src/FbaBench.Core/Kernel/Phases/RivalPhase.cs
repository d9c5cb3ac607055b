using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Phases;

/// <summary>Phase 4: scripted rivals look at yesterday's public prices, each on its own keyed days.</summary>
internal static class RivalPhase
{
    public static void Run(DayContext day)
    {
        foreach (var rival in day.Model.Rivals)
        {
            if (day.Draws.Uniform(Mechanism.Rival, rival.Key, day.Day) >= rival.Definition.LookChance)
            {
                continue;
            }

            var target = RivalPricing.Target(rival.Definition, rival.FloorCents, DeepestRatio(day, rival.Niche));
            if (target != day.State.Price[rival.Row])
            {
                day.State.Price[rival.Row] = target;
                day.Emit(EventKind.RivalPrice, -1, rival.Row, 0, 0, target);
            }
        }
    }

    private static double DeepestRatio(DayContext day, int niche)
    {
        if (day.Day == 0)
        {
            return 1;
        }

        var prices = day.State.HistoryPrice;
        var yesterday = (day.Day - 1) % WorldLayout.HistoryDays;
        var lowest = 1.0;
        foreach (var offer in day.Model.OwnOf(niche))
        {
            var price = prices[(offer.Index * WorldLayout.HistoryDays) + yesterday];
            if (price > 0)
            {
                lowest = Math.Min(lowest, price / (double)offer.Product.ReferencePrice.Cents);
            }
        }

        return lowest;
    }
}
