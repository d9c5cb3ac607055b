namespace FbaBench.Tests.Reports;

public class ScoreReasonsTests
{
    [Theory]
    [InlineData(TransferReason.Sale, ScoreGroup.Revenue, 1)]
    [InlineData(TransferReason.Refund, ScoreGroup.Refunds, -1)]
    [InlineData(TransferReason.ReferralFee, ScoreGroup.Fees, -1)]
    [InlineData(TransferReason.ReferralReturned, ScoreGroup.Fees, 1)]
    [InlineData(TransferReason.RemovalFee, ScoreGroup.Fees, -1)]
    [InlineData(TransferReason.LateFee, ScoreGroup.Fees, -1)]
    [InlineData(TransferReason.Deposit, ScoreGroup.Goods, -1)]
    [InlineData(TransferReason.DepositReturned, ScoreGroup.Goods, 1)]
    [InlineData(TransferReason.Balance, ScoreGroup.Goods, -1)]
    [InlineData(TransferReason.Liquidation, ScoreGroup.Liquidation, 1)]
    [InlineData(TransferReason.OpeningCash, ScoreGroup.None, 1)]
    [InlineData(TransferReason.Payout, ScoreGroup.None, 0)]
    [InlineData(TransferReason.Due, ScoreGroup.None, 0)]
    [InlineData(TransferReason.DuePaid, ScoreGroup.None, 0)]
    [InlineData(TransferReason.CostOfSale, ScoreGroup.None, 0)]
    [InlineData(TransferReason.DepositApplied, ScoreGroup.None, 0)]
    public void The_chart_of_postings_says_what_a_reason_does(TransferReason reason, object group, int sign)
    {
        Assert.Equal((ScoreGroup)group, ScoreReasons.Group(reason));
        Assert.Equal(sign, ScoreReasons.Sign(reason));
    }

    [Fact]
    public void Every_reason_that_touches_a_fee_account_is_a_fee_and_has_a_name_of_its_own()
    {
        foreach (var reason in Enum.GetValues<TransferReason>())
        {
            var rule = TransferReasons.Rule(reason);
            var touches = IsFeeAccount(rule.Debit) || IsFeeAccount(rule.Credit);
            Assert.Equal(touches, ScoreReasons.Group(reason) == ScoreGroup.Fees);
        }

        Assert.Equal(ScoreReasons.Lines.Count, ScoreReasons.Lines.Select(ScoreReasons.Name).Distinct().Count());
        Assert.DoesNotContain(ScoreReasons.Lines, reason => ScoreReasons.Name(reason).Any(char.IsUpper));

        // Bought reviews, fines, interest, inspections, inference and what impostors take are no fees, but costs of the same kind: nobody's goods.
        static bool IsFeeAccount(Account account) => account is Account.BoughtReviews or Account.Fines or Account.Interest or Account.Inspections or Account.Deceptions or Account.Inference || account.ToString().EndsWith("Fees", StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_given_back_belongs_to_the_fee_that_was_charged()
    {
        Assert.Equal(TransferReason.ReferralFee, ScoreReasons.FeeType(TransferReason.ReferralReturned));
        Assert.Equal(TransferReason.Storage, ScoreReasons.FeeType(TransferReason.Storage));
    }

    [Fact]
    public void Lines_come_from_revenue_over_refunds_fees_and_goods_to_liquidation()
    {
        var groups = ScoreReasons.Lines.Select(ScoreReasons.Group).ToArray();
        Assert.Equal(groups.Order(), groups);
        Assert.Equal(TransferReason.Sale, ScoreReasons.Lines[0]);
    }
}
