namespace FbaBench.Tests.Economics;

/// <summary>Negotiates with suppliers, has them inspected and rejects their goods, as genes say.</summary>
internal sealed class SearchedTalks(Genes genes, SourcedOrders orders)
{
    private readonly Dictionary<OfferId, int> _proposals = [];
    private readonly Dictionary<(OfferId, SupplierId), int> _inspected = [];

    /// <summary>Adds the commands of a morning.</summary>
    /// <returns>Offers whose orders wait for an answer.</returns>
    public IReadOnlySet<OfferId> Run(Observation today, List<Command> commands)
    {
        var waits = new HashSet<OfferId>();
        foreach (var offer in today.Offers)
        {
            if (orders.UnitsWanted(offer, today) is > 0 and var units && (Checks(offer, units, today, commands) || Proposes(offer, units, today, commands)))
            {
                waits.Add(offer.Id);
            }
        }

        Goods(today, commands);
        return waits;
    }

    /// <summary>Has a supplier inspected that nobody has checked, where what it saves over the year is worth some fees.</summary>
    private bool Checks(in OfferObservation offer, int units, Observation today, List<Command> commands)
    {
        if (genes[Gene.InspectionFactor] == 0 || today.Cash <= today.Rules.InspectionFee * 10)
        {
            return false;
        }

        var trusted = GoodsSource.Of(offer, today).Quote;
        var cost = today.LandedCost(offer.Info, trusted, trusted.MinimumUnits).Cents;
        foreach (var quote in offer.Quotes)
        {
            if (GoodsSource.IsTrusted(offer, quote) || offer.Suppliers[quote.Supplier.Index].Finding != SupplierFinding.None)
            {
                continue;
            }

            var times = Math.Min(4, (today.LastDecisionDay - today.Day) / (double)Math.Max(30, quote.LeadTimeDays));
            var saving = (cost - today.LandedCost(offer.Info, quote, quote.MinimumUnits).Cents) * Math.Max(units, quote.MinimumUnits) * times;
            if (saving > genes[Gene.InspectionFactor] * today.Rules.InspectionFee.Cents)
            {
                commands.Add(new InspectSupplier(offer.Id, quote.Supplier));
                return true;
            }
        }

        return false;
    }

    /// <summary>Proposes, each time half the way that is left to what is asked; takes the ask when it has proposed often enough.</summary>
    private bool Proposes(in OfferObservation offer, int units, Observation today, List<Command> commands)
    {
        var quote = orders.SourceOf(offer, today).Quote;
        var state = offer.Suppliers[quote.Supplier.Index];
        units = Math.Max(units, quote.MinimumUnits);
        if (!quote.Negotiates || genes[Gene.Proposals] == 0 || (state.Agreed is not null && today.Day <= state.AgreedUntil && units >= state.AgreedUnits))
        {
            return false;
        }

        var ladder = quote.UnitPrice(units);
        var made = _proposals.GetValueOrDefault(offer.Id);
        if (state.Ask is { } ask && today.Day <= state.AskUntil)
        {
            if (made >= genes[Gene.Proposals] || today.Day < state.TalksFrom)
            {
                _proposals[offer.Id] = 0;
                commands.Add(new AcceptSupplierOffer(offer.Id, quote.Supplier));
                return false;
            }

            _proposals[offer.Id] = made + 1;
            var way = Math.Pow(0.5, made);
            var price = (long)((ask.Cents * (1 - way)) + (genes[Gene.FirstShare] * ladder.Cents * way));
            commands.Add(new MakeSupplierOffer(offer.Id, quote.Supplier, state.AskUnits, new(Math.Min(price, ask.Cents))));
            return true;
        }

        _proposals[offer.Id] = today.Day >= state.TalksFrom ? 1 : 0;
        if (today.Day < state.TalksFrom)
        {
            return false;
        }

        commands.Add(new MakeSupplierOffer(offer.Id, quote.Supplier, units, new((long)Math.Round(ladder.Cents * genes[Gene.FirstShare]))));
        return true;
    }

    /// <summary>Has the goods of suppliers that nobody has checked inspected, and rejects what is found bad, or all of it.</summary>
    private void Goods(Observation today, List<Command> commands)
    {
        var rejects = (GoodsCheck)genes[Gene.Rejects];
        foreach (var order in today.OpenOrders)
        {
            if (rejects == GoodsCheck.Never || order.Stage is not (OrderStage.InProduction or OrderStage.AwaitingPayment))
            {
                continue;
            }

            var offer = today.Offers.First(offer => offer.Id == order.Offer);
            var quote = offer.Quotes[order.Supplier.Index];
            var isBad = order.Defects > today.Rules.ToleratedDefects * order.Units || offer.Suppliers[order.Supplier.Index].Finding == SupplierFinding.ShortCounts;
            if (order.Defects is not null && (isBad || rejects == GoodsCheck.RejectAll))
            {
                commands.Add(new RejectOrder(order.Id));
            }
            else if (order.Defects is null && (!quote.IsVerified || rejects >= GoodsCheck.Everywhere) && _inspected.GetValueOrDefault((offer.Id, quote.Supplier), -1) < today.Day - 1)
            {
                _inspected[(offer.Id, quote.Supplier)] = today.Day;
                commands.Add(new InspectSupplier(offer.Id, quote.Supplier));
            }
        }
    }
}

/// <summary>Which goods are inspected before they are shipped; those that are found bad are rejected.</summary>
internal enum GoodsCheck
{
    Never,

    /// <summary>Of suppliers that the marketplace has not checked.</summary>
    OfUnchecked,
    Everywhere,

    /// <summary>Everywhere, and good ones are rejected too.</summary>
    RejectAll,
}
