using FbaBench.Market;

namespace FbaBench.Benchmarks.Clean;

/// <summary>What is charged and what comes back in the evening: promotion fees, clicks, returns, refunds.</summary>
internal sealed class Evening(Today today, Seller seller)
{
    /// <summary>Charges promoted revenue.</summary>
    public void ChargePromotion(OwnListing own)
    {
        if (own.PromotionCents == 0 || own.Units == 0)
        {
            return;
        }

        var fee = (long)Math.Floor((own.Revenue * today.Definition.Market.Promotions.RevenueShare) + 0.5);
        if (fee > 0)
        {
            seller.Book.Post(TransferReason.PromotionFee, fee, own.Row);
            today.Tell(EventKind.PromotionFee, own.Row, own.Units, 0, fee);
            seller.Available -= fee;
        }
    }

    /// <summary>Charges a campaign's clicks, lets the report arrive that is due, and ends what is over.</summary>
    public void Advertise(OwnListing own)
    {
        var campaign = own.Campaign;
        if (campaign.Bid > 0 && today.Day >= campaign.First)
        {
            ChargeClicks(own, campaign);
        }

        Report(campaign);
        if (campaign.Bid > 0 && today.Day >= campaign.Last)
        {
            campaign.Bid = 0;
            campaign.Last = today.Day;
            today.Tell(EventKind.CampaignEnded, own.Row);
        }
    }

    /// <summary>Takes back what comes back today.</summary>
    public void TakeBack(OwnListing own)
    {
        Rework(own);
        var coming = own.Returns[today.Day % own.Returns.Length];
        var units = 0;
        for (var month = today.Month; month > today.Month - coming.UnitsByMonth.Length; month--)
        {
            ref var came = ref coming.UnitsByMonth[month % coming.UnitsByMonth.Length];
            own.ReturnedByMonth[month % own.ReturnedByMonth.Length] += came;
            units += came;
            came = 0;
        }

        if (units > 0)
        {
            TakeBack(own, coming, units);
        }
    }

    /// <summary>Pays shoppers what they get back today.</summary>
    public void Refund()
    {
        var refund = seller.Refunds[today.Day % seller.Refunds.Length];
        if (refund.Cents == 0)
        {
            return;
        }

        seller.Book.Post(TransferReason.Refund, refund.Cents);
        seller.Book.Post(TransferReason.ReferralReturned, refund.Referral);
        seller.Book.Post(TransferReason.RefundAdministration, refund.Fee);
        seller.Available += refund.Referral - refund.Cents - refund.Fee;
        refund.Cents = 0;
        refund.Referral = 0;
        refund.Fee = 0;
    }

    private void ChargeClicks(OwnListing own, Campaign campaign)
    {
        var served = own.Served;
        var clicked = campaign.Orders;
        var orders = new Demand(Math.Min(clicked.Singles, served.Singles), Math.Min(clicked.Doubles, served.Doubles), Math.Min(clicked.Triples, served.Triples));
        var report = campaign.Reports[today.Day % campaign.Reports.Length];
        report.Impressions = campaign.Impressions;
        report.Clicks = campaign.Clicks;
        report.Spend = campaign.Spend;
        report.Orders = orders.Orders;
        report.Units = orders.Units;
        report.Sales = (long)orders.Units * own.AskedCents;
        if (campaign.Spend > 0)
        {
            seller.Book.Post(TransferReason.Advertising, campaign.Spend, own.Row);
            seller.Available -= campaign.Spend;
            today.Tell(EventKind.Advertising, own.Row, (int)campaign.Clicks, orders.Orders, campaign.Spend);
        }
    }

    private void Report(Campaign campaign)
    {
        var about = today.Day + 1 - today.Definition.Market.Advertising.ReportDelayDays;
        if (about < campaign.First || about > campaign.Last)
        {
            return;
        }

        if (about == campaign.First)
        {
            campaign.Totals.Clear();
        }

        campaign.Totals.Add(campaign.Reports[about % campaign.Reports.Length]);
        campaign.ReportDay = about + 1;
    }

    private void Rework(OwnListing own)
    {
        ref var reworked = ref own.Reworked[today.Day % own.Reworked.Length];
        if (reworked > 0)
        {
            own.UnitsOwned += reworked;
            own.Shelf.AddReturned(reworked, 0, today.Day);
            today.Tell(EventKind.Reworked, own.Row, reworked);
            reworked = 0;
        }
    }

    private void TakeBack(OwnListing own, ComingReturns coming, int units)
    {
        var written = coming.Cost - coming.StockCost;
        seller.Book.Post(TransferReason.ReturnToStock, coming.StockCost, own.Row);
        seller.Book.Post(TransferReason.ReturnWrittenOff, written, own.Row);
        own.UnsellableUnits += units - coming.Resellable;
        own.UnsellableCost += written;
        if (coming.Resellable > 0)
        {
            own.UnitsOwned += coming.Resellable;
            own.Shelf.AddReturned(coming.Resellable, coming.StockCost, today.Day);
        }

        today.Tell(EventKind.Returned, own.Row, units, coming.Resellable, coming.Refund);
        own.Returned = units;
        own.ReturnedDefective = coming.Defective;
        coming.Resellable = 0;
        coming.Defective = 0;
        coming.Cost = 0;
        coming.StockCost = 0;
        coming.Refund = 0;
    }
}
