using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Market;

/// <summary>
/// The attraction of a niche's pages to each kind of shoppers today, and how the buyers of a shared page split over its offers.
/// Utility is in price, rating and review count, badge, delivery and promotion; what the featured offer does comes on top.
/// </summary>
internal sealed class PageWeights
{
    private readonly MarketModel _market;
    private readonly ShockDay _shocks;
    private readonly double[] _price;
    private readonly double[] _rating;
    private readonly double[] _rest;
    private readonly double[] _utility;
    private readonly long[][] _weights;
    private readonly double[] _offerPrices;
    private readonly double[] _attractions;
    private readonly double[] _chances;
    private readonly double[] _split;
    private readonly int[] _extraDays;

    public PageWeights(MarketModel market, ShockDay shocks)
    {
        _market = market;
        _shocks = shocks;
        var pages = market.Choice.LargestNiche;
        var offers = market.World.Pages.Max(page => page.Rows.Length);
        _price = new double[pages];
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

    /// <summary>Weights of one kind of shoppers, by page in the niche.</summary>
    public Span<long> Of(int segment, int pages) => _weights[segment].AsSpan(0, pages);

    /// <summary>Weighs a niche's pages at prices, by row; a price of 0 is not in the market.</summary>
    public void Weigh(WorldState state, int n, int day, ReadOnlySpan<int> prices)
    {
        var niche = _market.World.Niches[n];
        var pages = _market.World.PagesOf(n);
        Ratings(state, n);
        for (var i = 0; i < pages.Length; i++)
        {
            var page = niche.FirstPage + i;
            if (pages[i].IsShared)
            {
                (_price[i], _rest[i]) = (0, 0);
                SplitShared(state, page, day, prices);
            }
            else
            {
                Private(state, page, i, day, prices);
            }

            _rest[i] += _shocks.PageLog[page];
        }

        for (var segment = 0; segment < niche.Definition.Segments.Count; segment++)
        {
            Weigh(state, n, segment, day, prices);
        }
    }

    /// <summary>What reviews do to each page, over 1 − σ.</summary>
    private void Ratings(WorldState state, int n)
    {
        var niche = _market.World.Niches[n];
        var pages = _market.World.PagesOf(n);
        var ratings = _rating.AsSpan(0, pages.Length);
        ratings.Clear();
        if (!_market.World.Laboratory.Reviews)
        {
            return;
        }

        for (var i = 0; i < pages.Length; i++)
        {
            ratings[i] = ReviewEffect.CountOrOne(Stars(state, pages[i]));
        }

        DetMath.Log(ratings);
        for (var i = 0; i < pages.Length; i++)
        {
            ratings[i] = _market.Choice.Response[niche.FirstPage + i] * ReviewEffect.LogSales(_market.World.Definition.Market.Reviews, Stars(state, pages[i]), ratings[i]);
        }
    }

    private static ReadOnlySpan<int> Stars(WorldState state, ListingPage page) => state.StarCounts.Slice(page.Row * WorldLayout.Stars, WorldLayout.Stars);

    private void Weigh(WorldState state, int n, int segment, int day, ReadOnlySpan<int> prices)
    {
        var niche = _market.World.Niches[n];
        var pages = _market.World.PagesOf(n);
        var kind = niche.Definition.Segments[segment];
        for (var i = 0; i < pages.Length; i++)
        {
            var price = pages[i].IsShared ? SharedPrice(state, niche.FirstPage + i, day, prices, kind.PriceSensitivity) : kind.PriceSensitivity * _price[i];
            _utility[i] = _market.Choice.Utility[niche.FirstPage + i] + price + (kind.RatingSensitivity * _rating[i]) + _rest[i];
        }

        var weights = Of(segment, pages.Length);
        NestedLogit.Weigh(_utility.AsSpan(0, pages.Length), weights);
        for (var i = 0; i < pages.Length; i++)
        {
            weights[i] = IsLive(pages[i], prices) ? weights[i] : 0;
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

    private void Private(WorldState state, int page, int i, int day, ReadOnlySpan<int> prices)
    {
        var row = _market.World.Pages[page].Row;
        var featured = prices[row] > 0 && IsFeatured(page, prices[row]);
        Featured[row] = featured ? 1 : 0;
        RowSplit[row] = prices[row] > 0 ? 1 : 0;
        _price[i] = PriceUtility(page, row, prices[row]);
        _rest[i] = Rest(state, page, row, day) + (featured ? 0 : DetMath.Log(1 - _market.World.Definition.Market.FeaturedOffer.ShareOfSales));
    }

    /// <summary>Chances and split of a shared page's offers, by a shopper of mean sensitivity.</summary>
    private void SplitShared(WorldState state, int page, int day, ReadOnlySpan<int> prices)
    {
        var rows = _market.World.Pages[page].Rows;
        var terms = _market.World.Definition.Market.FeaturedOffer;
        for (var o = 0; o < rows.Length; o++)
        {
            var price = prices[rows[o]];
            _offerPrices[o] = price > 0 && IsFeatured(page, price) ? price * Badge(rows[o]) : 0;
            _extraDays[o] = ExtraDays(rows[o]);
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
        _market.Choice.Slope[page] * ((price * Badge(row)) - _market.World.Pages[page].ReferenceCents);

    /// <summary>Delivery and promotion of an offer, over 1 − σ.</summary>
    private double Rest(WorldState state, int page, int row, int day)
    {
        var terms = _market.World.Definition.Market;
        return _market.Choice.Response[page] * ((terms.FeaturedOffer.DeliveryDayCoefficient * ExtraDays(row)) + Promotion(state, row, day, terms.Promotions));
    }

    private double Promotion(WorldState state, int row, int day, PromotionTerms terms)
    {
        var own = _market.World.OwnOfRow[row];
        return own < 0 ? 0
            : state.PromotionPrice[own] > 0 ? DetMath.Log(terms.Lift)
            : day <= state.DipLast[own] && state.DipLast[own] > 0 ? DetMath.Log(1 - (terms.DipShare * (terms.Lift - 1)))
            : 0;
    }

    private bool IsFeatured(int page, int price) =>
        !_market.World.Laboratory.Suppression || price <= HighestFeaturedCents(_market.World.Definition.Market.FeaturedOffer, _market.World.Pages[page].ReferenceCents);

    /// <summary>Highest price in cents that can be featured.</summary>
    public static long HighestFeaturedCents(FeaturedOfferTerms terms, int referenceCents) => WholeCents(referenceCents * (1 + terms.SuppressionThreshold));

    /// <summary>Whole cents of a share of a price: 1.15 of a dollar is 115 cents, though the double nearest to 1.15 lies below.</summary>
    public static long WholeCents(double cents) => (long)Math.Floor(cents + 1e-6);

    /// <summary>What a price counts as beside one with the marketplace's badge.</summary>
    private double Badge(int row) =>
        Rival(row) is { Fulfilment: FulfilmentChannel.Seller } ? 1 + _market.World.Definition.Market.FeaturedOffer.BadgeShare : 1;

    private int ExtraDays(int row) => Rival(row)?.ExtraDeliveryDays ?? 0;

    private RivalDefinition? Rival(int row) => _market.World.RivalOfRow[row] is >= 0 and var rival ? _market.World.Rivals[rival].Definition : null;
}
