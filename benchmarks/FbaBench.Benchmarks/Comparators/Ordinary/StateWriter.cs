using FbaBench.World;

namespace FbaBench.Benchmarks.Ordinary;

/// <summary>Writes the objects over the kernel's columns.</summary>
internal static class StateWriter
{
    public static void Write(WorldState state, Day today, SellerAccount account, IReadOnlyList<Niche> niches)
    {
        Write(state, today.Number, account);
        foreach (var listing in niches.SelectMany(niche => niche.Listings))
        {
            state.Position[listing.Row] = listing.Position;
            state.Orders[listing.Row] = listing.Orders;
            state.Units[listing.Row] = listing.Units;
            state.Sessions[listing.Row] = listing.Sessions;
            if (listing is OwnListing own)
            {
                Write(state, own);
                WritePast(state, today, own);
                WriteComing(state, today, own);
                WriteAds(state, today.Number, own);
            }
        }
    }

    private static void Write(WorldState state, int day, SellerAccount account)
    {
        foreach (var (one, totals) in account.Ledger.Accounts)
        {
            state.SeatDebits[(int)one] = Dollars.ToCents(totals.Debits);
            state.SeatCredits[(int)one] = Dollars.ToCents(totals.Credits);
        }

        foreach (var (holder, totals) in account.Ledger.Cash)
        {
            state.WorldDebits[(int)holder] = Dollars.ToCents(totals.Debits);
            state.WorldCredits[(int)holder] = Dollars.ToCents(totals.Credits);
        }

        state.Available[0] = Dollars.ToCents(account.Available);
        foreach (var (due, slot) in StateReader.Ring(day, WorldLayout.FundsRingDays))
        {
            state.Funds[slot] = Dollars.ToCents(account.FundsByDay[due]);
        }

        foreach (var (due, slot) in StateReader.Ring(day, WorldLayout.ReturnRingDays))
        {
            var refund = account.RefundsByDay.GetValueOrDefault(due, RefundBatch.None);
            state.RefundCents[slot] = Dollars.ToCents(refund.Amount);
            state.ReferralBackCents[slot] = Dollars.ToCents(refund.Referral);
            state.RefundFeeCents[slot] = Dollars.ToCents(refund.Fee);
        }

        state.UnitsEver[0] = account.UnitsEver;
        state.LostEver[0] = account.LostEver;
        state.OrdersOfDay[day % HealthTerms.PointDays] = account.OrdersToday;
    }

    private static void Write(WorldState state, OwnListing own)
    {
        var i = own.Index;
        state.BlockedUntil[i] = own.BlockedUntil;
        state.FeaturedShare[i] = own.FeaturedShare;
        state.Lost[i] = own.Lost;
        state.Revenue[i] = Dollars.ToCents(own.Revenue);
        state.UnitsOwned[i] = own.UnitsOwned;
        state.Returned[i] = own.Returned;
        state.ReturnedDefective[i] = own.ReturnedDefective;
        state.UnsellableUnits[i] = own.UnsellableUnits;
        state.UnsellableCost[i] = Dollars.ToCents(own.UnsellableCost);
        SellableLots.Write(state, i, own.Lots.Select(lot => (lot.Slot, lot.Since, lot.Units, Dollars.ToCents(lot.Cost), lot.Defects)));
    }

    private static void WritePast(WorldState state, Day today, OwnListing own)
    {
        var at = (own.Index * WorldLayout.HistoryDays) + (today.Number % WorldLayout.HistoryDays);
        state.HistoryPrice[at] = (int)Dollars.ToCents(own.Price);
        state.HistoryUnits[at] = own.Units;
        foreach (var (month, units) in own.ShippedByMonth)
        {
            state.ShippedInMonth[(own.Index * WorldLayout.ShipMonths) + (month % WorldLayout.ShipMonths)] = units;
        }

        foreach (var (month, units) in own.ReturnedByMonth)
        {
            state.ReturnedOfMonth[(own.Index * WorldLayout.ShipMonths) + (month % WorldLayout.ShipMonths)] = units;
        }
    }

    private static void WriteComing(WorldState state, Day today, OwnListing own)
    {
        foreach (var (due, slot) in StateReader.Ring(today.Number, WorldLayout.ReturnRingDays))
        {
            var at = (own.Index * WorldLayout.ReturnRingDays) + slot;
            var batch = own.ReturnsByDay.GetValueOrDefault(due, ReturnBatch.None);
            state.ReworkComing[at] = own.ReworkByDay.GetValueOrDefault(due);
            state.ReturnResellable[at] = batch.Resellable;
            state.ReturnDefective[at] = batch.Defective;
            state.ReturnCost[at] = Dollars.ToCents(batch.Cost);
            state.ReturnStockCost[at] = Dollars.ToCents(batch.StockCost);
            state.ReturnRefund[at] = Dollars.ToCents(batch.Refund);
            for (var month = today.Month; month > today.Month - WorldLayout.ReturnMonths; month--)
            {
                state.ReturnUnits[(at * WorldLayout.ReturnMonths) + (month % WorldLayout.ReturnMonths)] = batch.UnitsByMonth.GetValueOrDefault(month);
            }
        }

        foreach (var (due, slot) in StateReader.Ring(today.Number, WorldLayout.ComplaintRingDays))
        {
            var at = (own.Index * WorldLayout.ComplaintRingDays) + slot;
            var batch = own.ComplaintsByDay.GetValueOrDefault(due, ComplaintBatch.None);
            state.ComplaintUnits[at] = batch.Units;
            state.ComplaintCents[at] = Dollars.ToCents(batch.Amount);
            state.ComplaintReferral[at] = Dollars.ToCents(batch.Referral);
        }

        foreach (var (due, slot) in StateReader.Ring(today.Number, WorldLayout.ReviewRingDays))
        {
            state.ReviewsComing[(own.Index * WorldLayout.ReviewRingDays) + slot] =
                PackedReviews.Pack([.. Enumerable.Range(1, WorldLayout.Stars).Select(stars => own.ReviewsByDay.GetValueOrDefault((due, stars)))]);
        }
    }

    private static void WriteAds(WorldState state, int day, OwnListing own)
    {
        state.CampaignBid[own.Index] = own.Campaign is null ? 0 : (int)Dollars.ToCents(own.Campaign.Bid);
        state.CampaignLast[own.Index] = own.Ads.Last;
        state.AdReportDay[own.Index] = own.Ads.ReportDay;
        Write(own.Ads.Totals, state.AdTotals[(own.Index * WorldLayout.AdFigures)..]);
        if (own.Ads.ReportsByDay.TryGetValue(day, out var report))
        {
            Write(report, state.AdReports[(((own.Index * WorldLayout.AdRingDays) + (day % WorldLayout.AdRingDays)) * WorldLayout.AdFigures)..]);
        }
    }

    private static void Write(AdReport report, Span<long> figures) =>
        ((ReadOnlySpan<long>)[report.Impressions, report.Clicks, Dollars.ToCents(report.Spend), report.Orders, report.Units, Dollars.ToCents(report.Sales)]).CopyTo(figures);
}
