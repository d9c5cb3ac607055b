using FbaBench.Market;

namespace FbaBench.Kernel;

/// <summary>What the own campaigns of a day bring, by own offer; no part of the state.</summary>
internal sealed class CampaignDay(int own)
{
    public long[] Impressions { get; } = new long[own];

    public long[] Clicks { get; } = new long[own];

    /// <summary>Cents spent; at most the budget.</summary>
    public long[] Spend { get; } = new long[own];

    /// <summary>Orders of those who clicked, before shelves.</summary>
    public Demand[] Orders { get; } = new Demand[own];

    public void Clear()
    {
        Array.Clear(Impressions);
        Array.Clear(Clicks);
        Array.Clear(Spend);
        Array.Clear(Orders);
    }
}
