using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Phases;

/// <summary>
/// Phase 11: sales move search velocity, conversion and best-seller rank. Advertised sales (in the share that the results alone would not have shown) and
/// promoted days do not count for velocity; a listing out of stock loses a share of it each day.
/// </summary>
internal static class RankPhase
{
    public static void Run(DayContext day)
    {
        if (!day.Model.Laboratory.Search || day.Model.Laboratory.Demand != DemandSource.Choice)
        {
            return;
        }

        var terms = day.Definition.Market.Search;
        var weight = day.VelocityWeight;
        foreach (var page in day.Model.Pages)
        {
            var (orders, units, sessions) = Sum(day, page);
            var state = day.State;
            state.RankSales[page.Row] = (state.RankSales[page.Row] * day.RankKept) + units;
            if (state.Position[page.Row] == 0)
            {
                state.Velocity[page.Row] *= 1 - terms.StockOutDecay;
                continue;
            }

            state.RecentOrders[page.Row] += weight * (orders - state.RecentOrders[page.Row]);
            state.RecentSessions[page.Row] += weight * (sessions - state.RecentSessions[page.Row]);
            if (!IsPromoted(day, page))
            {
                state.Velocity[page.Row] += weight * ((orders * day.OrganicShare[page.Row]) - state.Velocity[page.Row]);
            }
        }
    }

    /// <summary>What is left after a day of what halves in some days.</summary>
    public static double Kept(double halfLifeDays) => DetMath.Exp(-DetMath.Log(2) / halfLifeDays);

    private static (double Orders, double Units, double Sessions) Sum(DayContext day, ListingPage page)
    {
        var (orders, units, sessions) = (0.0, 0.0, 0.0);
        foreach (var row in page.Rows)
        {
            orders += day.State.Orders[row];
            units += day.State.Units[row];
            sessions += day.State.Sessions[row];
        }

        return (orders, units, sessions);
    }

    private static bool IsPromoted(DayContext day, ListingPage page)
    {
        foreach (var row in page.Rows)
        {
            if (day.Model.OwnOfRow[row] is >= 0 and var own && day.State.PromotionPrice[own] > 0)
            {
                return true;
            }
        }

        return false;
    }
}
