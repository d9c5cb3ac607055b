namespace FbaBench.Tests.Economics;

/// <summary>When a seller borrows.</summary>
internal enum CreditUse
{
    Never,

    /// <summary>Whatever can be drawn, as soon as it can.</summary>
    ToTheLimit,

    /// <summary>What an order lacks; paid back from the first cash that nothing else needs.</summary>
    ForOrders,
}

/// <summary>The orders of the base-stock rule (<see cref="StockPlan"/>) from sources, in sizes and with credit that somebody chose.</summary>
internal sealed record SourcedOrders(StockRule Rule, Func<OfferObservation, Observation, Source> SourceOf)
{
    private const int KnownAfterLiveDays = 7;
    private const int HistoryDays = 30;

    /// <summary>Days of demand that an order brings, 0 for the supplier's minimum; null: up to the base level.</summary>
    public int? OrderDays { get; init; }

    /// <summary>Factor on the units of every order.</summary>
    public double SizeFactor { get; init; } = 1;

    public CreditUse Credit { get; init; }

    /// <summary>Whether spare cash repays what was drawn for orders.</summary>
    public bool Repays { get; init; } = true;

    /// <summary>Orders as far as cash and, where the seller borrows, credit cover goods, freight and everything still owed; the scarcest first.</summary>
    public void Add(Observation today, List<Command> commands, IReadOnlySet<OfferId>? waits = null)
    {
        var cash = today.Cash - today.BalancesOwed - today.UnpaidDues + Money.Min(today.Receivable, Money.Zero);
        var credit = Credit == CreditUse.Never ? Money.Zero : today.Credit.Available;
        if (Credit == CreditUse.ToTheLimit && credit > Money.Zero)
        {
            commands.Add(new DrawCredit(credit));
            (cash, credit) = (cash + credit, Money.Zero);
        }

        foreach (var offer in today.Offers.OrderBy(offer => offer.DaysOfSupply))
        {
            var source = SourceOf(offer, today);
            var wanted = UnitsWanted(offer, today);
            if (wanted == 0 || waits?.Contains(offer.Id) == true)
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

        if (Credit == CreditUse.ForOrders && Repays && Money.Min(cash, today.Credit.Owed) is var spare && spare > Money.Zero)
        {
            commands.Add(new RepayCredit(spare));
        }
    }

    /// <summary>Units that would be ordered without any limit of cash, or 0.</summary>
    public int UnitsWanted(in OfferObservation offer, Observation today)
    {
        var source = SourceOf(offer, today);
        var minimum = source.Quote.MinimumUnits;
        var position = offer.UnitsOnHand + offer.UnitsInbound;
        var arrival = today.Day + source.LeadTimeDays;
        var last = today.LastDecisionDay - Rule.SafetyDays;
        var asked = offer.IsOpen ? offer.Price : offer.HighestFeaturedPrice ?? offer.ReferencePrice;
        if (arrival >= last || source.BreakEvenCents(offer, today) > (1 - Rule.LeastMargin) * asked.Cents)
        {
            return 0;
        }

        if (offer.LiveDaysLast30 < KnownAfterLiveDays)
        {
            return position == 0 ? Sized(minimum) : 0;
        }

        var rate = offer.UnitsLast30Days / (double)offer.LiveDaysLast30 * HistoryDays / SeasonGuide.Sum(today.Date, -HistoryDays, 0);
        if (position >= Need(arrival + Rule.SafetyDays))
        {
            return 0;
        }

        var units = OrderDays is { } days
            ? (int)Math.Ceiling(Math.Min(Need(arrival + days) - Need(arrival), Need(last) - position))
            : (int)Math.Ceiling(Need(arrival + Rule.SafetyDays + Rule.CycleDays) - position);
        units = Sized(units);
        return units >= minimum ? units : minimum <= Need(last) - position ? minimum : 0;

        double Need(int until) => rate * SeasonGuide.Sum(today.Date, 0, Math.Min(until, last) - today.Day);
    }

    private int Sized(int units) => (int)Math.Ceiling(units * SizeFactor);
}
