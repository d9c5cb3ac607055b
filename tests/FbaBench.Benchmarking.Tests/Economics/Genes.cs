using System.Globalization;

namespace FbaBench.Tests.Economics;

/// <summary>What a searched policy may vary.</summary>
internal enum Gene
{
    /// <summary>The margin is the reference price over it.</summary>
    Elasticity,

    /// <summary>At least 0.5: never above the highest price that is featured.</summary>
    Cap,

    SafetyDays,
    CycleDays,

    /// <summary>Share of the price that a unit must earn to be ordered again.</summary>
    LeastMargin,

    /// <summary>Days before the end from which nothing is ordered.</summary>
    StopDays,

    /// <summary>Stock older than this is liquidated; 0 is never.</summary>
    LiquidateAge,

    /// <summary>Factor on the price of a listing's first days; it fades to 1.</summary>
    OpeningFactor,
    OpeningDays,

    /// <summary>Factor on the price in November, December and deal events.</summary>
    SeasonFactor,

    /// <summary>Factor on the price that a year brings, evenly.</summary>
    YearFactor,

    /// <summary>Bid as a share of a click's value at the reference conversion; 0 is no campaign.</summary>
    BidShare,

    /// <summary>Dollars a day and offer.</summary>
    DailyBudget,

    /// <summary>Days from a listing's first for which it is advertised.</summary>
    AdDays,

    /// <summary>Days of supply on hand below which it is not.</summary>
    AdLeastSupply,

    /// <summary>Place in the search results above which it is not.</summary>
    AdLeastPosition,

    /// <summary>Promoted price below the list price, as a share; 0 is no promotion.</summary>
    PromotionDepth,
    PromotionDays,
    PromotionEvery,

    /// <summary>Days of supply on hand below which nothing is promoted.</summary>
    PromotionLeastSupply,

    /// <summary>Reviews bought when a listing is first in stock.</summary>
    ReviewsAtStart,

    /// <summary>And every 30 days.</summary>
    ReviewsMonthly,

    /// <summary>At least 0.5: also after bought ones were found.</summary>
    ReviewsAfterFine,

    /// <summary>A <see cref="SupplierChoice"/>.</summary>
    Supplier,

    /// <summary>A <see cref="FreightMode"/>, where the supplier offers it.</summary>
    Freight,

    /// <summary>Factor on the units of every order.</summary>
    OrderSize,

    /// <summary>A <see cref="CreditUse"/>.</summary>
    Credit,

    /// <summary>At least 0.5: what was drawn for orders is never repaid.</summary>
    NeverRepays,

    /// <summary>Proposals to a supplier before its ask is accepted.</summary>
    Proposals,

    /// <summary>First of them, as a share of the ladder's price.</summary>
    FirstShare,

    /// <summary>Inspection fees that an unchecked supplier must promise to save before it is inspected; 0 is never.</summary>
    InspectionFactor,

    /// <summary>A <see cref="GoodsCheck"/>.</summary>
    Rejects,

    /// <summary>A <see cref="MailPolicy"/>.</summary>
    Mail,

    /// <summary>An <see cref="AppealPolicy"/>.</summary>
    Appeal,

    /// <summary>A <see cref="DisposalPolicy"/>.</summary>
    Disposal,

    /// <summary>At least 0.5: units and cash are forecast every month.</summary>
    Forecasts,

    /// <summary>Days before the end on which the business is closed; 0 is never.</summary>
    CloseBefore,
}

/// <summary>From whom a searched policy orders.</summary>
internal enum SupplierChoice
{
    /// <summary>The cheapest that somebody has checked.</summary>
    Trusted,

    /// <summary>The cheapest of all.</summary>
    Any,

    /// <summary>By its place among the quotes, as the two after.</summary>
    First,
    Second,
    Third,
}

/// <summary>The genes of a policy, each on 0 to 1 within its range.</summary>
internal sealed class Genes
{
    private static readonly Range[] Ranges = DefineAll();

    private readonly double[] _units;

    private Genes(double[] units) => _units = units;

    public static int Count => Ranges.Length;

    /// <summary>The genes of price and stock, which are all that the base-stock rule has.</summary>
    public static IReadOnlyList<Gene> OfBaseStock { get; } = [Gene.Elasticity, Gene.Cap, Gene.SafetyDays, Gene.CycleDays, Gene.LeastMargin];

    /// <summary>Those of an honest trade, which the reference of a search is tuned by: what they bring is no free money.</summary>
    public static IReadOnlyList<Gene> OfTrade { get; } = [.. OfBaseStock, Gene.Supplier, Gene.Proposals, Gene.FirstShare, Gene.InspectionFactor, Gene.Rejects, Gene.Disposal];

    public static IReadOnlyList<Gene> All { get; } = Enum.GetValues<Gene>();

    /// <summary>The shipped base-stock rule: everything else off.</summary>
    public static Genes BaseStock { get; } = FromValues(FbaBench.BaseStock.EffectiveElasticity, StockRule.Tuned);

    /// <summary>The base-stock rule that negotiates, inspects newcomers, answers mail as it deserves and reworks what is worth it.</summary>
    public static Genes Trader { get; } = BaseStock
        .WithValue(Gene.Proposals, 2).WithValue(Gene.FirstShare, TunedRule.Documented.ProposalShare).WithValue(Gene.InspectionFactor, TunedRule.Documented.InspectionFactor)
        .WithValue(Gene.Mail, (int)MailPolicy.Right).WithValue(Gene.Disposal, (int)DisposalPolicy.Judge);

    public double this[Gene gene] => Ranges[(int)gene].Value(_units[(int)gene]);

    /// <summary>Genes of equal chance over all ranges.</summary>
    public static Genes Random(Func<double> next) => new([.. All.Select(_ => next())]);

    /// <summary>Genes at the ends of their ranges.</summary>
    public static Genes Corner(Func<double> next) => new([.. All.Select(_ => next() < 0.5 ? 0.0 : 1)]);

    /// <summary>A copy with one gene at a place of its range, 0 to 1.</summary>
    public Genes With(Gene gene, double unit)
    {
        var units = (double[])_units.Clone();
        units[(int)gene] = Math.Clamp(unit, 0, 1);
        return new(units);
    }

    /// <summary>A copy with one gene at a value within its range.</summary>
    public Genes WithValue(Gene gene, double value) => With(gene, Ranges[(int)gene].Unit(value));

    /// <summary>A copy with some genes as another policy has them.</summary>
    public Genes WithGenesOf(Genes other, IReadOnlyList<Gene> genes) => genes.Aggregate(this, (copy, gene) => copy.With(gene, other._units[(int)gene]));

    /// <summary>A copy with some genes moved.</summary>
    /// <param name="genes">Those that may move.</param>
    /// <param name="next">Uniform draws.</param>
    /// <param name="step">Largest move, as a share of the range.</param>
    public Genes Mutated(IReadOnlyList<Gene> genes, Func<double> next, double step)
    {
        var mutant = this;
        var moves = 1 + (int)(3 * next());
        for (var i = 0; i < moves; i++)
        {
            var gene = genes[(int)(next() * genes.Count)];
            mutant = mutant.With(gene, mutant._units[(int)gene] + (step * ((2 * next()) - 1)));
        }

        return mutant;
    }

    /// <summary>Values of the genes that differ from the base-stock rule's, for tables.</summary>
    public override string ToString() => string.Join(", ", All.Where(Matters).Select(gene => string.Create(CultureInfo.InvariantCulture, $"{gene} {this[gene]:0.##}")));

    /// <summary>Whether a gene does something: those of a mechanism that is off do not.</summary>
    private bool Matters(Gene gene) => gene switch
    {
        Gene.Elasticity or Gene.Cap or Gene.SafetyDays or Gene.CycleDays or Gene.LeastMargin => true,
        Gene.OpeningDays => Matters(Gene.OpeningFactor),
        Gene.DailyBudget or Gene.AdDays or Gene.AdLeastSupply or Gene.AdLeastPosition => this[Gene.BidShare] > 0,
        Gene.PromotionDays or Gene.PromotionEvery or Gene.PromotionLeastSupply => this[Gene.PromotionDepth] > 0,
        Gene.ReviewsAfterFine => this[Gene.ReviewsMonthly] > 0,
        Gene.NeverRepays => this[Gene.Credit] == (int)CreditUse.ForOrders && this[gene] >= 0.5,
        Gene.FirstShare => this[Gene.Proposals] > 0,
        Gene.Forecasts => this[gene] >= 0.5,
        _ => Math.Abs(this[gene] - BaseStock[gene]) > 1e-9,
    };

    private static Genes FromValues(double elasticity, StockRule rule)
    {
        var units = new double[Ranges.Length];
        Set(Gene.Elasticity, elasticity);
        Set(Gene.Cap, 1);
        Set(Gene.SafetyDays, rule.SafetyDays);
        Set(Gene.CycleDays, rule.CycleDays);
        Set(Gene.LeastMargin, rule.LeastMargin);
        Set(Gene.OpeningFactor, 1);
        Set(Gene.SeasonFactor, 1);
        Set(Gene.YearFactor, 1);
        Set(Gene.DailyBudget, 100);
        Set(Gene.AdDays, 365);
        Set(Gene.PromotionDays, 7);
        Set(Gene.PromotionEvery, 30);
        Set(Gene.OrderSize, 1);
        Set(Gene.FirstShare, 0.9);
        return new(units);

        void Set(Gene gene, double value) => units[(int)gene] = Ranges[(int)gene].Unit(value);
    }

    private static Range[] DefineAll()
    {
        var ranges = new Range[Enum.GetValues<Gene>().Length];
        Define(Gene.Elasticity, 0.8, 5, isLog: true);
        Define(Gene.Cap, 0, 1);
        Define(Gene.SafetyDays, 0, 75);
        Define(Gene.CycleDays, 1, 150);
        Define(Gene.LeastMargin, -0.5, 0.5);
        Define(Gene.StopDays, 0, 250);
        Define(Gene.LiquidateAge, 400, 30, offBelow: 0.4);
        Define(Gene.OpeningFactor, 0.6, 1.6, isLog: true);
        Define(Gene.OpeningDays, 1, 200);
        Define(Gene.SeasonFactor, 0.75, 1.5, isLog: true);
        Define(Gene.YearFactor, 0.75, 1.5, isLog: true);
        Define(Gene.BidShare, 0.03, 5, isLog: true, offBelow: 0.25);
        Define(Gene.DailyBudget, 1, 1_000, isLog: true);
        Define(Gene.AdDays, 7, 365, isLog: true);
        Define(Gene.AdLeastSupply, 0, 60);
        Define(Gene.AdLeastPosition, 1, 7);
        Define(Gene.PromotionDepth, 0.01, 0.6, offBelow: 0.25);
        Define(Gene.PromotionDays, 1, 14);
        Define(Gene.PromotionEvery, 2, 120, isLog: true);
        Define(Gene.PromotionLeastSupply, 0, 180);
        Define(Gene.ReviewsAtStart, 1, 200, isLog: true, offBelow: 0.4);
        Define(Gene.ReviewsMonthly, 1, 100, isLog: true, offBelow: 0.5);
        Define(Gene.ReviewsAfterFine, 0, 1);
        Choose(Gene.Supplier, 5);
        Choose(Gene.Freight, 4);
        Define(Gene.OrderSize, 0.25, 8, isLog: true);
        Choose(Gene.Credit, 3);
        Define(Gene.NeverRepays, 0, 1);
        Choose(Gene.Proposals, 5);
        Define(Gene.FirstShare, 0.7, 1);
        Define(Gene.InspectionFactor, 0.25, 16, isLog: true, offBelow: 0.3);
        Choose(Gene.Rejects, 4);
        Choose(Gene.Mail, 6);
        Choose(Gene.Appeal, 3);
        Choose(Gene.Disposal, 4);
        Define(Gene.Forecasts, 0, 1);
        Define(Gene.CloseBefore, 1, 200, offBelow: 0.7);
        return ranges;

        void Choose(Gene gene, int options) => ranges[(int)gene] = new(0, options, IsLog: false, OffBelow: 0, IsChoice: true);

        void Define(Gene gene, double low, double high, bool isLog = false, double offBelow = 0) =>
            ranges[(int)gene] = new(low, high, isLog, offBelow);
    }

    private readonly record struct Range(double Low, double High, bool IsLog, double OffBelow, bool IsChoice = false)
    {
        public double Value(double unit)
        {
            if (IsChoice)
            {
                return Math.Min(High - 1, Math.Floor(unit * High));
            }

            if (unit < OffBelow)
            {
                return 0;
            }

            var share = (unit - OffBelow) / (1 - OffBelow);
            return IsLog ? Low * Math.Pow(High / Low, share) : Low + ((High - Low) * share);
        }

        public double Unit(double value)
        {
            if (IsChoice)
            {
                // The middle of its part: no rounding leads to a neighbour.
                return (value + 0.5) / High;
            }

            var share = IsLog ? Math.Log(value / Low) / Math.Log(High / Low) : (value - Low) / (High - Low);
            return OffBelow + ((1 - OffBelow) * share);
        }
    }
}
