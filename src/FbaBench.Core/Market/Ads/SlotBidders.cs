using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Market;

/// <summary>Who bids for a niche's sponsored slots today, and who has them now.</summary>
internal sealed class SlotBidders
{
    private const double LeastQuality = 0.5;
    private const double MostQuality = 2;
    private const int QualityScale = 1_000;

    private readonly MarketModel _market;
    private readonly Campaign[] _campaigns;
    private readonly long[] _bids;
    private readonly int[] _qualities;
    private readonly ulong[] _ties;
    private readonly int[] _winners;
    private readonly int[] _pages;
    private readonly long[] _prices;
    private readonly double[] _clicks;
    private int _count;

    public SlotBidders(MarketModel market)
    {
        _market = market;
        var largest = market.Choice.LargestNiche;
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

    /// <summary>Collects the niche's campaigns.</summary>
    public void Collect(WorldState state, KeyedDraws draws, int n, int day, ReadOnlySpan<int> prices, PageWeights weights, double bidFactor)
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
                Add(own, _market.World.PageOfRow[offer.Row] - niche.FirstPage, state.CampaignBid[own], state.CampaignBudget[own], Quality(n, offer.Row, weights));
            }
        }

        foreach (var rival in _market.World.RivalsOf(n))
        {
            if (rival.Definition is { Advertises: true, Product: null } && prices[rival.Row] > 0)
            {
                Add(-1, _market.World.PageOfRow[rival.Row] - niche.FirstPage, _market.Bids.Cents(draws, rival.Key, n, day, bidFactor), 0, Quality(n, rival.Row, weights));
            }
        }

        for (var i = 0; i < _count; i++)
        {
            // Equal sellers bid equally: who comes first is drawn, day by day.
            var bits = draws.Bits(Mechanism.AdTie, _market.World.Pages[niche.FirstPage + _campaigns[i].Page].Key, day);
            _ties[i] = ((ulong)bits.X1 << 32) | bits.X0;
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

    private void Add(int own, int page, long bid, long budget, int quality)
    {
        _campaigns[_count] = new() { Own = own, Page = page, Left = budget };
        _bids[_count] = bid;
        _qualities[_count++] = quality;
    }

    /// <summary>
    /// The click rate by which bids are weighted, against the niche's mean listing at the reference point: how much the listing with its reviews is
    /// looked at where all are seen at reference prices. Today's prices are not in it: a dearer rival would fall out of a slot, the next bidder
    /// would be seen in its place, and others would sell less because a rival asks more.
    /// </summary>
    private int Quality(int n, int row, PageWeights weights)
    {
        var niche = _market.World.Niches[n];
        var page = _market.World.PageOfRow[row];
        var interest = 0.0;
        for (var s = 0; s < niche.Definition.Segments.Count; s++)
        {
            // By index: an enumerator of the interface would allocate in the kernel's day.
            var segment = niche.Definition.Segments[s];
            interest += segment.Share * DetMath.Exp(0.5 * (_market.Choice.Utility[page] + (segment.RatingSensitivity * weights.Rating[page - niche.FirstPage])));
        }

        interest *= Math.Sqrt(niche.EndPage - niche.FirstPage);
        return (int)Math.Floor((QualityScale * Math.Clamp(interest, LeastQuality, MostQuality)) + 0.5);
    }
}
