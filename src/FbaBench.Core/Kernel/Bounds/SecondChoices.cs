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
    /// <summary>Steps of the sibling's mean orders.</summary>
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
        (Sessions, Spread) = (sessions, spread);
        for (var own = niche.FirstOwn; own < niche.EndOwn; own++)
        {
            if (own != offer.Index)
            {
                _siblings.Add(new(day, niche, day.Model.Own[own], offer, Math.Min(sessions * spread, PoissonQuantile.MaximumMean)));
            }
        }
    }

    private double Sessions { get; }

    private double Spread { get; }

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
            units = _siblings.Sum(sibling => Units(sibling, upper));
            _known.Add(step, units);
        }

        return units;
    }

    private long Units(Sibling sibling, double gain)
    {
        long most = 0;
        for (var low = Math.Min(gain, Sessions); low > 0; low *= Step)
        {
            var high = Math.Min(low * Step, Sessions);
            most = Math.Max(most, sibling.Units(Math.Min(1, gain / low), high * Spread));
            if (high >= Sessions)
            {
                break;
            }
        }

        return most;
    }

    /// <summary>The shoppers of a sibling on the day, by the rate from which on each can be won.</summary>
    private sealed class Sibling
    {
        private readonly DayContext _day;
        private readonly NicheModel _niche;
        private readonly OwnOffer _from;
        private readonly double[][] _rates = new double[Demand.LargestOrder][];

        public Sibling(DayContext day, NicheModel niche, OwnOffer from, OwnOffer to, double most)
        {
            (_day, _niche, _from) = (day, niche, from);
            for (var size = 1; size <= Demand.LargestOrder; size++)
            {
                _rates[size - 1] = new double[Orders(size, most)];
                for (var rank = 0; rank < _rates[size - 1].Length; rank++)
                {
                    _rates[size - 1][rank] = LeastRate((rank * Demand.LargestOrder) + size - 1, to);
                }
            }
        }

        /// <summary>Units of the shoppers who are there at a mean and can be won at a rate.</summary>
        public long Units(double rate, double mean)
        {
            long units = 0;
            for (var size = 1; size <= Demand.LargestOrder; size++)
            {
                var rates = _rates[size - 1];
                var there = Math.Min(rates.Length, Orders(size, mean));
                for (var rank = 0; rank < there; rank++)
                {
                    units += rates[rank] <= rate ? size : 0;
                }
            }

            return units;
        }

        /// <summary>Orders of a size at most, by the search results and by every phase of a campaign.</summary>
        private int Orders(int size, double mean) => (int)Math.Min(1_000_000, Streams.Orders(_day, _niche, _from, size, mean));

        private double LeastRate(int shopper, OwnOffer to)
        {
            var rows = _niche.FirstRow..(_niche.FirstRow + _niche.Count);
            var keys = _day.Model.KeyOfRow.AsSpan(rows);
            var own = 0.0;
            var others = Time(0, shopper);
            for (var i = 0; i < keys.Length; i++)
            {
                var row = _niche.FirstRow + i;
                if (row == to.Row)
                {
                    own = Time(keys[i], shopper);
                }
                else if (row != _from.Row)
                {
                    others += Time(keys[i], shopper);
                }
            }

            return own / (own + others) * (1 - 1e-9);
        }

        private double Time(ulong candidate, int shopper) =>
            -DetMath.Log(_day.Draws.Uniform(Mechanism.Rechoice, EntityKey.Combine(_from.Key, candidate), _day.Day, shopper));
    }
}
