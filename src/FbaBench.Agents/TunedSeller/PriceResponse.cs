namespace FbaBench;

/// <summary>
/// Price response of each niche, estimated from own sales: prices stand a step above or below the best one by turns of a week, and the log ratio of sales a session
/// over the log ratio of prices, shrunk to the literature's prior, is the response.
/// </summary>
internal sealed class PriceResponse(TunedRule rule)
{
    private const int TurnDays = 7;
    private const double FewestUnits = 30;

    private readonly Dictionary<string, Turns> _byNiche = new(StringComparer.Ordinal);
    private readonly Dictionary<OfferId, double> _step = [];

    /// <summary>What the margin goes by: reference price over it.</summary>
    public double Elasticity(string niche)
    {
        if (rule.PriorDeviation == 0 || !_byNiche.TryGetValue(niche, out var turns) || turns.Least < FewestUnits)
        {
            return rule.PriorElasticity;
        }

        // Counts are over-dispersed: a variance of twice the mean (docs/evidence/realism.md, SF20).
        var ratio = Math.Log((1 + rule.PriceStep) / (1 - rule.PriceStep));
        var measured = -Math.Log(turns.Rate(1) / turns.Rate(0)) / ratio;
        var variance = 2 * ((1 / turns.Units[0]) + (1 / turns.Units[1])) / (ratio * ratio);
        var weight = rule.PriorDeviation * rule.PriorDeviation / ((rule.PriorDeviation * rule.PriorDeviation) + variance);
        return Math.Clamp(rule.PriorElasticity + (weight * (measured - rule.PriorElasticity)), 1.3, 4.5);
    }

    /// <summary>Yesterday's sales count to the turn in which the price then stood.</summary>
    public void Learn(Observation today)
    {
        foreach (var offer in today.Offers)
        {
            if (rule.PriceStep > 0 && offer.SessionsYesterday > 0 && offer.LostYesterday == 0 && !offer.Promotion.IsRunning && _step.TryGetValue(offer.Id, out var step) && step != 1)
            {
                if (!_byNiche.TryGetValue(offer.Info.Niche, out var turns))
                {
                    _byNiche.Add(offer.Info.Niche, turns = new());
                }

                turns.Count(step > 1 ? 1 : 0, offer.UnitsYesterday, offer.SessionsYesterday);
            }
        }
    }

    /// <summary>Factor of an offer's price today.</summary>
    public double Step(in OfferObservation offer, int day)
    {
        var isUp = ((day / TurnDays) + offer.Id.Index) % 2 == 0;
        var step = rule.PriceStep == 0 ? 1 : isUp ? 1 + rule.PriceStep : 1 - rule.PriceStep;
        _step[offer.Id] = step;
        return step;
    }

    /// <summary>Units and sessions in the low turn and the high one.</summary>
    private sealed class Turns
    {
        public double[] Units { get; } = [0, 0];

        private double[] Sessions { get; } = [0, 0];

        public double Least => Math.Min(Units[0], Units[1]);

        public void Count(int turn, int units, int sessions)
        {
            Units[turn] += units;
            Sessions[turn] += sessions;
        }

        public double Rate(int turn) => Units[turn] / Sessions[turn];
    }
}
