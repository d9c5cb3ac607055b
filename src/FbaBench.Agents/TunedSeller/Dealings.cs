namespace FbaBench;

/// <summary>Negotiates before it orders, and has a newcomer inspected when what it would save is worth it. Orders wait a few days for both.</summary>
internal sealed class Dealings(TunedRule rule, Observation today, GoodsSource[] sources, List<Command> commands)
{
    /// <summary>Days for which an ask stands.</summary>
    private const int AskDays = 7;

    private readonly HashSet<OfferId> _waits = [];

    /// <summary>Offers whose orders wait for an answer.</summary>
    public IReadOnlySet<OfferId> Waits => _waits;

    public void Run()
    {
        var season = new SeasonAhead(today.Date);
        for (var i = 0; i < sources.Length; i++)
        {
            var offer = today.Offers[i];
            if (StockPlan.UnitsWanted(offer, sources[i], today, rule.Stock, season) is > 0 and var units)
            {
                Deal(offer, sources[i].Quote, units);
            }
        }
    }

    private void Deal(in OfferObservation offer, Quote quote, int units)
    {
        if (Newcomer(offer, quote, units) is { } newcomer && today.Cash > today.Rules.InspectionFee * 10)
        {
            commands.Add(new InspectSupplier(offer.Id, newcomer.Supplier));
            _waits.Add(offer.Id);
            return;
        }

        var state = offer.Suppliers[quote.Supplier.Index];
        units = Math.Max(units, quote.MinimumUnits);
        if (!quote.Negotiates || rule.Proposals == 0 || IsAgreed(state, units))
        {
            return;
        }

        // A second proposal follows on the morning after the first; the ask that then stands is taken.
        if (state.Ask is { } ask)
        {
            var isFresh = today.Day == state.AskUntil - AskDays + 1;
            if (isFresh && IsFirst(quote, state, ask) && rule.Proposals > 1)
            {
                Propose(offer, quote, state.AskUnits);
            }
            else
            {
                commands.Add(new AcceptSupplierOffer(offer.Id, quote.Supplier));
            }
        }
        else if (today.Day >= state.TalksFrom)
        {
            Propose(offer, quote, units);
        }
    }

    /// <summary>Whether the ask is still the answer to a first proposal: less than a half of the usual way down.</summary>
    private static bool IsFirst(Quote quote, SupplierState state, Money ask) => ask.Cents > quote.UnitPrice(state.AskUnits).Cents * 0.97;

    private static bool IsAgreed(SupplierState state, int units) => state.Agreed is not null && units >= state.AgreedUnits;

    private void Propose(in OfferObservation offer, Quote quote, int units)
    {
        var price = new Money((long)Math.Round(quote.UnitPrice(units).Cents * rule.ProposalShare));
        commands.Add(new MakeSupplierOffer(offer.Id, quote.Supplier, units, price));
        _waits.Add(offer.Id);
    }

    /// <summary>A supplier that nobody has checked, where checking promises enough.</summary>
    private Quote? Newcomer(in OfferObservation offer, Quote trusted, int units)
    {
        var cost = today.LandedCost(offer.Info, trusted, Math.Max(units, trusted.MinimumUnits)).Cents;
        foreach (var quote in offer.Quotes)
        {
            if (!GoodsSource.IsTrusted(offer, quote) && offer.Suppliers[quote.Supplier.Index].Finding == SupplierFinding.None)
            {
                // What the rest of the year would save, as if every one were genuine.
                var left = (today.LastDecisionDay - today.Day) / (double)Math.Max(30, quote.LeadTimeDays);
                var saving = (cost - today.LandedCost(offer.Info, quote, Math.Max(units, quote.MinimumUnits)).Cents) * (double)units * Math.Min(left, 4);
                if (saving > rule.InspectionFactor * today.Rules.InspectionFee.Cents)
                {
                    return quote;
                }
            }
        }

        return null;
    }
}
