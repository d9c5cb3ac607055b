namespace FbaBench;

/// <summary>Money, from the books of every evening.</summary>
internal sealed class FinanceFold : DayFold
{
    private const string NoSales = "nothing was sold and kept";
    private const string Income = "accounts Sales to Reimbursements";

    private Books? _last;
    private Books? _lastOfDecisions;
    private double _peak;
    private double _drawdown;
    private double _inventory;
    private double _receivable;
    private double _deposits;
    private double _dues;

    public static IReadOnlyList<Metric> Metrics { get; } = Declare();

    public override void Take(EpisodeDay day)
    {
        var books = day.Books;
        if (_last is null)
        {
            // Opening capital is the first peak, so that a loss from the first day on counts.
            _peak = Dollars(-books.Balance(Account.Capital));
        }

        _last = books;
        var worth = Dollars(books.NetWorth);
        _peak = Math.Max(_peak, worth);
        _drawdown = _peak > 0 ? Math.Max(_drawdown, (_peak - worth) / _peak) : _drawdown;
        if (!day.IsDecisionDay)
        {
            return;
        }

        _lastOfDecisions = books;
        _inventory += Dollars(books.Balance(Account.Inventory));
        _receivable += Dollars(books.Balance(Account.Receivable));
        _deposits += Dollars(books.Balance(Account.SupplierDeposits));
        _dues += Dollars(-books.Balance(Account.DuesPayable));
    }

    private static double Dollars(Money money) => money.Cents / 100.0;

    private static double NetSales(Books books) => Dollars(-books.Balance(Account.Sales) - books.Balance(Account.Refunds));

    private static Metric[] Declare()
    {
        var of = new MetricsOf<FinanceFold>(MetricCategory.Finance);
        return
        [
            of.Metric("net-worth", "USD", MetricDirection.Higher, "Assets less liabilities when the account is settled.", "cash + receivable + deposits + inventory − dues − loan, after the last day", "accounts Cash to Loan", fold => fold.Said(books => MetricReading.Of(Dollars(books.NetWorth)))),
            of.Metric("return-on-capital", "share", MetricDirection.Higher, "What the run earned on what it began with.", "(net worth after the last day − capital) ÷ capital", "accounts Cash to Capital", fold => fold.Said(books => Return(books))),
            of.Metric("max-drawdown", "share", MetricDirection.Lower, "The largest fall of net worth from an earlier peak.", "max over evenings of (peak − net worth) ÷ peak; the first peak is the capital (Magdon-Ismail and Atiya, Maximum Drawdown, Risk 2004)", "accounts Cash to Capital", fold => fold.Said(_ => fold._peak > 0 ? MetricReading.Of(fold._drawdown) : MetricReading.NotSaid("there was no capital"))),
            of.Metric("gross-margin", "share", MetricDirection.Higher, "What is left of net sales after the goods.", "(net sales − cost of goods sold) ÷ net sales; net sales = sales − refunds; whole run", "accounts Sales, Refunds, CostOfGoodsSold", fold => fold.Said(books => MetricReading.Ratio(NetSales(books) - Dollars(books.Balance(Account.CostOfGoodsSold)), NetSales(books), NoSales))),
            of.Metric("net-margin", "share", MetricDirection.Higher, "What is left of net sales after everything.", "net income ÷ net sales; whole run", Income, fold => fold.Said(books => MetricReading.Ratio(Dollars(books.NetIncome), NetSales(books), NoSales))),
            of.Metric("cash-conversion-cycle", "days", MetricDirection.Lower, "How long a dollar is away from the bank.", "(mean inventory + mean deposits − mean dues) ÷ cost of goods sold a day + mean receivable ÷ net sales a day, over the decision days (Richards and Laughlin, A Cash Conversion Cycle Approach to Liquidity Analysis, Financial Management 1980; deposits are payables below zero)", "accounts Inventory, SupplierDeposits, DuesPayable, Receivable, CostOfGoodsSold, Sales, Refunds", fold => fold.Cycle()),
        ];
    }

    private static MetricReading Return(Books books) =>
        MetricReading.Ratio(Dollars(books.NetWorth + books.Balance(Account.Capital)), Dollars(-books.Balance(Account.Capital)), "there was no capital");

    private MetricReading Said(Func<Books, MetricReading> read) => _last is null ? MetricReading.NotSaid("no day was played") : read(_last);

    /// <summary>Means over the days divided by flows a day: the number of days cancels.</summary>
    private MetricReading Cycle()
    {
        if (_lastOfDecisions is not { } books)
        {
            return MetricReading.NotSaid("there was no decision day");
        }

        var (goods, sales) = (Dollars(books.Balance(Account.CostOfGoodsSold)), NetSales(books));
        return goods > 0 && sales > 0
            ? MetricReading.Of(((_inventory + _deposits - _dues) / goods) + (_receivable / sales))
            : MetricReading.NotSaid(NoSales);
    }
}
