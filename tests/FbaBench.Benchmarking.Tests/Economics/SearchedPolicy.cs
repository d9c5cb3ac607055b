namespace FbaBench.Tests.Economics;

/// <summary>A seller that decides at once, for searches that play a simulation directly.</summary>
internal interface IPolicy
{
    List<Command> Decide(Observation today);
}

/// <summary>An agent that decides at once, as a policy.</summary>
internal sealed class AgentPolicy(IAgent agent) : IPolicy
{
    public List<Command> Decide(Observation today)
    {
        var decision = agent.DecideAsync(today, null!, CancellationToken.None).AsTask();
        Assert.True(decision.IsCompletedSuccessfully);
        return [.. decision.GetAwaiter().GetResult().Commands];
    }
}

/// <summary>The base-stock rule with everything else that a seller can do, steered by genes.</summary>
internal sealed class SearchedPolicy : IPolicy
{
    /// <summary>Share of sessions that buy, which every seller knows (market-parameters.json, traffic_conversion/unit_session_pct_established).</summary>
    private const double Conversion = 0.12;
    private const double UnitsPerOrder = 1.15;
    private const int MonthDays = 30;

    private readonly Genes _genes;
    private readonly SourcedOrders _orders;
    private readonly SearchedTalks _talks;
    private readonly SearchedOffice _office;
    private readonly Dictionary<OfferId, ListingNotes> _notes = [];

    public SearchedPolicy(Genes genes)
    {
        _genes = genes;
        _orders = new(new((int)genes[Gene.SafetyDays], (int)genes[Gene.CycleDays], genes[Gene.LeastMargin]), SourceOf)
        {
            SizeFactor = genes[Gene.OrderSize],
            Credit = (CreditUse)genes[Gene.Credit],
            Repays = genes[Gene.NeverRepays] < 0.5,
        };
        _talks = new(genes, _orders);
        _office = new(genes);
    }

    public List<Command> Decide(Observation today)
    {
        var commands = new List<Command>();
        foreach (var offer in today.Offers)
        {
            if (!_notes.TryGetValue(offer.Id, out var notes))
            {
                _notes.Add(offer.Id, notes = new());
            }

            notes.Look(offer, today.Day);
            var price = Price(offer, today, notes);
            SetPrice(offer, price, commands);
            Liquidate(offer, commands);
            BuyReviews(offer, today, notes, commands);
            Advertise(offer, price, today, notes, commands);
            Promote(offer, price, today, notes, commands);
        }

        _office.Run(today, commands);
        var left = today.LastDecisionDay - today.Day;
        if (left >= _genes[Gene.StopDays])
        {
            _orders.Add(today, commands, _talks.Run(today, commands));
        }

        if (_genes[Gene.CloseBefore] > 0 && left <= _genes[Gene.CloseBefore])
        {
            commands.Add(new CloseBusiness());
        }

        return commands;
    }

    private Source SourceOf(OfferObservation offer, Observation today)
    {
        var info = offer.Info;
        var quote = (SupplierChoice)_genes[Gene.Supplier] switch
        {
            SupplierChoice.Trusted => GoodsSource.Of(offer, today).Quote,
            SupplierChoice.Any => offer.Quotes.MinBy(quote => today.LandedCost(info, quote, quote.MinimumUnits))!,
            var place => offer.Quotes[Math.Min(place - SupplierChoice.First, offer.Quotes.Count - 1)],
        };
        return Source.By(quote, (FreightMode)_genes[Gene.Freight]);
    }

    private double BreakEven(in OfferObservation offer, Observation today) => SourceOf(offer, today).BreakEvenCents(offer, today);

    private Money Price(in OfferObservation offer, Observation today, ListingNotes notes)
    {
        var price = BreakEven(offer, today) + (offer.ReferencePrice.Cents / _genes[Gene.Elasticity]);
        var fade = Math.Max(0, 1 - (notes.Age(today.Day) / _genes[Gene.OpeningDays]));
        price *= 1 + ((_genes[Gene.OpeningFactor] - 1) * fade);
        price *= 1 + ((_genes[Gene.YearFactor] - 1) * today.Day / 365);
        price *= today.Date.Month >= 11 || today.DealEvents.Any(deal => deal.First <= today.Date) ? _genes[Gene.SeasonFactor] : 1;
        var asked = new Money(Math.Max(1, (long)Math.Round(price)));
        return _genes[Gene.Cap] >= 0.5 ? Money.Min(asked, offer.HighestFeaturedPrice ?? asked) : asked;
    }

    private static void SetPrice(in OfferObservation offer, Money price, List<Command> commands)
    {
        if (price != offer.Price && (!offer.Promotion.IsRunning || price > offer.Promotion.Price))
        {
            commands.Add(new SetPrice(offer.Id, price));
        }
    }

    private void Liquidate(in OfferObservation offer, List<Command> commands)
    {
        var age = _genes[Gene.LiquidateAge];
        var old = age == 0 ? 0 : offer.Fees.AgedInventory.Stock.Where(stock => stock.AgeDays > age).Sum(stock => stock.Units);
        if (old > 0)
        {
            commands.Add(new Liquidate(offer.Id, old));
        }
    }

    private void BuyReviews(in OfferObservation offer, Observation today, ListingNotes notes, List<Command> commands)
    {
        if (offer.UnitsOnHand == 0 || (notes.WasFined && _genes[Gene.ReviewsAfterFine] < 0.5))
        {
            return;
        }

        var count = notes.Age(today.Day) == 0 && !notes.HasBought ? _genes[Gene.ReviewsAtStart] : 0;
        count += notes.Age(today.Day) % MonthDays == MonthDays - 1 ? _genes[Gene.ReviewsMonthly] : 0;
        if (count >= 1)
        {
            commands.Add(new BuyReviews(offer.Id, (int)count));
            notes.HasBought = true;
        }
    }

    private void Advertise(in OfferObservation offer, Money price, Observation today, ListingNotes notes, List<Command> commands)
    {
        var share = _genes[Gene.BidShare];
        if (share == 0)
        {
            return;
        }

        var isWanted = offer.UnitsOnHand > 0 && notes.Age(today.Day) < _genes[Gene.AdDays] && Supply(offer) >= _genes[Gene.AdLeastSupply]
            && (offer.Listing.SearchPosition ?? int.MaxValue) >= (int)_genes[Gene.AdLeastPosition];
        if (!isWanted)
        {
            if (offer.Campaign is not null)
            {
                commands.Add(new StopCampaign(offer.Id));
            }

            return;
        }

        var kept = 1 - (offer.ReferralFee.Cents / (double)(offer.IsOpen ? offer.Price : offer.ReferencePrice).Cents);
        var margin = (price.Cents - BreakEven(offer, today)) * kept;
        var bid = new Money(Math.Clamp((long)(share * Conversion * UnitsPerOrder * margin), today.Rules.LowestBid.Cents, 100_000));
        var budget = Money.Max(bid, new((long)(100 * _genes[Gene.DailyBudget])));
        if (offer.Campaign is not { } campaign)
        {
            commands.Add(new CreateCampaign(offer.Id, bid, budget, today.Day, today.LastDecisionDay));
        }
        else if (campaign.Bid != bid)
        {
            commands.Add(new ChangeCampaign(offer.Id, bid, budget, today.LastDecisionDay));
        }
    }

    private void Promote(in OfferObservation offer, Money price, Observation today, ListingNotes notes, List<Command> commands)
    {
        var depth = _genes[Gene.PromotionDepth];
        var days = Math.Min((int)_genes[Gene.PromotionDays], offer.Promotion.DaysLeft);
        if (depth == 0 || days == 0 || offer.Promotion.IsRunning || offer.UnitsOnHand == 0 || Supply(offer) < _genes[Gene.PromotionLeastSupply] || today.Day < notes.NextPromotion)
        {
            return;
        }

        var promoted = Money.Min(new((long)(price.Cents * (1 - depth))), Money.Min(offer.Promotion.HighestPrice, price - new Money(1)));
        if (promoted >= new Money(1))
        {
            commands.Add(new StartPromotion(offer.Id, promoted, days));
            notes.NextPromotion = today.Day + Math.Max((int)_genes[Gene.PromotionEvery], days);
        }
    }

    /// <summary>Days for which the units on hand last.</summary>
    private static double Supply(in OfferObservation offer) =>
        offer.UnitsLast30Days == 0 ? double.PositiveInfinity : offer.UnitsOnHand * (double)offer.LiveDaysLast30 / offer.UnitsLast30Days;

    /// <summary>What a seller remembers of a listing.</summary>
    private sealed class ListingNotes
    {
        private int _firstDay = -1;
        private int _reviews;

        public bool WasFined { get; private set; }

        public bool HasBought { get; set; }

        public int NextPromotion { get; set; }

        /// <summary>Days since it first had stock.</summary>
        public int Age(int day) => _firstDay < 0 ? 0 : day - _firstDay;

        public void Look(in OfferObservation offer, int day)
        {
            _firstDay = _firstDay < 0 && offer.UnitsOnHand > 0 ? day : _firstDay;

            // Reviews vanish only when bought ones are found.
            WasFined |= offer.Listing.Reviews < _reviews;
            _reviews = offer.Listing.Reviews;
        }
    }
}
