namespace FbaBench.Market;

/// <summary>What a listing's reviews do to demand.</summary>
internal static class ReviewEffect
{
    /// <summary>Stars by a shopper's lights: the mean of the reviews and of as many prior ones at the reference rating.</summary>
    /// <param name="terms">Reference rating and prior.</param>
    /// <param name="count">Number of reviews.</param>
    /// <param name="sum">Sum of their stars.</param>
    public static double PerceivedRating(ReviewTerms terms, long count, long sum) =>
        count + terms.PriorReviews == 0 ? terms.ReferenceRating : (sum + (terms.PriorReviews * terms.ReferenceRating)) / (count + terms.PriorReviews);

    /// <summary>
    /// Effect on the logarithm of sales, 0 at the reference rating and count: rating, count, and the step from none to one. Logarithms come from outside, so
    /// that they can be taken of many listings at once, or once for all.
    /// </summary>
    /// <param name="terms">Effects and the reference.</param>
    /// <param name="perceived">Perceived rating.</param>
    /// <param name="count">Number of reviews.</param>
    /// <param name="logCount">Logarithm of the number, of one where there are none.</param>
    /// <param name="logReference">Logarithm of the reference count.</param>
    /// <param name="logFirst">Logarithm of what the first review multiplies sales by.</param>
    public static double LogSales(ReviewTerms terms, double perceived, double count, double logCount, double logReference, double logFirst)
    {
        var rating = terms.EffectPerStar * (perceived - terms.ReferenceRating);
        var number = terms.CountEffect * (logCount - logReference);
        return rating + number - (count == 0 ? logFirst : 0);
    }

    /// <summary>Reviews by stars of a listing that begins with a number and a mean: split as the world's distribution, tilted to the mean.</summary>
    public static void Open(StarModel model, int count, double mean, Span<int> stars)
    {
        Span<double> shares = stackalloc double[StarModel.Stars];
        model.Shares(model.ShiftFor(mean), shares);
        var below = 0.0;
        var given = 0;
        for (var star = 0; star < StarModel.Stars; star++)
        {
            // Rounded where the shares add up, so that the mean is off by no more than two stars of all reviews together.
            below += shares[star];
            var upTo = star == StarModel.Stars - 1 ? count : Math.Min(count, (int)Math.Floor((count * below) + 0.5));
            stars[star] = upTo - given;
            given = upTo;
        }
    }

    /// <summary>Number of reviews and sum of their stars.</summary>
    public static (long Count, long Sum) Total(ReadOnlySpan<int> stars)
    {
        long count = 0;
        long sum = 0;
        for (var star = 0; star < stars.Length; star++)
        {
            count += stars[star];
            sum += (star + 1L) * stars[star];
        }

        return (count, sum);
    }
}
