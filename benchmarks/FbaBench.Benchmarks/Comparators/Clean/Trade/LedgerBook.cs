using FbaBench.Ledger;

namespace FbaBench.Benchmarks.Clean;

/// <summary>A double-entry book with its journal, and the cash book of the world.</summary>
internal sealed class LedgerBook
{
    public long[] Debits { get; } = new long[LedgerView.Accounts];

    public long[] Credits { get; } = new long[LedgerView.Accounts];

    public long[] CashDebits { get; } = new long[LedgerView.CashHolders];

    public long[] CashCredits { get; } = new long[LedgerView.CashHolders];

    /// <summary>What was posted today.</summary>
    public List<Transfer> Journal { get; } = [];

    public long NextId { get; private set; }

    public int Day { get; private set; }

    public void Begin(int day, long nextId)
    {
        Day = day;
        NextId = nextId;
        Journal.Clear();
    }

    /// <summary>Posts an amount; zero is no posting.</summary>
    public void Post(TransferReason reason, long cents, int row = -1)
    {
        if (cents == 0)
        {
            return;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(cents);
        var rule = TransferReasons.Rule(reason);
        Add(Debits, (int)rule.Debit, cents);
        Add(Credits, (int)rule.Credit, cents);
        if (rule.CashTo is { } to && rule.CashFrom is { } from)
        {
            Add(CashDebits, (int)to, cents);
            Add(CashCredits, (int)from, cents);
        }

        Journal.Add(new Transfer(NextId++, Day, new Seat(0), new OfferId(row), reason, new Money(cents)));
    }

    private static void Add(long[] accounts, int account, long cents) => accounts[account] = checked(accounts[account] + cents);
}
