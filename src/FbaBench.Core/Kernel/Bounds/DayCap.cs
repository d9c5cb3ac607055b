using FbaBench.Contracts;
using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Kernel.Bounds;

/// <summary>The most that a day's sales of an offer can earn above the least cost of the units, cents.</summary>
/// <param name="Most">With the draws as they fall, whoever knows them.</param>
/// <param name="Mean">In the mean over the draws of shoppers, for whoever cannot know them.</param>
/// <param name="Reviews">The most reviews that the day can bring.</param>
/// <param name="Margin">In a laboratory with standing demand the most that a unit sold on the day can earn; else 0.</param>
internal readonly record struct OfferCap(long Most, double Mean, long Reviews, long Margin);

/// <summary>
/// Caps of an offer's day, price cell by price cell: what is wanted at a cell's lowest price earns at most its highest. Cells are geometric, so that none is wider than a share of its price.
/// </summary>
internal sealed class DayCap(DayContext day, NicheModel niche, OwnOffer offer, long leastCost)
{
    /// <summary>Width of a cell as a share of the price.</summary>
    private const double Width = 0.02;

    /// <summary>Parts into which mean orders are cut when they are split among the ways on which they come.</summary>
    private const int Parts = 24;

    private readonly ProductFees _fees = day.Fees[offer.Index];

    /// <summary>Faults that a test planted.</summary>
    public BoundFaults Faults { get; init; } = new();

    /// <summary>An offer whose shoppers choose among the listings of its niche.</summary>
    /// <param name="sessions">Mean sessions of the niche.</param>
    /// <param name="season">Factor on the odds of buying.</param>
    /// <param name="reviews">The most reviews that it can have today.</param>
    /// <param name="spread">See <see cref="SecondChoices"/>.</param>
    public OfferCap Choice(double sessions, double season, double reviews, double spread)
    {
        var corner = new BestCorner(day.Rules, niche, offer);
        var shock = day.Shocks.PageLog[day.Model.PageOfRow[offer.Row]];
        var second = day.Model.Laboratory.Shortage == ShortageRule.Rechoice ? new SecondChoices(day, niche, offer, sessions, spread) : null;
        var sizes = (niche.OrderSizes[0] * 1) + (niche.OrderSizes[1] * 2) + (niche.OrderSizes[2] * 3);
        var (most, mean, units) = (0L, 0.0, long.MaxValue);
        foreach (var (low, high) in Cells())
        {
            var earned = BoundTerms.Net(_fees, day.Date, low, Faults.RoundsOutwards ? high : low) - leastCost;
            if (earned <= 0)
            {
                continue;
            }

            var orders = Faults.Mean(corner.MeanOrders(low, sessions, season, reviews, shock));
            mean = Math.Max(mean, orders * sizes * earned * (second is { Any: true } ? spread : 1));

            // Dearer cells sell no more than cheaper ones: where the last number does not suffice, this one does not.
            if (units == long.MaxValue || (UInt128)(ulong)units * (ulong)earned > (ulong)most)
            {
                units = Split(orders, second);
                most = Math.Max(most, checked(units * earned));
            }

            if (units == 0 && orders * sizes * OfferRules.HighestPriceCents * spread < mean)
            {
                break;
            }
        }

        var wanted = corner.MeanOrders(1, sessions, season, reviews, shock);
        return new(most, mean, Streams.Orders(day, niche, offer, 1, wanted) + Streams.Orders(day, niche, offer, 2, wanted) + Streams.Orders(day, niche, offer, 3, wanted), 0);
    }

    /// <summary>An offer of a laboratory whose demand comes to it by itself.</summary>
    /// <param name="sessions">Mean demand of the niche.</param>
    /// <param name="uniform">The offer's draw of the day.</param>
    /// <param name="noise">Its deviation of the day where demand is correlated.</param>
    public OfferCap Standing(double sessions, double uniform, double noise)
    {
        var laboratory = day.Model.Laboratory;
        var reference = day.Model.PageOf(offer.Row).ReferenceCents;
        var (most, mean, margin) = (0L, 0.0, 0L);
        foreach (var (low, high) in Cells())
        {
            if (!StandingDemand.IsWanted(laboratory, (int)low))
            {
                break;
            }

            var top = laboratory.ReservationPrice == Money.Zero ? high : Math.Min(high, laboratory.ReservationPrice.Cents);
            var earned = BoundTerms.Net(_fees, day.Date, low, Faults.RoundsOutwards ? top : low) - leastCost;
            if (earned <= 0)
            {
                continue;
            }

            var wanted = Faults.Mean(StandingDemand.Mean(laboratory, niche.Definition, sessions, (int)low, reference, day.Day));
            long units = laboratory.Demand == DemandSource.Ar1 ? StandingDemand.Correlated(laboratory, wanted, noise) : StandingDemand.Units(laboratory, wanted, uniform);
            most = Math.Max(most, checked(units * earned));
            mean = Math.Max(mean, wanted * laboratory.QuantityScale * earned);
            margin = Math.Max(margin, earned);
        }

        return new(most, mean, 0, margin);
    }

    /// <summary>Prices from the least cost on: below it nothing is earned.</summary>
    private IEnumerable<(long Low, long High)> Cells()
    {
        for (var low = Math.Max(1, leastCost); low <= OfferRules.HighestPriceCents;)
        {
            var high = Math.Min(OfferRules.HighestPriceCents, Math.Max(low, (long)Math.Floor(low * (1 + (Faults.CellWidth ?? Width)))));
            yield return (low, high);
            low = high + 1;
        }
    }

    /// <summary>Units at most of mean orders, however they are split among the ways on which they come; each part is rounded up.</summary>
    private long Split(double orders, SecondChoices? second)
    {
        var streams = Streams.Count(day, niche);
        var ways = streams + (second is { Any: true } ? 1 : 0);
        if (ways == 1)
        {
            return Streams.Units(day, niche, offer, 0, orders);
        }

        var parts = Parts + ways - 1;
        var best = new long[parts + 1];
        for (var way = 0; way < ways; way++)
        {
            var of = new long[parts + 1];
            for (var part = 0; part <= parts; part++)
            {
                var mean = orders * Math.Min(part, Parts) / Parts;
                of[part] = part == 0 ? 0 : way < streams ? Streams.Units(day, niche, offer, way, mean) : second!.Units(mean);
            }

            for (var all = parts; all >= 0; all--)
            {
                for (var part = 1; part <= all; part++)
                {
                    best[all] = Math.Max(best[all], best[all - part] + of[part]);
                }
            }
        }

        return best[parts];
    }
}
