namespace FbaBench.Tests.Economics;

/// <summary>The base-stock rule with some of its choices made beforehand; without any it is the shipped agent.</summary>
internal sealed class ChosenPolicy(Choice choice) : IPolicy
{
    private const int KnownAfterLiveDays = 7;
    private const int HistoryDays = 30;

    private static readonly StockRule Rule = StockRule.Tuned;

    public List<Command> Decide(Observation today)
    {
        var commands = new List<Command>();
        foreach (var offer in today.Offers)
        {
            var best = new Money(Math.Max(1, (long)Math.Round(BreakEvenCents(offer, SourceOf(offer, today), today) + (offer.ReferencePrice.Cents / BaseStock.EffectiveElasticity))));
            var price = Money.Min(best, offer.HighestFeaturedPrice ?? best);
            if (price != offer.Price)
            {
                commands.Add(new SetPrice(offer.Id, price));
            }
        }

        AddOrders(today, commands);
        return commands;
    }

    /// <summary>Orders as far as cash and, where the seller borrows, credit cover goods, freight and everything still owed; the scarcest first.</summary>
    private void AddOrders(Observation today, List<Command> commands)
    {
        var cash = today.Cash - today.BalancesOwed - today.UnpaidDues + Money.Min(today.Receivable, Money.Zero);
        var credit = choice.Credit == CreditUse.Never ? Money.Zero : today.Credit.Available;
        if (choice.Credit == CreditUse.ToTheLimit && credit > Money.Zero)
        {
            commands.Add(new DrawCredit(credit));
            (cash, credit) = (cash + credit, Money.Zero);
        }

        foreach (var offer in today.Offers.OrderBy(offer => offer.DaysOfSupply))
        {
            var source = SourceOf(offer, today);
            var wanted = UnitsWanted(offer, source, today);
            if (wanted == 0)
            {
                continue;
            }

            var minimum = source.Quote.MinimumUnits;
            var units = Math.Max(minimum, (int)Math.Min(wanted, (cash + credit).Cents / source.LandedCost(offer, minimum, today).Cents));
            var cost = source.LandedCost(offer, units, today) * units;
            if (cost > cash + credit)
            {
                continue;
            }

            if (cost > cash)
            {
                commands.Add(new DrawCredit(cost - cash));
                (cash, credit) = (cost, credit - (cost - cash));
            }

            commands.Add(new PlaceOrder(offer.Id, source.Quote.Supplier, units, source.Mode));
            cash -= cost;
        }

        if (choice.Credit == CreditUse.ForOrders && Money.Min(cash, today.Credit.Owed) is var spare && spare > Money.Zero)
        {
            commands.Add(new RepayCredit(spare));
        }
    }

    private int UnitsWanted(in OfferObservation offer, Source source, Observation today)
    {
        var minimum = source.Quote.MinimumUnits;
        var position = offer.UnitsOnHand + offer.UnitsInbound;
        var arrival = today.Day + source.LeadTimeDays;
        var last = today.LastDecisionDay - Rule.SafetyDays;
        var asked = offer.IsOpen ? offer.Price : offer.HighestFeaturedPrice ?? offer.ReferencePrice;
        if (arrival >= last || BreakEvenCents(offer, source, today) > (1 - Rule.LeastMargin) * asked.Cents)
        {
            return 0;
        }

        if (offer.LiveDaysLast30 < KnownAfterLiveDays)
        {
            return position == 0 ? minimum : 0;
        }

        var rate = offer.UnitsLast30Days / (double)offer.LiveDaysLast30 * HistoryDays / SeasonGuide.Sum(today.Date, -HistoryDays, 0);
        if (position >= Need(arrival + Rule.SafetyDays))
        {
            return 0;
        }

        var units = choice.OrderDays is { } days
            ? (int)Math.Ceiling(Math.Min(Need(arrival + days) - Need(arrival), Need(last) - position))
            : (int)Math.Ceiling(Need(arrival + Rule.SafetyDays + Rule.CycleDays) - position);
        return units >= minimum ? units : minimum <= Need(last) - position ? minimum : 0;

        double Need(int until) => rate * SeasonGuide.Sum(today.Date, 0, Math.Min(until, last) - today.Day);
    }

    private static double BreakEvenCents(in OfferObservation offer, Source source, Observation today)
    {
        var asked = offer.IsOpen ? offer.Price : offer.ReferencePrice;
        var referralShare = offer.ReferralFee.Cents / (double)asked.Cents;
        var placement = offer.Fees.PlacementPerUnit is { Count: > 0 } fees ? fees[source.Quote.Supplier.Index] : Money.Zero;
        return (source.LandedCost(offer, source.Quote.MinimumUnits, today) + placement + offer.FulfilmentFee).Cents / (1 - referralShare);
    }

    private Source SourceOf(in OfferObservation offer, Observation today)
    {
        if (choice.Freight is { } mode)
        {
            return new(offer.Quotes.First(quote => quote.Routes.Any(route => route.Mode == mode)), mode);
        }

        if (choice.Supplier is { } supplier)
        {
            return new(offer.Quotes[supplier], FreightMode.Quoted);
        }

        var info = offer.Info;
        return new(offer.Quotes.MinBy(quote => today.LandedCost(info, quote, quote.MinimumUnits))!, FreightMode.Quoted);
    }

    /// <summary>Where an order goes and how it travels.</summary>
    private readonly record struct Source(Quote Quote, FreightMode Mode)
    {
        public int LeadTimeDays
        {
            get
            {
                var mode = Mode;
                return mode == FreightMode.Quoted ? Quote.LeadTimeDays : Quote.Routes.First(route => route.Mode == mode).LeadTimeDays;
            }
        }

        public Money LandedCost(in OfferObservation offer, int units, Observation today) => today.LandedCost(offer.Info, Quote, units, Mode);
    }
}
