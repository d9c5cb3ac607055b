using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Market;

/// <summary>
/// The attraction of a niche's pages to each kind of shoppers today, and how the buyers of a shared page split over its offers.
/// Utility is in price, rating and review count, badge, delivery and promotion; what the featured offer does comes on top.
/// </summary>
internal abstract class PageWeights
{
    private readonly MarketModel _market;
    private readonly ShockDay _shocks;
    private readonly LaneMath _lanes;
    private readonly double[] _price;
    private readonly double[] _counts;
    private readonly double[] _logCounts;
    private readonly double[] _perceived;
    private readonly double[] _rating;
    private readonly double[] _rest;
    private readonly double[] _utility;
    private readonly long[] _live;
    private readonly long[][] _weights;
    private readonly double[] _offerPrices;
    private readonly double[] _attractions;
    private readonly double[] _chances;
    private readonly double[] _split;
    private readonly int[] _extraDays;

    protected PageWeights(LaneMath lanes, MarketModel market, ShockDay shocks)
    {
        _lanes = lanes;
        _market = market;
        _shocks = shocks;
        var pages = LaneMath.Padded(market.Choice.LargestNiche);
        var offers = market.World.Pages.Max(page => page.Rows.Length);
        _price = new double[pages];
        _counts = new double[pages];
        _logCounts = new double[pages];
        _perceived = new double[pages];
        _live = new long[pages];
        _rating = new double[pages];
        _rest = new double[pages];
        _utility = new double[pages];
        _weights = [.. Enumerable.Range(0, market.World.Definition.Niches.Max(niche => niche.Segments.Count)).Select(_ => new long[pages])];
        _offerPrices = new double[offers];
        _attractions = new double[offers];
        _chances = new double[offers];
        _split = new double[offers];
        _extraDays = new int[offers];
        RowSplit = new double[market.World.Rows];
        Featured = new double[market.World.Rows];
    }

    /// <summary>Each row's share of its page's buyers.</summary>
    public double[] RowSplit { get; }

    /// <summary>Chance of each row to be its page's featured offer.</summary>
    public double[] Featured { get; }

    /// <summary>Utility of rating and review count to the mean shopper, over 1 − σ, by page in the niche.</summary>
    public ReadOnlySpan<double> Rating => _rating;

    /// <summary>Stars of each page by a shopper's lights.</summary>
    public ReadOnlySpan<double> Perceived => _perceived;

    public static PageWeights Of(LaneMath lanes, MarketModel market, ShockDay shocks) => lanes.Make(new Factory(lanes, market, shocks));

    /// <summary>Weights of one kind of shoppers, by page in the niche.</summary>
    public ReadOnlySpan<long> Of(int segment, int pages) => _weights[segment].AsSpan(0, pages);

    /// <summary>Weighs a niche's pages at prices, by row; a price of 0 is not in the market.</summary>
    public void Weigh(WorldState state, int n, int day, ReadOnlySpan<int> prices)
    {
        var niche = _market.World.Niches[n];
        var pages = _market.World.PagesOf(n);
        Ratings(state, n);
        Offers(state, n, day, prices);
        _live.AsSpan(pages.Length..LaneMath.Padded(pages.Length)).Clear();
        for (var segment = 0; segment < niche.Segments.Length; segment++)
        {
            Weigh(state, n, segment, day, prices);
        }
    }

    /// <summary>Integer weights of utility + rating sensitivity × rating + rest, 0 where not live; whole tiles.</summary>
    protected abstract void Weigh(ReadOnlySpan<double> utility, double ratingSensitivity, ReadOnlySpan<double> rating, ReadOnlySpan<double> rest, ReadOnlySpan<long> live, Span<long> weights);

    /// <summary>What reviews do to each page, over 1 − σ.</summary>
    private void Ratings(WorldState state, int n)
    {
        var niche = _market.World.Niches[n];
        var pages = _market.World.PagesOf(n);
        var terms = _market.World.Definition.Market.Reviews;
        for (var i = 0; i < pages.Length; i++)
        {
            var (count, sum) = ReviewEffect.Total(state.StarCounts.Slice(pages[i].Row * WorldLayout.Stars, WorldLayout.Stars));
            _perceived[i] = ReviewEffect.PerceivedRating(terms, count, sum);
            _counts[i] = count;
            _logCounts[i] = Math.Max(count, 1);
        }

        var ratings = _rating.AsSpan(0, pages.Length);
        ratings.Clear();
        if (!_market.World.Laboratory.Reviews)
        {
            return;
        }

        var tiles = LaneMath.Padded(pages.Length);
        _logCounts.AsSpan(pages.Length..tiles).Fill(1);
        _lanes.Log(_logCounts.AsSpan(0, tiles));
        for (var i = 0; i < pages.Length; i++)
        {
            ratings[i] = _market.Choice.Response[niche.FirstPage + i]
                * ReviewEffect.LogSales(terms, _perceived[i], _counts[i], _logCounts[i], _market.Offers.LogReferenceCount, _market.Offers.LogFirstReview);
        }
    }

    private void Weigh(WorldState state, int n, int segment, int day, ReadOnlySpan<int> prices)
    {
        var niche = _market.World.Niches[n];
        var pages = _market.World.PagesOf(n);
        var kind = niche.Segments[segment];
        var utility = _market.Choice.Utility.AsSpan(niche.FirstPage, pages.Length);
        for (var i = 0; i < pages.Length; i++)
        {
            var price = pages[i].IsShared ? SharedPrice(state, niche.FirstPage + i, day, prices, kind.PriceSensitivity) : kind.PriceSensitivity * _price[i];
            _utility[i] = utility[i] + price;
        }

        var tiles = LaneMath.Padded(pages.Length);
        Weigh(_utility.AsSpan(0, tiles), kind.RatingSensitivity, _rating, _rest, _live, _weights[segment].AsSpan(0, tiles));
    }

    /// <summary>Price, delivery, promotion and shocks of each page, and who of its offers is featured.</summary>
    private void Offers(WorldState state, int n, int day, ReadOnlySpan<int> prices)
    {
        var first = _market.World.Niches[n].FirstPage;
        var pages = _market.World.PagesOf(n);
        var shocks = _shocks.PageLog.Slice(first, pages.Length);
        for (var i = 0; i < pages.Length; i++)
        {
            if (pages[i].IsShared)
            {
                (_price[i], _rest[i]) = (0, shocks[i]);
                SplitShared(state, first + i, day, prices);
                _live[i] = IsLive(pages[i], prices) ? -1 : 0;
            }
            else
            {
                var row = pages[i].Row;
                var price = prices[row];
                var isFeatured = price > 0 && IsFeatured(first + i, price);
                Featured[row] = isFeatured ? 1 : 0;
                RowSplit[row] = price > 0 ? 1 : 0;
                _live[i] = price > 0 ? -1 : 0;
                _price[i] = PriceUtility(first + i, row, price);
                _rest[i] = Rest(state, first + i, row, day) + (isFeatured ? 0 : _market.Offers.LogUnfeatured) + shocks[i];
            }
        }
    }

    private static bool IsLive(ListingPage page, ReadOnlySpan<int> prices)
    {
        foreach (var row in page.Rows)
        {
            if (prices[row] > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Chances and split of a shared page's offers, by a shopper of mean sensitivity.</summary>
    private void SplitShared(WorldState state, int page, int day, ReadOnlySpan<int> prices)
    {
        var rows = _market.World.Pages[page].Rows;
        var terms = _market.World.Definition.Market.FeaturedOffer;
        for (var o = 0; o < rows.Length; o++)
        {
            var price = prices[rows[o]];
            _offerPrices[o] = price > 0 && IsFeatured(page, price) ? price * _market.Offers.Badge[rows[o]] : 0;
            _extraDays[o] = _market.Offers.ExtraDays[rows[o]];
            _attractions[o] = price > 0 ? DetMath.Exp(PriceUtility(page, rows[o], price) + Rest(state, page, rows[o], day)) : 0;
        }

        var chances = _chances.AsSpan(0, rows.Length);
        FeaturedOffer.Chances(terms, _offerPrices.AsSpan(0, rows.Length), _extraDays.AsSpan(0, rows.Length), chances);
        FeaturedOffer.Split(terms.ShareOfSales, chances, _attractions.AsSpan(0, rows.Length), _split.AsSpan(0, rows.Length));
        for (var o = 0; o < rows.Length; o++)
        {
            Featured[rows[o]] = chances[o];
            RowSplit[rows[o]] = _split[o];
        }
    }

    /// <summary>
    /// Price utility of a shared page: the logarithm of its offers' attractions weighted by the chance to be featured, or, when none may be, of
    /// what the shoppers find who look past an empty place.
    /// </summary>
    private double SharedPrice(WorldState state, int page, int day, ReadOnlySpan<int> prices, double sensitivity)
    {
        var rows = _market.World.Pages[page].Rows;
        var featured = 0.0;
        var found = 0.0;
        foreach (var row in rows)
        {
            if (prices[row] > 0)
            {
                var attraction = DetMath.Exp((sensitivity * PriceUtility(page, row, prices[row])) + Rest(state, page, row, day));
                featured += Featured[row] * attraction;
                found += RowSplit[row] * attraction;
            }
        }

        var mean = featured > 0 ? featured : found * (1 - _market.World.Definition.Market.FeaturedOffer.ShareOfSales);
        return mean > 0 ? DetMath.Log(mean) : 0;
    }

    private double PriceUtility(int page, int row, int price) =>
        _market.Choice.Slope[page] * ((price * _market.Offers.Badge[row]) - _market.Offers.ReferenceCents[page]);

    /// <summary>Delivery and promotion of an offer, over 1 − σ.</summary>
    private double Rest(WorldState state, int page, int row, int day) =>
        _market.Choice.Response[page] * (_market.Offers.Delivery[row] + Promotion(state, row, day));

    private double Promotion(WorldState state, int row, int day)
    {
        var own = _market.World.OwnOfRow[row];
        return own < 0 ? 0
            : state.PromotionPrice[own] > 0 ? _market.Offers.LogLift
            : day <= state.DipLast[own] && state.DipLast[own] > 0 ? _market.Offers.LogDip
            : 0;
    }

    private bool IsFeatured(int page, int price) =>
        !_market.World.Laboratory.Suppression || price <= _market.Offers.HighestFeatured[page];

    /// <summary>Highest price in cents that can be featured.</summary>
    public static long HighestFeaturedCents(FeaturedOfferTerms terms, int referenceCents) => WholeCents(referenceCents * (1 + terms.SuppressionThreshold));

    /// <summary>Whole cents of a share of a price: 1.15 of a dollar is 115 cents, though the double nearest to 1.15 lies below.</summary>
    public static long WholeCents(double cents) => (long)Math.Floor(cents + 1e-6);

    private sealed record Factory(LaneMath Lanes, MarketModel Market, ShockDay Shocks) : ILaneFactory<PageWeights>
    {
        public PageWeights Make<TLanes>()
            where TLanes : struct, ILanes<TLanes> =>
            new PageWeights<TLanes>(Lanes, Market, Shocks);
    }
}
