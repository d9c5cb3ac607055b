namespace FbaBench.Contracts;

/// <summary>Messages under the commands of a draft.</summary>
internal sealed class DraftedMail(Observation today, DraftedCash cash)
{
    private readonly List<int> _settled = [];
    private readonly List<int> _perhapsSettled = [];

    public Verdict React(int index, ReactToMail command, Func<OfferId, DraftedOffer?> offers)
    {
        var unknown = AccountRules.UnknownMail(index, command.Mail);
        if (_settled.Contains(command.Mail))
        {
            return Verdict.Of(unknown);
        }

        if (Find(command.Mail) is not { } message)
        {
            return Unseen(index, command, unknown);
        }

        var verdict = Verdict.Of(AccountRules.Reaction(index, command, [.. message.Actions]));
        var (cost, isTaken) = Cost(message, command.Action);
        if (!isTaken)
        {
            verdict = verdict.Then(cash.CoversAtHand(index, cost));
        }

        if (_perhapsSettled.Contains(command.Mail))
        {
            verdict = verdict with { Worst = unknown };
        }

        if (verdict.IsAccepted)
        {
            Settle(message, command.Action, cost, isTaken, verdict.IsSure, offers);
        }

        return verdict;
    }

    /// <summary>Numbers ascend: one above all that are open may be a warehouse's report of this morning, where goods are on their way.</summary>
    private Verdict Unseen(int index, ReactToMail command, Refusal unknown)
    {
        var mayCome = today.OpenOrders.Count > 0 && command.Mail > 0;
        for (var i = 0; i < today.Mail.Count; i++)
        {
            mayCome &= command.Mail > today.Mail[i].Number;
        }

        return mayCome ? new(unknown, AccountRules.Reaction(index, command, [MailAction.Dispute])) : Verdict.Of(unknown);
    }

    private MailMessage? Find(int number)
    {
        for (var i = 0; i < today.Mail.Count; i++)
        {
            if (today.Mail[i].Number == number)
            {
                return today.Mail[i];
            }
        }

        return null;
    }

    /// <summary>What an answer costs at once, and whether it is taken even where cash does not cover it, as far as it goes.</summary>
    private static (long Cents, bool IsTaken) Cost(MailMessage message, MailAction action) => (message.Topic, action) switch
    {
        (MailTopic.ServiceOffer, MailAction.Comply) or (MailTopic.ForeignSeller, MailAction.Report) => (message.Amount.Cents, false),
        (MailTopic.ReviewThreat, MailAction.Comply) => (message.Amount.Cents, true),
        (MailTopic.AccountNotice, MailAction.Comply) when message.Sender != MailMessage.MarketplaceAddress => (message.Amount.Cents, true),
        _ => (0, true),
    };

    private void Settle(MailMessage message, MailAction action, long cost, bool isTaken, bool isSure, Func<OfferId, DraftedOffer?> offers)
    {
        (isSure ? _settled : _perhapsSettled).Add(message.Number);
        if (isTaken)
        {
            cash.Lose(cost, isSure);
        }
        else
        {
            cash.Pay(Bounds.Exactly(cost), isSure);
        }

        if (message.Topic == MailTopic.SupplierNotice && action == MailAction.Comply && message.Offer is { } id)
        {
            offers(id)?.Confirm(message.Sender, message.Amount);
        }
    }
}
