using FbaBench.Kernel.Inbox;
using FbaBench.World;
using static FbaBench.Tests.SupplyWorlds;

namespace FbaBench.Tests.Kernel.Inbox;

/// <summary>Messages: their numbers, deadlines and places, and what they tell.</summary>
public sealed class MailboxTests
{
    private static readonly AdversaryTerms Often = AdversaryTerms.Usual with
    {
        HijackChance = 0.5,
        ReviewAttackChance = 0.5,
        RightsClaimChance = 6,
        PhishingChance = 1,
        NoticeChance = 1,
        BrokerChance = 1,
        DocumentChance = 1,
    };

    [Fact]
    public void Messages_are_numbered_from_one_and_stand_in_that_order()
    {
        var simulation = Start(Often);
        var sent = simulation.State.MailCount[0];
        for (var day = 1; day < 150; day++)
        {
            simulation.Step([]);
            var mail = simulation.Observe(Me).Mail;
            Assert.Equal(mail.Select(message => message.Number).Order(), mail.Select(message => message.Number));
            Assert.Equal(Enumerable.Range(sent + 1, Happened(simulation, EventKind.MailSent).Length), mail.Where(message => message.Day == day).Select(message => message.Number));
            sent += Happened(simulation, EventKind.MailSent).Length;
        }

        Assert.True(sent > 20);
    }

    /// <summary>Each kind can be answered on its last day and not on the day after.</summary>
    [Theory]
    [InlineData(MailTopic.AccountNotice, 7)]
    [InlineData(MailTopic.RightsClaim, 7)]
    [InlineData(MailTopic.ForeignSeller, 30)]
    [InlineData(MailTopic.ReviewThreat, 10)]
    [InlineData(MailTopic.ServiceOffer, 5)]
    [InlineData(MailTopic.SupplierNotice, 5)]
    public void A_message_can_be_answered_up_to_its_last_day(MailTopic topic, int days)
    {
        var simulation = Start(Often);
        var mail = WaitFor(simulation, topic, days: 150);
        Assert.Equal((simulation.Day - 1, mail.Day + days), (mail.Day, mail.AnswerBy));
        var answer = new ReactToMail(mail.Number, mail.Actions[^1], mail.Actions[^1] == MailAction.Dispute ? -1 : 0);
        Pass(simulation, mail.AnswerBy - simulation.Day);
        var late = simulation.Fork();
        Give(simulation, answer);
        Assert.Empty(simulation.Observe(Me).Refusals);
        Assert.DoesNotContain(simulation.Observe(Me).Mail, message => message.Number == mail.Number);
        late.Step([]);
        Assert.DoesNotContain(late.Observe(Me).Mail, message => message.Number == mail.Number);
        Assert.Equal(new Refusal(0, RefusalReason.UnknownMail, mail.Number, 0, 0), Refused(late, answer));
    }

    [Fact]
    public void An_action_that_a_message_has_not_is_refused_with_those_that_it_has()
    {
        var simulation = Start(Often);
        Dictionary<MailTopic, long> offered = new()
        {
            [MailTopic.AccountNotice] = 0b0011,
            [MailTopic.ServiceOffer] = 0b0011,
            [MailTopic.ReviewThreat] = 0b0011,
            [MailTopic.SupplierNotice] = 0b0001,
            [MailTopic.ForeignSeller] = 0b0010,
            [MailTopic.RightsClaim] = 0b1000,
        };
        var seen = new HashSet<MailTopic>();
        for (var day = 0; day < 150; day++)
        {
            foreach (var mail in simulation.Observe(Me).Mail.Where(mail => seen.Add(mail.Topic)))
            {
                var fork = simulation.Fork();
                Assert.Equal(new Refusal(0, RefusalReason.WrongMailAction, (int)MailAction.Refund, 0, offered[mail.Topic]), Refused(fork, new ReactToMail(mail.Number, MailAction.Refund)));
                Assert.Equal(new Refusal(0, RefusalReason.WrongMailAction, 9, 0, offered[mail.Topic]), Refused(simulation.Fork(), new ReactToMail(mail.Number, (MailAction)9)));
                if (mail.Actions[0] != MailAction.Dispute)
                {
                    Assert.Equal(new Refusal(0, RefusalReason.NoClaimAsked, 3, 0, 0), Refused(simulation.Fork(), new ReactToMail(mail.Number, mail.Actions[0], 3)));
                }
            }

            simulation.Step([]);
        }

        Assert.Equal(offered.Keys.Order(), seen.Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(7)]
    [InlineData(int.MinValue)]
    public void A_number_that_no_message_has_is_refused(int number) =>
        Assert.Equal(new Refusal(0, RefusalReason.UnknownMail, number, 0, 0), Refused(Start(Often), new ReactToMail(number, MailAction.Report)));

    [Fact]
    public void Nobody_answers_another_sellers_mail()
    {
        var simulation = TestWorlds.Start(Shop() with { Seats = 2, Adversaries = new() { PhishingChance = 1 } });
        while (simulation.Observe(Me).Mail.Count == 0 || simulation.Observe(new(1)).Mail.Count > 0)
        {
            simulation.Step([]);
        }

        MarketWorlds.Play(simulation, [], [new ReactToMail(simulation.Observe(Me).Mail[0].Number, MailAction.Comply)]);
        Assert.Equal(RefusalReason.UnknownMail, Assert.Single(simulation.Observe(new(1)).Refusals).Reason);
        Assert.NotEmpty(simulation.Observe(Me).Mail);
    }

    /// <summary>The true notice and the false one differ in sender, text and amount, and in nothing that tells them apart by itself.</summary>
    [Fact]
    public void Both_kinds_of_account_notices_differ_only_in_sender_text_and_amount()
    {
        var simulation = Start(new() { PhishingChance = 1, NoticeChance = 1, PhishingLoss = Money.Dollars(777) });
        var notices = new List<MailMessage>();
        for (var day = 0; day < 90; day++)
        {
            notices.AddRange(simulation.Observe(Me).Mail.Where(mail => mail.Day == day - 1));
            simulation.Step([]);
        }

        var (one, other) = (notices.First(mail => mail.Sender == MailMessage.MarketplaceAddress), notices.First(mail => mail.Sender != MailMessage.MarketplaceAddress));
        Assert.Equal((Money.Zero, Money.Dollars(777)), (one.Amount, other.Amount));
        Assert.Equal([MailAction.Comply, MailAction.Report], other.Actions);
        Assert.Equal(one.Actions, other.Actions);
        Assert.Equal(7, other.AnswerBy - other.Day);
        Assert.Equal(one with { Number = 0, Day = 0, AnswerBy = 7 }, other with { Number = 0, Day = 0, AnswerBy = other.AnswerBy - other.Day, Sender = one.Sender, Text = one.Text, Amount = one.Amount, Actions = one.Actions });
        Assert.All(notices, mail => Assert.Equal(MailTopic.AccountNotice, mail.Topic));
    }

    /// <summary>The words of the kernel for what a message really is are in no message.</summary>
    [Fact]
    public void No_message_tells_what_it_really_is()
    {
        var simulation = Start(Often);
        for (var day = 0; day < 150; day++)
        {
            foreach (var mail in simulation.Observe(Me).Mail)
            {
                Assert.DoesNotContain("phish", mail.Text + mail.Sender, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("injection", mail.Text + mail.Sender, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("impostor", mail.Text + mail.Sender, StringComparison.OrdinalIgnoreCase);
            }

            simulation.Step([]);
        }
    }

    /// <summary>
    /// Reports of the warehouse that nobody answers fill the box. What comes then ends as if nobody had answered it: buyers are refunded, defects counted, claims
    /// and notices cost their points. Who never empties the box has no advantage.
    /// </summary>
    [Fact]
    public void What_finds_the_box_full_ends_as_if_nobody_had_answered()
    {
        var terms = new AdversaryTerms { NoticeChance = 1, RightsClaimChance = 12 };
        var world = Shop(AtOnce with { DefectRate = 0.01 }, stock: 300, sessions: 300) with { Start = new(2025, 2, 1), Supply = new() { LostShare = 0.05, DefectReturnChance = 0 }, Adversaries = terms };
        var simulation = TestWorlds.Start(world);
        simulation.State.LotDefects[0] = 300;
        for (var slot = 0; slot < simulation.State.Layout.MailSlots; slot++)
        {
            var mail = Mail.At(simulation.State, slot);
            (mail.Number, mail.KindWord, mail.AnswerBy, mail.Units, mail.Amount) = (++simulation.State.MailCount[0], (int)MailKind.Receiving, 90, 1, 500);
        }

        Give(simulation, new SetPrice(Pan, Money.Dollars(20)));
        var closed = 0;
        while (simulation.Date < new SimDate(2025, 4, 1))
        {
            Give(simulation, simulation.Day == 3 ? [new CloseOffer(Pan)] : []);
            Assert.Empty(Happened(simulation, EventKind.MailSent));
            closed += Happened(simulation, EventKind.ListingClosed).Length;
        }

        var sold = simulation.Summary(Me).UnitsSold;
        Assert.True(sold > 5);
        Assert.Equal(2_000 * sold, Balance(simulation, Account.Refunds).Cents);
        Assert.Equal(sold, simulation.Observe(Me).Health.DefectiveOrders);
        Assert.True(Stars(simulation)[0] > Stars(TestWorlds.Start(world))[0]);
        Assert.InRange(closed, 1, 2);
        Assert.Equal(200 - (2 * 2) - (closed * 4), simulation.Observe(Me).Health.Points);
        Assert.Equal(new Reactions(0, closed, 0, 0), simulation.Reactions(Me, AdversaryKind.RightsClaim));
    }

    private static Simulation Start(AdversaryTerms terms)
    {
        var simulation = TestWorlds.Start(Shop(Factory with { Bargain = 0.2 }, days: 200, stock: 900_000) with { Adversaries = terms });
        Give(simulation, new SetPrice(Pan, Money.Dollars(20)));
        return simulation;
    }
}
