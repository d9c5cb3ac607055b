namespace FbaBench;

/// <summary>What an episode came to, gathered day by day from what its seller saw.</summary>
internal sealed class WatchedDays(SimulationSession session, Seat seat)
{
    private readonly HashSet<int>[] _mail = [.. Enum.GetValues<MailTopic>().Select(_ => new HashSet<int>())];
    private readonly Dictionary<OfferId, (int? Rank, int? Position)> _before = [];
    private readonly HashSet<OrderId> _open = [];
    private readonly List<double> _leads = [];
    private readonly long[] _unitsByWeekday = new long[7];
    private Mean _rankSteps;
    private Mean _positionSteps;
    private Mean _rivalPrice;
    private Mean _featured;
    private Mean _receivable;
    private Mean _stock;
    private Mean _inbound;
    private Mean _cash;
    private Mean _points;
    private Mean _freightSteps;
    private Mean _landedCost;
    private Mean _timelyStars;
    private Mean _lateStars;
    private double? _freightBefore;
    private long _peakUnits;
    private Observation? _last;

    public long Sessions { get; private set; }

    public long Orders { get; private set; }

    public long Units { get; private set; }

    public long Returned { get; private set; }

    public long Unsellable { get; private set; }

    public int ClosedDays { get; private set; }

    public int SuspendedDays { get; private set; }

    public int HeldDays { get; private set; }

    public double FinalCash => session.Books(seat).Balance(Account.Cash).Cents / 100.0;

    public double UnitsSold => session.Summary(seat).UnitsSold;

    public double UnitsLost => session.Summary(seat).UnitsLost;

    public double RankSteps => _rankSteps.Value;

    public double PositionSteps => _positionSteps.Value;

    public double RivalPrice => _rivalPrice.Value;

    public double FeaturedShare => _featured.Value;

    public double Receivable => _receivable.Value;

    public double Stock => _stock.Value;

    public double Cash => _cash.Value;

    public double HealthPoints => _points.Value;

    public double Inbound => _inbound.Value;

    /// <summary>Standard deviation of the days from order to shelf.</summary>
    public double LeadDeviation => MeanInterval.Of(_leads).StandardDeviation;

    public double FreightSteps => _freightSteps.Value;

    /// <summary>Mean landed cost of what is on hand.</summary>
    public double LandedCost => _landedCost.Value;

    /// <summary>Mean stars of timely deliveries less those of late ones.</summary>
    public double LateStarGap => _timelyStars.Value - _lateStars.Value;

    public double WeekdaySwing => _unitsByWeekday[0] / (double)_unitsByWeekday[5];

    public double PeakShare => _peakUnits / (double)Units;

    /// <summary>Reviews of all own listings on the last morning that was traded.</summary>
    public double Reviews => _last!.Offers.Sum(offer => offer.Listing.Reviews);

    /// <summary>Mean rating of own listings that have reviews.</summary>
    public double Rating => _last!.Offers.Where(offer => offer.Listing.Rating is not null).Average(offer => offer.Listing.Rating!.Value);

    /// <summary>Mean price of a click, by the last reports.</summary>
    public double ClickPrice
    {
        get
        {
            var reports = _last!.Offers.Where(offer => offer.AdReport is not null).Select(offer => offer.AdReport!.Value.SinceStart).ToArray();
            return reports.Sum(report => report.Spend.Cents) / 100.0 / reports.Sum(report => report.Clicks);
        }
    }

    public double ForecastError => session.Forecasts(seat).Units.WeightedError ?? double.NaN;

    public double CashForecastError => session.Forecasts(seat).Cash.WeightedError ?? double.NaN;

    public double Balance(Account account) => Math.Abs(session.Books(seat).Balance(account).Cents) / 100.0;

    public double MessagesOf(MailTopic topic) => _mail[(int)topic].Count;

    /// <summary>Takes in the day played last, while its seller traded.</summary>
    public void Take()
    {
        var evening = session.Observe(seat);
        if (!evening.IsTrading)
        {
            return;
        }

        _last = evening;
        var date = session.Definition.Start.AddDays(evening.Day - 1);
        foreach (var offer in evening.Offers)
        {
            Take(offer);
            _unitsByWeekday[date.WeekdayFromMonday] += offer.UnitsYesterday;
            _peakUnits += date.Month is 11 or 12 ? offer.UnitsYesterday : 0;
        }

        foreach (var mail in evening.Mail)
        {
            _mail[(int)mail.Topic].Add(mail.Number);
        }

        foreach (var other in evening.Competitors.Where(other => other.Price > Money.Zero))
        {
            _rivalPrice.Add(other.Price.Cents / 100.0);
        }

        SuspendedDays += evening.Health.SuspendedDay is null ? 0 : 1;
        HeldDays += evening.Health.PayoutsHeldUntil is null ? 0 : 1;
        _receivable.Add(evening.Receivable.Cents / 100.0);
        _stock.Add(evening.Offers.Sum(offer => offer.UnitsOnHand));
        _cash.Add(evening.Cash.Cents / 100.0);
        _points.Add(evening.Health.Points);
        Leads(evening);
        _inbound.Add(evening.Offers.Sum(offer => offer.UnitsInbound));
        Freight(evening);
        Stars(ref _timelyStars, session.ReviewsOfDay(late: false));
        Stars(ref _lateStars, session.ReviewsOfDay(late: true));
    }

    private static void Stars(ref Mean mean, StarCounts stars)
    {
        if (stars.Mean is { } value)
        {
            mean.Add(value, stars.Total);
        }
    }

    private void Take(OfferObservation offer)
    {
        Sessions += offer.SessionsYesterday;
        Orders += offer.OrdersYesterday;
        Units += offer.UnitsYesterday;
        Returned += offer.ReturnedYesterday;
        Unsellable += offer.UnsellableUnits;
        ClosedDays += offer.ClosedUntil is null ? 0 : 1;
        if (offer.UnitsOnHand > 0)
        {
            _landedCost.Add(offer.LandedCost.Cents / 100.0, offer.UnitsOnHand);
        }

        if (offer.IsOpen && offer.UnitsOnHand > 0)
        {
            _featured.Add(offer.FeaturedOfferShare);
        }

        var (rank, position) = (offer.Listing.BestSellerRank, offer.Listing.SearchPosition);
        if (_before.TryGetValue(offer.Id, out var before))
        {
            if (rank is { } r && before.Rank is { } old)
            {
                _rankSteps.Add(Math.Abs(Math.Log(r / (double)old)));
            }

            if (position is { } p && before.Position is { } was)
            {
                _positionSteps.Add(Math.Abs(p - was));
            }
        }

        _before[offer.Id] = (rank, position);
    }

    /// <summary>Orders that are open no more have arrived: no seller of an experiment on lead times rejects one.</summary>
    private void Leads(Observation evening)
    {
        var open = evening.OpenOrders.Select(order => order.Id).ToHashSet();
        _leads.AddRange(_open.Where(order => !open.Contains(order)).OrderBy(order => order.Day).Select(order => (double)(evening.Day - order.Day)));
        _open.Clear();
        _open.UnionWith(open);
    }

    private void Freight(Observation evening)
    {
        foreach (var mode in evening.Freight.Where(mode => mode.Mode == FreightMode.Sea))
        {
            if (_freightBefore is { } before)
            {
                _freightSteps.Add(Math.Abs(Math.Log(mode.PriceFactor / before)));
            }

            _freightBefore = mode.PriceFactor;
        }
    }

    private struct Mean
    {
        private double _sum;
        private long _count;

        /// <summary>Of what was added; not a number where nothing was.</summary>
        public readonly double Value => _sum / _count;

        public void Add(double value, long times = 1)
        {
            _sum += value * times;
            _count += times;
        }
    }
}
