namespace FbaBench.Benchmarks.Clean;

/// <summary>Sold units leave the shelf, and the sale is booked with its fees.</summary>
internal sealed class Fulfilment(Today today, Seller seller)
{
    private readonly LowInventory _lowInventory = new(today);
    private readonly AfterSale _afterSale = new(today, seller);

    public void Run(OwnListing own)
    {
        own.UnitHistory[today.Day % own.UnitHistory.Length] = own.Units;
        if (own.Lost > 0)
        {
            today.Tell(EventKind.StockOut, own.Row, own.Lost);
        }

        if (own.Units > 0)
        {
            Sell(own);
        }
    }

    private void Sell(OwnListing own)
    {
        var units = own.Units;
        var price = (long)own.AskedCents;
        var referral = own.Fees.ReferralCents(today.Date, price);
        var fulfilment = own.Fees.FulfilmentCents(today.Date, price);
        var lowInventory = _lowInventory.CentsPerUnit(own);
        var book = seller.Book;
        own.Revenue = checked(price * units);
        book.Post(TransferReason.Sale, own.Revenue, own.Row);
        book.Post(TransferReason.ReferralFee, referral * units, own.Row);
        book.Post(TransferReason.FulfilmentFee, fulfilment * units, own.Row);
        if (lowInventory > 0)
        {
            book.Post(TransferReason.LowInventory, lowInventory * units, own.Row);
            today.Tell(EventKind.LowInventory, own.Row, units, 0, lowInventory * units);
        }

        seller.UnitsEver += units;
        seller.OrdersToday += own.Orders;
        own.UnitsOwned -= units;
        own.ShippedByMonth[today.Month % own.ShippedByMonth.Length] += units;
        today.Tell(EventKind.Sale, own.Row, units, own.Orders, own.Revenue);
        var cost = TakeUnits(own, new(price, referral, price - referral - fulfilment - lowInventory));
        book.Post(TransferReason.CostOfSale, cost, own.Row);
    }

    /// <summary>Takes the day's units from the oldest lots and returns their cost.</summary>
    private long TakeUnits(OwnListing own, UnitSale sale)
    {
        long cost = 0;
        for (var unit = 0; unit < own.Units;)
        {
            var lot = own.Shelf.Oldest;
            var take = Math.Min(own.Units - unit, lot.Units);
            var unitCost = lot.CostOf(take) / take;
            var defects = 0;
            for (var i = 0; i < take; i++, unit++)
            {
                defects += _afterSale.Schedule(own, unit, sale, unitCost, lot.Defects - defects, lot.Units - i) ? 1 : 0;
            }

            cost += lot.Take(take, defects);
            own.Shelf.RemoveIfEmpty(lot);
        }

        return cost;
    }
}

/// <summary>Cents of a unit sold today: price, referral fee, and what the seller gets of it.</summary>
internal readonly record struct UnitSale(long Price, long Referral, long Net);
