using FbaBench.World;
using static FbaBench.Tests.SupplyWorlds;

namespace FbaBench.Tests.Kernel.Inbox;

/// <summary>How often adversaries come, over months of many worlds, and that nothing a seller does brings another draw.</summary>
public sealed class AdversaryFrequencyTests
{
    private const int Months = 11;
    private const ulong Seeds = 120;

    /// <summary>February to December: eleven whole months a world.</summary>
    [Theory]
    [InlineData((int)MailKind.Phishing, 0.25)]
    [InlineData((int)MailKind.Notice, 0.1)]
    [InlineData((int)MailKind.Broker, 0.15)]
    [InlineData((int)MailKind.Document, 0.1)]
    [InlineData((int)MailKind.Hijack, 0.1)]
    [InlineData((int)MailKind.Rights, 0.2)]
    [InlineData((int)MailKind.Attack, 0.1)]
    public void Each_comes_with_its_chance_of_a_month(int kind, double chance)
    {
        var terms = Terms((MailKind)kind, chance);
        var sent = 0L;
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            var simulation = Start(terms, seed);
            var months = new List<int>();
            for (var day = 0; day < 334; day++)
            {
                var date = simulation.Date;
                Give(simulation, [.. Command(simulation, day), .. simulation.Observe(Me).Mail.Where(mail => mail.Topic == MailTopic.RightsClaim).Select(mail => new ReactToMail(mail.Number, MailAction.Dispute, -1))]);
                foreach (var item in Happened(simulation, EventKind.MailSent))
                {
                    Assert.Equal(kind, item.Detail);
                    Assert.InRange(date.DayOfMonth, 1, 28);
                    months.Add(date.Month);
                }
            }

            Assert.Equal(months.Distinct(), months);
            sent += months.Count;
        }

        Within(sent, Months * (long)Seeds, chance);
    }

    /// <summary>The same world with a seller who does nothing about mail and one who does everything, also twice.</summary>
    [Fact]
    public void What_a_seller_does_brings_no_other_draw()
    {
        var terms = new AdversaryTerms { PhishingChance = 0.5, NoticeChance = 0.5, BrokerChance = 0.5, ReviewAttackChance = 0.5, HijackChance = 0.5, HijackDays = 1, PhishingLoss = Money.Dollars(1), StaffFallChance = 0.5 };
        var (fell, reported) = (0, 0);
        for (ulong seed = 1; seed <= 25; seed++)
        {
            var (passive, active) = (Start(terms, seed), Start(terms, seed));
            for (var day = 0; day < 200; day++)
            {
                Give(passive, [.. Command(passive, day)]);
                Give(active, [.. Command(active, day), .. active.Observe(Me).Mail.SelectMany(mail => Enumerable.Repeat(new ReactToMail(mail.Number, mail.Actions[mail.Number % mail.Actions.Count]), 2))]);
                Assert.Equal(Sent(passive), Sent(active));
            }

            foreach (var kind in (AdversaryKind[])[AdversaryKind.Phishing, AdversaryKind.ReviewBroker, AdversaryKind.ReviewAttack])
            {
                Assert.Equal(0, passive.Reactions(Me, kind).FellFor + passive.Reactions(Me, kind).Reported);
                fell += active.Reactions(Me, kind).FellFor;
                reported += active.Reactions(Me, kind).Reported;
            }
        }

        Assert.True(fell > 50 && reported > 50, $"{fell} complied with, {reported} reported");

        static (int, int, Money)[] Sent(Simulation simulation) => [.. Happened(simulation, EventKind.MailSent).Select(item => (item.Detail, item.Units, item.Amount))];
    }

    /// <summary>Every message that can be met is counted once, in the column that the deed says.</summary>
    [Fact]
    public void Every_case_is_counted_once()
    {
        var terms = AdversaryTerms.Usual with { PhishingChance = 1, BrokerChance = 1, DocumentChance = 1, HijackChance = 0.5, ReviewAttackChance = 0.5, RightsClaimChance = 6 };
        AdversaryKind[] kinds = [AdversaryKind.Phishing, AdversaryKind.ReviewBroker, AdversaryKind.SupplierDocument, AdversaryKind.Hijack, AdversaryKind.ReviewAttack, AdversaryKind.RightsClaim];
        for (ulong seed = 1; seed <= 8; seed++)
        {
            var simulation = Start(terms, seed);
            var sent = new int[WorldLayout.AdversaryKinds];
            var day = 0;
            for (; !simulation.IsOver; day++)
            {
                var mail = simulation.Observe(Me).Mail;
                Give(simulation, [.. Command(simulation, day), .. mail.Where(message => (message.Number + day) % 4 == 0).Select(message => new ReactToMail(message.Number, message.Actions[message.Number % message.Actions.Count], message.Topic == MailTopic.RightsClaim ? -1 : 0))]);
                foreach (var item in Happened(simulation, EventKind.MailSent))
                {
                    sent[item.Detail]++;
                }
            }

            foreach (var kind in kinds)
            {
                var met = simulation.Reactions(Me, kind);
                Assert.Equal(sent[(int)kind], met.FellFor + met.Ignored + met.Reported + met.Resisted);
                Assert.True(sent[(int)kind] > 0);
            }

            Assert.True(simulation.State.MailWords.IndexOfAnyExcept(0) < 0);
        }
    }

    [Fact]
    public void A_world_without_adversaries_has_no_mail()
    {
        var simulation = Start(new(), 1);
        Assert.Equal(0, simulation.State.Layout.MailSlots);
        Pass(simulation, 100);
        Assert.Empty(simulation.Observe(Me).Mail);
    }

    private static Command[] Command(Simulation simulation, int day) => day == 0 ? [new SetPrice(simulation.Observe(Me).Offers[0].Id, Money.Dollars(20))] : [];

    private static AdversaryTerms Terms(MailKind kind, double chance) => kind switch
    {
        MailKind.Phishing => new() { PhishingChance = chance },
        MailKind.Notice => new() { NoticeChance = chance },
        MailKind.Broker => new() { BrokerChance = chance },
        MailKind.Document => new() { DocumentChance = chance },
        MailKind.Hijack => new() { HijackChance = chance, HijackDays = 1 },
        MailKind.Rights => new() { RightsClaimChance = 12 * chance },
        _ => new() { ReviewAttackChance = chance },
    };

    private static Simulation Start(AdversaryTerms terms, ulong seed) =>
        TestWorlds.Start(Shop(Factory with { Bargain = 0.2 }, days: 340, stock: 900_000) with { Start = new(2025, 2, 1), Adversaries = terms }, seed);
}
