namespace FbaBench;

/// <summary>
/// Orders every offer up to a level: the demand of lead time and one day as it expects it, and a safety stock. It asks the reference price. It reads demand from what is gone
/// of stock, orders under way and debts, so that it plays a shop, every stage of a supply chain, and laboratories whose shoppers wait.
/// </summary>
/// <remarks>
/// Expected demand and its variance are means that forget a twentieth a day; the safety stock is 1.3 deviations of the demand of lead time and one day, which covers nine days in ten
/// of normal demand (Silver, Pyke, Thomas, "Inventory and production management in supply chains", 2017). Both numbers are modelling assumptions.
/// </remarks>
public sealed class OrderUpTo : IForkableAgent
{
    private const double Safety = 1.3;

    private readonly Dictionary<OfferId, DemandMemory> _memory = [];

    /// <inheritdoc/>
    public bool ReadsOnlyWhileDeciding => true;

    /// <inheritdoc/>
    public IForkableAgent Fork()
    {
        var copy = new OrderUpTo();
        foreach (var (offer, memory) in _memory)
        {
            copy._memory.Add(offer, memory.Copy());
        }

        return copy;
    }

    /// <inheritdoc/>
    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(today);
        var commands = new List<Command>();
        CustomerService.Answer(today, commands);
        var cash = today.Cash - today.BalancesOwed - today.UnpaidDues;
        var offers = today.Offers;
        for (var i = 0; i < offers.Count; i++)
        {
            var offer = offers[i];
            var price = Money.Min(offer.ReferencePrice, offer.HighestFeaturedPrice ?? offer.ReferencePrice);
            if (price != offer.Price)
            {
                commands.Add(new SetPrice(offer.Id, price));
            }

            if (!_memory.TryGetValue(offer.Id, out var memory))
            {
                _memory.Add(offer.Id, memory = new());
            }

            memory.Take(offer);
            var units = Units(today, offer, memory, cash);
            if (units > 0)
            {
                commands.Add(new PlaceOrder(offer.Id, offer.BestQuote.Supplier, units));
                cash -= today.LandedCost(offer.Info, offer.BestQuote, units) * units;
            }

            memory.Ordered(units);
        }

        return new(new Decision(commands));
    }

    /// <summary>What lacks to the level, as far as cash goes; nothing below the least order, or when it would come too late to be sold.</summary>
    private static int Units(Observation today, in OfferObservation offer, DemandMemory memory, Money cash)
    {
        var quote = offer.BestQuote;
        if (today.Day + quote.LeadTimeDays > today.LastDecisionDay)
        {
            return 0;
        }

        if (memory.Mean == 0)
        {
            // Nothing was ever wanted: without stock nothing will be known either.
            return today.Day > 0 && memory.Position == 0 && today.LandedCost(offer.Info, quote, quote.MinimumUnits) * quote.MinimumUnits <= cash ? quote.MinimumUnits : 0;
        }

        var days = quote.LeadTimeDays + 1;
        var level = (memory.Mean * days) + (Safety * Math.Sqrt(memory.Variance * days));
        var units = (int)Math.Ceiling(level - memory.Position);
        if (units < quote.MinimumUnits)
        {
            return 0;
        }

        units = (int)Math.Min(units, cash.Cents / Math.Max(1, today.LandedCost(offer.Info, quote, quote.MinimumUnits).Cents));
        return units < quote.MinimumUnits ? 0 : units;
    }

    /// <summary>What an offer's demand was like.</summary>
    private sealed class DemandMemory
    {
        private const double LeastWeight = 0.05;

        private int? _expected;
        private int _days;
        private bool _waits;

        /// <summary>Mean demand of a day.</summary>
        public double Mean { get; private set; }

        /// <summary>Its variance.</summary>
        public double Variance { get; private set; }

        /// <summary>Units on hand and under way, less those that are owed.</summary>
        public int Position { get; private set; }

        public DemandMemory Copy() => (DemandMemory)MemberwiseClone();

        public void Take(in OfferObservation offer)
        {
            Position = offer.UnitsOnHand + offer.UnitsInbound - offer.UnitsBacklogged;

            // Who waits is owed a unit and counts in the position; who left is told as lost.
            _waits |= offer.UnitsBacklogged > 0;
            if (_expected is { } before)
            {
                Add(Math.Max(0, before - Position + (_waits ? 0 : offer.LostYesterday)));
            }
        }

        public void Ordered(int units) => _expected = Position + units;

        private void Add(int wanted)
        {
            var weight = Math.Max(LeastWeight, 1.0 / ++_days);
            var surprise = wanted - Mean;
            Mean += weight * surprise;

            // A first day says nothing of the variance: it is taken for that of a Poisson number.
            Variance = _days == 1 ? wanted : (1 - weight) * (Variance + (weight * surprise * surprise));
        }
    }
}
