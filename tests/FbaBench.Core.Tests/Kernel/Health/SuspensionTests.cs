using static FbaBench.Tests.SupplyWorlds;

namespace FbaBench.Tests.Kernel.Health;

/// <summary>Accounts that are suspended below 200 points: the first violation, a notice that was reported, is enough.</summary>
public sealed class SuspensionTests
{
    private static readonly HealthTerms Strict = new() { SuspendedBelow = 200, Reinstatement = new(10, 0, 10, 10), LongestSuspension = 40, HoldDays = 0 };

    [Fact]
    public void A_suspension_closes_the_market_and_holds_payouts()
    {
        var simulation = Suspended();
        var day = simulation.Day - 1;
        Assert.Equal(day, simulation.Observe(Me).Health.SuspendedDay);
        Assert.Equal((int)SuspensionCause.PolicyViolations, Assert.Single(Happened(simulation, EventKind.Suspended)).Detail);
        Assert.True(Offer(simulation).SessionsYesterday > 0);
        for (var i = 0; i < 39; i++)
        {
            simulation.Step([]);
            Assert.Equal((0, 0), (Offer(simulation).SessionsYesterday, Offer(simulation).UnitsYesterday));
            Assert.Empty(Happened(simulation, EventKind.Payout));
        }

        Assert.True(simulation.Observe(Me).Available > Money.Zero);
        Assert.Equal(day, simulation.Observe(Me).Health.SuspendedDay);
    }

    /// <summary>Without an appeal after the longest suspension, points and defects settled with it; a payout the same evening, sales the day after.</summary>
    [Fact]
    public void Without_an_appeal_it_ends_after_its_longest_time()
    {
        var simulation = Suspended();
        for (var day = 0; day < 39; day++)
        {
            Answer(simulation);
        }

        Assert.NotNull(simulation.Observe(Me).Health.SuspendedDay);
        Assert.Equal(198, simulation.Observe(Me).Health.Points);
        Answer(simulation);
        Assert.Single(Happened(simulation, EventKind.Reinstated));
        Assert.Single(Happened(simulation, EventKind.Payout));
        Assert.Equal((200, (int?)null), (simulation.Observe(Me).Health.Points, simulation.Observe(Me).Health.SuspendedDay));
        Assert.Equal(0, Offer(simulation).SessionsYesterday);
        simulation.Step([]);
        Assert.True(Offer(simulation).SessionsYesterday > 0);
    }

    [Fact]
    public void An_appeal_with_the_right_cause_is_granted_when_its_time_has_come()
    {
        var simulation = Suspended();
        Pass(simulation, 3);
        var day = simulation.Day;
        Give(simulation, new AppealSuspension(SuspensionCause.PolicyViolations));
        Assert.Equal(day, simulation.Observe(Me).Health.AppealDay);
        Assert.Equal((int)SuspensionCause.PolicyViolations, Assert.Single(Happened(simulation, EventKind.Appealed)).Detail);
        Pass(simulation, 9);
        Assert.NotNull(simulation.Observe(Me).Health.SuspendedDay);
        simulation.Step([]);
        Assert.Equal(day + 10, simulation.Day - 1);
        Assert.Equal(new AccountHealth(200, simulation.Observe(Me).Health.Orders, 0, null, null, null), simulation.Observe(Me).Health);
        simulation.Step([]);
        Assert.True(Offer(simulation).SessionsYesterday > 0);
        Assert.Equal(0, simulation.FalseClaims(Me));
    }

    [Fact]
    public void An_appeal_with_the_wrong_cause_is_refused_when_its_time_has_come_and_is_a_false_claim()
    {
        var simulation = Suspended();
        Give(simulation, new AppealSuspension(SuspensionCause.OrderDefects));
        Pass(simulation, 9);
        Assert.Equal(0, simulation.FalseClaims(Me));
        simulation.Step([]);
        Assert.Single(Happened(simulation, EventKind.AppealRefused));
        var health = simulation.Observe(Me).Health;
        Assert.Equal((1, 190, (int?)null), (simulation.FalseClaims(Me), health.Points, health.AppealDay));
        Assert.NotNull(health.SuspendedDay);
        Give(simulation, new AppealSuspension(SuspensionCause.PolicyViolations));
        Pass(simulation, 10);
        Assert.Equal((200, (int?)null), (simulation.Observe(Me).Health.Points, simulation.Observe(Me).Health.SuspendedDay));
    }

    /// <summary>How long the answer takes is drawn once for a suspension: a second appeal waits as long as the first, and whoever appeals later gets the same.</summary>
    [Fact]
    public void A_suspension_has_one_draw_however_often_somebody_appeals()
    {
        var waits = new HashSet<int>();
        for (ulong seed = 1; seed <= 25; seed++)
        {
            var simulation = Suspended(Strict with { Reinstatement = new(10, 0.9, 2, 90), LongestSuspension = 365 }, seed);
            var late = simulation.Fork();
            Pass(late, 17);
            var first = Wait(simulation);
            Assert.Equal(first, Wait(simulation));
            Assert.Equal(first, Wait(late));
            waits.Add(first);
        }

        Assert.InRange(waits.Count, 8, 25);
        Assert.InRange(waits.Min(), 2, 5);

        static int Wait(Simulation simulation)
        {
            Give(simulation, new AppealSuspension(SuspensionCause.OrderDefects));
            var days = 0;
            for (; Happened(simulation, EventKind.AppealRefused).Length == 0; days++)
            {
                simulation.Step([]);
            }

            return days;
        }
    }

    [Fact]
    public void The_longest_suspension_ends_also_while_an_appeal_waits()
    {
        var simulation = Suspended(Strict with { LongestSuspension = 5 });
        Give(simulation, new AppealSuspension(SuspensionCause.OrderDefects));
        Pass(simulation, 4);
        Assert.Equal((200, (int?)null, (int?)null), (simulation.Observe(Me).Health.Points, simulation.Observe(Me).Health.SuspendedDay, simulation.Observe(Me).Health.AppealDay));
        Pass(simulation, 10);
        Assert.Equal(0, simulation.FalseClaims(Me));
    }

    /// <summary>One in a hundred of at least a hundred orders.</summary>
    [Fact]
    public void Too_many_defects_suspend_once_there_are_enough_orders()
    {
        var world = Shop(Factory with { DefectRate = 0.01 }, days: 200, stock: 3_000, sessions: 300) with { Supply = new() { DefectReturnChance = 0 }, Health = Strict with { SuspendedBelow = 0 } };
        var simulation = TestWorlds.Start(world);
        simulation.State.LotDefects[0] = 300;
        Give(simulation, new SetPrice(Pan, Money.Dollars(20)));
        while (simulation.Observe(Me).Health is { SuspendedDay: null } health)
        {
            Assert.True(health.Orders < 100 || health.DefectRate < 0.01);
            simulation.Step([]);
        }

        var suspended = simulation.Observe(Me).Health;
        Assert.True(suspended.Orders >= 100 && suspended.DefectRate >= 0.01);
        Assert.Equal((int)SuspensionCause.OrderDefects, Assert.Single(Happened(simulation, EventKind.Suspended)).Detail);
        Give(simulation, new AppealSuspension(SuspensionCause.OrderDefects));
        Pass(simulation, 9);
        Assert.True(simulation.Observe(Me).Health.DefectiveOrders > 0);
        simulation.Step([]);
        Assert.Equal((0, (int?)null), (simulation.Observe(Me).Health.DefectiveOrders, simulation.Observe(Me).Health.SuspendedDay));
    }

    [Fact]
    public void Refusals_say_what_would_be_right()
    {
        var simulation = Suspended();
        Assert.Equal(new Refusal(0, RefusalReason.UnknownCause, 2, 0, 1), Refused(simulation, new AppealSuspension((SuspensionCause)2)));
        var day = simulation.Day;
        Assert.Equal(new Refusal(1, RefusalReason.AppealPending, day, 0, 0), Refused(simulation, new AppealSuspension(SuspensionCause.PolicyViolations), new AppealSuspension(SuspensionCause.OrderDefects)));
        Pass(simulation, 10);
        Assert.Equal(new Refusal(0, RefusalReason.NotSuspended, 0, 0, 0), Refused(simulation, new AppealSuspension(SuspensionCause.PolicyViolations)));
    }

    /// <summary>Money that was held is paid out to whoever closes the business, and nothing is left of it.</summary>
    [Fact]
    public void Closing_a_suspended_business_settles_everything()
    {
        var simulation = Suspended();
        var held = simulation.Observe(Me).Receivable;
        Assert.True(held > Money.Dollars(100));
        Give(simulation, new CloseBusiness());
        End(simulation);
        Assert.Equal(Money.Zero, Balance(simulation, Account.Receivable));
        Assert.True(simulation.Gain(Me) >= held);
    }

    /// <summary>A day on which every notice is answered.</summary>
    private static void Answer(Simulation simulation) => Give(simulation, [.. simulation.Observe(Me).Mail.Select(mail => new ReactToMail(mail.Number, MailAction.Comply))]);

    /// <summary>Suspended yesterday evening, after a month of sales and with payouts every day.</summary>
    private static Simulation Suspended(HealthTerms? health = null, ulong seed = 1)
    {
        var world = Shop(days: 800, stock: 900_000, sessions: 150) with { Account = new() { PayoutEveryDays = 1 }, Adversaries = new() { NoticeChance = 1 }, Health = health ?? Strict };
        var simulation = TestWorlds.Start(world, seed);
        Give(simulation, new SetPrice(Pan, Money.Dollars(20)));
        while (simulation.Observe(Me) is var today && (today.Day < 30 || today.Mail.Count == 0))
        {
            Answer(simulation);
        }

        Give(simulation, [.. simulation.Observe(Me).Mail.Select(mail => new ReactToMail(mail.Number, MailAction.Report))]);
        return simulation;
    }
}
