using FbaBench.World;

namespace FbaBench.Benchmarks.Clean;

/// <summary>The seller's account with the marketplace.</summary>
internal sealed class Seller
{
    public LedgerBook Book { get; } = new();

    /// <summary>Cents that may be paid out.</summary>
    public long Available { get; set; }

    /// <summary>Cents by the day they become available.</summary>
    public long[] Funds { get; } = new long[WorldLayout.FundsRingDays];

    public ComingRefunds[] Refunds { get; } = [.. Enumerable.Range(0, WorldLayout.ReturnRingDays).Select(_ => new ComingRefunds())];

    public long UnitsEver { get; set; }

    public long LostEver { get; set; }

    public int OrdersToday { get; set; }

    public bool IsTrading { get; set; }

    public bool IsSuspended { get; set; }

    public int LastDecisionDay { get; set; }

    /// <summary>Own listings for whose goods the marketplace wants proof, from today on.</summary>
    public List<OwnListing> Claims { get; } = [];
}

/// <summary>What shoppers get back on a day.</summary>
internal sealed class ComingRefunds
{
    public long Cents { get; set; }

    /// <summary>Referral fees given back.</summary>
    public long Referral { get; set; }

    public long Fee { get; set; }
}
