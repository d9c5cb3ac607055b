namespace FbaBench.Ledger;

/// <summary>
/// Posts to cumulative debits and credits. One law: every transfer debits one account and credits another of the same book
/// by the same amount, and where cash changes hands the world's cash book is posted too.
/// </summary>
internal readonly ref struct LedgerView(Span<long> seatDebits, Span<long> seatCredits, Span<long> cashDebits, Span<long> cashCredits)
{
    public const int Accounts = (int)Account.Inference + 1;
    public const int CashHolders = (int)CashHolder.Others + 1;

    private readonly Span<long> _seatDebits = seatDebits;
    private readonly Span<long> _seatCredits = seatCredits;
    private readonly Span<long> _cashDebits = cashDebits;
    private readonly Span<long> _cashCredits = cashCredits;

    /// <summary>Posts a transfer whose identity is the next one; an earlier identity was posted already and changes nothing.</summary>
    public bool Post(in Transfer transfer, ref long nextId)
    {
        if (transfer.Id < nextId)
        {
            return false;
        }

        if (transfer.Id > nextId || transfer.Amount.Cents <= 0)
        {
            throw new InvariantException($"Transfer {transfer} cannot be posted: the next identity is {nextId} and the amount must be above zero.");
        }

        var rule = TransferReasons.Rule(transfer.Reason);
        var book = transfer.Seat.Index * Accounts;
        Add(_seatDebits, book + (int)rule.Debit, transfer.Amount.Cents);
        Add(_seatCredits, book + (int)rule.Credit, transfer.Amount.Cents);
        if (rule.CashTo is { } to && rule.CashFrom is { } from)
        {
            Add(_cashDebits, (int)to, transfer.Amount.Cents);
            Add(_cashCredits, (int)from, transfer.Amount.Cents);
        }

        nextId++;
        return true;
    }

    /// <summary>Debits less credits, in cents.</summary>
    public long Balance(int seat, Account account) =>
        _seatDebits[(seat * Accounts) + (int)account] - _seatCredits[(seat * Accounts) + (int)account];

    /// <summary>Checks that all books balance and that the sellers' pocket is the sum of their cash accounts.</summary>
    public void Check(int seats)
    {
        long sellers = 0;
        for (var seat = 0; seat < seats; seat++)
        {
            long sum = 0;
            for (var account = 0; account < Accounts; account++)
            {
                sum += Balance(seat, (Account)account);
            }

            if (sum != 0)
            {
                throw new InvariantException($"The book of seat {seat} is out of balance by {sum} cents.");
            }

            sellers += Balance(seat, Account.Cash);
        }

        long cash = 0;
        for (var holder = 0; holder < CashHolders; holder++)
        {
            cash += _cashDebits[holder] - _cashCredits[holder];
        }

        var pocket = _cashDebits[(int)CashHolder.Sellers] - _cashCredits[(int)CashHolder.Sellers];
        if (cash != 0 || pocket != sellers)
        {
            throw new InvariantException($"Cash is not conserved: {cash} cents over all parties; sellers hold {sellers}, the cash book says {pocket}.");
        }
    }

    private static void Add(Span<long> column, int index, long cents) => column[index] = checked(column[index] + cents);
}
