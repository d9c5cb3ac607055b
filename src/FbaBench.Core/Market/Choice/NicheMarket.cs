using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Market;

/// <summary>
/// A niche's day in means: search order, sponsored slots by phases of the day, and what of the sessions orders or visits each page. What is known of every
/// page before shoppers come is prepared for many niches at once; the other buffers are used again for the next niche.
/// </summary>
internal sealed class NicheMarket
{
    private readonly LaneMath _lanes;
    private readonly MarketModel _market;
    private readonly Consideration _considered;
    private readonly PageWeights _weights;
    private readonly double[] _uniforms;
    private readonly double[] _normals;
    private readonly ulong[] _sortKeys;
    private readonly int[] _scores;
    private readonly int[] _order;
    private readonly double[] _velocities;
    private readonly double[] _conversions;
    private readonly double[] _orders;
    private readonly double[] _visits;
    private readonly double[] _adOnly;
    private readonly long[] _diverted;
    private readonly long[] _masked;
    private readonly bool[] _isEmpty;
    private readonly SlotBidders _bidders;
    private readonly int[] _firstSlots;
    private readonly double[] _morning;
    private (int Niche, double Season) _morningOf = (-1, 0);
    private int _firstFilled;
    private int _live;
    private int _phases;
    private CampaignPhase[] _campaignPhases = new CampaignPhase[16];

    public NicheMarket(LaneMath lanes, MarketModel market, ShockDay shocks)
    {
        _lanes = lanes;
        _market = market;
        var pages = market.Choice.LargestNiche;
        _considered = Consideration.Of(lanes, market.Choice.Depth, pages, market.SlotAttention.Length);
        _weights = PageWeights.Of(lanes, market, shocks);
        var all = market.World.Pages.Length;
        _uniforms = new double[all];
        _normals = new double[all];
        _velocities = new double[all];
        _conversions = new double[all];
        _scores = new int[all];
        _sortKeys = new ulong[pages];
        _order = new int[pages];
        _orders = new double[pages];
        _visits = new double[pages];
        _adOnly = new double[pages];
        _diverted = new long[pages];
        _masked = new long[pages];
        _isEmpty = new bool[pages];
        _bidders = new(lanes, market);
        _firstSlots = new int[market.SlotAttention.Length];
        _morning = new double[pages];
    }

    /// <summary>Pages of the niche by their place in the search results.</summary>
    public ReadOnlySpan<int> Order => _order.AsSpan(0, _live);

    /// <summary>Mean orders by page, those of own campaigns' clicks not counted.</summary>
    public ReadOnlySpan<double> Orders => _orders;

    /// <summary>Mean visits without an order by page, those of own campaigns' clicks not counted.</summary>
    public ReadOnlySpan<double> Visits => _visits;

    /// <summary>Each row's share of its page's buyers.</summary>
    public ReadOnlySpan<double> RowSplit => _weights.RowSplit;

    /// <summary>Chance of each row to be the featured offer of its page.</summary>
    public ReadOnlySpan<double> Featured => _weights.Featured;

    /// <summary>Pages in the sponsored slots in the morning.</summary>
    public ReadOnlySpan<int> FirstSlots => _firstSlots.AsSpan(0, _firstFilled);

    /// <summary>What own campaigns get, phase by phase.</summary>
    public ReadOnlySpan<CampaignPhase> CampaignPhases => _campaignPhases.AsSpan(0, _phases);

    /// <summary>Attraction of the pages to a kind of shoppers.</summary>
    public ReadOnlySpan<long> WeightsOf(int segment, int niche) => _weights.Of(segment, niche);

    /// <summary>Share of a page's mean orders that the search results alone would have shown.</summary>
    public double OrganicShare(int page) => 1 - _adOnly[page];

    /// <summary>Weighs and scores the pages of some niches at today's prices.</summary>
    public void Prepare(WorldState state, KeyedDraws draws, NicheRange niches, int day, ReadOnlySpan<int> prices)
    {
        _morningOf = (-1, 0);
        _weights.Weigh(state, niches, day, prices);
        if (!_market.World.Laboratory.Search)
        {
            return;
        }

        var pages = _market.World.PagesOf(niches);
        var uniforms = _uniforms.AsSpan(pages);
        var normals = _normals.AsSpan(pages);
        _lanes.Uniforms(draws, Mechanism.SearchDay, _market.World.PageKeys.AsSpan(pages), day, 0, uniforms);
        uniforms.CopyTo(normals);
        _market.Score.Of(_lanes, state, niches, _weights.Perceived[pages], normals, _velocities.AsSpan(pages), _conversions.AsSpan(pages), _scores.AsSpan(pages));
        _bidders.Prepare(draws, niches, day, _weights.Rating);
    }

    /// <summary>Orders the pages of a niche that was prepared. Returns whether any is in the market.</summary>
    public bool Open(int n)
    {
        var niche = _market.World.Niches[n];
        var search = _market.World.Laboratory.Search;
        _live = 0;
        for (var page = niche.FirstPage; page < niche.EndPage; page++)
        {
            var i = page - niche.FirstPage;
            if (IsLive(niche.Segments.Length, n, i))
            {
                _sortKeys[_live++] = search ? SearchOrder.Key(_scores[page], Tie(_uniforms[page]), i) : SearchOrder.Key(0, 0, i);
            }
        }

        SearchOrder.Sort(_sortKeys.AsSpan(0, _live), _order.AsSpan(0, _live));
        return _live > 0;
    }

    /// <summary>The day's means: the slots are auctioned again whenever an own campaign has spent its budget.</summary>
    /// <param name="state">Campaigns.</param>
    /// <param name="n">The niche.</param>
    /// <param name="day">The day.</param>
    /// <param name="prices">Prices by row.</param>
    /// <param name="sessions">Mean sessions of the day.</param>
    /// <param name="season">Factor on the odds of buying.</param>
    /// <param name="bidFactor">Factor on rivals' bids.</param>
    public void Play(WorldState state, int n, int day, ReadOnlySpan<int> prices, double sessions, double season, double bidFactor)
    {
        var pages = _market.World.Niches[n].EndPage - _market.World.Niches[n].FirstPage;
        _orders.AsSpan(0, pages).Clear();
        _visits.AsSpan(0, pages).Clear();
        _adOnly.AsSpan(0, pages).Clear();
        _phases = 0;
        _bidders.Collect(state, n, day, prices, bidFactor);
        var left = 1.0;
        for (var phase = 0; ; phase++)
        {
            var filled = _bidders.Auction();
            if (phase == 0)
            {
                _firstFilled = filled;
                _bidders.Pages[..filled].CopyTo(_firstSlots);
            }

            Consider(n, season, _bidders.Pages[..filled], masked: false);
            if (phase == 0)
            {
                // Whoever finds an empty shelf chooses by the morning's slots.
                _considered.Buy[..pages].CopyTo(_morning);
                _morningOf = (n, season);
            }

            var (length, exhausted) = _bidders.Phase(_considered, sessions, left);
            Count(pages, sessions * length, phase);
            left -= length;
            if (exhausted < 0)
            {
                break;
            }

            _bidders.Drop(exhausted);
        }

        for (var page = 0; page < pages; page++)
        {
            // Own campaigns' clicks are in the orders until here.
            _adOnly[page] = _orders[page] == 0 ? 0 : _adOnly[page] / _orders[page];
        }

        foreach (ref readonly var bought in CampaignPhases)
        {
            _orders[bought.Page] = Math.Max(0, _orders[bought.Page] - bought.Orders);
            _visits[bought.Page] = Math.Max(0, _visits[bought.Page] - bought.Visits);
        }
    }

    /// <summary>Pages of the niche without stock; to be filled before <see cref="Divert"/>.</summary>
    public Span<bool> Empty(int pages) => _isEmpty.AsSpan(0, pages);

    /// <summary>
    /// Where the shoppers go whose page is out of stock: weights by page, and the share of them who leave. Exact for the shoppers of all empty
    /// pages together: what the market without these pages would sell more.
    /// </summary>
    /// <param name="n">The niche.</param>
    /// <param name="season">Factor on the odds of buying.</param>
    /// <param name="leave">Share who buy nothing.</param>
    public ReadOnlySpan<long> Divert(int n, double season, out double leave)
    {
        var slots = FirstSlots;
        var pages = _market.World.Niches[n].EndPage - _market.World.Niches[n].FirstPage;
        if (_morningOf != (n, season))
        {
            Consider(n, season, slots, masked: false);
            _considered.Buy[..pages].CopyTo(_morning);
            _morningOf = (n, season);
        }

        Consider(n, season, slots, masked: true);
        var lost = 0.0;
        var won = 0.0;
        for (var page = 0; page < pages; page++)
        {
            var gain = _isEmpty[page] ? 0 : Math.Max(0, _considered.Buy[page] - _morning[page]);
            lost += _isEmpty[page] ? _morning[page] : 0;
            won += gain;
            _diverted[page] = (long)(gain * NestedLogit.Scale);
        }

        leave = lost == 0 ? 1 : Math.Clamp(1 - (won / lost), 0, 1);
        return _diverted.AsSpan(0, pages);
    }

    private void Consider(int n, double season, ReadOnlySpan<int> slots, bool masked)
    {
        var niche = _market.World.Niches[n];
        var pages = niche.EndPage - niche.FirstPage;
        var segments = niche.Segments;
        _considered.Clear();
        for (var segment = 0; segment < segments.Length; segment++)
        {
            var weights = _weights.Of(segment, n);
            if (masked)
            {
                for (var page = 0; page < pages; page++)
                {
                    _masked[page] = _isEmpty[page] ? 0 : weights[page];
                }

                weights = _masked.AsSpan(0, pages);
            }

            _considered.Add(segments[segment].Share, _market.Choice.Odds[n] * season, niche.Definition.NestSigma, Order, weights, slots, _market.SlotAttention);
        }
    }

    private void Count(int pages, double sessions, int phase)
    {
        for (var page = 0; page < pages; page++)
        {
            _orders[page] += sessions * _considered.Buy[page];
            _visits[page] += sessions * _considered.Visit[page];
            _adOnly[page] += sessions * _considered.AdOnly[page];
        }

        for (var slot = 0; slot < _bidders.Filled; slot++)
        {
            var bidder = _bidders.At(slot);
            if (bidder.Own < 0)
            {
                continue;
            }

            if (_phases == _campaignPhases.Length)
            {
                Array.Resize(ref _campaignPhases, 2 * _phases);
            }

            _campaignPhases[_phases++] = new(bidder.Own, bidder.Page, phase, _bidders.PriceAt(slot), sessions * _considered.AdBuy[slot], sessions * _considered.AdVisit[slot], sessions);
        }
    }

    private bool IsLive(int segments, int niche, int page)
    {
        for (var segment = 0; segment < segments; segment++)
        {
            if (_weights.Of(segment, niche)[page] > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The low bits of the day's draw: far below what the score's daily part shows of it.</summary>
    private static uint Tie(double uniform) => (uint)(ulong)(uniform * (1UL << 52));
}
