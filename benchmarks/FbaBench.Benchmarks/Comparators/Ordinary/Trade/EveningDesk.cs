using FbaBench.Market;

namespace FbaBench.Benchmarks.Ordinary;

/// <summary>What is charged and what comes back in the evening: promotion fees, clicks, returns, refunds.</summary>
internal sealed class EveningDesk(Day day, EventBus bus, SellerAccount account, int returnSlot)
{
    public async Task ChargePromotionAsync(OwnListing own)
    {
        var fee = Dollars.Round(own.Revenue * (decimal)day.Definition.Market.Promotions.RevenueShare);
        if (fee > 0)
        {
            await bus.PublishAsync(new PromotionCharged(own, own.Units, fee)).ConfigureAwait(false);
        }
    }

    public async Task AdvertiseAsync(OwnListing own)
    {
        if (own.Campaign is { } campaign && day.Number >= own.Ads.First)
        {
            await ChargeAsync(own, campaign).ConfigureAwait(false);
        }

        Report(own.Ads);
        if (own.Campaign is not null && day.Number >= own.Ads.Last)
        {
            own.Campaign = null;
            own.Ads.Last = day.Number;
            await bus.PublishAsync(new CampaignEnded(own)).ConfigureAwait(false);
        }
    }

    public async Task TakeBackAsync(OwnListing own)
    {
        if (own.ReworkByDay.Remove(day.Number, out var reworked))
        {
            own.UnitsOwned += reworked;
            own.AddReturned(reworked, 0, day.Number, returnSlot);
            await bus.PublishAsync(new UnitsReworked(own, reworked)).ConfigureAwait(false);
        }

        if (own.ReturnsByDay.Remove(day.Number, out var batch))
        {
            await TakeBackAsync(own, batch).ConfigureAwait(false);
        }
    }

    public async Task RefundAsync()
    {
        if (account.RefundsByDay.Remove(day.Number, out var refund))
        {
            await bus.PublishAsync(new RefundsPaid(refund.Amount, refund.Referral, refund.Fee)).ConfigureAwait(false);
        }
    }

    private async Task ChargeAsync(OwnListing own, Campaign campaign)
    {
        var (served, clicked) = (own.Served, campaign.Orders);
        var orders = new Demand(Math.Min(clicked.Singles, served.Singles), Math.Min(clicked.Doubles, served.Doubles), Math.Min(clicked.Triples, served.Triples));
        own.Ads.ReportsByDay[day.Number] = new(campaign.Impressions, campaign.Clicks, campaign.Spend, orders.Orders, orders.Units, orders.Units * own.AskedPrice);
        if (campaign.Spend > 0)
        {
            await bus.PublishAsync(new ClicksCharged(own, campaign.Clicks, orders.Orders, campaign.Spend)).ConfigureAwait(false);
        }
    }

    private void Report(AdAccount ads)
    {
        var about = day.Number + 1 - day.Definition.Market.Advertising.ReportDelayDays;
        if (ads.Runs(about))
        {
            ads.Totals = (about == ads.First ? AdReport.None : ads.Totals) + ads.ReportsByDay.GetValueOrDefault(about, AdReport.None);
            ads.ReportDay = about + 1;
        }
    }

    private async Task TakeBackAsync(OwnListing own, ReturnBatch batch)
    {
        foreach (var (month, number) in batch.UnitsByMonth)
        {
            own.ReturnedByMonth[month] = own.ReturnedByMonth.GetValueOrDefault(month) + number;
        }

        var units = batch.UnitsByMonth.Values.Sum();
        own.Returned = units;
        own.ReturnedDefective = batch.Defective;
        own.UnsellableUnits += units - batch.Resellable;
        own.UnsellableCost += batch.Cost - batch.StockCost;
        if (batch.Resellable > 0)
        {
            own.UnitsOwned += batch.Resellable;
            own.AddReturned(batch.Resellable, batch.StockCost, day.Number, returnSlot);
        }

        await bus.PublishAsync(new UnitsReturned(own, units, batch.Resellable, batch.StockCost, batch.Cost - batch.StockCost, batch.Refund)).ConfigureAwait(false);
    }
}
