namespace FbaBench.Tests.Ledger;

public sealed class BooksTests
{
    [Fact]
    public void Statements_agree_with_each_other_on_every_day_and_with_the_score()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs());
        var opening = simulation.Books(new(0)).NetWorth;
        while (!simulation.IsOver)
        {
            TestWorlds.Play(simulation, 1);
            var books = simulation.Books(new(0));
            Assert.Equal(Money.Zero, books.TrialBalance);
            Assert.Equal(opening + books.NetIncome, books.NetWorth);
            Assert.Equal(-books.Balance(Account.Capital) + books.NetIncome, books.NetWorth);
        }

        var final = simulation.Books(new(0));
        Assert.Equal(final.Balance(Account.Cash), final.NetWorth);
        Assert.Equal(simulation.Gain(new(0)), final.Balance(Account.Cash) - simulation.Definition.Cash);
        Assert.Equal(Money.Zero, final.Balance(Account.Inventory));
        Assert.Equal(Money.Zero, final.Balance(Account.Receivable));
        Assert.True(-final.Balance(Account.Sales) > Money.Dollars(1000), "the world sold next to nothing");
    }

    [Fact]
    public void Cash_is_conserved_over_all_parties_and_every_transfer_explains_it()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs(days: 60, seats: 3));
        var byHolder = new Dictionary<CashHolder, long>();
        Count(simulation, byHolder);
        while (!simulation.IsOver)
        {
            TestWorlds.Play(simulation, 1);
            Count(simulation, byHolder);
            Assert.Equal(0, Enum.GetValues<CashHolder>().Sum(holder => simulation.CashHeldBy(holder).Cents));
        }

        foreach (var holder in Enum.GetValues<CashHolder>())
        {
            Assert.Equal(simulation.CashHeldBy(holder).Cents, byHolder.GetValueOrDefault(holder));
        }

        Assert.Equal(simulation.CashHeldBy(CashHolder.Sellers).Cents, Enumerable.Range(0, 3).Sum(seat => simulation.Books(new(seat)).Balance(Account.Cash).Cents));
    }

    [Fact]
    public void Text_has_the_three_statements_and_their_sums()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs(days: 40));
        TestWorlds.Play(simulation, 40);
        var text = simulation.Books(new(0)).ToString();
        Assert.Contains("Trial balance of seat 0", text, StringComparison.Ordinal);
        Assert.Contains("Income statement", text, StringComparison.Ordinal);
        Assert.Contains("Balance sheet", text, StringComparison.Ordinal);
        Assert.Matches(@"Sum +0\.00", text);
        Assert.Contains(simulation.Books(new(0)).NetWorth.ToString(), text, StringComparison.Ordinal);
    }

    private static void Count(Simulation simulation, Dictionary<CashHolder, long> byHolder)
    {
        foreach (var transfer in simulation.Transfers)
        {
            var rule = TransferReasons.Rule(transfer.Reason);
            if (rule is { CashTo: { } to, CashFrom: { } from })
            {
                byHolder[to] = byHolder.GetValueOrDefault(to) + transfer.Amount.Cents;
                byHolder[from] = byHolder.GetValueOrDefault(from) - transfer.Amount.Cents;
            }
        }
    }
}
