using static FbaBench.Tests.SupplyWorlds;

namespace FbaBench.Tests.Kernel.Inbox;

/// <summary>Six false reviews of one star in a week, and 250 dollars for their end. The listing has no other reviews.</summary>
public sealed class ReviewAttackTests
{
    [Fact]
    public void Six_reviews_of_one_star_appear_within_six_days_and_stay()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var simulation = Attacked(out var mail, seed);
            Assert.Equal((6, 25_000, 10), (mail.Units, mail.Amount.Cents, mail.AnswerBy - mail.Day));
            Assert.Equal([0, 0, 0, 0, 0], Stars(simulation));
            Pass(simulation, 6);
            Assert.Equal([6, 0, 0, 0, 0], Stars(simulation));
            Pass(simulation, 4);
            Assert.Equal([6, 0, 0, 0, 0], Stars(simulation));
            Assert.Equal(new Reactions(0, 1, 0, 0), simulation.Reactions(Me, AdversaryKind.ReviewAttack));
            Assert.Equal(Money.Zero, Balance(simulation, Account.Deceptions));
        }
    }

    [Fact]
    public void Who_pays_is_attacked_once_more()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var simulation = Attacked(out var mail, seed);
            Give(simulation, new ReactToMail(mail.Number, MailAction.Comply), new ReactToMail(mail.Number, MailAction.Comply));
            Assert.Equal(RefusalReason.UnknownMail, Assert.Single(simulation.Observe(Me).Refusals).Reason);
            Assert.Equal(25_000, Balance(simulation, Account.Deceptions).Cents);
            Pass(simulation, 7);
            Assert.Equal([12, 0, 0, 0, 0], Stars(simulation));
            Assert.Equal(new Reactions(1, 0, 0, 0), simulation.Reactions(Me, AdversaryKind.ReviewAttack));
        }
    }

    /// <summary>Four days after the report the marketplace deletes all of them, those that have not appeared yet too.</summary>
    [Fact]
    public void Who_reports_it_is_rid_of_all_of_them_four_days_later()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var simulation = Attacked(out var mail, seed);
            Give(simulation, new ReactToMail(mail.Number, MailAction.Report));
            Pass(simulation, 3);
            Assert.True(Stars(simulation)[0] > 0);
            simulation.Step([]);
            Assert.Equal(6, Assert.Single(Happened(simulation, EventKind.AttackDeleted)).Units);
            for (var day = 0; day < 8; day++)
            {
                Assert.Equal([0, 0, 0, 0, 0], Stars(simulation));
                simulation.Step([]);
            }

            Assert.Equal(new Reactions(0, 0, 1, 0), simulation.Reactions(Me, AdversaryKind.ReviewAttack));
        }
    }

    /// <summary>Who left an attack alone, or paid, has its reviews for good: the report of the next one deletes that one's.</summary>
    [Theory]
    [InlineData(false, 6)]
    [InlineData(true, 12)]
    public void A_report_deletes_no_reviews_of_an_attack_before(bool isPaid, int kept)
    {
        for (ulong seed = 1; seed <= 5; seed++)
        {
            var simulation = Attacked(out var first, seed);
            Give(simulation, isPaid ? [new ReactToMail(first.Number, MailAction.Comply)] : []);
            Pass(simulation, 12);
            Assert.Equal([kept, 0, 0, 0, 0], Stars(simulation));
            var second = WaitFor(simulation, MailTopic.ReviewThreat);
            Give(simulation, new ReactToMail(second.Number, MailAction.Report));
            Pass(simulation, 4);
            Assert.Equal(6, Assert.Single(Happened(simulation, EventKind.AttackDeleted)).Units);
            Pass(simulation, 2);
            Assert.Equal([kept, 0, 0, 0, 0], Stars(simulation));
        }
    }

    /// <summary>True reviews of one star are left alone, also where there are some before, among and after the false ones.</summary>
    [Fact]
    public void No_true_review_is_deleted()
    {
        var compared = 0;
        for (ulong seed = 1; seed <= 30; seed++)
        {
            var (attacked, quiet) = (Bad(seed, 1), Bad(seed, 0));
            var mail = WaitFor(attacked, MailTopic.ReviewThreat);
            Pass(quiet, attacked.Day - quiet.Day);
            Assert.Equal(Stars(quiet), Stars(attacked));
            if (!IsTheLast(attacked.Fork()))
            {
                continue;
            }

            Give(attacked, new ReactToMail(mail.Number, MailAction.Report), new CloseOffer(Pan));
            Give(quiet, new CloseOffer(Pan));
            Pass(attacked, 18);
            Pass(quiet, 18);
            Assert.Equal(Stars(quiet), Stars(attacked));
            compared++;
        }

        Assert.InRange(compared, 5, 30);

        // Every unit is defective, and its buyer writes. Nothing is sold once there are false reviews, which would keep buyers away.
        static Simulation Bad(ulong seed, double chance)
        {
            var world = Shop(Factory with { DefectRate = 0.01 }, days: 200, stock: 2_000, sessions: 300) with
            {
                Supply = new() { DefectReturnChance = 0, UnansweredReviewChance = 1 },
                Adversaries = new() { ReviewAttackChance = chance },
            };
            var simulation = TestWorlds.Start(world, seed);
            simulation.State.LotDefects[0] = 2_000;
            Give(simulation, new SetPrice(Pan, Money.Dollars(20)));
            return simulation;
        }
    }

    /// <summary>Attacked since yesterday evening, and not again for three weeks.</summary>
    private static Simulation Attacked(out MailMessage mail, ulong seed)
    {
        for (seed *= 1_000; ; seed++)
        {
            var simulation = TestWorlds.Start(With(Shop(days: 200, stock: 100), product => product with { OpeningReviews = 0 }) with { Adversaries = new() { ReviewAttackChance = 1 } }, seed);
            mail = WaitFor(simulation, MailTopic.ReviewThreat);
            Assert.Equal(simulation.Day - 1, mail.Day);
            if (IsTheLast(simulation.Fork()))
            {
                return simulation;
            }
        }
    }

    private static bool IsTheLast(Simulation simulation)
    {
        for (var day = 0; day < 21; day++)
        {
            simulation.Step([]);
            if (Happened(simulation, EventKind.ReviewAttack).Length > 0)
            {
                return false;
            }
        }

        return true;
    }
}
