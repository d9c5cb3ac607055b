using FbaBench.Kernel;
using FbaBench.Ledger;
using FbaBench.World;

namespace FbaBench.Benchmarks.Ordinary;

/// <summary>Fills the objects from the kernel's columns.</summary>
internal static class StateReader
{
    public static void Read(DayContext day, Day today, SellerAccount account, IReadOnlyList<Niche> niches)
    {
        today.Draws = day.Draws;
        today.Number = day.Day;
        today.Date = day.Date;
        today.Month = day.Month;
        Read(day.State, account, day.Day);
        for (var n = 0; n < niches.Count; n++)
        {
            niches[n].Factor = day.State.NicheFactor[n];
            niches[n].ShockTraffic = day.Shocks.Traffic[n];
            foreach (var listing in niches[n].Listings)
            {
                Read(day, listing);
                if (listing is OwnListing own)
                {
                    Read(day, own);
                }
            }
        }
    }

    /// <summary>Days of a ring from today on, each with its place in the ring.</summary>
    public static IEnumerable<(int Day, int Slot)> Ring(int today, int length) =>
        Enumerable.Range(today, length).Select(day => (day, day % length));

    private static void Read(WorldState state, SellerAccount account, int day)
    {
        account.Ledger.Journal.Clear();
        for (var one = 0; one < LedgerView.Accounts; one++)
        {
            account.Ledger.Accounts[(Account)one] = new(Dollars.FromCents(state.SeatDebits[one]), Dollars.FromCents(state.SeatCredits[one]));
        }

        for (var holder = 0; holder < LedgerView.CashHolders; holder++)
        {
            account.Ledger.Cash[(CashHolder)holder] = new(Dollars.FromCents(state.WorldDebits[holder]), Dollars.FromCents(state.WorldCredits[holder]));
        }

        account.Available = Dollars.FromCents(state.Available[0]);
        account.FundsByDay.Clear();
        foreach (var (due, slot) in Ring(day, WorldLayout.FundsRingDays))
        {
            account.FundsByDay[due] = Dollars.FromCents(state.Funds[slot]);
        }

        account.RefundsByDay.Clear();
        foreach (var (due, slot) in Ring(day, WorldLayout.ReturnRingDays))
        {
            if (state.RefundCents[slot] != 0)
            {
                account.RefundsByDay[due] = new(Dollars.FromCents(state.RefundCents[slot]), Dollars.FromCents(state.ReferralBackCents[slot]), Dollars.FromCents(state.RefundFeeCents[slot]));
            }
        }

        account.UnitsEver = state.UnitsEver[0];
        account.LostEver = state.LostEver[0];
        account.OrdersToday = state.OrdersOfDay[day % HealthTerms.PointDays];
        account.IsTrading = state.Status[0] == (int)SeatStatus.Trading;
        account.IsSuspended = state.SuspendedSince[0] > 0;
        account.LastDecisionDay = state.LastDecisionDay[0];
    }

    private static void Read(DayContext day, Listing listing)
    {
        var (state, row) = (day.State, listing.Row);
        listing.Stars = state.StarCounts.Slice(row * WorldLayout.Stars, WorldLayout.Stars).ToArray();
        listing.AskedPrice = Dollars.FromCents(state.Price[row]);
        listing.Velocity = state.Velocity[row];
        listing.RecentOrders = state.RecentOrders[row];
        listing.RecentSessions = state.RecentSessions[row];
        listing.ShockLog = day.Shocks.PageLog[day.Model.PageOfRow[row]];
        listing.Orders = state.Orders[row];
        listing.Units = state.Units[row];
        listing.Sessions = state.Sessions[row];
    }

    private static void Read(DayContext day, OwnListing own)
    {
        var (state, i) = (day.State, own.Index);
        own.PromotionPrice = Dollars.FromCents(state.PromotionPrice[i]);
        own.DipLast = state.DipLast[i];
        own.HijackUntil = state.HijackUntil[i];
        own.BlockedUntil = state.BlockedUntil[i];
        own.InvoiceDay = state.InvoiceDay[i];
        own.FirstInbound = state.FirstInbound[i];
        own.Lost = state.Lost[i];
        own.Revenue = Dollars.FromCents(state.Revenue[i]);
        own.UnitsOwned = state.UnitsOwned[i];
        own.Returned = state.Returned[i];
        own.ReturnedDefective = state.ReturnedDefective[i];
        own.UnsellableUnits = state.UnsellableUnits[i];
        own.UnsellableCost = Dollars.FromCents(state.UnsellableCost[i]);
        ReadPast(day, own);
        ReadComing(day, own);
        ReadAds(day, own);
        own.Lots.Clear();
        for (var slot = 0; slot < state.Layout.Lots; slot++)
        {
            var at = (i * state.Layout.Lots) + slot;
            if (state.LotStates[at] == (int)LotState.Sellable)
            {
                own.Lots.Add(new Lot(slot, state.LotNextDay[at], state.LotUnits[at], Dollars.FromCents(state.LotCost[at]), state.LotDefects[at]));
            }
        }
    }

    private static void ReadPast(DayContext day, OwnListing own)
    {
        var state = day.State;
        own.History.Clear();
        for (var past = Math.Max(0, day.Day - WorldLayout.HistoryDays + 1); past < day.Day; past++)
        {
            var at = (own.Index * WorldLayout.HistoryDays) + (past % WorldLayout.HistoryDays);
            own.History.Add(new(Dollars.FromCents(state.HistoryPrice[at]), state.HistoryUnits[at], state.HistoryOnHand[at]));
        }

        own.ShippedByMonth.Clear();
        own.ReturnedByMonth.Clear();
        for (var month = day.Month; month > day.Month - WorldLayout.ShipMonths; month--)
        {
            var at = (own.Index * WorldLayout.ShipMonths) + (month % WorldLayout.ShipMonths);
            own.ShippedByMonth[month] = state.ShippedInMonth[at];
            own.ReturnedByMonth[month] = state.ReturnedOfMonth[at];
        }
    }

    private static void ReadComing(DayContext day, OwnListing own)
    {
        var state = day.State;
        own.ReturnsByDay.Clear();
        own.ReworkByDay.Clear();
        foreach (var (due, slot) in Ring(day.Day, WorldLayout.ReturnRingDays))
        {
            var at = (own.Index * WorldLayout.ReturnRingDays) + slot;
            if (state.ReworkComing[at] > 0)
            {
                own.ReworkByDay[due] = state.ReworkComing[at];
            }

            var byMonth = Enumerable.Range(day.Month - WorldLayout.ReturnMonths + 1, WorldLayout.ReturnMonths)
                .Select(month => (Month: month, Units: day.State.ReturnUnits[(at * WorldLayout.ReturnMonths) + (month % WorldLayout.ReturnMonths)]))
                .Where(one => one.Units > 0).ToDictionary(one => one.Month, one => one.Units);
            if (byMonth.Count > 0)
            {
                own.ReturnsByDay[due] = new(
                    state.ReturnResellable[at],
                    state.ReturnDefective[at],
                    Dollars.FromCents(state.ReturnCost[at]),
                    Dollars.FromCents(state.ReturnStockCost[at]),
                    Dollars.FromCents(state.ReturnRefund[at]))
                {
                    UnitsByMonth = byMonth,
                };
            }
        }

        own.ComplaintsByDay.Clear();
        foreach (var (due, slot) in Ring(day.Day, WorldLayout.ComplaintRingDays))
        {
            var at = (own.Index * WorldLayout.ComplaintRingDays) + slot;
            if (state.ComplaintUnits[at] > 0)
            {
                own.ComplaintsByDay[due] = new(state.ComplaintUnits[at], Dollars.FromCents(state.ComplaintCents[at]), Dollars.FromCents(state.ComplaintReferral[at]));
            }
        }

        own.ReviewsByDay.Clear();
        var stars = new int[WorldLayout.Stars];
        foreach (var (due, slot) in Ring(day.Day, WorldLayout.ReviewRingDays))
        {
            PackedReviews.Unpack(state.ReviewsComing[(own.Index * WorldLayout.ReviewRingDays) + slot], stars);
            for (var star = 0; star < stars.Length; star++)
            {
                if (stars[star] > 0)
                {
                    own.ReviewsByDay[(due, star + 1)] = stars[star];
                }
            }
        }
    }

    private static void ReadAds(DayContext day, OwnListing own)
    {
        var (state, i) = (day.State, own.Index);
        own.Campaign = state.CampaignBid[i] > 0 ? new(Dollars.FromCents(state.CampaignBid[i]), Dollars.FromCents(state.CampaignBudget[i])) : null;
        own.Ads.First = state.CampaignFirst[i];
        own.Ads.Last = state.CampaignLast[i];
        own.Ads.ReportDay = state.AdReportDay[i];
        own.Ads.Totals = Report(state.AdTotals[(i * WorldLayout.AdFigures)..]);
        own.Ads.ReportsByDay.Clear();
        foreach (var past in Enumerable.Range(day.Day - WorldLayout.AdRingDays + 1, WorldLayout.AdRingDays).Where(past => past >= 0))
        {
            own.Ads.ReportsByDay[past] = Report(state.AdReports[(((i * WorldLayout.AdRingDays) + (past % WorldLayout.AdRingDays)) * WorldLayout.AdFigures)..]);
        }
    }

    private static AdReport Report(ReadOnlySpan<long> figures) =>
        new(figures[0], figures[1], Dollars.FromCents(figures[2]), figures[3], figures[4], Dollars.FromCents(figures[5]));
}
