using static FbaBench.Tests.SupplyWorlds;

namespace FbaBench.Tests.Kernel.Inbox;

/// <summary>Somebody offers a counterfeit on the own listing at twelve per cent less, always.</summary>
public sealed class HijackTests
{
    /// <summary>
    /// Of the sales of the featured offer, 82 %, the cheaper one gets what a price coefficient of −100 gives it at 12 % less, and of the others what the
    /// other is not: nearly 82 % in all.
    /// </summary>
    [Fact]
    public void The_counterfeit_takes_the_sales_of_the_cheaper_of_two_offers()
    {
        var simulation = Hijacked(out _);
        var means = new MeanDay(simulation);
        var (with, without) = (means.Orders(simulation), means.Orders(simulation, state => state.HijackUntil[0] = 0));
        var featured = 1 / (1 + Math.Exp(-100 * ((1 / 0.88) - 1)));
        var left = 1 - (0.82 * featured) - (0.18 * (1 - featured));
        Assert.InRange(left, 0.18, 0.1801);
        Assert.Equal(left, with[0] / without[0], 9);
        Assert.Equal(without[1..6], with[1..6]);
        var first = Offer(simulation);
        simulation.Step([]);
        Assert.Equal(left, Offer(simulation).FeaturedOfferShare, 9);
        Assert.Equal(1, first.FeaturedOfferShare, 9);
    }

    /// <summary>Its price lies under the own whatever that is: cutting it brings no share back.</summary>
    [Fact]
    public void A_lower_price_wins_no_share_back()
    {
        var simulation = Hijacked(out _);
        var means = new MeanDay(simulation);
        double Left(int cents) => means.Orders(simulation, state => MeanDay.SetPrice(state, 0, cents))[0] / means.Orders(simulation, state =>
        {
            MeanDay.SetPrice(state, 0, cents);
            state.HijackUntil[0] = 0;
        })[0];
        Assert.Equal(Left(2_000), Left(1_500), 9);
        Assert.Equal(Left(2_000), Left(2_200), 9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public void It_stays_its_days_when_nobody_reports_it(int days)
    {
        var simulation = Hijacked(out var mail, days);
        Assert.Equal((simulation.Day - 1, mail.Day + days), (mail.Day, mail.AnswerBy));
        for (var day = 0; day < days; day++)
        {
            Assert.True(simulation.State.HijackUntil[0] > 0);
            Assert.Equal(day, simulation.Day - 1 - mail.Day);
            simulation.Step([]);
        }

        Assert.Single(Happened(simulation, EventKind.HijackEnded));
        Assert.Equal(0, simulation.State.HijackUntil[0]);
        Assert.Equal(new Reactions(0, 1, 0, 0), simulation.Reactions(Me, AdversaryKind.Hijack));
    }

    /// <summary>A test purchase at its price of 17.60 dollars is the proof; two to five days later it is gone, each as often as the others.</summary>
    [Fact]
    public void A_report_costs_a_test_purchase_and_removes_it_in_two_to_five_days()
    {
        var days = new long[8];
        for (ulong seed = 1; seed <= 400; seed++)
        {
            var simulation = Hijacked(out var mail, seed: seed);
            Assert.Equal(1_760, mail.Amount.Cents);
            Give(simulation, new CloseOffer(Pan), new ReactToMail(mail.Number, MailAction.Report));
            Assert.Equal(1_760, Balance(simulation, Account.Deceptions).Cents);
            Assert.Equal(new Reactions(0, 0, 1, 0), simulation.Reactions(Me, AdversaryKind.Hijack));
            Assert.Equal(RefusalReason.UnknownMail, Refused(simulation, new ReactToMail(mail.Number, MailAction.Report)).Reason);
            var waited = 1;
            while (Happened(simulation, EventKind.HijackEnded).Length == 0)
            {
                simulation.Step([]);
                waited++;
            }

            days[waited]++;
        }

        Assert.Equal(400, days[2] + days[3] + days[4] + days[5]);
        Assert.All(days[2..6], count => Within(count, 400, 0.25));
    }

    /// <summary>The day of the report moves the day of the removal, not the draw.</summary>
    [Fact]
    public void Reporting_later_brings_no_other_draw()
    {
        for (ulong seed = 1; seed <= 30; seed++)
        {
            var simulation = Hijacked(out var mail, seed: seed);
            Assert.Equal(Until(simulation.Fork(), 0) + 4, Until(simulation.Fork(), 4));

            int Until(Simulation fork, int wait)
            {
                Pass(fork, wait);
                Give(fork, new ReactToMail(mail.Number, MailAction.Report));
                return fork.State.HijackUntil[0];
            }
        }
    }

    [Fact]
    public void Without_the_money_for_a_test_purchase_nothing_is_reported()
    {
        var simulation = Hijacked(out var mail, world: world => world with { Cash = new(1_759), Account = new() { PayoutEveryDays = 365 } });
        Assert.Equal(new Refusal(0, RefusalReason.NotEnoughCash, 1_760, 0, 1_759), Refused(simulation, new ReactToMail(mail.Number, MailAction.Report)));
        Assert.Contains(simulation.Observe(Me).Mail, message => message.Number == mail.Number);
    }

    /// <summary>More than three per cent below the price of the day it came is a cut, and what it lives on.</summary>
    [Theory]
    [InlineData(1_939, true)]
    [InlineData(1_940, false)]
    [InlineData(2_100, false)]
    public void Who_cuts_the_price_against_it_fell_for_it(int cents, bool fell)
    {
        var simulation = Hijacked(out _);
        Give(simulation, new SetPrice(Pan, new(cents)));
        Pass(simulation, 29);
        Assert.Equal(fell ? new Reactions(1, 0, 0, 0) : new Reactions(0, 1, 0, 0), simulation.Reactions(Me, AdversaryKind.Hijack));
    }

    /// <summary>On every day but the one it leaves, a tenth: a buyer of the counterfeit writes one star.</summary>
    [Fact]
    public void Its_buyers_write_one_star_reviews_of_the_listing()
    {
        var reviews = 0L;
        for (ulong seed = 1; seed <= 150; seed++)
        {
            var simulation = Hijacked(out _, seed: seed);
            var before = Stars(simulation);
            Pass(simulation, 30);
            Assert.Equal(before[1..], Stars(simulation)[1..]);
            reviews += Stars(simulation)[0] - before[0];
        }

        Within(reviews, 150 * 29, 0.1);
    }

    [Fact]
    public void A_closed_offer_and_a_shared_listing_are_not_hijacked()
    {
        var closed = TestWorlds.Start(Shop(days: 200, stock: 1_000) with { Adversaries = new() { HijackChance = 1 } });
        Pass(closed, 150);
        Assert.Empty(closed.Observe(Me).Mail);
        Assert.Equal(0, closed.State.MailCount[0]);
        var shared = TestWorlds.Start(With(Shop(days: 200, stock: 900_000), product => product with { Shared = true }) with { Adversaries = new() { HijackChance = 1 } });
        MarketWorlds.Open(shared);
        Pass(shared, 150);
        Assert.Equal(0, shared.State.MailCount[0]);
    }

    /// <summary>The listing is hijacked since yesterday evening.</summary>
    private static Simulation Hijacked(out MailMessage mail, int days = 30, ulong seed = 1, Func<WorldDefinition, WorldDefinition>? world = null)
    {
        var definition = Shop(days: 200, stock: 900_000) with { Adversaries = new() { HijackChance = 1, HijackDays = days } };
        var simulation = TestWorlds.Start(world is null ? definition : world(definition), seed);
        Give(simulation, new SetPrice(Pan, Money.Dollars(20)));
        mail = WaitFor(simulation, MailTopic.ForeignSeller);
        Assert.Equal(1, simulation.State.MailCount[0]);
        return simulation;
    }
}
