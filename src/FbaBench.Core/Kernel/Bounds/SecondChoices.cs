using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Bounds;

/// <summary>
/// How many units of an offer shoppers can take on a day who found a sibling's shelf empty. A shopper of the sibling comes only where its own race is won: the rates of all candidates sum to one, so that whoever wins at rate r has a time of at most
/// r/(1 − r) times the sum of the others'. The rate is at most the offer's own gain over what the sibling loses, and the shopper is there only where the sibling is wanted enough. Both go by the sibling's mean orders, which nobody knows: the worst counts.
/// </summary>
internal sealed class SecondChoices
{
    /// <summary>Steps of gains and of the sibling's mean orders.</summary>
    private const double Step = 1.25;

    /// <summary>Mean orders, below which a gain counts as this much.</summary>
    private const double LeastGain = 1e-3;

    private readonly List<Sibling> _siblings = [];
    private readonly Dictionary<int, long> _known = [];

    /// <param name="day">The day.</param>
    /// <param name="niche">The niche.</param>
    /// <param name="offer">Who gains.</param>
    /// <param name="sessions">Mean sessions of the day: no offer has more mean orders.</param>
    /// <param name="spread">The most by which a sibling's mean orders of the day can exceed what they would be by its share of the morning, at least 1.</param>
    public SecondChoices(DayContext day, NicheModel niche, OwnOffer offer, double sessions, double spread)
    {
        for (var own = niche.FirstOwn; own < niche.EndOwn; own++)
        {
            if (own != offer.Index)
            {
                _siblings.Add(new(day, niche, day.Model.Own[own], offer, sessions, spread));
            }
        }
    }

    /// <summary>Whether anybody can come from a sibling.</summary>
    public bool Any => _siblings.Count > 0;

    /// <summary>Units at most where the offer's own gain is at most so many mean orders; the gain is rounded up to a step.</summary>
    public long Units(double gain)
    {
        if (gain <= 0)
        {
            return 0;
        }

        var (step, upper) = (0, LeastGain);
        while (upper < gain)
        {
            upper *= Step;
            step++;
        }

        if (!_known.TryGetValue(step, out var units))
        {
            units = _siblings.Sum(sibling => sibling.Units(upper));
            _known.Add(step, units);
        }

        return units;
    }

    /// <summary>A shopper of a sibling, of an order of a size: there from a mean on, and won at a rate or above.</summary>
    private readonly record struct Shopper(double From, double Rate, int Size);

    /// <summary>
    /// The shoppers of a sibling on the day. At mean orders m of the sibling those can come who are there at m and can be won at the rate gain/m: each on an interval of m, and the most that overlap count.
    /// </summary>
    private sealed class Sibling
    {
        private readonly Shopper[] _shoppers;
        private readonly List<(double At, int Size)> _ends = [];

        public Sibling(DayContext day, NicheModel niche, OwnOffer from, OwnOffer to, double sessions, double spread)
        {
            var shoppers = new List<Shopper>();
            for (var size = 1; size <= Demand.LargestOrder; size++)
            {
                var rank = 0L;
                for (var mean = LeastGain; ; mean *= Step)
                {
                    var most = Math.Min(mean, sessions);
                    var there = Streams.Orders(day, niche, from, size, Math.Min(most * spread, PoissonQuantile.MaximumMean));
                    for (; rank < there; rank++)
                    {
                        shoppers.Add(new(mean <= LeastGain ? 0 : mean / Step, LeastRate(day, niche, from, to, ((int)rank * Demand.LargestOrder) + size - 1), size));
                    }

                    if (mean >= sessions)
                    {
                        break;
                    }
                }
            }

            _shoppers = [.. shoppers.OrderBy(shopper => shopper.From * shopper.Rate)];
        }

        public long Units(double gain)
        {
            _ends.Clear();
            foreach (var shopper in _shoppers)
            {
                if (shopper.From * shopper.Rate > gain)
                {
                    break;
                }

                _ends.Add((shopper.From, shopper.Size));
                _ends.Add((gain / shopper.Rate, -shopper.Size));
            }

            // At one point who begins counts before who ends.
            var (now, most) = (0L, 0L);
            foreach (var (_, size) in _ends.OrderBy(end => end.At).ThenByDescending(end => end.Size))
            {
                now += size;
                most = Math.Max(most, now);
            }

            return most;
        }

        private static double LeastRate(DayContext day, NicheModel niche, OwnOffer from, OwnOffer to, int shopper)
        {
            var own = 0.0;
            var others = Time(day, from, 0, shopper);
            for (var row = niche.FirstRow; row < niche.FirstRow + niche.Count; row++)
            {
                if (row == to.Row)
                {
                    own = Time(day, from, day.Model.KeyOfRow[row], shopper);
                }
                else if (row != from.Row)
                {
                    others += Time(day, from, day.Model.KeyOfRow[row], shopper);
                }
            }

            return own / (own + others) * (1 - 1e-9);
        }

        private static double Time(DayContext day, OwnOffer from, ulong candidate, int shopper) =>
            -DetMath.Log(day.Draws.Uniform(Mechanism.Rechoice, EntityKey.Combine(from.Key, candidate), day.Day, shopper));
    }
}
