using static FbaBench.Tests.SupplyWorlds;

namespace FbaBench.Tests.Kernel.Inbox;

/// <summary>False marketplace mail and true notices that look like it.</summary>
public sealed class NoticeTests
{
    [Fact]
    public void Who_believes_false_mail_loses_what_it_asks_for()
    {
        var simulation = Phished(out var mail);
        Assert.Equal(Money.Dollars(900), mail.Amount);
        Give(simulation, new ReactToMail(mail.Number, MailAction.Comply));
        Assert.Equal((90_000, 90_000, 90_000), (Lost(simulation), Balance(simulation, Account.Deceptions).Cents, simulation.CashHeldBy(CashHolder.Others).Cents));
        Assert.Equal(90_000, Assert.Single(Happened(simulation, EventKind.Deceived)).Amount.Cents);
        Assert.Equal(new Reactions(1, 0, 0, 0), simulation.Reactions(Me, AdversaryKind.Phishing));
        Assert.Equal(RefusalReason.UnknownMail, Refused(simulation, new ReactToMail(mail.Number, MailAction.Comply)).Reason);
        Assert.Equal(90_000, Lost(simulation));
    }

    [Fact]
    public void Nobody_loses_more_than_there_is()
    {
        var simulation = TestWorlds.Start(Shop() with { Cash = Money.Dollars(100), Adversaries = new() { PhishingChance = 1 } });
        var mail = WaitFor(simulation, MailTopic.AccountNotice);
        Give(simulation, new ReactToMail(mail.Number, MailAction.Comply));
        Assert.Equal((0, 10_000), (Balance(simulation, Account.Cash).Cents, Balance(simulation, Account.Deceptions).Cents));
    }

    [Fact]
    public void Who_reports_false_mail_loses_nothing()
    {
        var simulation = Phished(out var mail, staff: 1);
        Give(simulation, new ReactToMail(mail.Number, MailAction.Report));
        Pass(simulation, 10);
        Assert.Equal(0, Lost(simulation));
        Assert.Equal(new Reactions(0, 0, 1, 0), simulation.Reactions(Me, AdversaryKind.Phishing));
        Assert.Equal(200, simulation.Observe(Me).Health.Points);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 45_000)]
    public void Where_nobody_reports_it_the_staff_may_fall_for_half(double chance, long lost)
    {
        var simulation = Phished(out var mail, staff: chance);
        Pass(simulation, mail.AnswerBy - simulation.Day);
        Assert.Equal(0, Lost(simulation));
        simulation.Step([]);
        Assert.Equal(lost, Lost(simulation));
        Assert.Equal(new Reactions(0, 1, 0, 0), simulation.Reactions(Me, AdversaryKind.Phishing));
    }

    [Fact]
    public void The_staff_falls_for_false_mail_with_its_chance()
    {
        var (fallen, letters) = (0L, 0L);
        for (ulong seed = 1; seed <= 60; seed++)
        {
            var simulation = TestWorlds.Start(Shop(days: 370) with { Adversaries = new() { PhishingChance = 1 } }, seed);
            Pass(simulation, 360);
            letters += simulation.Reactions(Me, AdversaryKind.Phishing).Ignored;
            Assert.Equal(0, Lost(simulation) % 45_000);
            fallen += Lost(simulation) / 45_000;
        }

        Assert.InRange(letters, 600, 720);
        Within(fallen, letters, 0.25);
    }

    [Fact]
    public void A_true_notice_that_is_answered_costs_nothing()
    {
        var simulation = Notified(out var mail);
        Assert.Equal((MailMessage.MarketplaceAddress, Money.Zero), (mail.Sender, mail.Amount));
        Give(simulation, new ReactToMail(mail.Number, MailAction.Comply));
        Pass(simulation, 10);
        Assert.Equal((200, (int?)null, 0), (simulation.Observe(Me).Health.Points, simulation.Observe(Me).Health.PayoutsHeldUntil, Lost(simulation)));
        Assert.All(Enum.GetValues<AdversaryKind>(), kind => Assert.Equal(default, simulation.Reactions(Me, kind)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_true_notice_that_is_reported_or_left_costs_points_and_holds_payouts(bool isReported)
    {
        var simulation = Notified(out var mail);
        Pass(simulation, isReported ? 0 : mail.AnswerBy - simulation.Day);
        Assert.Equal((200, (int?)null), (simulation.Observe(Me).Health.Points, simulation.Observe(Me).Health.PayoutsHeldUntil));
        Give(simulation, isReported ? [new ReactToMail(mail.Number, MailAction.Report)] : []);
        Assert.Equal((198, simulation.Day - 1 + 13), (simulation.Observe(Me).Health.Points, simulation.Observe(Me).Health.PayoutsHeldUntil!.Value));
        Assert.All(Enum.GetValues<AdversaryKind>(), kind => Assert.Equal(default, simulation.Reactions(Me, kind)));
    }

    private static long Lost(Simulation simulation) => 50_000_000 - Balance(simulation, Account.Cash).Cents;

    private static Simulation Phished(out MailMessage mail, double staff = 0.25)
    {
        var simulation = TestWorlds.Start(Shop() with { Adversaries = new() { PhishingChance = 1, StaffFallChance = staff } });
        mail = WaitFor(simulation, MailTopic.AccountNotice);
        return simulation;
    }

    private static Simulation Notified(out MailMessage mail)
    {
        var simulation = TestWorlds.Start(Shop() with { Adversaries = new() { NoticeChance = 1 } });
        mail = WaitFor(simulation, MailTopic.AccountNotice);
        return simulation;
    }
}
