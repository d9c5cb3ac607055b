using FbaBench.World;

namespace FbaBench.Benchmarks.Clean;

/// <summary>Writes the objects over the kernel's columns.</summary>
internal static class StateWriter
{
    public static void Write(WorldState state, Today today, Seller seller, Niche[] niches)
    {
        Write(state, seller, today.Day);
        foreach (var listing in niches.SelectMany(niche => niche.Listings))
        {
            state.Position[listing.Row] = listing.Position;
            state.Orders[listing.Row] = listing.Orders;
            state.Units[listing.Row] = listing.Units;
            state.Sessions[listing.Row] = listing.Sessions;
            if (listing is OwnListing own)
            {
                Write(state, own);
            }
        }
    }

    private static void Write(WorldState state, Seller seller, int day)
    {
        seller.Book.Debits.CopyTo(state.SeatDebits);
        seller.Book.Credits.CopyTo(state.SeatCredits);
        seller.Book.CashDebits.CopyTo(state.WorldDebits);
        seller.Book.CashCredits.CopyTo(state.WorldCredits);
        state.Transfers[0] = seller.Book.NextId;
        state.Available[0] = seller.Available;
        seller.Funds.CopyTo(state.Funds);
        for (var i = 0; i < seller.Refunds.Length; i++)
        {
            state.RefundCents[i] = seller.Refunds[i].Cents;
            state.ReferralBackCents[i] = seller.Refunds[i].Referral;
            state.RefundFeeCents[i] = seller.Refunds[i].Fee;
        }

        state.UnitsEver[0] = seller.UnitsEver;
        state.LostEver[0] = seller.LostEver;
        state.OrdersOfDay[day % HealthTerms.PointDays] = seller.OrdersToday;
        foreach (var own in seller.Claims)
        {
            ClaimMail.Write(state, own.Index, day);
        }
    }

    private static void Write(WorldState state, OwnListing own)
    {
        var i = own.Index;
        state.BlockedUntil[i] = own.BlockedUntil;
        state.FeaturedShare[i] = own.FeaturedShare;
        state.Lost[i] = own.Lost;
        state.Revenue[i] = own.Revenue;
        state.UnitsOwned[i] = own.UnitsOwned;
        state.Returned[i] = own.Returned;
        state.ReturnedDefective[i] = own.ReturnedDefective;
        state.UnsellableUnits[i] = own.UnsellableUnits;
        state.UnsellableCost[i] = own.UnsellableCost;
        own.PriceHistory.CopyTo(Of(state.HistoryPrice, own, own.PriceHistory.Length));
        own.UnitHistory.CopyTo(Of(state.HistoryUnits, own, own.UnitHistory.Length));
        own.ShippedByMonth.CopyTo(Of(state.ShippedInMonth, own, own.ShippedByMonth.Length));
        own.ReturnedByMonth.CopyTo(Of(state.ReturnedOfMonth, own, own.ReturnedByMonth.Length));
        own.Reworked.CopyTo(Of(state.ReworkComing, own, own.Reworked.Length));
        SellableLots.Write(state, i, own.Shelf.Lots.Select(lot => (lot.Slot, lot.Since, lot.Units, lot.Cost, lot.Defects)));
        Write(state, own, own.Campaign);
        WriteComing(state, own);
    }

    private static void Write(WorldState state, OwnListing own, Campaign campaign)
    {
        state.CampaignBid[own.Index] = campaign.Bid;
        state.CampaignLast[own.Index] = campaign.Last;
        state.AdReportDay[own.Index] = campaign.ReportDay;
        Write(campaign.Totals, Of(state.AdTotals, own, WorldLayout.AdFigures));
        var reports = Of(state.AdReports, own, WorldLayout.AdRingDays * WorldLayout.AdFigures);
        for (var i = 0; i < campaign.Reports.Length; i++)
        {
            Write(campaign.Reports[i], reports.Slice(i * WorldLayout.AdFigures, WorldLayout.AdFigures));
        }
    }

    private static void Write(AdReport report, Span<long> figures) =>
        ((ReadOnlySpan<long>)[report.Impressions, report.Clicks, report.Spend, report.Orders, report.Units, report.Sales]).CopyTo(figures);

    private static void WriteComing(WorldState state, OwnListing own)
    {
        for (var i = 0; i < own.Returns.Length; i++)
        {
            var at = (own.Index * own.Returns.Length) + i;
            own.Returns[i].UnitsByMonth.CopyTo(state.ReturnUnits.Slice(at * WorldLayout.ReturnMonths, WorldLayout.ReturnMonths));
            state.ReturnResellable[at] = own.Returns[i].Resellable;
            state.ReturnDefective[at] = own.Returns[i].Defective;
            state.ReturnCost[at] = own.Returns[i].Cost;
            state.ReturnStockCost[at] = own.Returns[i].StockCost;
            state.ReturnRefund[at] = own.Returns[i].Refund;
        }

        for (var i = 0; i < own.Complaints.Length; i++)
        {
            var at = (own.Index * own.Complaints.Length) + i;
            state.ComplaintUnits[at] = own.Complaints[i].Units;
            state.ComplaintCents[at] = own.Complaints[i].Cents;
            state.ComplaintReferral[at] = own.Complaints[i].Referral;
        }

        for (var i = 0; i < own.Reviews.Length; i++)
        {
            state.ReviewsComing[(own.Index * own.Reviews.Length) + i] = PackedReviews.Pack(own.Reviews[i]);
        }
    }

    private static Span<T> Of<T>(Span<T> column, OwnListing own, int each) => column.Slice(own.Index * each, each);
}
