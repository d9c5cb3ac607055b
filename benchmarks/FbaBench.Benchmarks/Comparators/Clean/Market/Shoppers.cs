using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Benchmarks.Clean;

/// <summary>
/// Which listings shoppers see and choose: a shopper looks down the results to a depth of her own and at some of the sponsored slots, and chooses among
/// these by nested logit.
/// </summary>
internal sealed class Shoppers(MarketModel rules)
{
    private readonly double[] _lookAsFar = [.. Enumerable.Range(0, rules.Choice.LargestNiche).Select(position => rules.Choice.Depth[position])];
    private readonly double[] _attention = rules.SlotAttention;
    private readonly double[] _buyBelow = new double[rules.Choice.LargestNiche];
    private readonly double[] _visitBelow = new double[rules.Choice.LargestNiche];

    /// <summary>Works out the shares of sessions that buy and visit each listing of the results.</summary>
    /// <param name="niche">The niche.</param>
    /// <param name="season">Factor on the odds of buying.</param>
    /// <param name="slots">The sponsored slots.</param>
    /// <param name="inStock">Whether listings without stock are chosen by nobody.</param>
    public void Consider(Niche niche, double season, List<Slot> slots, bool inStock)
    {
        foreach (var listing in niche.Results)
        {
            listing.Buy = 0;
            listing.Visit = 0;
            listing.AdOnly = 0;
        }

        foreach (var slot in slots)
        {
            slot.Buy = 0;
            slot.Visit = 0;
        }

        var segments = niche.Segments;
        for (var segment = 0; segment < segments.Length; segment++)
        {
            for (var seen = 0; seen <= slots.Count; seen++)
            {
                var group = (seen == 0 ? 1 : _attention[seen - 1]) - (seen == slots.Count ? 0 : _attention[seen]);
                if (group > 0)
                {
                    Choose(niche, segment, segments[segment].Share * group, niche.Odds * season, slots, seen, inStock);
                    Collect(niche, segment, slots, seen, inStock);
                }
            }
        }
    }

    /// <summary>For each position the chances, per unit of attraction, of all who come at least as far.</summary>
    private void Choose(Niche niche, int segment, double share, double odds, List<Slot> slots, int seen, bool inStock)
    {
        long weight = 0;
        long interest = 0;
        for (var slot = 0; slot < seen; slot++)
        {
            weight += Weight(slots[slot].Listing, segment, inStock);
            interest += Interest(slots[slot].Listing, segment, inStock);
        }

        var results = niche.Results;
        for (var position = 0; position < results.Count; position++)
        {
            var listing = results[position];
            if (listing.Slot >= seen)
            {
                weight += Weight(listing, segment, inStock);
                interest += Interest(listing, segment, inStock);
            }

            double sum = Math.Max(weight, 1);
            var attraction = DetMath.Exp((1 - niche.Definition.NestSigma) * DetMath.Log(sum / NestedLogit.Scale)) * odds;
            var leave = 1 / (1 + attraction);
            var group = (position == results.Count - 1 ? _lookAsFar[position] : _lookAsFar[position] - _lookAsFar[position + 1]) * share;
            _buyBelow[position] = group * attraction * leave / sum;
            _visitBelow[position] = group * leave / Math.Max(interest, 1);
        }

        for (var position = results.Count - 2; position >= 0; position--)
        {
            _buyBelow[position] += _buyBelow[position + 1];
            _visitBelow[position] += _visitBelow[position + 1];
        }
    }

    private void Collect(Niche niche, int segment, List<Slot> slots, int seen, bool inStock)
    {
        for (var position = 0; position < niche.Results.Count; position++)
        {
            var listing = niche.Results[position];
            var weight = Weight(listing, segment, inStock);
            var isAd = listing.Slot < seen;
            var from = isAd ? 0 : position;
            var buy = weight * _buyBelow[from];
            var visit = Interest(listing, segment, inStock) * _visitBelow[from];
            listing.Buy += buy;
            listing.Visit += visit;
            if (isAd)
            {
                slots[listing.Slot].Buy += buy;
                slots[listing.Slot].Visit += visit;
                listing.AdOnly += weight * (_buyBelow[0] - _buyBelow[position]);
            }
        }
    }

    private static long Weight(Listing listing, int segment, bool inStock) => inStock && listing.WasEmpty ? 0 : listing.Weights[segment];

    private static long Interest(Listing listing, int segment, bool inStock) => inStock && listing.WasEmpty ? 0 : listing.Interests[segment];
}
