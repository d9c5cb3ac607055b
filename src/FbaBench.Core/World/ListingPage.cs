using FbaBench.Primitives;

namespace FbaBench.World;

/// <summary>
/// A page of the marketplace with rank and reviews: the private-label listing of one offer, or a shared listing of several. What
/// belongs to the page stands in the row columns at its first row.
/// </summary>
internal sealed class ListingPage(int row, int[] rows, string path, string category, double appeal, double quality, int referenceCents, bool isShared)
{
    /// <summary>First row; where the listing's own figures stand.</summary>
    public int Row { get; } = row;

    /// <summary>Rows of its offers.</summary>
    public int[] Rows { get; } = rows;

    public string Path { get; } = path;

    /// <summary>Identity in draws that concern the page.</summary>
    public ulong Key { get; } = EntityKey.Of(path);

    /// <summary>Category of the best-seller rank.</summary>
    public string Category { get; } = category;

    public double Appeal { get; } = appeal;

    /// <summary>Standard deviations of satisfaction.</summary>
    public double Quality { get; } = quality;

    /// <summary>Price at which elasticity and conversion hold, for every offer on the page.</summary>
    public int ReferenceCents { get; } = referenceCents;

    public bool IsShared { get; } = isShared;

    public required int OpeningReviews { get; init; }

    public required double OpeningRating { get; init; }

    /// <summary>Reviews by stars, or null where number and rating say it.</summary>
    public IReadOnlyList<int>? OpeningStars { get; init; }

    /// <summary>Sales velocity at the start against the reference point.</summary>
    public required double OpeningVelocity { get; init; }
}
