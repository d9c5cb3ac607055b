namespace FbaBench.Tests.Kernel;

/// <summary>The line of credit: its limit, its interest, its end, and that it is repaid.</summary>
public sealed class CreditTests
{
    private static readonly Seat Me = new(0);

    [Fact]
    public void Nothing_can_be_drawn_before_the_first_payout()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs());
        Assert.Equal(new CreditState(Money.Zero, Money.Zero, Money.Zero, 0.21, 119 - 60), simulation.Observe(Me).Credit);
        Play(simulation, new DrawCredit(new(1)), new RepayCredit(new(1)));
        var refusals = simulation.Observe(Me).Refusals;
        Assert.Equal([RefusalReason.CreditOutOfRange, RefusalReason.CreditOutOfRange], refusals.Select(refusal => refusal.Reason));
        Assert.All(refusals, refusal => Assert.Contains("no amount would be accepted today", refusal.Message, StringComparison.Ordinal));
    }

    /// <summary>A tenth of what was paid out in the last 90 days: payouts enter on their evening and leave 90 days later.</summary>
    [Fact]
    public void The_limit_is_a_tenth_of_the_payouts_of_ninety_days()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs(days: 300));
        var payouts = new List<long>();
        while (simulation.Day < 250)
        {
            TestWorlds.Play(simulation, 1);
            payouts.Add(simulation.Transfers.ToArray().Where(transfer => transfer.Reason == TransferReason.Payout).Sum(transfer => transfer.Amount.Cents));
            Assert.Equal((long)(payouts.TakeLast(90).Sum() * 0.1), simulation.Observe(Me).Credit.Limit.Cents);
        }

        Assert.True(payouts.Sum() > payouts.TakeLast(90).Sum());
    }

    [Fact]
    public void Drawn_credit_is_cash_and_owed_and_bears_interest_every_evening()
    {
        var simulation = Trading();
        var before = simulation.Observe(Me);
        var amount = before.Credit.Available;
        Assert.True(amount > Money.Dollars(100));
        var fork = simulation.Fork();
        Play(simulation, new DrawCredit(amount));
        fork.Step([]);
        var interest = Math.Max(1, (long)Math.Floor((amount.Cents * 0.21 / 365) + 0.5));
        Assert.Equal(fork.Observe(Me).Cash.Cents + amount.Cents - interest, simulation.Observe(Me).Cash.Cents);
        Assert.Equal(amount, simulation.Observe(Me).Credit.Owed);
        Assert.Equal(interest, simulation.Books(Me).Balance(Account.Interest).Cents);
        Assert.Contains(simulation.Events.ToArray(), item => item.Kind == EventKind.Interest && item.Amount.Cents == interest);

        // More than is left is refused, with what would be right.
        Play(simulation, new DrawCredit(Money.Dollars(1_000_000)));
        Assert.Equal(RefusalReason.CreditOutOfRange, Assert.Single(simulation.Observe(Me).Refusals).Reason);
        Play(simulation, new RepayCredit(amount));
        Assert.Equal(Money.Zero, simulation.Observe(Me).Credit.Owed);
        Assert.Equal(2 * interest, simulation.Books(Me).Balance(Account.Interest).Cents);
        simulation.Step([]);
        Assert.Equal(2 * interest, simulation.Books(Me).Balance(Account.Interest).Cents);
    }

    [Fact]
    public void Nothing_is_lent_in_the_last_sixty_days()
    {
        var simulation = Trading(days: 160);
        while (simulation.Day < 100)
        {
            TestWorlds.Play(simulation, 1);
        }

        Play(simulation, new DrawCredit(new(100)));
        Assert.Equal(RefusalReason.CreditClosed, Assert.Single(simulation.Observe(Me).Refusals).Reason);
        Assert.Equal(Money.Zero, simulation.Observe(Me).Credit.Available);
        Assert.Equal("Command 0: credit cannot be drawn on day 100 any more, day 99 was the last; leave this command out.", simulation.Observe(Me).Refusals[0].Message);
    }

    /// <summary>Owed to the end, the run-off repays it; who borrowed and did nothing with it has lost the interest.</summary>
    [Fact]
    public void The_settlement_repays_what_is_owed_and_borrowing_alone_costs_its_interest()
    {
        var simulation = Trading();
        var fork = simulation.Fork();
        Play(simulation, new DrawCredit(simulation.Observe(Me).Credit.Available));
        fork.Step([]);
        while (!simulation.IsOver)
        {
            simulation.Step([]);
            fork.Step([]);
        }

        var interest = simulation.Books(Me).Balance(Account.Interest);
        Assert.True(interest > Money.Zero);
        Assert.Equal(Money.Zero, simulation.Books(Me).Balance(Account.Loan));
        Assert.Equal(fork.Gain(Me) - interest, simulation.Gain(Me));
        Assert.Equal(interest, simulation.CashHeldBy(CashHolder.Marketplace) - fork.CashHeldBy(CashHolder.Marketplace));
        Assert.Equal(Money.Zero, simulation.CashHeldBy(CashHolder.Lenders));
    }

    /// <summary>Of two sellers who do the same, the one with credit owes the marketplace less by what it has drawn, late fees apart.</summary>
    [Fact]
    public void Undrawn_credit_covers_dues()
    {
        var (with, without) = (Start(1), Start(0));
        while (with.Observe(Me).Credit.Owed == Money.Zero)
        {
            Assert.True(with.Day < 119 - 60, "no due met an empty purse");
            Command[] commands = [.. ClearOut(with.Observe(Me))];
            Play(with, commands);
            Play(without, commands);
        }

        var owed = with.Observe(Me).Credit.Owed;
        Assert.InRange((without.Observe(Me).UnpaidDues - with.Observe(Me).UnpaidDues).Cents, owed.Cents, owed.Cents * 1.01);
        Assert.Contains(with.Events.ToArray(), item => item.Kind == EventKind.CreditDrawn && item.Amount == owed);

        static Simulation Start(double share)
        {
            var simulation = TestWorlds.Start(TestWorlds.Mugs() with { Credit = new() { LimitShare = share } });
            TestWorlds.Play(simulation, 44);
            return simulation;
        }

        // Nothing for sale, units liquidated at a loss, and cash into goods: the fees of the past meet an empty purse.
        static IEnumerable<Command> ClearOut(Observation today)
        {
            foreach (var offer in today.Offers.Where(offer => offer.UnitsOnHand > 0))
            {
                yield return new CloseOffer(offer.Id);
                yield return new Liquidate(offer.Id, offer.UnitsOnHand);
            }

            if (today.Cash >= Money.Dollars(60))
            {
                yield return new PlaceOrder(today.Offers[1].Id, new(1), (int)(today.Cash.Cents / 600));
            }
        }
    }

    [Fact]
    public void A_world_without_credit_lends_nothing()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs() with { Credit = new() { LimitShare = 0 } });
        TestWorlds.Play(simulation, 50);
        Assert.Equal(Money.Zero, simulation.Observe(Me).Credit.Limit);
        Play(simulation, new DrawCredit(new(1)));
        Assert.Equal(RefusalReason.CreditOutOfRange, Assert.Single(simulation.Observe(Me).Refusals).Reason);
    }

    [Theory]
    [InlineData(-0.1, 0.21)]
    [InlineData(1.1, 0.21)]
    [InlineData(0.1, 0.17)]
    [InlineData(0.1, 0.25)]
    public void Terms_outside_their_ranges_are_refused(double share, double rate) =>
        Assert.Contains("credit.", Assert.Throws<WorldDefinitionException>(() => TestWorlds.Start(TestWorlds.Mugs() with { Credit = new() { LimitShare = share, AnnualRate = rate } })).Message, StringComparison.Ordinal);

    /// <summary>A seller after three payouts.</summary>
    private static Simulation Trading(int days = 120)
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs(days));
        TestWorlds.Play(simulation, 44);
        return simulation;
    }

    private static void Play(Simulation simulation, params Command[] commands) => simulation.Step([new(Me, new(commands))]);
}
