using System.Globalization;
using System.Text;
using FbaBench.Ledger;

namespace FbaBench;

/// <summary>A seller's book at a moment: cumulative debits and credits of every account, and the statements made from them.</summary>
public sealed class Books
{
    private readonly long[] _debits;
    private readonly long[] _credits;

    internal Books(Seat seat, ReadOnlySpan<long> debits, ReadOnlySpan<long> credits)
    {
        Seat = seat;
        _debits = debits.ToArray();
        _credits = credits.ToArray();
    }

    /// <summary>Whose book.</summary>
    public Seat Seat { get; }

    /// <summary>Everything debited to an account so far.</summary>
    public Money Debits(Account account) => new(_debits[(int)account]);

    /// <summary>Everything credited to an account so far.</summary>
    public Money Credits(Account account) => new(_credits[(int)account]);

    /// <summary>Debits less credits.</summary>
    public Money Balance(Account account) => new(_debits[(int)account] - _credits[(int)account]);

    /// <summary>Sum of all balances; zero in every valid book.</summary>
    public Money TrialBalance => Enum.GetValues<Account>().Aggregate(Money.Zero, (sum, account) => sum + Balance(account));

    /// <summary>Assets less liabilities.</summary>
    public Money NetWorth => Balance(Account.Cash) + Balance(Account.Receivable) + Balance(Account.SupplierDeposits)
        + Balance(Account.Inventory) + Balance(Account.DuesPayable) + Balance(Account.Loan);

    /// <summary>Income less costs since the start: equals the change of <see cref="NetWorth"/>.</summary>
    public Money NetIncome
    {
        get
        {
            var sum = Money.Zero;
            for (var account = Account.Sales; (int)account < LedgerView.Accounts; account++)
            {
                sum -= Balance(account);
            }

            return sum;
        }
    }

    /// <summary>
    /// All fees: referral, fulfilment, refund administration, storage with its surcharges, low inventory, inbound placement,
    /// returns processing, advertising, promotions, selling plan, removal, late fees; and the costs of the same kind that are no goods: bought reviews, fines, interest,
    /// inspections, what impostors took, inference.
    /// </summary>
    public Money Fees
    {
        get
        {
            var sum = Money.Zero;
            for (var account = Account.ReferralFees; account <= Account.RemovalFees; account++)
            {
                sum += Balance(account);
            }

            return sum + Balance(Account.LateFees) + Balance(Account.Interest) + Balance(Account.Inspections) + Balance(Account.Deceptions) + Balance(Account.Inference);
        }
    }

    /// <summary>Trial balance, income statement and balance sheet as text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Trial balance of {Seat}");
        foreach (var account in Enum.GetValues<Account>())
        {
            Line(text, account.ToString(), Balance(account));
        }

        Line(text, "Sum", TrialBalance);
        text.AppendLine("Income statement");
        for (var account = Account.Sales; (int)account < LedgerView.Accounts; account++)
        {
            Line(text, account.ToString(), -Balance(account));
        }

        Line(text, "Net income", NetIncome);
        text.AppendLine("Balance sheet");
        for (var account = Account.Cash; account <= Account.Inventory; account++)
        {
            Line(text, account.ToString(), Balance(account));
        }

        Line(text, "Dues payable", Balance(Account.DuesPayable));
        Line(text, "Loan", Balance(Account.Loan));
        Line(text, "Net worth", NetWorth);
        Line(text, "Capital", -Balance(Account.Capital));
        Line(text, "Retained income", NetIncome);
        return text.ToString();
    }

    private static void Line(StringBuilder text, string name, Money amount) =>
        text.AppendLine(CultureInfo.InvariantCulture, $"  {name,-26}{amount.ToString(),16}");
}
