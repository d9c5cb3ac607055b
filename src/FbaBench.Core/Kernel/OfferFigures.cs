namespace FbaBench;

/// <summary>What a day brought one offer, rivals included: for measuring a world, never shown to its sellers.</summary>
/// <param name="Niche">Its niche.</param>
/// <param name="Name">Its name: product and seat, or the rival's.</param>
/// <param name="Listing">Path of its page; offers of a shared product have the same.</param>
/// <param name="Category">Category of the page.</param>
/// <param name="Seat">Its seat, or −1 for a rival.</param>
/// <param name="Price">What shoppers were asked; zero when it was not in the market.</param>
/// <param name="Orders">Orders.</param>
/// <param name="Units">Units.</param>
/// <param name="Sessions">Sessions.</param>
/// <param name="SearchPosition">Place of the page in the search results, from 1; 0 when it was not shown.</param>
/// <param name="FeaturedShare">Chance to be the page's featured offer; 0 after a fork or load until a day is played.</param>
/// <param name="Stars">Reviews of the page.</param>
public readonly record struct OfferFigures(
    string Niche, string Name, string Listing, string Category, int Seat, Money Price, int Orders, int Units, int Sessions, int SearchPosition, double FeaturedShare, StarCounts Stars);
