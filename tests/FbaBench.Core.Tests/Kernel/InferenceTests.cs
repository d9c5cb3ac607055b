namespace FbaBench.Tests.Kernel;

/// <summary>What thinking costs: its sums, and who pays.</summary>
public sealed class InferenceTests
{
    private static readonly Seat Me = new(0);

    [Fact]
    public void Charges_are_summed_by_seat()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs(seats: 2));
        simulation.Step([new(Me, new([new ChargeInference(10_000, 5, 7), new ChargeInference(19_999, 1, 2)])), new(new(1), new([new ChargeInference(1, 0, 0)]))]);
        Assert.Equal(new InferenceCost(29_999, 6, 9), simulation.Inference(Me));
        Assert.Equal((2L, new Money(2)), (simulation.Inference(Me).Total.Cents, simulation.Observe(Me).InferenceCost));
        Assert.Equal(new InferenceCost(1, 0, 0), simulation.Inference(new(1)));
        Assert.Equal(
            [new(0, EventKind.InferenceCharged, Me, new(-1), 5, 7, new(1)), new(0, EventKind.InferenceCharged, Me, new(-1), 1, 2, new(1))],
            simulation.Events.ToArray().Where(item => item.Kind == EventKind.InferenceCharged && item.Seat == Me));
        Assert.Equal(Money.Zero, simulation.Books(Me).Balance(Account.Inference));
    }

    [Theory]
    [InlineData(-1, 0, 0, -1)]
    [InlineData(0, -2, 0, -2)]
    [InlineData(0, 0, long.MinValue, long.MinValue)]
    [InlineData(1_000_000_000_001, 0, 0, 1_000_000_000_001)]
    [InlineData(0, 0, long.MaxValue, long.MaxValue)]
    public void A_number_out_of_range_is_refused_and_nothing_is_summed(long cost, long input, long output, long given)
    {
        var simulation = TestWorlds.Start(Paying());
        Play(simulation, new ChargeInference(cost, input, output));
        Assert.Equal(new Refusal(0, RefusalReason.InferenceOutOfRange, given, 0, 1_000_000_000_000), Assert.Single(simulation.Observe(Me).Refusals));
        Assert.Equal(default, simulation.Inference(Me));
    }

    /// <summary>Whole cents of the running sum: 3,999 times 7 micro-dollars, or all at once, or in two parts.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(93)]
    public void Splitting_a_charge_posts_the_same(int parts)
    {
        const long Total = 3_999 * 7;
        var simulation = TestWorlds.Start(Paying());
        Play(simulation, [.. Enumerable.Range(0, parts).Select(part => new ChargeInference((Total * (part + 1) / parts) - (Total * part / parts), 0, 0))]);
        Assert.Equal(2, simulation.Books(Me).Balance(Account.Inference).Cents);
        Play(simulation, new ChargeInference(30_000 - Total, 0, 0));
        Assert.Equal(3, simulation.Books(Me).Balance(Account.Inference).Cents);
    }

    /// <summary>Twins: one thinks for nothing, one thinks and pays, one does not think.</summary>
    [Fact]
    public void Who_pays_ends_the_whole_cents_poorer_and_who_does_not_pay_ends_the_same()
    {
        var (paying, free, silent) = (TestWorlds.Start(Paying()), TestWorlds.Start(TestWorlds.Mugs()), TestWorlds.Start(TestWorlds.Mugs()));
        while (!paying.IsOver)
        {
            Think(paying);
            Think(free);
            TestWorlds.Play(silent, 1);
            Assert.Equal(0, Enum.GetValues<CashHolder>().Sum(holder => paying.CashHeldBy(holder).Cents));
        }

        Assert.Equal((silent.Gain(Me), silent.Books(Me).ToString()), (free.Gain(Me), free.Books(Me).ToString()));
        Assert.Equal(120L * 777_777, paying.Inference(Me).MicroDollars);
        Assert.Equal(120L * 777_777, free.Inference(Me).MicroDollars);
        var paid = new Money(120L * 777_777 / 10_000);
        Assert.Equal(paid, paying.Books(Me).Balance(Account.Inference));
        Assert.Equal(silent.Gain(Me) - paid, paying.Gain(Me));
        Assert.Equal(paid, paying.CashHeldBy(CashHolder.Marketplace) - silent.CashHeldBy(CashHolder.Marketplace));

        static void Think(Simulation simulation) => Play(
            simulation,
            [.. TestWorlds.Trade(simulation.Observe(Me)).Commands, .. simulation.Observe(Me).IsTrading ? [new ChargeInference(777_777, 10, 10)] : Array.Empty<Command>()]);
    }

    [Fact]
    public void A_charge_is_a_due_that_cash_pays_the_same_evening_or_that_stays_unpaid()
    {
        var simulation = TestWorlds.Start(Paying());
        Play(simulation, new ChargeInference(1_000_000, 0, 0));
        Assert.Equal((Money.Dollars(19_999), Money.Zero), (simulation.Observe(Me).Cash, simulation.Observe(Me).UnpaidDues));
        Play(simulation, new ChargeInference(30_000_000_000, 0, 0));
        var today = simulation.Observe(Me);
        Assert.Equal((Money.Zero, 1), (today.Cash, today.UnpaidDays));
        Assert.Equal(Money.Dollars(10_001) + simulation.Books(Me).Balance(Account.LateFees), today.UnpaidDues);
    }

    [Fact]
    public void It_is_accepted_on_the_last_decision_day_and_not_after()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs(days: 5));
        while (simulation.Day < 4)
        {
            simulation.Step([]);
        }

        Play(simulation, new ChargeInference(1, 1, 1));
        Assert.Equal(new InferenceCost(1, 1, 1), simulation.Inference(Me));
        Play(simulation, new ChargeInference(1, 1, 1));
        Assert.Equal(new InferenceCost(1, 1, 1), simulation.Inference(Me));
        Assert.Equal(RefusalReason.BusinessClosed, Assert.Single(simulation.Observe(Me).Refusals).Reason);
    }

    [Fact]
    public void Sums_stop_at_the_largest_number()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs());
        simulation.State.Inference(0)[0] = long.MaxValue - 1;
        simulation.State.Inference(0)[2] = long.MaxValue;
        Play(simulation, new ChargeInference(5, 5, 5));
        Assert.Equal(new InferenceCost(long.MaxValue, 5, long.MaxValue), simulation.Inference(Me));
    }

    /// <summary>Off, the field is not written, and what is written is read.</summary>
    [Fact]
    public void A_definition_says_who_pays_only_where_the_seller_does()
    {
        Assert.DoesNotContain("chargeInference", System.Text.Encoding.UTF8.GetString(DefinitionJson.Write(TestWorlds.Mugs())), StringComparison.Ordinal);
        Assert.False(DefinitionJson.Read(DefinitionJson.Write(TestWorlds.Mugs())).Account.ChargeInference);
        Assert.True(DefinitionJson.Read(DefinitionJson.Write(Paying())).Account.ChargeInference);
    }

    private static WorldDefinition Paying() => TestWorlds.Mugs() with { Account = new() { ChargeInference = true } };

    private static void Play(Simulation simulation, params Command[] commands) => simulation.Step([new(Me, new(commands))]);
}
