namespace FbaBench.Tests.Economics;

/// <summary>Claims, complaints and negotiation.</summary>
internal static class PaperAttacks
{
    private const string Claims = "claims";
    private const string Complaints = "complaints";
    private const string Talks = "negotiation";

    public static IReadOnlyList<Attack> All { get; } =
    [
        new(Claims, "one unit more than was lost", (today, commands) => commands.Select(command => IsReceiving(today, command, out var dispute) ? dispute with { Claim = dispute.Claim + 1 } : command)),
        new(Claims, "ten times what was lost", (today, commands) => commands.Select(command => IsReceiving(today, command, out var dispute) ? dispute with { Claim = dispute.Claim * 10 } : command)),
        new(Claims, "the same claim five times", (today, commands) => commands.SelectMany(command => Enumerable.Repeat(command, IsReceiving(today, command, out _) ? 5 : 1))),
        new(Claims, "a claim unit by unit", (today, commands) => commands.SelectMany(command => IsReceiving(today, command, out var dispute) ? Enumerable.Repeat<Command>(dispute with { Claim = 1 }, dispute.Claim) : [command])),
        new(Claims, "claims on the last day they can be made", (today, commands) => commands.Where(command => !IsReceiving(today, command, out var dispute) || today.Mail.First(mail => mail.Number == dispute.Mail).AnswerBy == today.Day)),
        new(Complaints, "price cut before the refund", CutBeforeRefund),
        new(Complaints, "refunds on the last day for them", (today, commands) => commands.Where(command => command is not ReactToMail { Action: MailAction.Refund } refund || today.Mail.First(mail => mail.Number == refund.Mail).AnswerBy == today.Day)),
        new(Complaints, "no refunds at all", (today, commands) => commands.Where(command => command is not ReactToMail { Action: MailAction.Refund })),
        new(Talks, "a proposal to everybody every day", (today, commands) => [.. WithoutTalks(commands), .. Propose(today, 0.85)]),
        new(Talks, "a proposal of a cent every day", (today, commands) => [.. WithoutTalks(commands), .. Propose(today, 0)]),
        new(Talks, "an ask taken before anything is ordered", (today, commands) => [.. WithoutTalks(commands), .. Propose(today, 0.9, accepts: true)]),
    ];

    private static bool IsReceiving(Observation today, Command command, out ReactToMail dispute)
    {
        dispute = command as ReactToMail ?? new(0, MailAction.Report);
        var number = dispute.Mail;
        return dispute.Action == MailAction.Dispute && today.Mail.Any(mail => mail.Number == number && mail.Topic == MailTopic.ReceivingReport);
    }

    /// <summary>On the first morning of a complaint the price falls by a third, on the second the buyer is refunded; the seller then asks its own price again.</summary>
    private static IEnumerable<Command> CutBeforeRefund(Observation today, IReadOnlyList<Command> commands)
    {
        var fresh = today.Mail.Where(mail => mail.Topic == MailTopic.CustomerComplaint && mail.Day == today.Day - 1).ToArray();
        return
        [
            .. commands.Where(command => command is not ReactToMail { Action: MailAction.Refund } refund || fresh.All(mail => mail.Number != refund.Mail)),
            .. GoodsAttacks.Reprice(today, offer => fresh.Any(mail => mail.Offer == offer.Id), 0.67),
        ];
    }

    private static IEnumerable<Command> WithoutTalks(IReadOnlyList<Command> commands) => commands.Where(command => command is not (MakeSupplierOffer or AcceptSupplierOffer));

    /// <summary>A proposal for the minimum order to every supplier that hears one, or its ask, once it has made one.</summary>
    private static IEnumerable<Command> Propose(Observation today, double share, bool accepts = false)
    {
        foreach (var offer in today.Offers)
        {
            foreach (var quote in offer.Quotes.Where(quote => quote.Negotiates))
            {
                var state = offer.Suppliers[quote.Supplier.Index];
                if (accepts && state.Ask is not null && today.Day <= state.AskUntil)
                {
                    yield return new AcceptSupplierOffer(offer.Id, quote.Supplier);
                }
                else if (today.Day >= state.TalksFrom)
                {
                    yield return new MakeSupplierOffer(offer.Id, quote.Supplier, quote.MinimumUnits, new(Math.Max(1, (long)(share * quote.UnitPrice(quote.MinimumUnits).Cents))));
                }
            }
        }
    }
}
