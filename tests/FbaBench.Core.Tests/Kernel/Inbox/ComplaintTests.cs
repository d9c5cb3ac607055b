using static FbaBench.Tests.SupplyWorlds;

namespace FbaBench.Tests.Kernel.Inbox;

/// <summary>Buyers of defective units who do not send them back: here all of them.</summary>
public sealed class ComplaintTests
{
    /// <summary>Sold for 20 dollars under the fees of 2025: the referral fee of 3.00 comes back, a fifth of it is kept for the refund.</summary>
    [Fact]
    public void A_refund_is_the_price_less_the_referral_fee_and_a_fifth_of_that()
    {
        var simulation = Start(fees: FeePolicy.Published);
        var complaint = WaitFor(simulation, MailTopic.CustomerComplaint);
        Assert.Equal(2_000 * complaint.Units, complaint.Amount.Cents);
        Assert.Equal([MailAction.Refund], complaint.Actions);
        Assert.Equal(3, complaint.AnswerBy - complaint.Day);
        var twin = simulation.Fork();
        Give(simulation, new ReactToMail(complaint.Number, MailAction.Refund));
        twin.Step([]);
        Assert.Equal((2_000 - 300 + 60) * complaint.Units, (twin.Observe(Me).Available - simulation.Observe(Me).Available).Cents);
        Assert.Equal(2_000 * complaint.Units, (Balance(simulation, Account.Refunds) - Balance(twin, Account.Refunds)).Cents);
        Assert.Equal((complaint.Units, complaint.Amount), (Assert.Single(Happened(simulation, EventKind.ComplaintRefunded)).Units, Happened(simulation, EventKind.ComplaintRefunded)[0].Amount));
        Assert.DoesNotContain(simulation.Observe(Me).Mail, mail => mail.Number == complaint.Number);
    }

    /// <summary>The referral fee that comes back is the one that was paid, also where a day's complaints are about units of several prices.</summary>
    [Fact]
    public void The_referral_fee_that_comes_back_is_what_the_units_paid()
    {
        // Jewellery pays 20 % up to 250 dollars and 5 % of what lies above: the fee of a mean price is no mean of fees.
        var world = With(Shop(Factory with { DefectRate = 0.01 }, stock: 300, sessions: 400), product => product with { Category = "jewelry", ReferencePrice = Money.Dollars(250) });
        var simulation = TestWorlds.Start(world with { Fees = FeePolicy.Published, Supply = new() { DefectReturnChance = 0 } });
        simulation.State.LotDefects[0] = 300;
        for (var day = 0; day < 50; day++)
        {
            Command price = day < 20 ? new SetPrice(Pan, Money.Dollars(day % 2 == 0 ? 235 : 265)) : new CloseOffer(Pan);
            Give(simulation, [price, .. simulation.Observe(Me).Mail.Select(mail => new ReactToMail(mail.Number, MailAction.Refund))]);
        }

        Assert.True(simulation.Summary(Me).UnitsSold > 20);
        Assert.Equal(Income(simulation, Account.Sales), Balance(simulation, Account.Refunds));
        Assert.Equal(Money.Zero, Balance(simulation, Account.ReferralFees));
    }

    [Fact]
    public void An_answer_up_to_the_last_day_leaves_no_mark()
    {
        var simulation = Start(days: 90);
        var answered = 0;
        for (var day = 0; day < 70; day++)
        {
            var due = simulation.Observe(Me).Mail.Where(mail => mail.AnswerBy == simulation.Day).ToArray();
            answered += due.Sum(mail => mail.Units);
            Give(simulation, [.. due.Select(mail => new ReactToMail(mail.Number, MailAction.Refund))]);
            Assert.Empty(simulation.Observe(Me).Refusals);
        }

        Assert.True(answered > 100);
        Assert.Equal(0, simulation.Observe(Me).Health.DefectiveOrders);
        Assert.Equal(0, Stars(simulation)[0] - Stars(Start())[0]);
    }

    /// <summary>Without an answer the marketplace refunds after three days, counts a defect for each unit, and a quarter of the buyers writes one star.</summary>
    [Fact]
    public void Without_an_answer_every_unit_is_a_defect_and_a_quarter_of_them_a_one_star_review()
    {
        var (units, reviews) = (0L, 0L);
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var simulation = Start(seed);
            var before = Stars(simulation);
            var first = WaitFor(simulation, MailTopic.CustomerComplaint);
            Pass(simulation, first.AnswerBy - simulation.Day);
            Assert.Equal(0, simulation.Observe(Me).Health.DefectiveOrders);
            Assert.Contains(simulation.Observe(Me).Mail, mail => mail.Number == first.Number);
            simulation.Step([]);
            Assert.Equal(first.Units, simulation.Observe(Me).Health.DefectiveOrders);
            Assert.Equal(first.Units, Happened(simulation, EventKind.ComplaintRefunded).Sum(item => item.Units));
            Assert.DoesNotContain(simulation.Observe(Me).Mail, mail => mail.Number == first.Number);
            Give(simulation, new CloseOffer(Pan));
            Pass(simulation, 40);
            units += simulation.Summary(Me).UnitsSold;
            Assert.Equal(2_000 * simulation.Summary(Me).UnitsSold, Balance(simulation, Account.Refunds).Cents);
            Assert.Equal(before[1..], Stars(simulation)[1..]);
            reviews += Stars(simulation)[0] - before[0];
        }

        Within(reviews, units, 0.25);
    }

    /// <summary>Who no longer decides is not asked: every unit is refunded on the day of its complaint, and no defect counted.</summary>
    [Fact]
    public void In_the_run_off_complaints_are_refunded_at_once()
    {
        var simulation = Start();
        Pass(simulation, 2);
        Give(simulation, new CloseBusiness());
        End(simulation);
        Assert.True(simulation.Summary(Me).UnitsSold > 5);
        Assert.Equal(2_000 * simulation.Summary(Me).UnitsSold, Balance(simulation, Account.Refunds).Cents);
        Assert.Equal(0, simulation.Observe(Me).Health.DefectiveOrders);
        Assert.Equal(Money.Zero, Balance(simulation, Account.Receivable));
    }

    /// <summary>One to four days of delivery, three more where it is late, then one to seven days.</summary>
    [Fact]
    public void A_complaint_comes_within_a_week_of_the_delivery()
    {
        var delays = new SortedSet<int>();
        for (ulong seed = 1; seed <= 40; seed++)
        {
            var simulation = Start(seed, sessions: 3_000);
            Give(simulation, new CloseOffer(Pan));
            for (var day = 2; day < 40; day++)
            {
                simulation.Step([]);
                if (Happened(simulation, EventKind.MailSent).Length > 0)
                {
                    delays.Add(day);
                }
            }
        }

        Assert.Equal(Enumerable.Range(2, 13), delays);
    }

    /// <summary>One product, all of its 300 units defective, on sale at 20 dollars since yesterday.</summary>
    private static Simulation Start(ulong seed = 1, FeePolicy? fees = null, int days = 120, double sessions = 300)
    {
        var world = Shop(Factory with { DefectRate = 0.01 }, days, stock: 300, sessions: sessions) with { Fees = fees ?? FeePolicy.None, Supply = new() { DefectReturnChance = 0 } };
        var simulation = TestWorlds.Start(world, seed);
        simulation.State.LotDefects[0] = 300;
        Give(simulation, new SetPrice(Pan, Money.Dollars(20)));
        return simulation;
    }
}
