namespace FbaBench;

/// <summary>Advertising, share and conversion.</summary>
internal sealed class MarketingFold : IDayFold
{
    private readonly Dictionary<int, int> _reported = [];
    private readonly HashSet<string> _niches = new(StringComparer.Ordinal);
    private long _adSpendCents;
    private long _adSalesCents;
    private long _units;
    private long _sessions;
    private long _ownUnits;
    private long _nicheUnits;
    private Books? _last;

    public static IReadOnlyList<Metric> Metrics { get; } = Declare();

    public void Take(EpisodeDay day)
    {
        _last = day.Books;
        foreach (var offer in day.Evening.Offers)
        {
            Reported(offer);
            if (day.IsDecisionDay)
            {
                _units += offer.UnitsYesterday;
                _sessions += offer.SessionsYesterday;
                _niches.Add(offer.Info.Niche);
            }
        }

        if (day.IsDecisionDay)
        {
            Share(day);
        }
    }

    /// <summary>A report stands until the next one comes: each day's is counted once.</summary>
    private void Reported(in OfferObservation offer)
    {
        if (offer.AdReport is { } report && (!_reported.TryGetValue(offer.Id.Index, out var before) || before != report.Day))
        {
            _reported[offer.Id.Index] = report.Day;
            _adSpendCents += report.OfDay.Spend.Cents;
            _adSalesCents += report.OfDay.Sales.Cents;
        }
    }

    private void Share(EpisodeDay day)
    {
        // Offers of a niche stand together: its name is looked up once.
        var (niche, isOurs) = ("", false);
        foreach (var offer in day.Market)
        {
            if (!ReferenceEquals(offer.Niche, niche))
            {
                (niche, isOurs) = (offer.Niche, _niches.Contains(offer.Niche));
            }

            if (isOurs)
            {
                _nicheUnits += offer.Units;
                _ownUnits += offer.Seat == day.Seat.Index ? offer.Units : 0;
            }
        }
    }

    private static Metric[] Declare()
    {
        var of = new MetricsOf<MarketingFold>(MetricCategory.Marketing);
        return
        [
            of.Metric("acos", "share", MetricDirection.Lower, "What a dollar of advertised sales cost in clicks.", "spend ÷ attributed sales of the daily reports (advertising cost of sales)", "column AdReport.OfDay", fold => fold._adSpendCents == 0 ? MetricReading.NotSaid("nothing was spent on advertising") : MetricReading.Ratio(fold._adSpendCents, fold._adSalesCents, "advertising brought no sale")),
            of.Metric("tacos", "share", MetricDirection.Lower, "What clicks took of all sales.", "advertising ÷ sales, whole run (total advertising cost of sales)", "accounts AdvertisingFees, Sales", fold => fold._last is null ? MetricReading.NotSaid("no day was played") : MetricReading.Ratio(fold._last.Balance(Account.AdvertisingFees).Cents, -fold._last.Balance(Account.Sales).Cents, "nothing was sold")),
            of.Metric("niche-share", "share", MetricDirection.Higher, "The seller's part of the units that its niches bought.", "own units ÷ units of all offers, rivals' included, in the niches where the seller has an offer, decision days", "column Units of all offers", fold => MetricReading.Ratio(fold._ownUnits, fold._nicheUnits, "nobody sold anything in its niches")),
            of.Metric("conversion", "units a session", MetricDirection.Higher, "Units bought for a visit of an own listing.", "units ÷ sessions of own offers, decision days (the marketplace's unit session percentage)", "columns UnitsYesterday, SessionsYesterday", fold => MetricReading.Ratio(fold._units, fold._sessions, "nobody visited its listings")),
        ];
    }
}
