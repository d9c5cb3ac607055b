using FbaBench.Kernel;
using FbaBench.World;

namespace FbaBench.Benchmarks.Clean;

/// <summary>Fills the objects from the kernel's columns.</summary>
internal static class StateReader
{
    public static void Read(DayContext day, Today today, Seller seller, Niche[] niches)
    {
        today.Draws = day.Draws;
        today.Day = day.Day;
        today.Date = day.Date;
        today.Month = day.Month;
        today.Events.Clear();
        Read(day.State, seller, day.Day);
        for (var n = 0; n < niches.Length; n++)
        {
            niches[n].Factor = day.State.NicheFactor[n];
            niches[n].ShockTraffic = day.Shocks.Traffic[n];
            foreach (var listing in niches[n].Listings)
            {
                Read(day, listing);
                if (listing is OwnListing own)
                {
                    Read(day.State, own);
                }
            }
        }
    }

    private static void Read(WorldState state, Seller seller, int day)
    {
        state.SeatDebits.CopyTo(seller.Book.Debits);
        state.SeatCredits.CopyTo(seller.Book.Credits);
        state.WorldDebits.CopyTo(seller.Book.CashDebits);
        state.WorldCredits.CopyTo(seller.Book.CashCredits);
        seller.Book.Begin(day, state.Transfers[0]);
        seller.Available = state.Available[0];
        state.Funds.CopyTo(seller.Funds);
        for (var i = 0; i < seller.Refunds.Length; i++)
        {
            seller.Refunds[i].Cents = state.RefundCents[i];
            seller.Refunds[i].Referral = state.ReferralBackCents[i];
            seller.Refunds[i].Fee = state.RefundFeeCents[i];
        }

        seller.UnitsEver = state.UnitsEver[0];
        seller.LostEver = state.LostEver[0];
        seller.OrdersToday = state.OrdersOfDay[day % HealthTerms.PointDays];
        seller.IsTrading = state.Status[0] == (int)SeatStatus.Trading;
        seller.IsSuspended = state.SuspendedSince[0] > 0;
        seller.LastDecisionDay = state.LastDecisionDay[0];
        seller.Claims.Clear();
    }

    private static void Read(DayContext day, Listing listing)
    {
        var state = day.State;
        var row = listing.Row;
        state.StarCounts.Slice(row * WorldLayout.Stars, WorldLayout.Stars).CopyTo(listing.Stars);
        listing.AskedCents = state.Price[row];
        listing.Velocity = state.Velocity[row];
        listing.RecentOrders = state.RecentOrders[row];
        listing.RecentSessions = state.RecentSessions[row];
        listing.ShockLog = day.Shocks.PageLog[day.Model.PageOfRow[row]];
        listing.Orders = state.Orders[row];
        listing.Units = state.Units[row];
        listing.Sessions = state.Sessions[row];
    }

    private static void Read(WorldState state, OwnListing own)
    {
        var i = own.Index;
        own.PromotionCents = state.PromotionPrice[i];
        own.DipLast = state.DipLast[i];
        own.HijackUntil = state.HijackUntil[i];
        own.BlockedUntil = state.BlockedUntil[i];
        own.InvoiceDay = state.InvoiceDay[i];
        own.FirstInbound = state.FirstInbound[i];
        own.Lost = state.Lost[i];
        own.Revenue = state.Revenue[i];
        own.UnitsOwned = state.UnitsOwned[i];
        own.Returned = state.Returned[i];
        own.ReturnedDefective = state.ReturnedDefective[i];
        own.UnsellableUnits = state.UnsellableUnits[i];
        own.UnsellableCost = state.UnsellableCost[i];
        Of(state.HistoryPrice, own, own.PriceHistory.Length).CopyTo(own.PriceHistory);
        Of(state.HistoryUnits, own, own.UnitHistory.Length).CopyTo(own.UnitHistory);
        Of(state.HistoryOnHand, own, own.StockHistory.Length).CopyTo(own.StockHistory);
        Of(state.ShippedInMonth, own, own.ShippedByMonth.Length).CopyTo(own.ShippedByMonth);
        Of(state.ReturnedOfMonth, own, own.ReturnedByMonth.Length).CopyTo(own.ReturnedByMonth);
        Of(state.ReworkComing, own, own.Reworked.Length).CopyTo(own.Reworked);
        own.Shelf = ShelfOf(state, own);
        Read(state, own, own.Campaign);
        ReadComing(state, own);
    }

    private static Shelf ShelfOf(WorldState state, OwnListing own)
    {
        var first = own.Index * state.Layout.Lots;
        var shelf = new Shelf(state.Layout.Lots - 1);
        for (var slot = 0; slot < state.Layout.Lots; slot++)
        {
            if (state.LotStates[first + slot] == (int)LotState.Sellable)
            {
                shelf.Lots.Add(new Lot(slot, state.LotNextDay[first + slot])
                {
                    Units = state.LotUnits[first + slot],
                    Cost = state.LotCost[first + slot],
                    Defects = state.LotDefects[first + slot],
                });
            }
        }

        shelf.Lots.Sort(static (left, right) => left.Since != right.Since ? left.Since.CompareTo(right.Since) : left.Slot.CompareTo(right.Slot));
        return shelf;
    }

    private static void Read(WorldState state, OwnListing own, Campaign campaign)
    {
        campaign.Bid = state.CampaignBid[own.Index];
        campaign.Budget = state.CampaignBudget[own.Index];
        campaign.First = state.CampaignFirst[own.Index];
        campaign.Last = state.CampaignLast[own.Index];
        campaign.ReportDay = state.AdReportDay[own.Index];
        Read(Of(state.AdTotals, own, WorldLayout.AdFigures), campaign.Totals);
        var reports = Of(state.AdReports, own, WorldLayout.AdRingDays * WorldLayout.AdFigures);
        for (var i = 0; i < campaign.Reports.Length; i++)
        {
            Read(reports.Slice(i * WorldLayout.AdFigures, WorldLayout.AdFigures), campaign.Reports[i]);
        }
    }

    private static void Read(ReadOnlySpan<long> figures, AdReport report)
    {
        report.Impressions = figures[0];
        report.Clicks = figures[1];
        report.Spend = figures[2];
        report.Orders = figures[3];
        report.Units = figures[4];
        report.Sales = figures[5];
    }

    private static void ReadComing(WorldState state, OwnListing own)
    {
        for (var i = 0; i < own.Returns.Length; i++)
        {
            var at = (own.Index * own.Returns.Length) + i;
            state.ReturnUnits.Slice(at * WorldLayout.ReturnMonths, WorldLayout.ReturnMonths).CopyTo(own.Returns[i].UnitsByMonth);
            own.Returns[i].Resellable = state.ReturnResellable[at];
            own.Returns[i].Defective = state.ReturnDefective[at];
            own.Returns[i].Cost = state.ReturnCost[at];
            own.Returns[i].StockCost = state.ReturnStockCost[at];
            own.Returns[i].Refund = state.ReturnRefund[at];
        }

        for (var i = 0; i < own.Complaints.Length; i++)
        {
            var at = (own.Index * own.Complaints.Length) + i;
            own.Complaints[i].Units = state.ComplaintUnits[at];
            own.Complaints[i].Cents = state.ComplaintCents[at];
            own.Complaints[i].Referral = state.ComplaintReferral[at];
        }

        for (var i = 0; i < own.Reviews.Length; i++)
        {
            PackedReviews.Unpack(state.ReviewsComing[(own.Index * own.Reviews.Length) + i], own.Reviews[i]);
        }
    }

    private static Span<T> Of<T>(Span<T> column, OwnListing own, int each) => column.Slice(own.Index * each, each);
}
