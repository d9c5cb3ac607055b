namespace FbaBench;

/// <summary>Collects a seat's days. Reads only; the run is the same without it.</summary>
internal sealed class TrajectoryCollector
{
    private readonly EpisodeSource _source;
    private readonly Seat _seat;
    private readonly OfferDays[] _offers;
    private readonly Dictionary<int, int> _indexOfRow = [];
    private readonly SortedDictionary<string, List<int>> _lowestRival = new(StringComparer.Ordinal);

    /// <summary>The list of each competitor's niche, in the order of the competitors, which is the world's; null where the seller has no offer in it.</summary>
    private readonly List<int>?[] _lowestOf;
    private readonly SortedDictionary<TransferReason, List<long>> _postings = [];
    private readonly List<long> _netWorth = [];
    private readonly List<long> _cash = [];
    private readonly List<int> _stock = [];
    private readonly List<TrajectoryEvent> _events = [];

    /// <summary>Begins before the first day, with the opening's postings.</summary>
    public TrajectoryCollector(EpisodeSource source, Seat seat, Observation opening)
    {
        _source = source;
        _seat = seat;
        _offers = [.. opening.Offers.Select(offer => new OfferDays(offer.Info))];
        for (var i = 0; i < _offers.Length; i++)
        {
            _indexOfRow.Add(_offers[i].Info.Id.Index, i);
            _lowestRival[_offers[i].Info.Niche] = [];
        }

        _lowestOf = [.. opening.Competitors.Select(other => _lowestRival.GetValueOrDefault(other.Niche))];
        Post(source.Transfers(), month: 0);
    }

    /// <summary>Takes in the day played last.</summary>
    public void Take(EpisodeDay day)
    {
        var books = day.Books;
        var evening = day.Evening;
        _netWorth.Add(books.NetWorth.Cents);
        _cash.Add(books.Balance(Account.Cash).Cents);
        var onHand = 0;
        for (var i = 0; i < _offers.Length; i++)
        {
            onHand += _offers[i].Take(evening.Offers[i]);
        }

        _stock.Add(onHand);
        Rivals(evening.Competitors);
        Post(day.Transfers, Month(day.Day));
        foreach (var item in day.Events)
        {
            if (item.Seat == _seat)
            {
                Keep(item);
            }
        }
    }

    /// <summary>The trajectory of the days taken.</summary>
    public EpisodeTrajectory Finish()
    {
        var kept = Enumerable.Range(0, _offers.Length)
            .OrderByDescending(i => _offers[i].RevenueCents).ThenBy(i => i)
            .Take(EpisodeTrajectory.MostOffers)
            .Order().ToArray();
        var months = Month(Math.Max(0, _netWorth.Count - 1)) + 1;
        return new()
        {
            Start = _source.Definition.Start,
            DecisionDays = _source.Definition.Days,
            NetWorthCents = _netWorth,
            CashCents = _cash,
            StockUnits = _stock,
            OffersInWorld = _offers.Length,
            Offers = [.. kept.Select(i => _offers[i].Finish())],
            Niches = [.. kept.Select(i => _offers[i].Info.Niche).Distinct().Order(StringComparer.Ordinal)
                .Select(niche => new NicheTrajectory(niche) { LowestRivalCents = _lowestRival[niche] })],
            Postings = [.. _postings.Select(pair => new PostedAmounts(pair.Key, [.. pair.Value, .. new long[months - pair.Value.Count]]))],
            Events = [.. _events.Select(item => item with { Offer = item.Offer < 0 ? -1 : Array.IndexOf(kept, item.Offer) })],
        };
    }

    /// <summary>Calendar months between day 0 and a day.</summary>
    private int Month(int day)
    {
        var start = _source.Definition.Start;
        var date = start.AddDays(day);
        return ((date.Year - start.Year) * 12) + date.Month - start.Month;
    }

    private void Rivals(IReadOnlyList<CompetitorObservation> others)
    {
        var day = _netWorth.Count;
        foreach (var lowest in _lowestRival.Values)
        {
            lowest.Add(0);
        }

        for (var i = 0; i < _lowestOf.Length; i++)
        {
            var cents = (int)others[i].Price.Cents;
            if (cents > 0 && _lowestOf[i] is { } lowest && (lowest[day - 1] == 0 || cents < lowest[day - 1]))
            {
                lowest[day - 1] = cents;
            }
        }
    }

    private void Post(IReadOnlyList<Transfer> transfers, int month)
    {
        foreach (var transfer in transfers)
        {
            if (transfer.Seat != _seat)
            {
                continue;
            }

            if (!_postings.TryGetValue(transfer.Reason, out var months))
            {
                _postings.Add(transfer.Reason, months = []);
            }

            while (months.Count <= month)
            {
                months.Add(0);
            }

            months[month] += transfer.Amount.Cents;
        }
    }

    private void Keep(in SimEvent item)
    {
        var offer = _indexOfRow.GetValueOrDefault(item.Offer.Index, -1);
        switch (item.Kind)
        {
            case EventKind.Sale:
                _offers[offer].RevenueCents += item.Amount.Cents;
                break;
            case EventKind.OrderPlaced or EventKind.OrderReceived or EventKind.OrderCancelled or EventKind.StockOut or EventKind.Payout or EventKind.Due
                or EventKind.LateFee or EventKind.Insolvent or EventKind.RunOff or EventKind.Liquidated or EventKind.Settled:
                _events.Add(new(item.Day, item.Kind, offer, item.Units, item.Amount.Cents));
                break;
            case EventKind.CommandRefused:
                Refused(item.Day);
                break;
            default:
                break;
        }
    }

    /// <summary>Refusals of a day come together: one entry counts them.</summary>
    private void Refused(int day)
    {
        if (_events.Count > 0 && _events[^1] is { Kind: EventKind.CommandRefused } last && last.Day == day)
        {
            _events[^1] = last with { Units = last.Units + 1 };
        }
        else
        {
            _events.Add(new(day, EventKind.CommandRefused, -1, 1, 0));
        }
    }

    /// <summary>The days of an offer while they are collected.</summary>
    private sealed class OfferDays(OfferInfo info)
    {
        private readonly List<int> _price = [];
        private readonly List<int> _onHand = [];
        private readonly List<int> _sold = [];
        private readonly List<int> _lost = [];

        public OfferInfo Info { get; } = info;

        public long RevenueCents { get; set; }

        /// <summary>Takes in an evening; returns the units on hand.</summary>
        public int Take(OfferObservation evening)
        {
            var onHand = evening.UnitsOnHand;
            _price.Add((int)evening.Price.Cents);
            _onHand.Add(onHand);
            _sold.Add(evening.UnitsYesterday);
            _lost.Add(evening.LostYesterday);
            return onHand;
        }

        public OfferTrajectory Finish() => new(Info.Name, Info.Niche) { PriceCents = _price, UnitsOnHand = _onHand, UnitsSold = _sold, UnitsLost = _lost };
    }
}
