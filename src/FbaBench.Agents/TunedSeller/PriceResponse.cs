namespace FbaBench;

/// <summary>
/// Price response of each niche, estimated from own sales at the prices that costs, fees and tariffs led to: the slope of units a session, over their mean, on the log price,
/// shrunk to the literature's prior by its variance. Prices are not moved to learn: on training worlds the steps cost more than they taught
/// (docs/evidence/tuned-seller.md).
/// </summary>
internal sealed class PriceResponse(TunedRule rule)
{
    private readonly Dictionary<string, Sums> _byNiche = new(StringComparer.Ordinal);

    /// <summary>An independent one that has learnt the same.</summary>
    public PriceResponse Copy()
    {
        var copy = new PriceResponse(rule);
        foreach (var (niche, sums) in _byNiche)
        {
            copy._byNiche.Add(niche, sums.Copy());
        }

        return copy;
    }

    /// <summary>What the margin goes by: reference price over it.</summary>
    public double Elasticity(string niche)
    {
        if (rule.PriorDeviation == 0 || !_byNiche.TryGetValue(niche, out var sums) || sums.Slope is not var (slope, variance))
        {
            return rule.PriorElasticity;
        }

        var prior = rule.PriorDeviation * rule.PriorDeviation;
        return Math.Clamp(rule.PriorElasticity + (prior / (prior + variance) * (-slope - rule.PriorElasticity)), rule.PriorElasticity - Most, rule.PriorElasticity + Most);
    }

    private const double Most = 1;

    /// <summary>Yesterday's sales at the price that then stood.</summary>
    public void Learn(Observation today)
    {
        var offers = today.Offers;
        for (var i = 0; i < offers.Count; i++)
        {
            var offer = offers[i];
            if (offer.IsOpen && offer.SessionsYesterday > 0 && offer.LostYesterday == 0 && !offer.Promotion.IsRunning)
            {
                if (!_byNiche.TryGetValue(offer.Info.Niche, out var sums))
                {
                    _byNiche.Add(offer.Info.Niche, sums = new());
                }

                sums.Count(Math.Log(offer.Price.Cents / (double)offer.ReferencePrice.Cents), offer.UnitsYesterday, offer.SessionsYesterday);
            }
        }
    }

    /// <summary>Moments of log prices, units and sessions.</summary>
    private sealed class Sums
    {
        private const double LeastVariance = 1e-5;
        private double _sessions;
        private double _units;
        private double _x;
        private double _xx;
        private double _xUnits;

        public Sums Copy() => (Sums)MemberwiseClone();

        /// <summary>Slope of the log of units a session on the log price, and its variance; null where prices have hardly moved.</summary>
        public (double Slope, double Variance)? Slope
        {
            get
            {
                var mean = _x / _sessions;
                var variance = (_xx / _sessions) - (mean * mean);
                if (variance < LeastVariance || _units == 0)
                {
                    return null;
                }

                // Counts are over-dispersed: their variance is about three times the mean (docs/evidence/realism.md, SF20).
                return (((_xUnits / _units) - mean) / variance, 3 / (_units * variance));
            }
        }

        public void Count(double logPrice, int units, int sessions)
        {
            _sessions += sessions;
            _units += units;
            _x += sessions * logPrice;
            _xx += sessions * logPrice * logPrice;
            _xUnits += units * logPrice;
        }
    }
}
