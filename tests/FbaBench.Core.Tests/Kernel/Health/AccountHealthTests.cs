using FbaBench.Kernel;
using FbaBench.Kernel.Health;
using static FbaBench.Tests.SupplyWorlds;

namespace FbaBench.Tests.Kernel.Health;

/// <summary>Points, orders and defects over their windows; payouts that are held.</summary>
public sealed class AccountHealthTests
{
    [Fact]
    public void An_account_begins_with_200_points_and_nothing_counted()
    {
        var simulation = TestWorlds.Start(Shop());
        Assert.Equal(new AccountHealth(200, 0, 0, null, null, null), simulation.Observe(Me).Health);
        Assert.Equal(0, simulation.Observe(Me).Health.DefectRate);
    }

    /// <summary>A violation counts on its day and on the 179 days after it, whatever day of the run that is.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(29)]
    [InlineData(30)]
    [InlineData(47)]
    public void A_violation_counts_for_180_days(int day)
    {
        var simulation = TestWorlds.Start(Shop(days: 400));
        Pass(simulation, day);
        simulation.Step([]);
        Violate(simulation, 8);
        for (var since = 1; since < 180; since++)
        {
            Assert.Equal(192, simulation.Observe(Me).Health.Points);
            simulation.Step([]);
        }

        Assert.Equal(192, simulation.Observe(Me).Health.Points);
        simulation.Step([]);
        Assert.Equal(200, simulation.Observe(Me).Health.Points);
    }

    /// <summary>Four points for every 200 orders of the last 180 days.</summary>
    [Fact]
    public void Orders_earn_points_for_180_days()
    {
        var simulation = TestWorlds.Start(Shop(days: 400, stock: 900_000, sessions: 3_000));
        var orders = new List<int>();
        for (var day = 0; day < 330; day++)
        {
            Give(simulation, day == 0 ? [new SetPrice(Pan, Money.Dollars(20))] : day == 100 ? [new CloseOffer(Pan)] : []);
            orders.Add(Offer(simulation).OrdersYesterday);
            var health = simulation.Observe(Me).Health;
            Assert.Equal(200 + (4 * (orders.TakeLast(180).Sum() / 200)), health.Points);
            Assert.Equal(orders.TakeLast(60).Sum(), health.Orders);
        }

        Assert.True(orders.Sum() > 2_000);
        Assert.Equal(200, simulation.Observe(Me).Health.Points);
    }

    [Fact]
    public void Points_lie_between_0_and_1000()
    {
        var simulation = TestWorlds.Start(Shop() with { Health = new() { SuspendedBelow = 0 } });
        simulation.Step([]);
        Violate(simulation, 10_000);
        Assert.Equal(0, simulation.Observe(Me).Health.Points);
        simulation.Step([]);
        Assert.Null(simulation.Observe(Me).Health.SuspendedDay);
        simulation.State.OrdersOfDay[0] = 10_000_000;
        Assert.Equal(1_000, simulation.Observe(Me).Health.Points);
    }

    /// <summary>A defect counts on its day and on the 59 days after it.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(59)]
    [InlineData(83)]
    public void A_defect_counts_for_60_days(int day)
    {
        var simulation = TestWorlds.Start(Shop(days: 200));
        Pass(simulation, day);
        simulation.Step([]);
        AccountHealthBook.CountDefects(Evening(simulation), 0, 3);
        for (var since = 1; since < 60; since++)
        {
            Assert.Equal(3, simulation.Observe(Me).Health.DefectiveOrders);
            simulation.Step([]);
        }

        Assert.Equal(3, simulation.Observe(Me).Health.DefectiveOrders);
        simulation.Step([]);
        Assert.Equal(0, simulation.Observe(Me).Health.DefectiveOrders);
    }

    /// <summary>With a payout every evening: the hold lasts as many evenings as the terms say, the one of the notice first; then all of it is paid out.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(14)]
    [InlineData(90)]
    public void An_unanswered_notice_holds_payouts_for_its_days(int days)
    {
        var world = Shop(days: 200, stock: 900_000, sessions: 3_000) with { Account = new() { PayoutEveryDays = 1 }, Adversaries = new() { NoticeChance = 1 }, Health = new() { HoldDays = days } };
        var simulation = TestWorlds.Start(world);
        Give(simulation, new SetPrice(Pan, Money.Dollars(20)));
        while (simulation.Day < 25)
        {
            Answer(simulation);
        }

        var mail = WaitFor(simulation, MailTopic.AccountNotice);
        Assert.Single(Happened(simulation, EventKind.Payout));
        Give(simulation, new ReactToMail(mail.Number, MailAction.Report));
        for (var held = 0; held < days; held++)
        {
            Assert.Empty(Happened(simulation, EventKind.Payout));
            Assert.Equal(held < days - 1 ? mail.Day + days : null, simulation.Observe(Me).Health.PayoutsHeldUntil);
            Answer(simulation);
        }

        var paid = Assert.Single(Happened(simulation, EventKind.Payout)).Amount;
        Assert.Null(simulation.Observe(Me).Health.PayoutsHeldUntil);
        Assert.Equal(Money.Zero, simulation.Observe(Me).Available);
        Assert.True(paid > Money.Dollars(100 * days));

        static void Answer(Simulation simulation) => Give(simulation, [.. simulation.Observe(Me).Mail.Select(message => new ReactToMail(message.Number, MailAction.Comply))]);
    }

    private static void Violate(Simulation simulation, int points) => AccountHealthBook.Violate(Evening(simulation), 0, points);

    /// <summary>The day that was played last, once more, to count something on it.</summary>
    private static DayContext Evening(Simulation simulation)
    {
        simulation.State.Day[0]--;
        var day = new DayContext(simulation.State, simulation.Seed, simulation.Rules);
        simulation.State.Day[0]++;
        return day;
    }
}
