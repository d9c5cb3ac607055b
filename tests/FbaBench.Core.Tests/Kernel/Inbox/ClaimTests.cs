using static FbaBench.Tests.SupplyWorlds;

namespace FbaBench.Tests.Kernel.Inbox;

/// <summary>Claims that close a listing: that a unit is not genuine, that it infringes a right.</summary>
public sealed class ClaimTests
{
    public static TheoryData<MailTopic> Topics => [MailTopic.AuthenticityClaim, MailTopic.RightsClaim];

    /// <summary>Opening stock is proved with −1, ordered units with the day of the last order that was received.</summary>
    [Theory]
    [MemberData(nameof(Topics))]
    public void The_right_evidence_opens_the_listing_after_two_days(MailTopic topic)
    {
        foreach (var isOrdered in (bool[])[false, true])
        {
            var simulation = Claimed(topic, out var mail, isOrdered);
            Assert.Equal(mail.Day + 21, Offer(simulation).ClosedUntil);
            var day = simulation.Day;
            Give(simulation, new ReactToMail(mail.Number, MailAction.Dispute, isOrdered ? Offer(simulation).InvoiceDay!.Value : -1));
            Assert.Equal((0, 0), (Offer(simulation).SessionsYesterday, Offer(simulation).UnitsYesterday));
            Assert.Equal(day + 1, Offer(simulation).ClosedUntil);
            simulation.Step([]);
            Assert.Equal(0, Offer(simulation).SessionsYesterday);
            Assert.Null(Offer(simulation).ClosedUntil);
            simulation.Step([]);
            Assert.True(Offer(simulation).SessionsYesterday > 0);
            Assert.Equal((0, 200), (simulation.FalseClaims(Me), simulation.Observe(Me).Health.Points));
            Assert.Equal(new Reactions(0, 0, 1, 0), simulation.Reactions(Me, Kind(topic)));
        }
    }

    /// <summary>Evidence that is not true: eight points for the false claim, four for the claim against the listing, which stays closed for its 21 days.</summary>
    [Theory]
    [MemberData(nameof(Topics))]
    public void False_evidence_costs_points_and_opens_nothing(MailTopic topic)
    {
        foreach (var (isOrdered, claim) in ((bool, int)[])[(false, 0), (false, -2), (true, -1), (true, 1), (true, int.MaxValue), (true, int.MinValue)])
        {
            var simulation = Claimed(topic, out var mail, isOrdered);
            Give(simulation, new ReactToMail(mail.Number, MailAction.Dispute, claim));
            Assert.Equal((1, 200 - 8 - 4), (simulation.FalseClaims(Me), simulation.Observe(Me).Health.Points));
            Assert.Equal(new Reactions(1, 0, 0, 0), simulation.Reactions(Me, Kind(topic)));
            Assert.Equal(RefusalReason.UnknownMail, Refused(simulation, new ReactToMail(mail.Number, MailAction.Dispute, -1)).Reason);
            OpensAgain(simulation, mail.Day + 22);
        }
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void Without_an_answer_it_costs_points_after_a_week_and_the_listing_is_closed_for_three(MailTopic topic)
    {
        var simulation = Claimed(topic, out var mail);
        Pass(simulation, mail.AnswerBy - simulation.Day);
        Assert.Equal(200, simulation.Observe(Me).Health.Points);
        simulation.Step([]);
        Assert.Equal((0, 196), (simulation.FalseClaims(Me), simulation.Observe(Me).Health.Points));
        Assert.Equal(new Reactions(0, 1, 0, 0), simulation.Reactions(Me, Kind(topic)));
        OpensAgain(simulation, mail.Day + 22);
    }

    /// <summary>A closed listing sells nothing, so that there is one claim at a time; the price stands for when it opens.</summary>
    [Fact]
    public void A_listing_has_one_claim_at_a_time()
    {
        var simulation = TestWorlds.Start(Shop(days: 300, stock: 900_000) with { Adversaries = new() { AuthenticityClaimsPer1000Units = 1_000, RightsClaimChance = 12 } });
        Give(simulation, new SetPrice(Pan, Money.Dollars(20)));
        var closings = 1;
        for (var day = 1; day < 200; day++)
        {
            var until = simulation.State.BlockedUntil[0];
            simulation.Step([]);
            if (Happened(simulation, EventKind.ListingClosed) is [var closing])
            {
                closings++;
                Assert.True(day >= until, "a closed listing was closed again");
                Assert.Equal(21, closing.Units);
            }

            Assert.Equal(Money.Dollars(20), Offer(simulation).Price);
            Assert.InRange(simulation.Observe(Me).Mail.Count, 0, 1);
        }

        Assert.InRange(closings, 8, 10);
    }

    [Fact]
    public void A_claim_closes_the_own_offer_on_a_shared_listing_and_no_other()
    {
        var world = With(Shop(stock: 900_000), product => product with { Shared = true }) with { Seats = 2, Adversaries = new() { RightsClaimChance = 12 } };
        var simulation = TestWorlds.Start(world);
        MarketWorlds.Open(simulation);
        while (simulation.State.BlockedUntil[0] == 0 || simulation.State.BlockedUntil[1] > simulation.Day - 1)
        {
            simulation.Step([]);
        }

        simulation.Step([]);
        Assert.Equal(0, simulation.Observe(Me).Offers[0].UnitsYesterday);
        Assert.True(simulation.Observe(new(1)).Offers[0].UnitsYesterday > 0);
    }

    /// <summary>Of 1,000 units sold, as many claims as the terms say, however many of a day's units are claimed: the first closes the listing that evening.</summary>
    [Fact]
    public void Units_are_claimed_with_their_chance()
    {
        var (sold, claims) = (0L, 0L);
        for (ulong seed = 1; seed <= 30; seed++)
        {
            var simulation = TestWorlds.Start(Shop(days: 370, stock: 900_000, sessions: 300) with { Adversaries = new() { AuthenticityClaimsPer1000Units = 5 } }, seed);
            Give(simulation, new SetPrice(Pan, Money.Dollars(20)));
            for (var day = 0; day < 360; day++)
            {
                Give(simulation, [.. simulation.Observe(Me).Mail.Select(mail => new ReactToMail(mail.Number, MailAction.Dispute, -1))]);
                claims += Happened(simulation, EventKind.ListingClosed).Length;
            }

            Assert.Equal(0, simulation.FalseClaims(Me));
            sold += simulation.Summary(Me).UnitsSold;
        }

        Within(claims, sold, 0.005);
    }

    private static AdversaryKind Kind(MailTopic topic) => topic == MailTopic.RightsClaim ? AdversaryKind.RightsClaim : AdversaryKind.AuthenticityClaim;

    /// <summary>The first day on which the listing has visitors again.</summary>
    private static void OpensAgain(Simulation simulation, int day)
    {
        while (simulation.Day <= day)
        {
            Assert.Equal(0, Offer(simulation).SessionsYesterday);
            simulation.Step([]);
        }

        Assert.True(Offer(simulation).SessionsYesterday > 0);
    }

    /// <summary>A listing that was closed yesterday evening, with opening stock, or with units that were ordered on day 0.</summary>
    private static Simulation Claimed(MailTopic topic, out MailMessage mail, bool isOrdered = false)
    {
        // A unit in a thousand: some days of sales before the first claim, and none soon after it.
        var terms = topic == MailTopic.RightsClaim ? new AdversaryTerms { RightsClaimChance = 12 } : new AdversaryTerms { AuthenticityClaimsPer1000Units = 3 };
        var simulation = TestWorlds.Start(Shop(AtOnce with { Ladder = [new(1, Money.Dollars(1))] }, days: 200, stock: isOrdered ? 0 : 90_000) with { Adversaries = terms }, seed: 2);
        Give(simulation, isOrdered ? [new PlaceOrder(Pan, First, 90_000), new SetPrice(Pan, Money.Dollars(20))] : [new SetPrice(Pan, Money.Dollars(20))]);
        mail = WaitFor(simulation, topic, days: 150);
        Assert.Equal(simulation.Day - 1, mail.Day);
        return simulation;
    }
}
