using System.Text;

namespace FbaBench;

/// <summary>
/// What each reason does to a score, read from the chart of postings alone, so that a new reason finds its place by itself.
/// The seller's money is cash, what the marketplace holds and (negative) dues and loans; after the settlement all but cash are zero.
/// </summary>
internal static class ScoreReasons
{
    /// <summary>All reasons that change a score: by group, then in the order of the reasons.</summary>
    public static IReadOnlyList<TransferReason> Lines { get; } =
        [.. Enum.GetValues<TransferReason>().Where(reason => Group(reason) != ScoreGroup.None).OrderBy(Group).ThenBy(reason => (int)reason)];

    /// <summary>+1 when it adds to the seller's money, −1 when it takes away, 0 when it moves within or outside.</summary>
    public static int Sign(TransferReason reason)
    {
        var rule = TransferReasons.Rule(reason);
        return (IsMoney(rule.Debit) ? 1 : 0) - (IsMoney(rule.Credit) ? 1 : 0);
    }

    public static ScoreGroup Group(TransferReason reason)
    {
        if (Sign(reason) == 0)
        {
            return ScoreGroup.None;
        }

        var rule = TransferReasons.Rule(reason);
        return (IsMoney(rule.Debit) ? rule.Credit : rule.Debit) switch
        {
            Account.Capital => ScoreGroup.None,
            Account.Sales => ScoreGroup.Revenue,
            Account.Refunds => ScoreGroup.Refunds,
            Account.SupplierDeposits or Account.Inventory or Account.Reimbursements => ScoreGroup.Goods,
            Account.LiquidationProceeds => ScoreGroup.Liquidation,
            _ => ScoreGroup.Fees,
        };
    }

    /// <summary>The fee that a reason belongs to: itself, or for one that gives back the first that charges the same account.</summary>
    public static TransferReason FeeType(TransferReason reason)
    {
        var account = TransferReasons.Rule(reason).Credit;
        return Sign(reason) < 0 ? reason : Lines.First(other => Sign(other) < 0 && TransferReasons.Rule(other).Debit == account);
    }

    /// <summary>Its name for readers, in lower case.</summary>
    public static string Name(TransferReason reason) => reason switch
    {
        TransferReason.Sale => "revenue",
        TransferReason.Refund => "refunds to shoppers",
        TransferReason.Deposit => "deposits on orders",
        TransferReason.DepositReturned => "deposits returned",
        TransferReason.Balance => "balances, freight and duty",
        TransferReason.Liquidation => "liquidators' payments",
        TransferReason.Inspection => "inspections of suppliers",
        TransferReason.Reimbursement => "paid by the marketplace for lost units",
        TransferReason.Deceived => "lost to impostors",
        TransferReason.ReferralReturned => "referral fee returned",
        TransferReason.Subscription => "selling plan",
        _ => Words(reason.ToString()),
    };

    private static bool IsMoney(Account account) => account is Account.Cash or Account.Receivable or Account.DuesPayable or Account.Loan;

    private static string Words(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            text.Append(char.IsUpper(letter) && text.Length > 0 ? " " : "").Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
