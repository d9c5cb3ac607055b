using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Market;

/// <summary>
/// What rivals bid for a click: θ × conversion of the niche × its median margin, θ uniform on 0.4 to 1.1 by campaign and week (economics, section
/// 1.5: a flat bid would make ads a matter of price alone). The margin is that of the niche's products at reference price and cheapest quote, or
/// of the rivals' ceilings over their floors where the niche has none.
/// </summary>
internal sealed class RivalBids
{
    private const double LowestTheta = 0.4;
    private const double HighestTheta = 1.1;

    /// <summary>Days of a bid.</summary>
    public const int WeekDays = 7;

    private readonly double[] _valueCents;

    /// <param name="model">The world.</param>
    /// <param name="fees">Its fees, as of its first day.</param>
    public RivalBids(WorldModel model, OfferFees fees)
    {
        _valueCents = new double[model.Niches.Length];
        for (var n = 0; n < _valueCents.Length; n++)
        {
            var niche = model.Niches[n].Definition;
            var sizes = model.Niches[n].OrderSizes;
            var units = sizes[0] + (2 * sizes[1]) + (3 * sizes[2]);
            _valueCents[n] = Math.Max(0, MedianMargin(model, fees, n)) * niche.ReferenceConversion * units;
        }
    }

    /// <summary>What decides the bids of rivals' campaigns on a day: one uniform a rival and week.</summary>
    public static void Draw(LaneMath lanes, KeyedDraws draws, ReadOnlySpan<ulong> rivals, int day, Span<double> uniforms) =>
        lanes.Uniforms(draws, Mechanism.RivalBid, rivals, day / WeekDays, 0, uniforms);

    /// <summary>The bid of a rival's campaign on a day, in whole cents.</summary>
    public long Cents(double uniform, int niche, double factor)
    {
        var theta = LowestTheta + ((HighestTheta - LowestTheta) * uniform);
        return (long)Math.Floor((theta * factor * _valueCents[niche]) + 0.5);
    }

    private static double MedianMargin(WorldModel model, OfferFees fees, int niche)
    {
        var start = model.Definition.Start;
        var margins = new List<double>();
        foreach (var offer in model.OwnOf(niche))
        {
            var reference = offer.Product.ReferencePrice.Cents;
            var cost = offer.Info.BestQuote.LandedCostAtMinimum.Cents;
            margins.Add(reference - cost - fees[offer.Index].ReferralCents(start, reference) - fees[offer.Index].FulfilmentCents(start, reference));
        }

        if (margins.Count == 0)
        {
            foreach (var rival in model.RivalsOf(niche))
            {
                margins.Add(rival.Definition.Ceiling.Cents - rival.FloorCents);
            }
        }

        var sorted = margins.Order().ToArray();
        return sorted.Length == 0 ? 0 : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
