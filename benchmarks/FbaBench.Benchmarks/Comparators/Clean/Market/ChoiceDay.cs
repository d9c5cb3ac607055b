using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Benchmarks.Clean;

/// <summary>Shoppers come to a niche, see, choose, click, and are served.</summary>
internal sealed class ChoiceDay
{
    private const int OrdinalsPerPhase = 4;
    private readonly Today _today;
    private readonly Attraction _attraction;
    private readonly SearchRanking _ranking;
    private readonly Shoppers _shoppers;
    private readonly SlotSale _sale;
    private readonly Rechoice _rechoice;
    private readonly List<Slot> _slots = [];
    private readonly List<Slot> _morning = [];
    private readonly List<ClickPhase> _clicks = [];

    public ChoiceDay(MarketModel rules, Today today)
    {
        _today = today;
        _attraction = new(today.Definition.Market);
        _ranking = new(today.Definition.Market);
        _shoppers = new(rules);
        _sale = new(rules);
        _rechoice = new(today, _shoppers);
    }

    public void Play(Niche niche, Seller seller)
    {
        OpenMarket(niche, seller);
        _attraction.Weigh(niche, _today.Day);
        if (!_ranking.Rank(niche, _today))
        {
            return;
        }

        foreach (var own in niche.Own)
        {
            own.FeaturedShare = (own.IsFeatured ? 1 : 0) * own.Kept;
        }

        var deal = Season.Deal(_today.Definition, _today.Date);
        var odds = Season.Odds(niche.Definition, _today.Date);
        PlaySlots(niche, Sessions(niche, deal), odds, deal is null ? 1 : _today.Definition.Market.Advertising.PeakBidFactor);
        Draw(niche);
        if (Serve(niche))
        {
            _rechoice.Run(niche, seller, odds, _morning);
        }
    }

    private void OpenMarket(Niche niche, Seller seller)
    {
        foreach (var listing in niche.Listings)
        {
            listing.Price = listing.AskedCents;
            listing.Position = 0;
            listing.WasEmpty = false;
        }

        foreach (var own in niche.Own)
        {
            var onHand = own.Shelf.OnHand;
            var isBlocked = own.BlockedUntil > 0 && _today.Day <= own.BlockedUntil;
            own.Open(onHand);
            own.Campaign.BeginDay();
            own.FeaturedShare = 0;
            own.Price = onHand == 0 || isBlocked || seller.IsSuspended ? 0 : own.AskedCents;
            own.PriceHistory[_today.Day % own.PriceHistory.Length] = own.Price;
        }
    }

    private double Sessions(Niche niche, DealEvent? deal) => Math.Min(
        niche.Definition.SessionsPerDay * Season.Traffic(niche.Definition, _today.Date) * (deal?.Traffic ?? 1) * niche.ShockTraffic
            * NicheFactor.Multiplier(niche.Factor, niche.Definition.FactorVariance),
        LaboratoryDefinition.HighestDailyDemand);

    /// <summary>The day's means; the slots are auctioned again whenever a campaign has spent its budget.</summary>
    private void PlaySlots(Niche niche, double sessions, double odds, double bidFactor)
    {
        foreach (var listing in niche.Listings)
        {
            listing.MeanOrders = 0;
            listing.MeanVisits = 0;
            listing.MeanAdOnly = 0;
        }

        _clicks.Clear();
        _sale.Collect(niche, _today, bidFactor);
        var left = 1.0;
        for (var phase = 0; ; phase++)
        {
            _sale.Auction(niche, _slots);
            _shoppers.Consider(niche, odds, _slots, inStock: false);
            if (phase == 0)
            {
                KeepMorning(niche);
            }

            var (length, exhausted) = Spend(sessions, left);
            Count(niche, sessions * length, phase);
            left -= length;
            if (exhausted is null)
            {
                break;
            }

            _sale.Bidders.Remove(exhausted);
        }

        TakeClicksOut(niche);
    }

    private void KeepMorning(Niche niche)
    {
        _morning.Clear();
        _morning.AddRange(_slots);
        foreach (var listing in niche.Results)
        {
            listing.MorningBuy = listing.Buy;
        }
    }

    /// <summary>How long until a budget is spent, and whose; what the time costs leaves the budgets.</summary>
    private (double Length, Bidder? Exhausted) Spend(double sessions, double left)
    {
        var length = left;
        Bidder? exhausted = null;
        foreach (var slot in _slots)
        {
            var rate = sessions * (slot.Buy + slot.Visit) * slot.Price;
            if (slot.Listing is OwnListing && rate > 0 && slot.Bidder.Left / rate < length)
            {
                length = slot.Bidder.Left / rate;
                exhausted = slot.Bidder;
            }
        }

        foreach (var slot in _slots)
        {
            slot.Bidder.Left = Math.Max(0, slot.Bidder.Left - (sessions * (slot.Buy + slot.Visit) * slot.Price * length));
        }

        return (length, exhausted);
    }

    private void Count(Niche niche, double sessions, int phase)
    {
        foreach (var listing in niche.Results)
        {
            listing.MeanOrders += sessions * listing.Buy;
            listing.MeanVisits += sessions * listing.Visit;
            listing.MeanAdOnly += sessions * listing.AdOnly;
        }

        foreach (var slot in _slots)
        {
            if (slot.Listing is OwnListing own)
            {
                _clicks.Add(new(own, phase, slot.Price, sessions * slot.Buy, sessions * slot.Visit, sessions));
            }
        }
    }

    /// <summary>Clicks of own campaigns are drawn by themselves.</summary>
    private void TakeClicksOut(Niche niche)
    {
        foreach (var listing in niche.Listings)
        {
            listing.OrganicShare = 1 - (listing.MeanOrders == 0 ? 0 : listing.MeanAdOnly / listing.MeanOrders);
        }

        foreach (var click in _clicks)
        {
            click.Own.MeanOrders = Math.Max(0, click.Own.MeanOrders - click.Orders);
            click.Own.MeanVisits = Math.Max(0, click.Own.MeanVisits - click.Visits);
        }
    }

    private void Draw(Niche niche)
    {
        var sizes = niche.OrderSizes;
        foreach (var listing in niche.Listings)
        {
            var orders = listing.MeanOrders * listing.Kept;
            listing.Wanted = new(
                Draw(Mechanism.Orders, listing, 1, orders * sizes[0]),
                Draw(Mechanism.Orders, listing, 2, orders * sizes[1]),
                Draw(Mechanism.Orders, listing, 3, orders * sizes[2]));
            listing.Visits = Draw(Mechanism.Sessions, listing, 0, listing.MeanVisits);
        }

        foreach (var click in _clicks)
        {
            Click(click, sizes);
        }
    }

    /// <summary>Clicks of one phase of the day, as far as the budget pays for them.</summary>
    private void Click(ClickPhase phase, double[] sizes)
    {
        var own = phase.Own;
        var campaign = own.Campaign;
        var first = phase.Phase * OrdinalsPerPhase;
        var mean = phase.Orders * own.Kept;
        var orders = new Demand(
            DrawClicks(Mechanism.AdOrders, own, first + 1, mean * sizes[0]),
            DrawClicks(Mechanism.AdOrders, own, first + 2, mean * sizes[1]),
            DrawClicks(Mechanism.AdOrders, own, first + 3, mean * sizes[2]));
        var visits = DrawClicks(Mechanism.AdClicks, own, first, phase.Visits + (phase.Orders - mean));
        (orders, visits) = AdBudgets.Cap(orders, visits, (campaign.Budget - campaign.Spend) / phase.Price);
        var clicks = orders.Orders + visits;
        campaign.Orders = Sum(campaign.Orders, orders);
        campaign.Clicks += clicks;
        campaign.Spend += clicks * phase.Price;
        campaign.Impressions += Math.Max(clicks, (long)Math.Floor((phase.Sessions * _today.Definition.Market.Advertising.ImpressionsPerSession) + 0.5));
        own.Wanted = Sum(own.Wanted, orders);
        own.Visits += visits;
    }

    /// <summary>Serves the first choices; true when some met an empty shelf.</summary>
    private static bool Serve(Niche niche)
    {
        var isOut = false;
        foreach (var listing in niche.Listings)
        {
            listing.Served = listing.Serve(listing.Wanted);
            listing.Orders = listing.Served.Orders;
            listing.Units = listing.Served.Units;
            listing.Sessions = listing.Wanted.Orders + listing.Visits;
            listing.Take(listing.Units);
            isOut |= listing.Served != listing.Wanted;
        }

        return isOut;
    }

    private int Draw(Mechanism mechanism, Listing listing, int ordinal, double mean) =>
        mean == 0 ? 0 : PoissonQuantile.Of(_today.Draws.Uniform(mechanism, listing.Key, _today.Day, ordinal), mean);

    private int DrawClicks(Mechanism mechanism, Listing listing, int ordinal, double mean) =>
        Draw(mechanism, listing, ordinal, Math.Min(mean, PoissonQuantile.MaximumMean));

    private static Demand Sum(Demand left, Demand right) => new(left.Singles + right.Singles, left.Doubles + right.Doubles, left.Triples + right.Triples);

    /// <summary>What an own campaign gets in one phase of the day, in means.</summary>
    private sealed record ClickPhase(OwnListing Own, int Phase, long Price, double Orders, double Visits, double Sessions);
}
