using FbaBench.Ledger;

namespace FbaBench.Tests.Ledger;

public sealed class LedgerTests
{
    private readonly long[] _debits = new long[LedgerView.Accounts * 2];
    private readonly long[] _credits = new long[LedgerView.Accounts * 2];
    private readonly long[] _cashDebits = new long[LedgerView.CashHolders];
    private readonly long[] _cashCredits = new long[LedgerView.CashHolders];
    private long _next;

    private LedgerView View => new(_debits, _credits, _cashDebits, _cashCredits);

    [Fact]
    public void Post_moves_the_amount_between_the_accounts_and_pockets_of_its_reason()
    {
        Post(TransferReason.OpeningCash, 1000, seat: 1);
        Post(TransferReason.Deposit, 300, seat: 1);
        Assert.Equal(700, View.Balance(1, Account.Cash));
        Assert.Equal(300, View.Balance(1, Account.SupplierDeposits));
        Assert.Equal(-1000, View.Balance(1, Account.Capital));
        Assert.Equal(0, View.Balance(0, Account.Cash));
        Assert.Equal(700, _cashDebits[(int)CashHolder.Sellers] - _cashCredits[(int)CashHolder.Sellers]);
        Assert.Equal(300, _cashDebits[(int)CashHolder.Suppliers]);
        Assert.Equal(1000, _cashCredits[(int)CashHolder.Owners]);
        View.Check(2);
    }

    [Fact]
    public void Post_twice_with_one_identity_changes_nothing()
    {
        Post(TransferReason.OpeningCash, 1000);
        Assert.False(View.Post(new Transfer(0, 0, new(0), new(-1), TransferReason.OpeningCash, new(1000)), ref _next));
        Assert.Equal(1000, View.Balance(0, Account.Cash));
        Assert.Equal(1, _next);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(0, 0)]
    [InlineData(0, -5)]
    public void Post_out_of_order_or_without_a_positive_amount_throws(long id, long cents)
    {
        var error = Assert.Throws<InvariantException>(() => View.Post(new Transfer(id, 0, new(0), new(-1), TransferReason.Sale, new(cents)), ref _next));
        Assert.Contains("next identity is 0", error.Message, StringComparison.Ordinal);
        Assert.All(_debits, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Post_beyond_the_range_of_a_column_throws()
    {
        Post(TransferReason.OpeningCash, long.MaxValue - 1);
        Assert.Throws<OverflowException>(() => Post(TransferReason.OpeningCash, 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Check_finds_a_cent_that_went_astray(int seat)
    {
        Post(TransferReason.OpeningCash, 1000, seat: 0);
        _debits[(seat * LedgerView.Accounts) + (int)Account.Inventory]++;
        Assert.Contains($"seat {seat} is out of balance by 1 ", Assert.Throws<InvariantException>(() => View.Check(2)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CashHolder.Sellers)]
    [InlineData(CashHolder.Shoppers)]
    [InlineData(CashHolder.Owners)]
    public void Check_finds_cash_made_from_nothing(CashHolder holder)
    {
        Post(TransferReason.OpeningCash, 1000);
        _cashDebits[(int)holder]++;
        Assert.Contains("Cash is not conserved", Assert.Throws<InvariantException>(() => View.Check(2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_finds_a_sellers_pocket_that_differs_from_the_cash_accounts()
    {
        Post(TransferReason.OpeningCash, 1000);
        _cashDebits[(int)CashHolder.Sellers]--;
        _cashDebits[(int)CashHolder.Shoppers]++;
        Assert.Throws<InvariantException>(() => View.Check(2));
    }

    /// <summary>Cash accounts and pockets move together: a rule that touches Cash names a seller's pocket, and no other does.</summary>
    [Fact]
    public void Rules_touch_the_sellers_pocket_exactly_when_they_touch_cash()
    {
        foreach (var reason in Enum.GetValues<TransferReason>())
        {
            var rule = TransferReasons.Rule(reason);
            Assert.NotEqual(rule.Debit, rule.Credit);
            Assert.Equal(rule.Debit == Account.Cash, rule.CashTo == CashHolder.Sellers);
            Assert.Equal(rule.Credit == Account.Cash, rule.CashFrom == CashHolder.Sellers);
            Assert.Equal(rule.CashTo is null, rule.CashFrom is null);
        }
    }

    private void Post(TransferReason reason, long cents, int seat = 0) =>
        Assert.True(View.Post(new Transfer(_next, 0, new(seat), new(-1), reason, new(cents)), ref _next));
}
