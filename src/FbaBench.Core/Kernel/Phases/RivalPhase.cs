using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Phases;

/// <summary>Phase 4: scripted rivals look at yesterday's public prices, each on its own keyed days.</summary>
internal static class RivalPhase
{
    public static void Run(DayContext day)
    {
        day.Lanes.Uniforms(day.Draws, Mechanism.Rival, day.Model.RivalKeys, day.Day, 0, day.RivalUniforms);
        for (var n = 0; n < day.Model.Niches.Length; n++)
        {
            Niche(day, n);
        }
    }

    private static void Niche(DayContext day, int n)
    {
        var rivals = day.Model.RivalsOf(n);
        var looks = day.RivalUniforms.AsSpan(day.Model.Niches[n].FirstRival, rivals.Length);
        var deepest = DeepestRatio(day, day.Model.OwnOf(n));
        for (var i = 0; i < rivals.Length; i++)
        {
            var rival = rivals[i];
            var ceiling = day.Shocks.Cents(day.Model.RivalOfRow[rival.Row], (int)rival.Definition.Ceiling.Cents);
            ref var price = ref day.State.Price[rival.Row];
            if (!IsPresent(day, rival, ceiling, ref price))
            {
                continue;
            }

            // A price war lowers the ceiling under whoever has not looked yet.
            var target = Math.Min(price, ceiling);
            if (looks[i] < rival.Definition.LookChance)
            {
                var floor = day.Shocks.Cents(day.Model.RivalOfRow[rival.Row], rival.FloorCents);
                var watched = rival.Definition.Product is null ? deepest : DeepestRatio(day, OfferOnPage(day, rival));
                target = RivalPricing.Target(rival.Definition.Policy, ceiling, floor, target, watched);
            }

            if (target != price)
            {
                price = target;
                day.Emit(EventKind.RivalPrice, -1, rival.Row, 0, 0, target);
            }
        }
    }

    /// <summary>Comes and goes by its calendar; who comes back asks the ceiling.</summary>
    private static bool IsPresent(DayContext day, RivalOffer rival, int ceiling, ref int price)
    {
        var sells = RivalCalendar.Sells(day.Draws, rival.Key, rival.Definition, day.Day);
        if (sells != price > 0)
        {
            price = sells ? ceiling : 0;
            day.Emit(EventKind.RivalPresence, -1, rival.Row, sells ? 1 : 0);
        }

        return sells;
    }

    /// <summary>The seats' offers on a rival's page; they stand together.</summary>
    private static ReadOnlySpan<OwnOffer> OfferOnPage(DayContext day, RivalOffer rival)
    {
        var first = day.Model.OwnOfRow[day.Model.PageOf(rival.Row).Row];
        return day.Model.Own.AsSpan(first, day.Model.Seats);
    }

    private static double DeepestRatio(DayContext day, ReadOnlySpan<OwnOffer> offers)
    {
        if (day.Day == 0)
        {
            return 1;
        }

        var prices = day.State.HistoryPrice;
        var yesterday = (day.Day - 1) % WorldLayout.HistoryDays;
        var lowest = 1.0;
        foreach (var offer in offers)
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
