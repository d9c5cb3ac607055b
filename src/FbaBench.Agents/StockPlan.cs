namespace FbaBench;

/// <summary>
/// Order-up-to control of one offer's stock, shared by the shipped sellers: order when stock and inbound no longer cover
/// the lead time and a safety margin, up to one more cycle, never more than can be sold before the run-off's selling ends.
/// </summary>
internal static class StockPlan
{
    private const int LeastLiveDays = 7;
    private const int SafetyDays = 14;
    private const int CycleDays = 30;
    private const int SellingDaysAfterLast = 45;

    /// <summary>Units that would be ordered without any limit of cash, or 0.</summary>
    public static int UnitsWanted(in OfferObservation offer, Observation today)
    {
        var quote = offer.BestQuote;
        var position = offer.UnitsOnHand + offer.UnitsInbound;
        var arrival = today.Day + quote.LeadTimeDays;
        if (arrival >= today.LastDecisionDay)
        {
            return 0;
        }

        if (offer.LiveDaysLast30 < LeastLiveDays)
        {
            // Nothing is known yet: one minimum order buys the knowledge.
            return position == 0 ? quote.MinimumUnits : 0;
        }

        var daily = offer.UnitsLast30Days / (double)offer.LiveDaysLast30;
        var last = today.LastDecisionDay + SellingDaysAfterLast;
        var reorderPoint = daily * (Math.Min(arrival + SafetyDays, last) - today.Day);
        if (position >= reorderPoint)
        {
            return 0;
        }

        var target = daily * (Math.Min(arrival + SafetyDays + CycleDays, last) - today.Day);
        var units = (int)Math.Ceiling(target - position);

        // An order below the minimum is filled up to it only when the goods would still sell.
        var sellable = (daily * (last - today.Day)) - position;
        return units >= quote.MinimumUnits ? units : quote.MinimumUnits <= sellable ? quote.MinimumUnits : 0;
    }

    /// <summary>Orders for all offers, the scarcest first, as far as cash covers goods, freight and everything still owed.</summary>
    public static void AddOrders(Observation today, List<Command> commands)
    {
        var cash = today.Cash - today.BalancesOwed - today.UnpaidDues + Money.Min(today.Receivable, Money.Zero);
        foreach (var offer in today.Offers.OrderBy(offer => offer.DaysOfSupply))
        {
            var quote = offer.BestQuote;
            var units = UnitsWanted(offer, today);
            if (units == 0)
            {
                continue;
            }

            units = Math.Max(quote.MinimumUnits, (int)Math.Min(units, cash.Cents / quote.LandedCostAtMinimum.Cents));
            var cost = quote.LandedCost(units) * units;
            if (cost <= cash)
            {
                commands.Add(new PlaceOrder(offer.Id, quote.Supplier, units));
                cash -= cost;
            }
        }
    }
}
