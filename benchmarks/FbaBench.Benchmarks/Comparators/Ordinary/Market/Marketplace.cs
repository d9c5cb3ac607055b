using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Benchmarks.Ordinary;

/// <summary>Shoppers come to a niche, see, choose and click.</summary>
internal sealed class Marketplace
{
    private const int OrdinalsPerPhase = 4;
    private static readonly HashSet<Listing> None = [];
    private readonly Day _day;
    private readonly EventBus _bus;
    private readonly SellerAccount _account;
    private readonly Attractions _attractions;
    private readonly SearchEngine _search;
    private readonly ShopperChoice _choice;
    private readonly SlotAuctioneer _auctioneer;
    private readonly SecondChoice _secondChoice;

    public Marketplace(MarketModel rules, Day day, EventBus bus, SellerAccount account)
    {
        _day = day;
        _bus = bus;
        _account = account;
        _attractions = new(day.Definition.Market);
        _search = new(day.Definition.Market);
        _choice = new(rules);
        _auctioneer = new(rules);
        _secondChoice = new(day, account, _choice, bus);
    }

    public async Task PlayAsync(Niche niche)
    {
        OpenMarket(niche);
        _attractions.Weigh(niche, _day.Number);
        var results = _search.Search(niche, _day);
        if (results.Count == 0)
        {
            return;
        }

        foreach (var own in niche.Own)
        {
            own.FeaturedShare = own.IsFeatured ? own.Kept : 0;
        }

        var deal = Season.Deal(_day.Definition, _day.Date);
        var odds = Season.Odds(niche.Definition, _day.Date);
        var means = Means(niche, results, Sessions(niche, deal), odds, deal is not null);
        foreach (var listing in niche.Listings)
        {
            listing.OrganicShare = means.Of.TryGetValue(listing, out var mean) && mean.Orders != 0 ? 1 - (mean.AdOnly / mean.Orders) : 1;
        }

        var choices = niche.Listings.Select(listing => Draw(niche, listing, means)).ToDictionary(choice => choice.Listing);
        foreach (var clicks in means.Clicks)
        {
            choices[clicks.Listing] = Click(niche, choices[clicks.Listing], clicks);
        }

        foreach (var listing in niche.Listings)
        {
            await _bus.PublishAsync(choices[listing]).ConfigureAwait(false);
        }

        _secondChoice.Choose(niche, odds, results, means.Morning, means.MorningChances);
    }

    private void OpenMarket(Niche niche)
    {
        foreach (var listing in niche.Listings)
        {
            listing.Price = listing.AskedPrice;
            listing.Position = 0;
        }

        foreach (var own in niche.Own)
        {
            var onHand = own.OnHand;
            var isBlocked = own.BlockedUntil > 0 && _day.Number <= own.BlockedUntil;
            own.Open(onHand);
            own.FeaturedShare = 0;
            own.Price = onHand == 0 || isBlocked || _account.IsSuspended ? 0 : own.AskedPrice;
        }
    }

    private double Sessions(Niche niche, DealEvent? deal) => Math.Min(
        niche.Definition.SessionsPerDay * Season.Traffic(niche.Definition, _day.Date) * (deal?.Traffic ?? 1) * niche.ShockTraffic
            * NicheFactor.Multiplier(niche.Factor, niche.Definition.FactorVariance),
        LaboratoryDefinition.HighestDailyDemand);

    /// <summary>The day's means; the slots are auctioned again whenever a campaign has spent its budget.</summary>
    private DayMeans Means(Niche niche, IReadOnlyList<Listing> results, double sessions, double odds, bool isDeal)
    {
        var means = new DayMeans { Of = results.ToDictionary(listing => listing, _ => new Mean()) };
        var bidders = _auctioneer.Bidders(niche, _day, isDeal);
        var budgets = bidders.Where(bidder => bidder.Listing is OwnListing)
            .ToDictionary(bidder => bidder.Listing, bidder => Dollars.InCents(((OwnListing)bidder.Listing).Campaign!.Budget));
        var left = 1.0;
        Listing? exhausted;
        for (var phase = 0; ; phase++)
        {
            var slots = _auctioneer.Sell(bidders);
            var considered = _choice.Consider(niche, odds, results, slots, None);
            if (phase == 0)
            {
                means.Morning = slots;
                means.MorningChances = considered;
            }

            (var length, exhausted) = Spend(considered, sessions, left, budgets);
            means.Add(considered, sessions * length, phase);
            left -= length;
            if (exhausted is null)
            {
                return means;
            }

            bidders.RemoveAll(bidder => bidder.Listing == exhausted);
        }
    }

    /// <summary>How long until a budget is spent, and whose; what the time costs leaves the budgets, which are expected cents.</summary>
    private static (double Length, Listing? Exhausted) Spend(Considered considered, double sessions, double left, Dictionary<Listing, double> budgets)
    {
        var rates = considered.Slots
            .Where(one => budgets.ContainsKey(one.Key.Listing))
            .Select(one => (one.Key.Listing, Rate: sessions * (one.Value.Buy + one.Value.Visit) * Dollars.InCents(one.Key.Price)))
            .ToList();
        var first = rates.Where(one => one.Rate > 0)
            .Select(one => (one.Listing, Lasts: budgets[one.Listing] / one.Rate))
            .Where(one => one.Lasts < left)
            .Select(one => ((Listing Listing, double Lasts)?)one)
            .MinBy(one => one!.Value.Lasts);
        var length = first?.Lasts ?? left;
        foreach (var (listing, rate) in rates)
        {
            budgets[listing] = Math.Max(0, budgets[listing] - (rate * length));
        }

        return (length, first?.Listing);
    }

    private ShoppersChose Draw(Niche niche, Listing listing, DayMeans means)
    {
        if (!means.Of.TryGetValue(listing, out var mean))
        {
            return new(listing, default, 0);
        }

        // Clicks of own campaigns are drawn by themselves.
        var (orders, visits) = (mean.Orders, mean.Visits);
        foreach (var clicks in means.Clicks.Where(one => one.Listing == listing))
        {
            orders = Math.Max(0, orders - clicks.Orders);
            visits = Math.Max(0, visits - clicks.Visits);
        }

        return new(listing, Orders(Mechanism.Orders, niche, listing, 0, orders * listing.Kept), Draw(Mechanism.Sessions, listing, 0, visits));
    }

    /// <summary>Clicks of one phase of the day, as far as the budget pays for them.</summary>
    private ShoppersChose Click(Niche niche, ShoppersChose before, ClickMean clicks)
    {
        var own = clicks.Listing;
        var campaign = own.Campaign!;
        var first = clicks.Phase * OrdinalsPerPhase;
        var mean = clicks.Orders * own.Kept;
        var (orders, visits) = AdBudgets.Cap(
            Orders(Mechanism.AdOrders, niche, own, first, mean),
            Draw(Mechanism.AdClicks, own, first, clicks.Visits + (clicks.Orders - mean)),
            (long)((campaign.Budget - campaign.Spend) / clicks.Price));
        var number = orders.Orders + visits;
        own.Campaign = campaign with
        {
            Clicks = campaign.Clicks + number,
            Spend = campaign.Spend + (number * clicks.Price),
            Impressions = campaign.Impressions + Math.Max(number, (long)Math.Floor((clicks.Sessions * _day.Definition.Market.Advertising.ImpressionsPerSession) + 0.5)),
            Orders = Sum(campaign.Orders, orders),
        };
        return before with { Wanted = Sum(before.Wanted, orders), Visits = before.Visits + visits };
    }

    private Demand Orders(Mechanism mechanism, Niche niche, Listing listing, int first, double mean)
    {
        var bySize = niche.Definition.OrderSizes.Select((share, size) => Draw(mechanism, listing, first + size + 1, mean * share)).ToArray();
        return new(bySize[0], bySize[1], bySize[2]);
    }

    private int Draw(Mechanism mechanism, Listing listing, int ordinal, double mean) =>
        mean == 0 ? 0 : PoissonQuantile.Of(_day.Draws.Uniform(mechanism, listing.Key, _day.Number, ordinal), Math.Min(mean, PoissonQuantile.MaximumMean));

    private static Demand Sum(Demand left, Demand right) => new(left.Singles + right.Singles, left.Doubles + right.Doubles, left.Triples + right.Triples);
}
