using FbaBench.Market;

namespace FbaBench;

/// <summary>The stars that a world's reviews would have in the mean, as its kernel draws them.</summary>
public static class ReviewStars
{
    /// <summary>Mean stars of a review.</summary>
    /// <param name="terms">The world's terms.</param>
    /// <param name="quality">Quality of the product, see <see cref="ProductDefinition.Quality"/>.</param>
    /// <param name="isLate">Whether the delivery was late.</param>
    /// <returns>1 to 5.</returns>
    public static double Mean(ReviewTerms terms, double quality, bool isLate)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return new StarModel(terms).MeanOf(quality, isLate);
    }
}
