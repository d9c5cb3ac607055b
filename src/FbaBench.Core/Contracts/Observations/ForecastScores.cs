namespace FbaBench;

/// <summary>How good a seller's forecasts were, all that have fallen due so far together.</summary>
/// <param name="Units">Of units sold.</param>
/// <param name="Cash">Of cash, in cents.</param>
public readonly record struct ForecastScores(ForecastScore Units, ForecastScore Cash);

/// <summary>
/// Sums over forecasts of one kind, in units or cents. They stop at the largest 64-bit number. The interval score is that of Gneiting and Raftery (2007,
/// section 6.2) for central 80 % intervals: width plus 2/0.2 times the distance of the outcome from the interval; the lower, the better, and lowest on
/// average for who gives the 10 % and the 90 % quantile.
/// </summary>
/// <param name="Registered">Forecasts registered.</param>
/// <param name="Scored">Those whose outcome is known.</param>
/// <param name="Covered">Of these, those whose outcome lay inside the interval, its ends included.</param>
/// <param name="AbsoluteError">Sum of |expected − actual|.</param>
/// <param name="AbsoluteActual">Sum of |actual|.</param>
/// <param name="IntervalScore">Sum of the interval scores.</param>
public readonly record struct ForecastScore(long Registered, long Scored, long Covered, long AbsoluteError, long AbsoluteActual, long IntervalScore)
{
    /// <summary>Forecasts without an outcome: not yet due, or dropped because the business closed before.</summary>
    public long Unscored => Registered - Scored;

    /// <summary>Share of the scored ones inside their interval, 0 to 1, well calibrated at 0.8; null where none is scored.</summary>
    public double? Coverage => Scored == 0 ? null : Covered / (double)Scored;

    /// <summary>Absolute error over absolute outcome (WAPE), at least 0; null where the outcomes are all zero.</summary>
    public double? WeightedError => AbsoluteActual == 0 ? null : AbsoluteError / (double)AbsoluteActual;
}
