namespace FbaBench.Benchmarks.Ordinary;

/// <summary>Sold units leave the shelf, and the sale is told with its fees.</summary>
internal sealed class SalesDesk(Day day, EventBus bus, AfterSales afterSales)
{
    private readonly LowInventoryFee _lowInventory = new(day);

    public async Task RunAsync(OwnListing own)
    {
        if (own.Lost > 0)
        {
            await bus.PublishAsync(new ShelfRanOut(own, own.Lost)).ConfigureAwait(false);
        }

        if (own.Units > 0)
        {
            await SellAsync(own).ConfigureAwait(false);
        }
    }

    private async Task SellAsync(OwnListing own)
    {
        var price = own.AskedPrice;
        var referral = Dollars.FromCents(own.Fees.ReferralCents(day.Date, Dollars.ToCents(price)));
        var fulfilment = Dollars.FromCents(own.Fees.FulfilmentCents(day.Date, Dollars.ToCents(price)));
        var lowInventory = _lowInventory.PerUnit(own);
        own.Revenue = price * own.Units;
        own.UnitsOwned -= own.Units;
        own.ShippedByMonth[day.Month] = own.ShippedByMonth.GetValueOrDefault(day.Month) + own.Units;
        var fees = new SaleFees(referral * own.Units, fulfilment * own.Units, lowInventory * own.Units);
        await bus.PublishAsync(new UnitsSold(own, own.Units, own.Orders, own.Revenue, fees)).ConfigureAwait(false);
        var cost = await ShipAsync(own, new(price, referral, price - referral - fulfilment - lowInventory)).ConfigureAwait(false);
        await bus.PublishAsync(new UnitsShipped(own, own.Units, cost)).ConfigureAwait(false);
    }

    /// <summary>Takes the day's units from the oldest lots and returns their cost.</summary>
    private async Task<decimal> ShipAsync(OwnListing own, UnitSale sale)
    {
        var cost = 0m;
        var unit = 0;
        while (unit < own.Units)
        {
            var lot = own.Lots.OrderBy(one => one.Since).ThenBy(one => one.Slot).First();
            var take = Math.Min(own.Units - unit, lot.Units);
            var unitCost = Dollars.RoundDown(lot.CostOf(take) / take);
            var defects = 0;
            for (var i = 0; i < take; i++)
            {
                var fate = afterSales.Draw(own, unit++, lot.Defects - defects, lot.Units - i);
                defects += fate.IsDefective ? 1 : 0;
                await afterSales.PlanAsync(own, sale, unitCost, fate).ConfigureAwait(false);
            }

            cost += lot.CostOf(take);
            own.Lots.Remove(lot);
            if (take < lot.Units)
            {
                own.Lots.Add(lot.Without(take, defects));
            }
        }

        return cost;
    }
}

/// <summary>What a unit sold today was paid, its referral fee, and what the seller gets of it.</summary>
internal sealed record UnitSale(decimal Price, decimal Referral, decimal Net);
