namespace FbaBench;

/// <summary>
/// Campaigns of break-even bidders, on forks: one private-label offer a niche bids what a click is worth to it, its margin times the units that a session
/// has brought of late, for six weeks.
/// </summary>
internal sealed class CampaignTrials
{
    private const int CampaignDays = 42;
    private const int RecentDays = 28;
    private static readonly int[] Starts = [90, 205];
    private static readonly Money Budget = Money.Dollars(100_000);

    private readonly List<CampaignTrial> _campaigns = [];

    public IReadOnlyList<CampaignTrial> Campaigns => _campaigns;

    public static bool IsDue(int day) => Starts.Contains(day);

    public void Run(Simulation morning, MarketYear year)
    {
        var seen = morning.Observe(Forks.Seat);
        foreach (var product in RealismOffers.OwnNames)
        {
            Run(morning, year, seen.Named(product), seen.Rules.LowestBid);
        }
    }

    private void Run(Simulation morning, MarketYear year, OfferObservation[] offers, Money lowest)
    {
        var fork = morning.Fork();
        var bids = offers.Select(offer => (Offer: offer, Bid: BreakEven(offer, year))).Where(bid => bid.Bid >= lowest).ToArray();
        var last = morning.Day + CampaignDays - 1;
        IReadOnlyList<Command> commands = [.. bids.Select(bid => new CreateCampaign(bid.Offer.Id, bid.Bid, Budget, morning.Day, last))];
        var highest = new Dictionary<int, double>();
        while (fork.Day <= last)
        {
            fork.Play(commands);
            commands = [];
            foreach (var item in fork.Events)
            {
                if (item.Kind == EventKind.Advertising)
                {
                    highest[item.Offer.Index] = Math.Max(highest.GetValueOrDefault(item.Offer.Index), item.Amount.Cents / (double)item.Units);
                }
            }
        }

        // Until the last day's report has arrived.
        for (var wait = 0; wait < year.Definition.Market.Advertising.ReportDelayDays; wait++)
        {
            fork.Play([]);
        }

        var reports = fork.Observe(Forks.Seat).Offers.ToDictionary(offer => offer.Id.Index, offer => offer.AdReport);
        foreach (var (offer, bid) in bids)
        {
            if (reports[offer.Id.Index] is { } report && report.SinceStart.Clicks > 0)
            {
                _campaigns.Add(new(report.SinceStart, offer.Price, highest.GetValueOrDefault(offer.Id.Index) / bid.Cents, Bidders(year.Definition, offer)));
            }
        }
    }

    private static Money BreakEven(OfferObservation offer, MarketYear year)
    {
        var listing = year.Listings.First(track => track.Path == offer.Name + "@0");
        var (units, sessions) = (0, 0);
        for (var day = year.Days - RecentDays; day < year.Days; day++)
        {
            units += listing.Units[day];
            sessions += listing.Sessions[day];
        }

        var margin = offer.Price - offer.LandedCost - offer.ReferralFee - offer.FulfilmentFee;
        return sessions == 0 ? Money.Zero : new((long)Math.Max(0, margin.Cents * (units / (double)sessions)));
    }

    /// <summary>The offer itself and the rivals that advertise on listings of their own.</summary>
    private static int Bidders(WorldDefinition world, OfferObservation offer) =>
        1 + world.Niches.First(niche => niche.Name == offer.Info.Niche).Rivals.Count(rival => rival is { Advertises: true, Product: null });
}

/// <summary>One campaign.</summary>
/// <param name="Figures">Its report from first to last day.</param>
/// <param name="Price">What the offer asked.</param>
/// <param name="PriceOverBid">Highest price of a click on a day over the bid.</param>
/// <param name="Bidders">Bidders of its niche, itself included.</param>
internal sealed record CampaignTrial(AdFigures Figures, Money Price, double PriceOverBid, int Bidders);
