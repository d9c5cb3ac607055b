using FbaBench.Kernel.Health;
using FbaBench.Kernel.Laboratories;
using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Phases;

/// <summary>
/// Phases 5 and 6: sessions come, search results and sponsored slots show them offers, shoppers choose, shelves serve first choices, and whoever
/// met an empty shelf chooses once more. The result stands in the columns Orders, Units, Sessions, Lost and Position.
/// </summary>
internal static class ChoicePhase
{
    public static void Run(DayContext day)
    {
        OpenMarket(day);
        foreach (var block in day.Model.Blocks)
        {
            if (day.Model.Laboratory.Demand == DemandSource.Choice)
            {
                day.Market.Prepare(day.State, day.Draws, block, day.Day, day.Prices);
                day.FirstChoices.Prepare(day.Draws, block, day.Day);
            }

            for (var n = block.First; n < block.End; n++)
            {
                Serve(day, n);
            }
        }
    }

    private static void Serve(DayContext day, int n)
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

    /// <summary>Who is in the market: open offers with stock at the day's start. Own prices go into the history.</summary>
    private static void OpenMarket(DayContext day)
    {
        var state = day.State;
        var today = day.Day % WorldLayout.HistoryDays;
        state.Price.CopyTo(day.Prices);
        state.Position.Clear();
        state.FeaturedShare.Clear();
        day.Campaigns.Clear();
        foreach (var offer in day.Model.Own)
        {
            var onHand = Lots.OnHand(state, offer.Index);
            day.Remaining[offer.Row] = onHand;
            if (onHand == 0 || IsClosed(state, offer, day.Day))
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

    /// <summary>Whether the marketplace keeps an offer off the market: a claim against the listing, or a suspended account.</summary>
    private static bool IsClosed(WorldState state, OwnOffer offer, int day) =>
        (state.BlockedUntil[offer.Index] > 0 && day <= state.BlockedUntil[offer.Index]) || AccountHealthBook.IsSuspended(state, offer.Seat);

    private static void Niche(DayContext day, int n)
    {
        var niche = day.Model.Niches[n];
        if (!day.Market.Open(n))
        {
            return;
        }

        Publish(day, niche);
        var deal = Season.Deal(day.Definition, day.Date);
        var odds = Season.Odds(niche.Definition, day.Date);
        var bids = deal is null ? 1 : day.Definition.Market.Advertising.PeakBidFactor;
        day.Market.Play(day.State, n, day.Day, day.Prices, Sessions(day, n), odds, bids);
        Draw(day, niche);
        if (!Serve(day, niche))
        {
            return;
        }

        if (day.Model.Laboratory.Shortage == ShortageRule.Rechoice)
        {
            Rechoice.Run(day, n, odds);
        }
        else
        {
            Lose(day, niche);
        }
    }

    /// <summary>Search positions and featured shares, as everybody sees them.</summary>
    private static void Publish(DayContext day, NicheModel niche)
    {
        var order = day.Market.Order;
        var positions = day.State.Position;
        var pages = day.Model.Pages.AsSpan(niche.FirstPage..niche.EndPage);
        for (var position = 0; position < order.Length && day.Model.Laboratory.Search; position++)
        {
            foreach (var row in pages[order[position]].Rows)
            {
                positions[row] = position + 1;
            }
        }

        for (var own = niche.FirstOwn; own < niche.EndOwn; own++)
        {
            day.State.FeaturedShare[own] = day.Market.Featured[day.Model.Own[own].Row] * Kept(day, own);
        }
    }

    /// <summary>First choices: each page's means over its offers, and the clicks of own campaigns.</summary>
    private static void Draw(DayContext day, NicheModel niche)
    {
        var splits = day.Market.RowSplit.Slice(niche.FirstRow, niche.Count);
        var pages = day.Model.PageOfRow.AsSpan(niche.FirstRow, niche.Count);
        var organic = day.OrganicShare.AsSpan(niche.FirstRow, niche.Count);
        var (meanOrders, meanVisits) = (day.MeanOrders, day.MeanVisits);
        for (var i = 0; i < pages.Length; i++)
        {
            var page = pages[i] - niche.FirstPage;
            meanOrders[i] = splits[i] * day.Market.Orders[page];
            meanVisits[i] = splits[i] * day.Market.Visits[page];
            organic[i] = day.Market.OrganicShare(page);
        }

        for (var own = niche.FirstOwn; own < niche.EndOwn; own++)
        {
            day.MeanOrders[day.Model.Own[own].Row - niche.FirstRow] *= Kept(day, own);
        }

        var orders = day.MeanOrders.AsSpan(0, niche.Count);
        var visits = day.MeanVisits.AsSpan(0, niche.Count);
        if (day.Model.Laboratory.Draws == DemandDraws.Expected)
        {
            day.FirstChoices.Expect(orders, visits);
            return;
        }

        day.FirstChoices.Draw(niche, orders, visits);
        foreach (ref readonly var phase in day.Market.CampaignPhases)
        {
            AdvertisingPhase.Click(day, niche, in phase);
        }
    }

    /// <summary>Share of a listing's buyers that a counterfeiter on it leaves to the seller.</summary>
    public static double Kept(DayContext day, int own) => day.State.HijackUntil[own] > 0 ? day.Rules.LeftByHijacker : 1;

    /// <summary>Mean sessions of a niche today; in a laboratory on its scale of quantities.</summary>
    public static double Sessions(DayContext day, int n)
    {
        var definition = day.Model.Niches[n].Definition;
        var sessions = definition.SessionsPerDay * Season.Traffic(definition, day.Date) * (Season.Deal(day.Definition, day.Date)?.Traffic ?? 1)
            * day.Shocks.Traffic[n] * NicheFactor.Multiplier(day.State.NicheFactor[n], definition.FactorVariance);
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
        day.Lanes.Uniforms(day.Draws, Mechanism.StandingDemand, day.Model.LiveKeys.AsSpan(niche.FirstLive, niche.Count), day.Day, 0, uniforms);
        for (var i = 0; i < niche.Count; i++)
        {
            var row = niche.FirstRow + i;
            var price = day.State.Price[row];
            var sells = StandingDemand.IsWanted(laboratory, price) && Stages.HasShoppers(day, row);
            var mean = !sells ? 0 : StandingDemand.Mean(laboratory, niche.Definition, sessions, price, day.Model.PageOf(row).ReferenceCents, day.Day);
            var units = laboratory.Demand == DemandSource.Ar1 ? Correlated(day, row, mean, uniforms[i]) : StandingDemand.Units(laboratory, mean, uniforms[i]);
            day.FirstChoices.Want(i, sells ? units : 0);
        }

        if (laboratory.Shortage == ShortageRule.Backlog)
        {
            Backlog.ServeFirst(day, niche);
            Serve(day, niche);
            Backlog.Keep(day, niche);
        }
        else if (Serve(day, niche))
        {
            Lose(day, niche);
        }
    }

    /// <summary>Correlated demand of an own offer; its deviation goes on from yesterday's.</summary>
    private static int Correlated(DayContext day, int row, double mean, double uniform)
    {
        var laboratory = day.Model.Laboratory;
        ref var noise = ref day.State.DemandNoise[day.Model.OwnOfRow[row]];
        noise = StandingDemand.Noise(laboratory, noise, uniform, day.Day == 0);
        return StandingDemand.Correlated(laboratory, mean, noise);
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
        var allServed = day.Served.AsSpan(rows);
        var allUnmet = day.Unmet.AsSpan(rows);
        var owns = niche.EndOwn - niche.FirstOwn;
        var isOut = false;
        for (var i = 0; i < orders.Length; i++)
        {
            var demand = day.FirstChoices.Orders(i);
            var served = demand.Serve(remaining[i]);
            var unmet = new Demand(demand.Singles - served.Singles, demand.Doubles - served.Doubles, demand.Triples - served.Triples);
            orders[i] = served.Orders;
            units[i] = served.Units;
            sessions[i] = demand.Orders + day.FirstChoices.Visits(i);
            allServed[i] = served;
            allUnmet[i] = unmet;
            if (i < owns)
            {
                remaining[i] -= served.Units;
                isOut |= unmet.Orders > 0;
            }
        }

        return isOut;
    }
}
