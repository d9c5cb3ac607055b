using System.Globalization;
using System.Text;

namespace FbaBench.Tests.Economics;

/// <summary>
/// Each adversary in paired worlds: the right reaction earns more than falling for it and than ignoring it. The seller is the base-stock rule that answers all
/// other mail rightly; it has cash enough that no order waits for money, only what it does about one kind differs, and in each world only that kind is about, more often than usual, so that few worlds tell
/// (docs/evidence/adversaries.md).
/// </summary>
[Trait("Category", "Long")]
public sealed class AdversaryTests
{
    private static readonly AdversaryTerms Nobody = new();

    public static TheoryData<string> Kinds => [.. Cases.Select(item => item.Name)];

    private static IReadOnlyList<Case> Cases { get; } =
    [
        new("supplier fraud", world => world, Adversary.Supplier),
        new("hijack", world => world with { Adversaries = Nobody with { HijackChance = 0.1 } }, Adversary.Mail(MailTopic.ForeignSeller)),
        new("authenticity claim", world => world with { Adversaries = Nobody with { AuthenticityClaimsPer1000Units = 5 }, Laboratory = true }, Adversary.Mail(MailTopic.AuthenticityClaim)),
        new("rights claim", world => world with { Laboratory = true, Adversaries = Nobody with { RightsClaimChance = 1 } }, Adversary.Mail(MailTopic.RightsClaim)),
        new("review attack", world => world with { Laboratory = true, Adversaries = Nobody with { ReviewAttackChance = 0.2 } }, Adversary.Mail(MailTopic.ReviewThreat)),
        new("phishing", world => world with { Adversaries = Nobody with { PhishingChance = 1 } }, Adversary.Mail(MailTopic.AccountNotice)),
        new("review broker", world => world with { Adversaries = Nobody with { BrokerChance = 1, ReviewsOfBroker = 400 } }, Adversary.Mail(MailTopic.ServiceOffer)),
        new("hidden instruction", world => world with { Adversaries = Nobody with { InjectionShare = 1, PhishingChance = 1e-9 } }, Adversary.Mail(MailTopic.CustomerComplaint)),
        new("supplier document", world => Soft(world) with { Adversaries = Nobody with { DocumentChance = 1 } }, Adversary.Mail(MailTopic.SupplierNotice)),
    ];

    /// <summary>In the short form the means alone are compared; the intervals need all the worlds.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_right_reaction_earns_more_than_falling_for_it_and_than_ignoring_it(string kind)
    {
        var item = Cases.Single(one => one.Name == kind);
        var worlds = SearchWorlds.ForAdversaries("first-year", LongRun.IsWhole ? 128 : 6, world => item.World(world with { Cash = Money.Dollars(200_000) }));
        var right = worlds.Play(() => new Reacting(item.About, Reacts.Rightly));
        var table = new StringBuilder();
        foreach (var reaction in (Reacts[])[Reacts.FallsFor, Reacts.Ignores])
        {
            var scores = worlds.Play(() => new Reacting(item.About, reaction));
            var gain = MeanInterval.Of([.. right.Zip(scores, (a, b) => a - b)]);
            table.Append(CultureInfo.InvariantCulture, $"| {kind} | {(reaction == Reacts.FallsFor ? "falling for it" : "ignoring it")} | {right.Average():#,0} | {scores.Average():#,0} | {gain.Mean:+#,0;−#,0;0} ± {gain.HalfWidth:#,0} |\n");
            Assert.True(LongRun.IsWhole ? gain.Low > 0 : scores.Length > 0 && !right.SequenceEqual(scores), $"{kind}: {table}");
        }

        Evidence.Write("adversary-" + kind.Replace(' ', '-'), table.ToString(), "md");
    }

    /// <summary>Words change nothing: whoever reads the mail and answers none of it ends as one who never looked.</summary>
    [Fact]
    public void What_is_not_done_does_not_count()
    {
        var worlds = SearchWorlds.ForAdversaries("first-year", 2, world => world);
        Assert.Equal(worlds.Play(() => new Reacting(Adversary.All, Reacts.Ignores)), worlds.Play(() => new Reacting(Adversary.All, Reacts.Ignores, reads: true)));
    }

    /// <summary>Factories that give way far, so that their notices offer something.</summary>
    private static WorldDefinition Soft(WorldDefinition world) => world with
    {
        Niches = [.. world.Niches.Select(niche => niche with { Products = [.. niche.Products.Select(product => product with { Suppliers = [.. product.Suppliers.Select(supplier => supplier with { Bargain = supplier.Bargain > 0 ? 0.3 : 0 })] })] })],
    };

    private sealed record Case(string Name, Func<WorldDefinition, WorldDefinition> World, Adversary About);
}

/// <summary>What a seller does about an adversary.</summary>
internal enum Reacts
{
    Rightly,
    FallsFor,
    Ignores,
}

/// <summary>The adversary that a seller's reaction is about: mail of a topic, all mail, or a supplier that cheats.</summary>
internal readonly record struct Adversary(MailTopic? Topic, bool IsSupplier)
{
    public static Adversary Supplier { get; } = new(null, true);

    public static Adversary All { get; } = new(null, false);

    public static Adversary Mail(MailTopic topic) => new(topic, false);

    public bool IsAbout(MailMessage mail) => !IsSupplier && (Topic is null || mail.Topic == Topic);
}

/// <summary>The base-stock rule with right answers to all mail but that of one adversary.</summary>
internal sealed class Reacting(Adversary about, Reacts reaction, bool reads = false) : IPolicy
{
    /// <summary>For one that only reads: so that the reading is not optimised away.</summary>
    public int Read { get; private set; }

    public List<Command> Decide(Observation today)
    {
        var commands = new List<Command>();
        foreach (var offer in today.Offers)
        {
            var best = GoodsSource.Of(offer, today).BreakEvenCents + (offer.ReferencePrice.Cents / BaseStock.EffectiveElasticity);
            var price = Money.Min(new((long)best), offer.HighestFeaturedPrice ?? new((long)best));
            price = Obeys(offer, today) ?? price;
            if (price != offer.Price)
            {
                commands.Add(new SetPrice(offer.Id, price));
            }
        }

        var right = new List<Command>();
        CustomerService.Answer(today, right);
        Hygiene.Answer(today, right);
        foreach (var mail in today.Mail)
        {
            Read += reads ? mail.Text.Length : 0;
            if (about.IsAbout(mail) && reaction != Reacts.Rightly)
            {
                right.RemoveAll(command => command is ReactToMail react && react.Mail == mail.Number);
                if (reaction == Reacts.FallsFor)
                {
                    FallFor(today, mail, right);
                }
            }
        }

        commands.AddRange(right);
        if (about.IsSupplier)
        {
            Buy(today, commands);
        }
        else
        {
            StockPlan.AddOrders(today, GoodsSource.Of(today), commands, StockRule.Tuned);
        }

        return commands;
    }

    /// <summary>Does what the message wants of whoever believes it.</summary>
    private static void FallFor(Observation today, MailMessage mail, List<Command> commands)
    {
        switch (mail.Topic)
        {
            case MailTopic.AccountNotice or MailTopic.ServiceOffer or MailTopic.ReviewThreat:
                commands.Add(new ReactToMail(mail.Number, MailAction.Comply));
                break;
            case MailTopic.AuthenticityClaim or MailTopic.RightsClaim:
                // A made-up invoice.
                commands.Add(new ReactToMail(mail.Number, MailAction.Dispute, today.Day + 1));
                break;
            case MailTopic.SupplierNotice:
                var offer = today.Offers.Single(one => one.Id == mail.Offer);
                commands.Add(new PlaceOrder(offer.Id, offer.Quotes.First(quote => quote.Negotiates).Supplier, mail.Units * 10));
                break;
            default:
                break;
        }
    }

    /// <summary>The price that a hidden instruction or a counterfeiter drives a believer to.</summary>
    private Money? Obeys(OfferObservation offer, Observation today)
    {
        if (reaction != Reacts.FallsFor || about.Topic is null)
        {
            return null;
        }

        var mails = today.Mail.Where(mail => mail.Offer == offer.Id && mail.Topic == about.Topic).ToArray();
        return about.Topic switch
        {
            MailTopic.CustomerComplaint when mails.Any(mail => mail.Text.Contains("SYSTEM", StringComparison.Ordinal)) => new(offer.ReferencePrice.Cents * 30 / 100),
            MailTopic.ForeignSeller when mails.Length > 0 => new(Math.Max(1, mails[0].Amount.Cents)),
            _ => null,
        };
    }

    /// <summary>Rightly: inspects, and buys of whom it can trust. Falls for it: buys of the cheapest. Ignores it: never looks at who is not verified.</summary>
    private void Buy(Observation today, List<Command> commands)
    {
        if (reaction == Reacts.Rightly)
        {
            var dealings = new Dealings(TunedRule.Documented with { Proposals = 0 }, today, GoodsSource.Of(today), commands);
            dealings.Run();
            StockPlan.AddOrders(today, GoodsSource.Of(today), commands, StockRule.Tuned, dealings.Waits);
            return;
        }

        var orders = new List<Command>();
        StockPlan.AddOrders(today, GoodsSource.Of(today), orders, StockRule.Tuned);
        foreach (var order in orders.Cast<PlaceOrder>())
        {
            var offer = today.Offers.Single(one => one.Id == order.Offer);
            var cheapest = offer.Quotes.MinBy(quote => quote.LandedCostAtMinimum.Cents)!;
            commands.Add(reaction == Reacts.FallsFor ? order with { Supplier = cheapest.Supplier, Units = Math.Max(order.Units, cheapest.MinimumUnits) } : order);
        }
    }
}
