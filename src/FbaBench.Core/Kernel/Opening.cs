using FbaBench.Kernel.Laboratories;
using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Kernel;

/// <summary>The first morning: opening cash and stock, rivals at their ceilings, own offers closed.</summary>
internal static class Opening
{
    public static void Fill(DayContext day)
    {
        var state = day.State;
        foreach (var rival in day.Model.Rivals)
        {
            state.Price[rival.Row] = RivalCalendar.Sells(day.Draws, rival.Key, rival.Definition, day.Day) ? (int)rival.Definition.Ceiling.Cents : 0;
        }

        Pages(day);
        for (var seat = 0; seat < day.Model.Seats; seat++)
        {
            state.LastDecisionDay[seat] = day.Definition.Days - 1;
            state.InsolventDay[seat] = -1;
            day.Post(seat, TransferReason.OpeningCash, day.Definition.Cash.Cents);
        }

        foreach (var offer in day.Model.Own)
        {
            var units = offer.Product.OpeningStock;
            state.PromotionLast[offer.Index] = -1;
            state.CampaignLast[offer.Index] = -1;
            state.FirstInbound[offer.Index] = offer.Product.FirstInbound is { } first ? first - day.Definition.Start
                : units > 0 ? -offer.Product.OpeningAgeDays
                : int.MaxValue;
            if (units == 0)
            {
                continue;
            }

            var slot = offer.Index * state.Layout.Lots;
            state.LotStates[slot] = (int)LotState.Sellable;
            state.LotUnits[slot] = units;
            state.LotNextDay[slot] = -offer.Product.OpeningAgeDays;
            state.UnitsOwned[offer.Index] = units;
            state.LotCost[slot] = checked(units * offer.Product.OpeningUnitCost.Cents);
            day.Post(offer.Seat, TransferReason.OpeningStock, state.LotCost[slot], offer.Row);
        }

        Stages.Open(day);
    }

    /// <summary>Reviews and search history that pages begin with.</summary>
    private static void Pages(DayContext day)
    {
        var state = day.State;
        for (var n = 0; n < day.Model.Niches.Length; n++)
        {
            var niche = day.Model.Niches[n];
            for (var i = niche.FirstPage; i < niche.EndPage; i++)
            {
                var page = day.Model.Pages[i];
                var orders = niche.Definition.SessionsPerDay * day.Rules.Choice.ReferenceShare[i] * page.OpeningVelocity;
                state.Velocity[page.Row] = orders;
                state.RecentOrders[page.Row] = orders;
                state.RecentSessions[page.Row] = orders / niche.Definition.ReferenceConversion;

                // Decayed sales that keep their level at a steady rate.
                state.RankSales[page.Row] = orders / (1 - day.RankKept);
                var stars = state.StarCounts.Slice(page.Row * WorldLayout.Stars, WorldLayout.Stars);
                ReviewEffect.Open(day.Rules.Stars, page.OpeningReviews, page.OpeningRating, stars);
                for (var star = 0; star < page.OpeningStars?.Count; star++)
                {
                    stars[star] = page.OpeningStars[star];
                }
            }
        }
    }
}
