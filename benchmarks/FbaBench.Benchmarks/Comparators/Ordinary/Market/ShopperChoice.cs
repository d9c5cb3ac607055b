using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Benchmarks.Ordinary;

/// <summary>Shares of sessions that order, that only visit, and that order because of a slot alone.</summary>
internal sealed class Chances
{
    public double Buy { get; set; }

    public double Visit { get; set; }

    public double AdOnly { get; set; }
}

/// <summary>What shoppers do who see some results and some slots.</summary>
internal sealed record Considered(IReadOnlyDictionary<Listing, Chances> Listings, IReadOnlyDictionary<Slot, Chances> Slots);

/// <summary>Which listings shoppers see, and which of these they choose by nested logit.</summary>
internal sealed class ShopperChoice(MarketModel rules)
{
    private readonly double[] _lookAsFar = [.. Enumerable.Range(0, rules.Choice.LargestNiche).Select(position => rules.Choice.Depth[position])];
    private readonly double[] _attention = rules.SlotAttention;

    /// <summary>Shares of sessions by listing and by slot.</summary>
    /// <param name="niche">The niche.</param>
    /// <param name="season">Factor on the odds of buying.</param>
    /// <param name="results">Search results.</param>
    /// <param name="slots">Sponsored slots.</param>
    /// <param name="empty">Listings without stock: they keep their places, and nobody chooses them.</param>
    public Considered Consider(Niche niche, double season, IReadOnlyList<Listing> results, IReadOnlyList<Slot> slots, IReadOnlySet<Listing> empty)
    {
        var considered = new Considered(results.ToDictionary(listing => listing, _ => new Chances()), slots.ToDictionary(slot => slot, _ => new Chances()));
        var slotOf = slots.ToDictionary(slot => slot.Listing);
        var segments = niche.Definition.Segments;
        for (var s = 0; s < segments.Count; s++)
        {
            var views = results.Select(listing => new View(listing, empty.Contains(listing) ? Appeal.None : listing.Appeals[s], slotOf.GetValueOrDefault(listing))).ToList();
            for (var seen = 0; seen <= slots.Count; seen++)
            {
                var group = (seen == 0 ? 1 : _attention[seen - 1]) - (seen == slots.Count ? 0 : _attention[seen]);
                if (group > 0)
                {
                    var below = Below(niche, views, seen, segments[s].Share * group, niche.Odds * season);
                    Collect(considered, views, seen, below);
                }
            }
        }

        return considered;
    }

    /// <summary>For each position the chances, per unit of appeal, of all who come at least as far.</summary>
    private List<(double Buy, double Visit)> Below(Niche niche, List<View> views, int seen, double share, double odds)
    {
        var advertised = views.Where(view => view.IsSeen(seen)).ToList();
        var weight = advertised.Sum(view => view.Appeal.Weight);
        var interest = advertised.Sum(view => view.Appeal.Interest);
        var below = new List<(double Buy, double Visit)>(views.Count);
        for (var position = 0; position < views.Count; position++)
        {
            if (!views[position].IsSeen(seen))
            {
                weight += views[position].Appeal.Weight;
                interest += views[position].Appeal.Interest;
            }

            double sum = Math.Max(weight, 1);
            var attraction = DetMath.Exp((1 - niche.Definition.NestSigma) * DetMath.Log(sum / NestedLogit.Scale)) * odds;
            var leave = 1 / (1 + attraction);
            var group = (position == views.Count - 1 ? _lookAsFar[position] : _lookAsFar[position] - _lookAsFar[position + 1]) * share;
            below.Add((group * attraction * leave / sum, group * leave / Math.Max(interest, 1)));
        }

        for (var position = views.Count - 2; position >= 0; position--)
        {
            below[position] = (below[position].Buy + below[position + 1].Buy, below[position].Visit + below[position + 1].Visit);
        }

        return below;
    }

    private static void Collect(Considered considered, List<View> views, int seen, List<(double Buy, double Visit)> below)
    {
        for (var position = 0; position < views.Count; position++)
        {
            var view = views[position];
            var from = view.IsSeen(seen) ? below[0] : below[position];
            var buy = view.Appeal.Weight * from.Buy;
            var visit = view.Appeal.Interest * from.Visit;
            var chances = considered.Listings[view.Listing];
            chances.Buy += buy;
            chances.Visit += visit;
            if (view.IsSeen(seen))
            {
                chances.AdOnly += view.Appeal.Weight * (below[0].Buy - below[position].Buy);
                var clicks = considered.Slots[view.Slot!];
                clicks.Buy += buy;
                clicks.Visit += visit;
            }
        }
    }

    private sealed record View(Listing Listing, Appeal Appeal, Slot? Slot)
    {
        public bool IsSeen(int slots) => Slot is not null && Slot.Number < slots;
    }
}
