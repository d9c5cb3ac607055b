namespace FbaBench;

/// <summary>Stock and supply over the decision days.</summary>
internal sealed class OperationsFold : DayFold
{
    private const int AgedDays = 181;
    private const int AssessmentDay = 15;
    private const int DaysOfYear = 365;

    private long _sold;
    private long _lacking;
    private long _openOfferDays;
    private long _emptyOfferDays;
    private long _assessed;
    private long _aged;
    private long _received;
    private long _receivedCents;
    private double _inventoryCents;
    private long _goodsSoldCents;

    public static IReadOnlyList<Metric> Metrics { get; } = Declare();

    public override void Take(EpisodeDay day)
    {
        if (!day.IsDecisionDay)
        {
            return;
        }

        foreach (var item in day.Events)
        {
            if (item.Seat != day.Seat)
            {
                continue;
            }

            switch (item.Kind)
            {
                case EventKind.Sale:
                    _sold += item.Units;
                    break;
                case EventKind.StockOut:
                    _lacking += item.Units;
                    break;
                case EventKind.OrderReceived:
                    _received += item.Units;
                    _receivedCents += item.Amount.Cents;
                    break;
                default:
                    break;
            }
        }

        _inventoryCents += day.Books.Balance(Account.Inventory).Cents;
        _goodsSoldCents = day.Books.Balance(Account.CostOfGoodsSold).Cents;
        Shelves(day);
    }

    private void Shelves(EpisodeDay day)
    {
        var assesses = day.Date.DayOfMonth == AssessmentDay;
        foreach (var offer in day.Evening.Offers)
        {
            if (offer.IsOpen)
            {
                _openOfferDays++;
                _emptyOfferDays += offer.UnitsOnHand == 0 ? 1 : 0;
            }

            if (assesses)
            {
                _assessed += offer.UnitsOnHand;
                _aged += offer.UnitsOnHand == 0 ? 0 : offer.Fees.AgedInventory.Stock.Where(lot => lot.AgeDays >= AgedDays).Sum(lot => lot.Units);
            }
        }
    }

    private static Metric[] Declare()
    {
        var of = new MetricsOf<OperationsFold>(MetricCategory.Operations);
        return
        [
            of.Metric("fill-rate", "share", MetricDirection.Higher, "The part of what shoppers wanted that was there.", "units sold ÷ (units sold + units lacking), decision days (the fill rate of inventory theory, Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, 2017)", "events Sale, StockOut", fold => MetricReading.Ratio(fold._sold, fold._sold + fold._lacking, "nobody wanted anything")),
            of.Metric("stock-out-days", "share", MetricDirection.Lower, "Open offers whose shelf was empty in the evening, of all open offers' days.", "open offer-days with no unit on hand in the evening ÷ open offer-days, decision days", "columns Price, UnitsOnHand", fold => MetricReading.Ratio(fold._emptyOfferDays, fold._openOfferDays, "no offer was open")),
            of.Metric("inventory-turns", "a year", MetricDirection.Higher, "How often a year the stock was sold through.", "cost of goods sold ÷ mean inventory × 365 ÷ decision days, at landed cost", "accounts CostOfGoodsSold, Inventory", fold => MetricReading.Ratio(fold._goodsSoldCents * DaysOfYear, fold._inventoryCents, "there was no stock")),
            of.Metric("aged-stock-share", "share", MetricDirection.Lower, "The part of the stock that has lain for half a year.", "units of 181 days or more ÷ units on hand, both summed over the evenings of the 15th of a month, on which the surcharge is assessed", "columns UnitsOnHand, Fees.AgedInventory", fold => MetricReading.Ratio(fold._aged, fold._assessed, "there was no stock on the 15th of a month")),
            of.Metric("landed-cost", "USD a unit", MetricDirection.Lower, "What a received unit had cost until it could be sold.", "landed cost of what was received ÷ sellable units received, decision days; what warehouses lose is in the cost and not in the units", "events OrderReceived", fold => MetricReading.Ratio(fold._receivedCents / 100.0, fold._received, "no order was received")),
        ];
    }
}
