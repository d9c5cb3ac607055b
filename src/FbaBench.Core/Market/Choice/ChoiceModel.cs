using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Market;

/// <summary>
/// The choice model's constants of a world, by page. They are solved once, so that at the reference point (every listing established, at its
/// reference price, in the order of appeal, no sponsored slots) the niche converts its reference share of sessions and every listing has the niche's
/// own-price elasticity. No later price moves them. Shared by forks.
/// </summary>
internal sealed class ChoiceModel
{
    private const int Bisections = 80;

    private readonly WorldModel _model;
    private readonly double[] _within;
    private readonly double[] _slope;
    private readonly double[] _response;
    private readonly double[] _odds;
    private readonly double[] _referenceShare;

    public ChoiceModel(WorldModel model)
    {
        _model = model;
        var pages = model.Pages.Length;
        LargestNiche = model.Niches.Max(niche => niche.EndPage - niche.FirstPage);
        Depth = new(model.Laboratory.Search ? model.Definition.Market.Search.ClickDecay : null, LargestNiche);
        Utility = new double[pages];
        _within = new double[pages];
        _slope = new double[pages];
        _response = new double[pages];
        _referenceShare = new double[pages];
        _odds = new double[model.Niches.Length];
        for (var niche = 0; niche < _odds.Length; niche++)
        {
            Solve(niche);
        }
    }

    public SearchDepth Depth { get; }

    /// <summary>Pages of the largest niche.</summary>
    public int LargestNiche { get; }

    /// <summary>Utility over 1 − σ at the reference point: the logarithm of the share of appeal, by page.</summary>
    public double[] Utility { get; }

    /// <summary>Share of the niche's appeal, by page.</summary>
    public ReadOnlySpan<double> Within => _within;

    /// <summary>Utility over 1 − σ per cent of price (negative), for the mean shopper, by page.</summary>
    public ReadOnlySpan<double> Slope => _slope;

    /// <summary>Utility over 1 − σ that moves the listing's sales by one unit of their logarithm at the reference point, by page.</summary>
    public ReadOnlySpan<double> Response => _response;

    /// <summary>Share of sessions that order from a page at the reference point.</summary>
    public ReadOnlySpan<double> ReferenceShare => _referenceShare;

    /// <summary>Odds of buying where the weights sum to one, by niche.</summary>
    public ReadOnlySpan<double> Odds => _odds;

    private void Solve(int n)
    {
        var niche = _model.Niches[n];
        var pages = _model.PagesOf(n);
        var within = _within.AsSpan(niche.FirstPage, pages.Length);
        var total = 0.0;
        foreach (var page in pages)
        {
            total += page.Appeal;
        }

        for (var i = 0; i < pages.Length; i++)
        {
            within[i] = pages[i].Appeal / total;
            Utility[niche.FirstPage + i] = DetMath.Log(within[i]);
        }

        var reference = new ReferencePoint(Depth, within, niche.Definition.NestSigma);
        _odds[n] = SolveOdds(reference, niche.Definition.ReferenceConversion);
        var listings = reference.Listings(_odds[n]);
        for (var i = 0; i < pages.Length; i++)
        {
            var page = niche.FirstPage + i;
            var (share, factor) = listings[i];
            _referenceShare[page] = share;
            _response[page] = 1 / (factor * (1 - niche.Definition.NestSigma));
            _slope[page] = _model.Laboratory.PriceSensitivity is { } sensitivity
                ? -sensitivity / _model.Laboratory.MoneyScale / (1 - niche.Definition.NestSigma)
                : niche.Definition.OwnPriceElasticity * _response[page] / pages[i].ReferenceCents;
        }
    }

    /// <summary>The odds at which the reference point converts a share: where all see everything they are share / (1 − share).</summary>
    private double SolveOdds(ReferencePoint reference, double conversion)
    {
        var everything = conversion / (1 - conversion);
        if (!_model.Laboratory.Search)
        {
            return everything;
        }

        // Who sees less buys less, so the odds lie above; conversion rises with them.
        var (low, high) = (DetMath.Log(everything), DetMath.Log(everything) + 40);
        for (var i = 0; i < Bisections; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = reference.Conversion(DetMath.Exp(middle)) < conversion ? (middle, high) : (low, middle);
        }

        return DetMath.Exp(high);
    }
}
