using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Market;

/// <summary>
/// The attraction of pages to each kind of shoppers today, and how the buyers of a shared page split over its offers. Utility is in price, rating and review
/// count, badge, delivery and promotion; what the featured offer does comes on top. Columns run over the pages of all niches, so that a vector is
/// full whatever the size of a niche.
/// </summary>
internal abstract class PageWeights
{
    private readonly MarketModel _market;
    private readonly ShockDay _shocks;
    private readonly LaneMath _lanes;
    private readonly int[] _shared;
    private readonly double[] _price;
    private readonly double[] _ofPrice;
    private readonly double[] _counts;
    private readonly double[] _logCounts;
    private readonly double[] _perceived;
    private readonly double[] _rating;
    private readonly double[] _rest;
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
        var world = market.World;
        var pages = world.Pages.Length;
        var offers = world.Pages.Max(page => page.Rows.Length);
        _shared = [.. Enumerable.Range(0, pages).Where(page => world.Pages[page].IsShared)];
        _price = new double[pages];
        _ofPrice = new double[pages];
        _counts = new double[pages];
        _logCounts = new double[pages];
        _perceived = new double[pages];
        _rating = new double[pages];
        _rest = new double[pages];
        _live = new long[pages];
        _weights = [.. market.Offers.Kinds.Select(_ => new long[pages])];
        _offerPrices = new double[offers];
        _attractions = new double[offers];
        _chances = new double[offers];
        _split = new double[offers];
        _extraDays = new int[offers];
        RowSplit = new double[world.Rows];
        Featured = new double[world.Rows];
    }

    /// <summary>Each row's share of its page's buyers.</summary>
    public double[] RowSplit { get; }

    /// <summary>Chance of each row to be its page's featured offer.</summary>
    public double[] Featured { get; }

    /// <summary>Utility of rating and review count to the mean shopper, over 1 − σ, by page.</summary>
    public ReadOnlySpan<double> Rating => _rating;

    /// <summary>Stars of each page by a shopper's lights.</summary>
    public ReadOnlySpan<double> Perceived => _perceived;

    public static PageWeights Of(LaneMath lanes, MarketModel market, ShockDay shocks) => lanes.Make(new Factory(lanes, market, shocks));

    /// <summary>Weights of one kind of shoppers, by page in the niche.</summary>
    public ReadOnlySpan<long> Of(int segment, int niche) => _weights[segment].AsSpan(_market.World.Niches[niche].FirstPage.._market.World.Niches[niche].EndPage);

    /// <summary>Weighs the pages of some niches at prices, by row; a price of 0 is not in the market.</summary>
    public void Weigh(WorldState state, NicheRange niches, int day, ReadOnlySpan<int> prices)
    {
        var pages = _market.World.PagesOf(niches);
        Ratings(state, pages);
        Offers(state, pages, day, prices);
        for (var kind = 0; kind < _weights.Length; kind++)
        {
            var shoppers = _market.Offers.Kinds[kind];
            var utility = _ofPrice.AsSpan(pages);
            OfPrice(_market.Choice.Utility.AsSpan(pages), shoppers.PriceSensitivity.AsSpan(pages), _price.AsSpan(pages), utility);
            foreach (var page in _shared)
            {
                if (page >= pages.Start.Value && page < pages.End.Value)
                {
                    _ofPrice[page] = _market.Choice.Utility[page] + SharedPrice(state, page, day, prices, shoppers.PriceSensitivity[page]);
                }
            }

            Weigh(utility, shoppers.RatingSensitivity.AsSpan(pages), _rating.AsSpan(pages), _rest.AsSpan(pages), _live.AsSpan(pages), _weights[kind].AsSpan(pages));
        }
    }

    /// <summary>Utility + price sensitivity × price.</summary>
    protected abstract void OfPrice(ReadOnlySpan<double> utility, ReadOnlySpan<double> sensitivity, ReadOnlySpan<double> price, Span<double> into);

    /// <summary>Integer weights of utility + rating sensitivity × rating + rest, 0 where not live.</summary>
    protected abstract void Weigh(ReadOnlySpan<double> utility, ReadOnlySpan<double> sensitivity, ReadOnlySpan<double> rating, ReadOnlySpan<double> rest, ReadOnlySpan<long> live, Span<long> weights);

    /// <summary>What reviews do to each page, over 1 − σ.</summary>
    private void Ratings(WorldState state, Range range)
    {
        var terms = _market.World.Definition.Market.Reviews;
        var (first, end) = (range.Start.Value, range.End.Value);
        var stars = state.StarCounts;
        for (var page = first; page < end; page++)
        {
            var (count, sum) = ReviewEffect.Total(stars.Slice(_market.World.Pages[page].Row * WorldLayout.Stars, WorldLayout.Stars));
            _perceived[page] = ReviewEffect.PerceivedRating(terms, count, sum);
            _counts[page] = count;
            _logCounts[page] = Math.Max(count, 1);
        }

        if (!_market.World.Laboratory.Reviews)
        {
            return;
        }

        _lanes.Log(_logCounts.AsSpan(range));
        var response = _market.Choice.Response;
        for (var page = first; page < end; page++)
        {
            _rating[page] = response[page] * ReviewEffect.LogSales(terms, _perceived[page], _counts[page], _logCounts[page], _market.Offers.LogReferenceCount, _market.Offers.LogFirstReview);
        }
    }

    /// <summary>Price, delivery, promotion and shocks of each page, and who of its offers is featured.</summary>
    private void Offers(WorldState state, Range range, int day, ReadOnlySpan<int> prices)
    {
        var shocks = _shocks.PageLog;
        for (var page = range.Start.Value; page < range.End.Value; page++)
        {
            var listing = _market.World.Pages[page];
            if (listing.IsShared)
            {
                (_price[page], _rest[page]) = (0, shocks[page]);
                SplitShared(state, page, day, prices);
                _live[page] = IsLive(listing, prices) ? -1 : 0;
            }
            else
            {
                var row = listing.Row;
                var price = prices[row];
                var isFeatured = price > 0 && IsFeatured(page, price);
                Featured[row] = isFeatured ? 1 : 0;
                RowSplit[row] = price > 0 ? 1 : 0;
                _live[page] = price > 0 ? -1 : 0;
                _price[page] = PriceUtility(page, row, price);
                _rest[page] = Rest(state, page, row, day) + (isFeatured ? 0 : _market.Offers.LogUnfeatured) + shocks[page];
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

    private sealed class Factory(LaneMath lanes, MarketModel market, ShockDay shocks) : LaneFactory<PageWeights>
    {
        public override PageWeights Make<TLanes>() => new PageWeights<TLanes>(lanes, market, shocks);
    }
}
