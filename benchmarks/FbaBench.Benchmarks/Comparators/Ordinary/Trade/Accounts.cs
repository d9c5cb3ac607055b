namespace FbaBench.Benchmarks.Ordinary;

internal sealed record Posting(TransferReason Reason, decimal Amount, Listing? Listing);

internal sealed record AccountTotals(decimal Debits, decimal Credits)
{
    public static AccountTotals None { get; } = new(0, 0);
}

/// <summary>What shoppers get back on a day.</summary>
internal sealed record RefundBatch(decimal Amount, decimal Referral, decimal Fee)
{
    public static RefundBatch None { get; } = new(0, 0, 0);
}

/// <summary>A double-entry ledger with its journal of the day.</summary>
internal sealed class GeneralLedger
{
    public Dictionary<Account, AccountTotals> Accounts { get; } = [];

    public Dictionary<CashHolder, AccountTotals> Cash { get; } = [];

    public List<Posting> Journal { get; } = [];

    /// <summary>Posts an amount; zero is no posting.</summary>
    public void Post(TransferReason reason, decimal amount, Listing? listing = null)
    {
        if (amount == 0)
        {
            return;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        var rule = TransferReasons.Rule(reason);
        Debit(Accounts, rule.Debit, amount);
        Credit(Accounts, rule.Credit, amount);
        if (rule is { CashTo: { } to, CashFrom: { } from })
        {
            Debit(Cash, to, amount);
            Credit(Cash, from, amount);
        }

        Journal.Add(new Posting(reason, amount, listing));
    }

    private static void Debit<TAccount>(Dictionary<TAccount, AccountTotals> accounts, TAccount account, decimal amount)
        where TAccount : notnull
    {
        var totals = accounts.GetValueOrDefault(account, AccountTotals.None);
        accounts[account] = totals with { Debits = totals.Debits + amount };
    }

    private static void Credit<TAccount>(Dictionary<TAccount, AccountTotals> accounts, TAccount account, decimal amount)
        where TAccount : notnull
    {
        var totals = accounts.GetValueOrDefault(account, AccountTotals.None);
        accounts[account] = totals with { Credits = totals.Credits + amount };
    }
}

/// <summary>The seller's account with the marketplace.</summary>
internal sealed class SellerAccount
{
    public GeneralLedger Ledger { get; } = new();

    public decimal Available { get; set; }

    /// <summary>Proceeds by the day they become available.</summary>
    public Dictionary<int, decimal> FundsByDay { get; } = [];

    public Dictionary<int, RefundBatch> RefundsByDay { get; } = [];

    public long UnitsEver { get; set; }

    public long LostEver { get; set; }

    public int OrdersToday { get; set; }

    public bool IsTrading { get; set; }

    public bool IsSuspended { get; set; }

    public int LastDecisionDay { get; set; }
}

/// <summary>Books what happens.</summary>
internal sealed class Accountant
{
    private readonly SellerAccount _account;

    public Accountant(SellerAccount account, EventBus bus)
    {
        _account = account;
        bus.Subscribe<UnitsSold>(SoldAsync);
        bus.Subscribe<UnitsShipped>(ShippedAsync);
        bus.Subscribe<PromotionCharged>(PromotedAsync);
        bus.Subscribe<ClicksCharged>(ClickedAsync);
        bus.Subscribe<UnitsReturned>(ReturnedAsync);
        bus.Subscribe<RefundsPaid>(RefundedAsync);
    }

    private Task SoldAsync(UnitsSold sold)
    {
        _account.Ledger.Post(TransferReason.Sale, sold.Revenue, sold.Listing);
        _account.Ledger.Post(TransferReason.ReferralFee, sold.Fees.Referral, sold.Listing);
        _account.Ledger.Post(TransferReason.FulfilmentFee, sold.Fees.Fulfilment, sold.Listing);
        _account.Ledger.Post(TransferReason.LowInventory, sold.Fees.LowInventory, sold.Listing);
        _account.UnitsEver += sold.Units;
        _account.OrdersToday += sold.Orders;
        return Task.CompletedTask;
    }

    private Task ShippedAsync(UnitsShipped shipped)
    {
        _account.Ledger.Post(TransferReason.CostOfSale, shipped.Cost, shipped.Listing);
        return Task.CompletedTask;
    }

    private Task PromotedAsync(PromotionCharged promoted)
    {
        _account.Ledger.Post(TransferReason.PromotionFee, promoted.Fee, promoted.Listing);
        _account.Available -= promoted.Fee;
        return Task.CompletedTask;
    }

    private Task ClickedAsync(ClicksCharged clicked)
    {
        _account.Ledger.Post(TransferReason.Advertising, clicked.Spend, clicked.Listing);
        _account.Available -= clicked.Spend;
        return Task.CompletedTask;
    }

    private Task ReturnedAsync(UnitsReturned returned)
    {
        _account.Ledger.Post(TransferReason.ReturnToStock, returned.StockCost, returned.Listing);
        _account.Ledger.Post(TransferReason.ReturnWrittenOff, returned.WrittenOff, returned.Listing);
        return Task.CompletedTask;
    }

    private Task RefundedAsync(RefundsPaid refunded)
    {
        _account.Ledger.Post(TransferReason.Refund, refunded.Amount);
        _account.Ledger.Post(TransferReason.ReferralReturned, refunded.Referral);
        _account.Ledger.Post(TransferReason.RefundAdministration, refunded.Fee);
        _account.Available += refunded.Referral - refunded.Amount - refunded.Fee;
        return Task.CompletedTask;
    }
}
