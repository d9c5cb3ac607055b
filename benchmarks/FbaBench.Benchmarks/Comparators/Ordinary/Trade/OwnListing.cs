using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Benchmarks.Ordinary;

/// <summary>A listing of the seller's own.</summary>
internal sealed class OwnListing(MarketModel rules, NicheModel niche, int page, OwnOffer offer) : Listing(rules, niche, page)
{
    private readonly double _leftByHijacker = rules.LeftByHijacker;
    private int _remaining;

    public int Index { get; } = offer.Index;

    public ProductDefinition Product { get; } = offer.Product;

    public ProductFees Fees { get; } = rules.Fees[offer.Index];

    /// <summary>Sellable lots.</summary>
    public List<Lot> Lots { get; } = [];

    public Campaign? Campaign { get; set; }

    public AdAccount Ads { get; } = new();

    public decimal PromotionPrice { get; set; }

    public int DipLast { get; set; }

    public int HijackUntil { get; set; }

    public int BlockedUntil { get; set; }

    public int InvoiceDay { get; set; }

    public int FirstInbound { get; set; }

    public int Lost { get; set; }

    public decimal Revenue { get; set; }

    public long UnitsOwned { get; set; }

    public double FeaturedShare { get; set; }

    public int Returned { get; set; }

    public int ReturnedDefective { get; set; }

    public int UnsellableUnits { get; set; }

    public decimal UnsellableCost { get; set; }

    /// <summary>The days before today, oldest first.</summary>
    public List<DayFigures> History { get; } = [];

    /// <summary>Units sold by month.</summary>
    public Dictionary<int, long> ShippedByMonth { get; } = [];

    /// <summary>Units that came back by month of their sale.</summary>
    public Dictionary<int, long> ReturnedByMonth { get; } = [];

    /// <summary>Reworked units by the day they come back.</summary>
    public Dictionary<int, int> ReworkByDay { get; } = [];

    public Dictionary<int, ReturnBatch> ReturnsByDay { get; } = [];

    public Dictionary<int, ComplaintBatch> ComplaintsByDay { get; } = [];

    /// <summary>Reviews on their way by day and stars.</summary>
    public Dictionary<(int Day, int Stars), int> ReviewsByDay { get; } = [];

    public int OnHand => Lots.Sum(lot => lot.Units);

    public override double Kept => HijackUntil > 0 ? _leftByHijacker : 1;

    public void Open(int units) => _remaining = units;

    public override bool Has(int units) => _remaining >= units;

    public override Demand Serve(Demand wanted) => wanted.Serve(_remaining);

    public override void Take(int units) => _remaining -= units;

    /// <summary>Puts units on the shelf that shoppers sent back; they have a lot of their own.</summary>
    public void AddReturned(int units, decimal cost, int day, int slot)
    {
        var at = Lots.FindIndex(lot => lot.Slot == slot);
        if (at < 0)
        {
            Lots.Add(new Lot(slot, day, units, cost, 0));
        }
        else
        {
            Lots[at] = Lots[at] with { Units = Lots[at].Units + units, Cost = Lots[at].Cost + cost };
        }
    }
}

/// <summary>A sellable lot at landed cost.</summary>
internal sealed record Lot(int Slot, int Since, int Units, decimal Cost, int Defects)
{
    /// <summary>Cost of some of the units, rounded down to a cent; the rest with the last unit.</summary>
    public decimal CostOf(int units) => units == Units ? Cost : Dollars.RoundDown(Cost * units / Units);

    public Lot Without(int units, int defects) => this with { Units = Units - units, Cost = Cost - CostOf(units), Defects = Defects - defects };
}

internal readonly record struct DayFigures(decimal Price, int Units, int OnHand);

/// <summary>A campaign for sponsored slots.</summary>
internal sealed record Campaign(decimal Bid, decimal Budget)
{
    public long Impressions { get; init; }

    public long Clicks { get; init; }

    public decimal Spend { get; init; }

    /// <summary>Orders of those who clicked, before shelves.</summary>
    public Demand Orders { get; init; }
}

/// <summary>Days of the last campaign, and what was reported on it.</summary>
internal sealed class AdAccount
{
    public int First { get; set; }

    public int Last { get; set; }

    public Dictionary<int, AdReport> ReportsByDay { get; } = [];

    public AdReport Totals { get; set; } = AdReport.None;

    public int ReportDay { get; set; }

    public bool Runs(int day) => day >= First && day <= Last;
}

internal sealed record AdReport(long Impressions, long Clicks, decimal Spend, long Orders, long Units, decimal Sales)
{
    public static AdReport None { get; } = new(0, 0, 0, 0, 0, 0);

    public static AdReport operator +(AdReport left, AdReport right) => new(
        left.Impressions + right.Impressions,
        left.Clicks + right.Clicks,
        left.Spend + right.Spend,
        left.Orders + right.Orders,
        left.Units + right.Units,
        left.Sales + right.Sales);
}

/// <summary>Units that come back on a day.</summary>
internal sealed record ReturnBatch(int Resellable, int Defective, decimal Cost, decimal StockCost, decimal Refund)
{
    public static ReturnBatch None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Units by month of their sale.</summary>
    public IReadOnlyDictionary<int, int> UnitsByMonth { get; init; } = new Dictionary<int, int>();
}

/// <summary>Complaints that come on a day.</summary>
internal sealed record ComplaintBatch(int Units, decimal Amount, decimal Referral)
{
    public static ComplaintBatch None { get; } = new(0, 0, 0);
}
