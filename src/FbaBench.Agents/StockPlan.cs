namespace FbaBench;

/// <summary>
/// Order-up-to control of one offer's stock, shared by the shipped sellers: order when stock and inbound no longer cover
/// lead time and safety, up to one more cycle, and never more than can be sold, safety stock included, by the last decision day: in the run-off the price falls, returns and
/// storage go on, and what is left over brings a quarter of its cost (docs/evidence/base-stock-tuning.md).
/// </summary>
internal static class StockPlan
{
    private const int KnownAfterLiveDays = 7;
    private const int HistoryDays = SeasonAhead.HistoryDays;

    /// <summary>Units that would be ordered without any limit of cash, or 0.</summary>
    public static int UnitsWanted(in OfferObservation offer, in GoodsSource source, Observation today, StockRule rule, SeasonAhead season)
    {
        var quote = source.Quote;
        var position = offer.UnitsOnHand + offer.UnitsInbound;
        var arrival = today.Day + quote.LeadTimeDays;
        var last = today.LastDecisionDay - rule.SafetyDays;
        if (arrival >= last || !Earns(offer, source, rule))
        {
            return 0;
        }

        var liveDays = offer.LiveDaysLast30;
        if (liveDays < KnownAfterLiveDays)
        {
            // Nothing is known yet: one minimum order buys the knowledge, while there is time to use it.
            return position == 0 ? quote.MinimumUnits : 0;
        }

        var rate = offer.UnitsLast30Days / (double)liveDays * HistoryDays / season.Last30Days;
        if (position >= Need(arrival + rule.SafetyDays))
        {
            return 0;
        }

        // An order below the minimum is filled up to it only when the goods would still sell.
        var units = (int)Math.Ceiling(Need(arrival + rule.SafetyDays + rule.CycleDays) - position);
        return units >= quote.MinimumUnits ? units : quote.MinimumUnits <= Need(last) - position ? quote.MinimumUnits : 0;

        double Need(int until) => rate * season.Next(Math.Min(until, last) - today.Day);
    }

    /// <summary>Orders for all offers, the scarcest first, as far as cash covers goods, freight and everything still owed.</summary>
    /// <param name="today">This morning.</param>
    /// <param name="sources">Where goods would come from, by offer.</param>
    /// <param name="commands">Where orders go.</param>
    /// <param name="rule">How much stock is kept.</param>
    /// <param name="waits">Offers for which nothing is ordered today.</param>
    public static void AddOrders(Observation today, ReadOnlySpan<GoodsSource> sources, List<Command> commands, StockRule rule, IReadOnlySet<OfferId>? waits = null)
    {
        List<(int At, double DaysOfSupply, int Units)>? wanted = null;
        var season = new SeasonAhead(today.Date);
        for (var i = 0; i < sources.Length; i++)
        {
            var offer = today.Offers[i];
            if (UnitsWanted(offer, sources[i], today, rule, season) is > 0 and var units && waits?.Contains(offer.Id) != true)
            {
                (wanted ??= []).Add((i, offer.DaysOfSupply, units));
            }
        }

        if (wanted is not null)
        {
            Order(today, sources, commands, wanted.OrderBy(one => one.DaysOfSupply), rule.CashKept);
        }
    }

    private static void Order(Observation today, ReadOnlySpan<GoodsSource> sources, List<Command> commands, IEnumerable<(int At, double DaysOfSupply, int Units)> wanted, Money kept)
    {
        var cash = today.Cash - today.BalancesOwed - today.UnpaidDues + Money.Min(today.Receivable, Money.Zero) - kept;
        foreach (var (at, _, most) in wanted)
        {
            var offer = today.Offers[at];
            var quote = sources[at].Quote;
            var units = Math.Max(quote.MinimumUnits, (int)Math.Min(most, cash.Cents / sources[at].LandedCost.Cents));
            var cost = today.LandedCost(offer.Info, quote, units) * units;
            if (cost <= cash)
            {
                commands.Add(new PlaceOrder(offer.Id, quote.Supplier, units));
                cash -= cost;
            }
        }
    }

    /// <summary>Whether a unit bought at today's cost earns enough at the price that is asked, or could be asked.</summary>
    private static bool Earns(in OfferObservation offer, in GoodsSource source, StockRule rule)
    {
        var price = offer.Price;
        price = price > Money.Zero ? price : offer.HighestFeaturedPrice ?? offer.ReferencePrice;
        return source.BreakEvenCents <= (1 - rule.LeastMargin) * price.Cents;
    }

    /// <summary>Cost of a unit with placement and fulfilment, grossed up by the referral share: the price at which a sale earns nothing.</summary>
    public static double BreakEvenCents(in OfferObservation offer, Quote quote, Money landedCost)
    {
        var price = offer.Price;
        var asked = price > Money.Zero ? price : offer.ReferencePrice;
        var referralShare = offer.ReferralFee.Cents / (double)asked.Cents;
        var placement = offer.Fees.PlacementPerUnit is { Count: > 0 } fees ? fees[quote.Supplier.Index] : Money.Zero;
        return (landedCost + placement + offer.FulfilmentFee).Cents / (1 - referralShare);
    }
}

/// <summary>How much stock a seller keeps.</summary>
/// <param name="SafetyDays">Days of sales kept beyond the lead time; by as many days before the end all is to be sold.</param>
/// <param name="CycleDays">Days of sales that one order covers on top.</param>
/// <param name="LeastMargin">Share of the price that a unit bought today must earn.</param>
internal readonly record struct StockRule(int SafetyDays, int CycleDays, double LeastMargin)
{
    /// <summary>The rule of the shipped sellers (docs/evidence/base-stock-tuning.md).</summary>
    public static StockRule Tuned { get; } = new(7, 5, 0.2);

    /// <summary>Cash that orders leave alone.</summary>
    public Money CashKept { get; init; }
}
