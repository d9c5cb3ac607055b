namespace FbaBench.Market;

/// <summary>A bidder for a niche's sponsored slots on a day.</summary>
internal struct Campaign
{
    /// <summary>Own offer, or −1 for a rival.</summary>
    public int Own;

    /// <summary>Its page in the niche.</summary>
    public int Page;

    /// <summary>Budget left today in cents, fluid.</summary>
    public double Left;
}

/// <summary>What an own campaign gets in one phase of a day, in means.</summary>
/// <param name="Own">The own offer.</param>
/// <param name="Page">Its page in the niche.</param>
/// <param name="Phase">Phase of the day, from 0.</param>
/// <param name="Price">Price of a click in cents.</param>
/// <param name="Orders">Mean orders of those who click.</param>
/// <param name="Visits">Mean clicks without an order.</param>
/// <param name="Sessions">Mean sessions of the niche in the phase.</param>
internal readonly record struct CampaignPhase(int Own, int Page, int Phase, long Price, double Orders, double Visits, double Sessions);
