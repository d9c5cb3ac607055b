using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Phases;

/// <summary>Phase 4: scripted rivals look at yesterday's public prices, each on its own keyed days.</summary>
internal static class RivalPhase
{
    public static void Run(DayContext day)
    {
        for (var n = 0; n < day.Model.Niches.Length; n++)
        {
            Niche(day, n);
        }
    }

    private static void Niche(DayContext day, int n)
    {
        var rivals = day.Model.RivalsOf(n);
        var rows = day.Model.Niches[n].RivalRows;
        var looks = day.Uniforms.AsSpan(0, rivals.Length);
        day.Draws.Uniforms(Mechanism.Rival, day.Model.KeyOfRow.AsSpan(rows), day.Day, 0, looks);
        var deepest = DeepestRatio(day, n);
        for (var i = 0; i < rivals.Length; i++)
        {
            var rival = rivals[i];
            if (looks[i] >= rival.Definition.LookChance)
            {
                continue;
            }

            var target = RivalPricing.Target(rival.Definition, rival.FloorCents, deepest);
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
