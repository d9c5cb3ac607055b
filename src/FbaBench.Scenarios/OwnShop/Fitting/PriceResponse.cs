namespace FbaBench.Scenarios;

/// <summary>
/// Own-price elasticity from weekly order counts on the posted price, season and growth held. Its standard error is the larger of
/// the model's and one that trusts neither the variance nor the independence of weeks (a sandwich with Bartlett weights over
/// three weeks; Newey and West, Econometrica 55, 1987).
/// </summary>
internal static class PriceResponse
{
    private const int Lags = 3;

    /// <summary>Smallest spread of log prices that counts as a change of price.</summary>
    private const double LeastChange = 0.005;

    public static Elasticity Of(ProductFit fit, Spreads spreads)
    {
        var series = fit.Series;
        var pieces = series.Pieces;
        var weeks = pieces.Select(piece => piece.Week).Distinct().Count();
        var points = pieces.Select(piece => piece.Price).Distinct().Count();
        if (pieces.Count == 0 || pieces.Max(piece => piece.LogPrice) - pieces.Min(piece => piece.LogPrice) < LeastChange)
        {
            return Elasticity.Prior with { Weeks = weeks, PricePoints = points };
        }

        var model = new CountModel(series, fit.Season, spreads, fit.Dispersion, null, fit.Theta);
        var (estimate, error) = model.Price();
        return double.IsFinite(error)
            ? Elasticity.Of(estimate, Math.Max(error, Robust(model, pieces)), weeks, points)
            : Elasticity.Prior with { Weeks = weeks, PricePoints = points };
    }

    private static double Robust(CountModel model, IReadOnlyList<Piece> pieces)
    {
        // What of the price is left when the other parameters have explained what they can.
        var size = model.Theta.Length;
        var unit = new double[size];
        unit[^1] = 1;
        var column = model.Curvature.Solve(unit);
        var direction = column.Select(value => value / column[^1]).ToArray();
        var scores = new double[pieces.Count];
        Span<int> at = stackalloc int[5];
        Span<double> value = stackalloc double[5];
        double information = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            model.Row(pieces[i], at, value);
            double left = 0;
            for (var k = 0; k < 5; k++)
            {
                left += value[k] * direction[at[k]];
            }

            var weight = model.Weight(i);
            scores[i] = (pieces[i].Orders - model.Means[i]) * (weight / model.Means[i]) * left;
            information += weight * left * left;
        }

        var priors = model.PriorCurvature(direction);
        var spread = scores.Sum(score => score * score);
        for (var lag = 1; lag <= Lags; lag++)
        {
            for (var i = lag; i < scores.Length; i++)
            {
                spread += 2 * (1 - (lag / (Lags + 1.0))) * scores[i] * scores[i - lag];
            }
        }

        var freedom = scores.Length / Math.Max(1, scores.Length - model.EffectiveParameters());
        return Math.Sqrt((Math.Max(0, spread) * freedom) + priors) / (information + priors);
    }
}
