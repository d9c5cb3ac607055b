using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Phases;

/// <summary>
/// Phases 5 and 6: sessions come, shoppers choose, shelves serve first choices, and whoever met an empty shelf chooses once
/// more. The result stands in the columns Orders, Units, Sessions and Lost.
/// </summary>
internal static class ChoicePhase
{
    public static void Run(DayContext day)
    {
        OpenMarket(day);
        for (var n = 0; n < day.Model.Niches.Length; n++)
        {
            if (day.Model.Laboratory.Demand == DemandSource.Choice)
            {
                Niche(day, n);
            }
            else
            {
                Standing(day, n);
            }
        }
    }

    /// <summary>Who is in the market: open offers with stock at the day's start. Own prices go into the history.</summary>
    private static void OpenMarket(DayContext day)
    {
        var state = day.State;
        var today = day.Day % WorldLayout.HistoryDays;
        state.Price.CopyTo(day.Prices);
        foreach (var offer in day.Model.Own)
        {
            var onHand = Lots.OnHand(state, offer.Index);
            day.Remaining[offer.Row] = onHand;
            if (onHand == 0)
            {
                day.Prices[offer.Row] = 0;
            }

            state.HistoryPrice[(offer.Index * WorldLayout.HistoryDays) + today] = day.Prices[offer.Row];
        }

        foreach (var rival in day.Model.Rivals)
        {
            day.Remaining[rival.Row] = int.MaxValue;
        }
    }

    private static void Niche(DayContext day, int n)
    {
        var niche = day.Model.Niches[n];
        var lanes = niche.Lanes;
        var weights = day.Weights.AsSpan(lanes);
        var sum = NestedLogit.Weigh(day.Prices.AsSpan(lanes), day.Model.Intercept.AsSpan(lanes), day.Model.Slope.AsSpan(lanes), weights);
        if (sum == 0)
        {
            return;
        }

        var definition = niche.Definition;
        var odds = niche.ReferenceOdds * Season.Odds(definition, day.Date);
        var share = NestedLogit.BuyingShare(sum, definition.NestSigma, odds);
        var sessions = Sessions(day, n);
        if (day.Model.Laboratory.Draws == DemandDraws.On)
        {
            day.FirstChoices.Draw(day.Draws, day.Day, day.Model.KeyOfRow.AsSpan(lanes), weights, sum, niche.OrderSizes, sessions * share, sessions * (1 - share));
        }
        else
        {
            day.FirstChoices.Expect(weights, sum, sessions * share, sessions * (1 - share));
        }

        if (!Serve(day, niche))
        {
            return;
        }

        if (day.Model.Laboratory.Shortage == ShortageRule.Rechoice)
        {
            Rechoose(day, niche, sum, share, odds);
        }
        else
        {
            Lose(day, niche);
        }
    }

    /// <summary>Mean sessions of a niche today; in a laboratory on its scale of quantities.</summary>
    private static double Sessions(DayContext day, int n)
    {
        var definition = day.Model.Niches[n].Definition;
        var sessions = definition.SessionsPerDay * Season.Traffic(definition, day.Date)
            * NicheFactor.Multiplier(day.State.NicheFactor[n], definition.FactorVariance);
        return day.Model.Laboratory.Demand == DemandSource.Choice
            ? Math.Min(sessions * day.Model.Laboratory.QuantityScale, LaboratoryDefinition.HighestDailyDemand)
            : sessions;
    }

    /// <summary>A laboratory's demand: it comes to every open listing by itself, with stock or without.</summary>
    private static void Standing(DayContext day, int n)
    {
        var niche = day.Model.Niches[n];
        var laboratory = day.Model.Laboratory;
        var sessions = Sessions(day, n);
        var uniforms = day.Uniforms.AsSpan(0, niche.Count);
        day.Draws.Uniforms(Mechanism.StandingDemand, day.Model.KeyOfRow.AsSpan(niche.FirstRow, niche.Count), day.Day, 0, uniforms);
        for (var i = 0; i < niche.Count; i++)
        {
            var row = niche.FirstRow + i;
            var price = day.State.Price[row];
            var mean = price == 0 ? 0 : StandingDemand.Mean(laboratory.Demand, niche.Definition, sessions, price, day.Model.ReferenceCentsOf(row));
            day.FirstChoices.Want(i, price == 0 ? 0 : StandingDemand.Units(laboratory, mean, uniforms[i]));
        }

        if (Serve(day, niche))
        {
            Lose(day, niche);
        }
    }

    /// <summary>Whoever met an empty shelf leaves.</summary>
    private static void Lose(DayContext day, NicheModel niche)
    {
        for (var own = niche.FirstOwn; own < niche.EndOwn; own++)
        {
            var unmet = day.Unmet[day.Model.Own[own].Row].Units;
            day.State.Lost[own] = unmet;
            day.State.LostEver[day.Model.Own[own].Seat] += unmet;
        }
    }

    /// <summary>Serves the first choices of a niche; true when some met an empty shelf.</summary>
    private static bool Serve(DayContext day, NicheModel niche)
    {
        var rows = niche.FirstRow..(niche.FirstRow + niche.Count);
        var orders = day.State.Orders[rows];
        var units = day.State.Units[rows];
        var sessions = day.State.Sessions[rows];
        var remaining = day.Remaining.AsSpan(rows);
        var isOut = false;
        for (var i = 0; i < orders.Length; i++)
        {
            var demand = day.FirstChoices.Orders(i);
            var served = demand.Serve(remaining[i]);
            var unmet = new Demand(demand.Singles - served.Singles, demand.Doubles - served.Doubles, demand.Triples - served.Triples);
            orders[i] = served.Orders;
            units[i] = served.Units;
            sessions[i] = demand.Orders + day.FirstChoices.Visits(i);
            day.Served[niche.FirstRow + i] = served;
            day.Unmet[niche.FirstRow + i] = unmet;
            if (day.Model.OwnOfRow[niche.FirstRow + i] >= 0)
            {
                remaining[i] -= served.Units;
                isOut |= unmet.Orders > 0;
            }
        }

        return isOut;
    }

    private static void Rechoose(DayContext day, NicheModel niche, long sum, double share, double odds)
    {
        var rows = niche.FirstRow..(niche.FirstRow + niche.Count);
        var weights = day.Weights.AsSpan(rows);
        var remaining = day.Remaining.AsSpan(rows);
        long inStock = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = remaining[i] > 0 ? weights[i] : 0;
            inStock += weights[i];
        }

        // Nested-logit diversion: of the buyers of the offers that are out, those stay whom the smaller market would keep.
        var outShare = share * (sum - inStock) / sum;
        var kept = NestedLogit.BuyingShare(inStock, niche.Definition.NestSigma, odds) - (share * inStock / sum);
        var leave = Math.Clamp(1 - (kept / outShare), 0, 1);
        var keys = day.Model.KeyOfRow.AsSpan(rows);
        foreach (var i in day.KeyedOrder(Mechanism.RechoiceOrder, keys))
        {
            var row = niche.FirstRow + i;
            if (day.Model.OwnOfRow[row] is >= 0 and var own && day.Unmet[row].Orders > 0)
            {
                day.State.Lost[own] = day.Unmet[row].Units;
                day.State.LostEver[day.Model.Own[own].Seat] += day.Unmet[row].Units;
                Divert(day, niche, row, weights, keys, inStock, leave);
            }
        }
    }

    private static void Divert(DayContext day, NicheModel niche, int row, ReadOnlySpan<long> weights, ReadOnlySpan<ulong> keys, long inStock, double leave)
    {
        var served = day.Served[row];
        var unmet = day.Unmet[row];
        var demand = new Demand(served.Singles + unmet.Singles, served.Doubles + unmet.Doubles, served.Triples + unmet.Triples);
        for (var ordinal = 0; ordinal < demand.Orders; ordinal++)
        {
            if (demand.WasServed(ordinal, served))
            {
                continue;
            }

            // A shopper is known by order size and rank among orders of that size: more singles re-key no double.
            var size = demand.SizeOf(ordinal);
            var shopper = (demand.RankOf(ordinal) * Demand.LargestOrder) + size - 1;
            var winner = DiversionRace.Winner(day.Draws, keys[row - niche.FirstRow], day.Day, shopper, weights, keys, inStock, leave);
            if (winner < 0)
            {
                continue;
            }

            // Whoever meets a second empty shelf leaves.
            var target = niche.FirstRow + winner;
            if (day.Remaining[target] < size)
            {
                continue;
            }

            day.State.Orders[target]++;
            day.State.Units[target] += size;
            day.State.Sessions[target]++;
            if (day.Model.OwnOfRow[target] >= 0)
            {
                day.Remaining[target] -= size;
            }
        }
    }
}
