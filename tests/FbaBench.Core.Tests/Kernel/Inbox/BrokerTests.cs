using FbaBench.World;
using static FbaBench.Tests.SupplyWorlds;

namespace FbaBench.Tests.Kernel.Inbox;

/// <summary>Somebody sells 25 reviews of five stars for 375 dollars.</summary>
public sealed class BrokerTests
{
    [Fact]
    public void Bought_reviews_cost_their_price_and_appear_over_ten_days()
    {
        var simulation = Offered(out var mail);
        Assert.Equal((25, 37_500, 5), (mail.Units, mail.Amount.Cents, mail.AnswerBy - mail.Day));
        var before = Stars(simulation);
        Give(simulation, new ReactToMail(mail.Number, MailAction.Comply));
        Assert.Equal(37_500, Balance(simulation, Account.BoughtReviews).Cents);
        Assert.Equal((25, 37_500), (Assert.Single(Happened(simulation, EventKind.ReviewsBought)).Units, Happened(simulation, EventKind.ReviewsBought)[0].Amount.Cents));
        Assert.Equal(new Reactions(1, 0, 0, 0), simulation.Reactions(Me, AdversaryKind.ReviewBroker));
        Pass(simulation, 10);
        Assert.Equal(before[4] + 25, Stars(simulation)[4]);
        Assert.Equal(25, simulation.State.BoughtReviews[0]);
        Assert.Equal(RefusalReason.UnknownMail, Refused(simulation, new ReactToMail(mail.Number, MailAction.Comply)).Reason);
    }

    /// <summary>They can be found like any others: all deleted, the fine, the points of a violation.</summary>
    [Fact]
    public void Bought_reviews_that_are_found_cost_the_fine_and_points()
    {
        var simulation = Offered(out var mail, detection: 0.9);
        var before = Stars(simulation);
        Give(simulation, new ReactToMail(mail.Number, MailAction.Comply));
        while (Happened(simulation, EventKind.ReviewsFound).Length == 0)
        {
            simulation.Step([]);
        }

        Assert.Equal(250_000, Balance(simulation, Account.Fines).Cents);
        Assert.Equal(200 - 8, simulation.Observe(Me).Health.Points);
        Pass(simulation, 12);
        Assert.Equal(before, Stars(simulation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Reviews_that_nobody_buys_or_reports_go_to_a_rival(bool isReported)
    {
        var simulation = Offered(out var mail);
        var rival = simulation.State.Model.Rivals[0].Row * WorldLayout.Stars;
        var before = simulation.State.StarCounts.ToArray();
        Give(simulation, isReported ? [new ReactToMail(mail.Number, MailAction.Report)] : []);
        Pass(simulation, mail.AnswerBy - simulation.Day);
        Assert.Equal(before, simulation.State.StarCounts.ToArray());
        simulation.Step([]);
        before[rival + 4] += isReported ? 0 : 25;
        Assert.Equal(before, simulation.State.StarCounts.ToArray());
        Assert.Equal(isReported ? new Reactions(0, 0, 1, 0) : new Reactions(0, 1, 0, 0), simulation.Reactions(Me, AdversaryKind.ReviewBroker));
        Assert.Equal(Money.Zero, Balance(simulation, Account.BoughtReviews));
    }

    [Fact]
    public void Without_the_money_nothing_is_bought()
    {
        var simulation = TestWorlds.Start(Shop() with { Cash = new(37_499), Adversaries = new() { BrokerChance = 1 } });
        var mail = WaitFor(simulation, MailTopic.ServiceOffer);
        Assert.Equal(new Refusal(0, RefusalReason.NotEnoughCash, 37_500, 0, 37_499), Refused(simulation, new ReactToMail(mail.Number, MailAction.Comply)));
        Assert.Equal((37_499, default(Reactions)), (Balance(simulation, Account.Cash).Cents, simulation.Reactions(Me, AdversaryKind.ReviewBroker)));
    }

    [Fact]
    public void Nobody_sells_reviews_of_a_shared_listing_or_where_there_are_none()
    {
        var shared = TestWorlds.Start(With(Shop(days: 200), product => product with { Shared = true }) with { Adversaries = new() { BrokerChance = 1 } });
        Pass(shared, 150);
        Assert.Equal(0, shared.State.MailCount[0]);
        var silent = TestWorlds.Start(Shop(days: 200) with { LaboratorySwitches = new() { Reviews = false }, Adversaries = new() { BrokerChance = 1, ReviewAttackChance = 1 } });
        Pass(silent, 150);
        Assert.Equal(0, silent.State.MailCount[0]);
    }

    private static Simulation Offered(out MailMessage mail, double detection = 0)
    {
        var simulation = TestWorlds.Start(Shop(days: 200, stock: 100) with { Market = new() { Reviews = new() { Rate = 0, DetectionChance = detection } }, Adversaries = new() { BrokerChance = 1 } });
        mail = WaitFor(simulation, MailTopic.ServiceOffer);
        return simulation;
    }
}
