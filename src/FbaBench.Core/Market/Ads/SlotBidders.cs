using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Market;

/// <summary>Who bids for a niche's sponsored slots today, and who has them now.</summary>
internal sealed class SlotBidders
{
    private const double LeastQuality = 0.5;
    private const double MostQuality = 2;
    private const int QualityScale = 1_000;

    private readonly LaneMath _lanes;
    private readonly MarketModel _market;
    private readonly double[] _rivalDraws;
    private readonly ulong[] _pageTies;
    private readonly double[] _interest;
    private readonly double[] _ofKind;
    private readonly Campaign[] _campaigns;
    private readonly long[] _bids;
    private readonly int[] _qualities;
    private readonly ulong[] _ties;
    private readonly int[] _winners;
    private readonly int[] _pages;
    private readonly long[] _prices;
    private readonly double[] _clicks;
    private int _count;

    public SlotBidders(LaneMath lanes, MarketModel market)
    {
        _lanes = lanes;
        _market = market;
        var pages = market.World.Pages.Length;
        _rivalDraws = new double[market.World.Rivals.Length];
        _pageTies = new ulong[pages];
        _interest = new double[pages];
        _ofKind = new double[pages];
        var largest = market.World.Niches.Max(niche => niche.Count);
        var slots = market.SlotAttention.Length;
        _campaigns = new Campaign[largest];
        _bids = new long[largest];
        _qualities = new int[largest];
        _ties = new ulong[largest];
        _winners = new int[slots];
        _pages = new int[slots];
        _prices = new long[slots];
        _clicks = new double[slots];
    }

    /// <summary>Slots that are taken.</summary>
    public int Filled { get; private set; }

    /// <summary>Pages in the slots, first slot first.</summary>
    public ReadOnlySpan<int> Pages => _pages;

    public ref readonly Campaign At(int slot) => ref _campaigns[_winners[slot]];

    public long PriceAt(int slot) => _prices[slot];

    /// <summary>What the campaigns of some niches are weighted by today, what rivals bid and who comes first of equals.</summary>
    public void Prepare(KeyedDraws draws, NicheRange niches, int day, ReadOnlySpan<double> ratings)
    {
        if (_winners.Length == 0)
        {
            return;
        }

        Interests(niches, ratings);
        var (pages, rivals) = (_market.World.PagesOf(niches), _market.World.RivalsOf(niches));
        RivalBids.Draw(_lanes, draws, _market.World.RivalKeys.AsSpan(rivals), day, _rivalDraws.AsSpan(rivals));

        // Equal sellers bid equally: who comes first is drawn, day by day.
        _lanes.Words(draws, Mechanism.AdTie, _market.World.PageKeys.AsSpan(pages), day, 0, _pageTies.AsSpan(pages));
    }

    /// <summary>Collects a niche's campaigns; it was prepared.</summary>
    public void Collect(WorldState state, int n, int day, ReadOnlySpan<int> prices, double bidFactor)
    {
        _count = 0;
        if (_winners.Length == 0)
        {
            return;
        }

        var niche = _market.World.Niches[n];
        foreach (var offer in _market.World.OwnOf(n))
        {
            var own = offer.Index;
            if (state.CampaignBid[own] > 0 && day >= state.CampaignFirst[own] && day <= state.CampaignLast[own] && prices[offer.Row] > 0)
            {
                Add(own, niche.FirstPage, _market.World.PageOfRow[offer.Row], state.CampaignBid[own], state.CampaignBudget[own]);
            }
        }

        for (var i = niche.FirstRival; i < niche.FirstRival + niche.RivalCount; i++)
        {
            var rival = _market.World.Rivals[i];
            if (rival.Definition is { Advertises: true, Product: null } && prices[rival.Row] > 0)
            {
                Add(-1, niche.FirstPage, _market.World.PageOfRow[rival.Row], _market.Bids.Cents(_rivalDraws[i], n, bidFactor), 0);
            }
        }
    }

    /// <summary>Fills the slots. Returns how many are taken.</summary>
    public int Auction()
    {
        Filled = 0;
        if (_count > 0)
        {
            var terms = _market.World.Definition.Market.Advertising;
            Filled = SlotAuction.Run(_bids.AsSpan(0, _count), _qualities.AsSpan(0, _count), _ties.AsSpan(0, _count), terms.Reserve.Cents, terms.Increment.Cents, _winners, _prices);
            for (var slot = 0; slot < Filled; slot++)
            {
                _pages[slot] = _campaigns[_winners[slot]].Page;
            }
        }

        return Filled;
    }

    /// <summary>The length of the phase that begins, and the campaign whose budget ends it, or −1; what the phase spends leaves the budgets.</summary>
    public (double Length, int Exhausted) Phase(Consideration considered, double sessions, double left)
    {
        for (var slot = 0; slot < Filled; slot++)
        {
            _clicks[slot] = sessions * (considered.AdBuy[slot] + considered.AdVisit[slot]);
        }

        var (length, exhausted) = AdBudgets.Phase(_campaigns, _winners.AsSpan(0, Filled), _prices, _clicks, left);
        for (var slot = 0; slot < Filled; slot++)
        {
            ref var campaign = ref _campaigns[_winners[slot]];
            campaign.Left = Math.Max(0, campaign.Left - (_clicks[slot] * _prices[slot] * length));
        }

        return (length, exhausted);
    }

    /// <summary>Takes a campaign out for the rest of the day.</summary>
    public void Drop(int campaign) => _bids[campaign] = 0;

    private void Add(int own, int firstPage, int page, long bid, long budget)
    {
        _campaigns[_count] = new() { Own = own, Page = page - firstPage, Left = budget };
        _bids[_count] = bid;
        _ties[_count] = _pageTies[page];
        _qualities[_count++] = (int)Math.Floor((QualityScale * Math.Clamp(_interest[page], LeastQuality, MostQuality)) + 0.5);
    }

    /// <summary>
    /// The click rate by which bids are weighted, against the niche's mean listing at the reference point: how much the listing with its reviews is
    /// looked at where all are seen at reference prices. Today's prices are not in it: a dearer rival would fall out of a slot, the next bidder
    /// would be seen in its place, and others would sell less because a rival asks more.
    /// </summary>
    private void Interests(NicheRange niches, ReadOnlySpan<double> ratings)
    {
        var pages = _market.World.PagesOf(niches);
        var (first, end) = (pages.Start.Value, pages.End.Value);
        _interest.AsSpan(pages).Clear();
        foreach (var kind in _market.Offers.Kinds)
        {
            for (var page = first; page < end; page++)
            {
                _ofKind[page] = 0.5 * (_market.Choice.Utility[page] + (kind.RatingSensitivity[page] * ratings[page]));
            }

            _lanes.Exp(_ofKind.AsSpan(pages));
            for (var page = first; page < end; page++)
            {
                _interest[page] += kind.Share[page] * _ofKind[page];
            }
        }

        for (var page = first; page < end; page++)
        {
            _interest[page] *= _market.Offers.RootOfPages[page];
        }
    }
}
