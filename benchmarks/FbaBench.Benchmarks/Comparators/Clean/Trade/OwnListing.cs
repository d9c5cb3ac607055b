using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Benchmarks.Clean;

/// <summary>A listing of the seller's own, with its shelf, its campaign, and what is on its way back.</summary>
internal sealed class OwnListing(MarketModel rules, NicheModel niche, int page, OwnOffer offer) : Listing(rules, niche, page)
{
    private readonly double _leftByHijacker = rules.LeftByHijacker;
    private int _remaining;

    public int Index { get; } = offer.Index;

    public ProductDefinition Product { get; } = offer.Product;

    public ProductFees Fees { get; } = rules.Fees[offer.Index];

    public Shelf Shelf { get; set; } = new(0);

    public Campaign Campaign { get; } = new();

    /// <summary>Promoted price in cents; 0 without a promotion.</summary>
    public int PromotionCents { get; set; }

    public int DipLast { get; set; }

    public int HijackUntil { get; set; }

    public int BlockedUntil { get; set; }

    public int InvoiceDay { get; set; }

    public int FirstInbound { get; set; }

    public int Lost { get; set; }

    public long Revenue { get; set; }

    public long UnitsOwned { get; set; }

    public double FeaturedShare { get; set; }

    public int Returned { get; set; }

    public int ReturnedDefective { get; set; }

    public int UnsellableUnits { get; set; }

    public long UnsellableCost { get; set; }

    public int[] PriceHistory { get; } = new int[WorldLayout.HistoryDays];

    public int[] UnitHistory { get; } = new int[WorldLayout.HistoryDays];

    public int[] StockHistory { get; } = new int[WorldLayout.HistoryDays];

    public long[] ShippedByMonth { get; } = new long[WorldLayout.ShipMonths];

    public long[] ReturnedByMonth { get; } = new long[WorldLayout.ShipMonths];

    public int[] Reworked { get; } = new int[WorldLayout.ReturnRingDays];

    public ComingReturns[] Returns { get; } = [.. Enumerable.Range(0, WorldLayout.ReturnRingDays).Select(_ => new ComingReturns())];

    /// <summary>Reviews on their way, by day and stars.</summary>
    public int[][] Reviews { get; } = [.. Enumerable.Range(0, WorldLayout.ReviewRingDays).Select(_ => new int[WorldLayout.Stars])];

    public ComingComplaints[] Complaints { get; } = [.. Enumerable.Range(0, WorldLayout.ComplaintRingDays).Select(_ => new ComingComplaints())];

    public override double Kept => HijackUntil > 0 ? _leftByHijacker : 1;

    public void Open(int units) => _remaining = units;

    public override bool Has(int units) => _remaining >= units;

    public override Demand Serve(Demand wanted) => wanted.Serve(_remaining);

    public override void Take(int units) => _remaining -= units;
}

/// <summary>A campaign for sponsored slots, and what it brings.</summary>
internal sealed class Campaign
{
    /// <summary>Most paid for a click, in cents; 0 without a campaign.</summary>
    public int Bid { get; set; }

    public long Budget { get; set; }

    public int First { get; set; }

    public int Last { get; set; }

    public long Impressions { get; set; }

    public long Clicks { get; set; }

    public long Spend { get; set; }

    /// <summary>Orders of those who clicked, before shelves.</summary>
    public Demand Orders { get; set; }

    public AdReport[] Reports { get; } = [.. Enumerable.Range(0, WorldLayout.AdRingDays).Select(_ => new AdReport())];

    public AdReport Totals { get; } = new();

    /// <summary>Day after the one of the last report.</summary>
    public int ReportDay { get; set; }

    public bool Runs(int day) => Bid > 0 && day >= First && day <= Last;

    public void BeginDay()
    {
        Impressions = 0;
        Clicks = 0;
        Spend = 0;
        Orders = default;
    }
}

/// <summary>What a campaign brought.</summary>
internal sealed class AdReport
{
    public long Impressions { get; set; }

    public long Clicks { get; set; }

    public long Spend { get; set; }

    public long Orders { get; set; }

    public long Units { get; set; }

    public long Sales { get; set; }

    public void Clear()
    {
        Impressions = 0;
        Clicks = 0;
        Spend = 0;
        Orders = 0;
        Units = 0;
        Sales = 0;
    }

    public void Add(AdReport other)
    {
        Impressions += other.Impressions;
        Clicks += other.Clicks;
        Spend += other.Spend;
        Orders += other.Orders;
        Units += other.Units;
        Sales += other.Sales;
    }
}

/// <summary>Units that come back on a day.</summary>
internal sealed class ComingReturns
{
    /// <summary>Units by month of their sale.</summary>
    public int[] UnitsByMonth { get; } = new int[WorldLayout.ReturnMonths];

    public int Resellable { get; set; }

    public int Defective { get; set; }

    public long Cost { get; set; }

    /// <summary>The part of the cost that goes back on the shelf.</summary>
    public long StockCost { get; set; }

    public long Refund { get; set; }
}

/// <summary>Complaints that come on a day.</summary>
internal sealed class ComingComplaints
{
    public int Units { get; set; }

    public long Cents { get; set; }

    public long Referral { get; set; }
}
