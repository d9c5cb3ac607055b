using FbaBench.Contracts;
using FbaBench.Kernel.Health;
using FbaBench.Kernel.Phases;
using FbaBench.Kernel.Supply;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Inbox;

/// <summary>What sellers do about messages.</summary>
internal static class MailCommands
{
    /// <summary>Days in which the marketplace takes a counterfeiter off a listing: 2 to 5 from the report.</summary>
    private const int FewestRemovalDays = 2;
    private const int RemovalSpread = 4;

    /// <summary>Days in which it checks documents, and deletes false reviews.</summary>
    private const int CheckDays = 2;
    private const int DeletionDays = 4;

    // Made once: an answer is looked up in them on the kernel's day, which allocates nothing.
    private static readonly MailAction[] CanRefund = [MailAction.Refund];
    private static readonly MailAction[] CanDispute = [MailAction.Dispute];
    private static readonly MailAction[] CanReport = [MailAction.Report];
    private static readonly MailAction[] CanComply = [MailAction.Comply];
    private static readonly MailAction[] CanComplyOrReport = [MailAction.Comply, MailAction.Report];

    /// <summary>The actions that a kind of message has.</summary>
    public static ReadOnlySpan<MailAction> Actions(MailKind kind) => kind switch
    {
        MailKind.Complaint or MailKind.Injection => CanRefund,
        MailKind.Receiving or MailKind.Authenticity or MailKind.Rights => CanDispute,
        MailKind.Hijack => CanReport,
        MailKind.Document => CanComply,
        _ => CanComplyOrReport,
    };

    public static Refusal React(DayContext day, int seat, int index, ReactToMail command)
    {
        var slot = Mailbox.Find(day.State, seat, command.Mail);
        if (slot < 0)
        {
            return AccountRules.UnknownMail(index, command.Mail);
        }

        var mail = Mail.At(day.State, slot);
        if (AccountRules.Reaction(index, command, Actions(mail.Kind)) is { Reason: not RefusalReason.None } refusal)
        {
            return refusal;
        }

        return Apply(day, seat, index, mail, command);
    }

    private static Refusal Apply(DayContext day, int seat, int index, Mail mail, ReactToMail command)
    {
        switch (mail.Kind)
        {
            case MailKind.Complaint:
                Complaints.Refund(day, day.Model.Own[mail.Own], mail.Units, mail.Amount, mail.Referral);
                Mailbox.Close(day, seat, mail, Reaction.Resisted);
                return default;
            case MailKind.Injection:
                Complaints.Refund(day, day.Model.Own[mail.Own], mail.Units, mail.Amount, mail.Referral);
                mail.Answered = 1;
                return default;
            case MailKind.Document:
                var offer = day.Model.Own[mail.Own];
                SupplierCommands.Confirm(day, offer, mail.Units, offer.Quotes[mail.Units].MinimumUnits, (int)mail.Amount);
                mail.Answered = 1;
                return default;
            case MailKind.Receiving:
                Claim(day, seat, mail, command.Claim);
                return default;
            case MailKind.Hijack:
                return TestBuy(day, seat, index, mail);
            case MailKind.Authenticity or MailKind.Rights:
                Prove(day, seat, mail, command.Claim);
                return default;
            default:
                return command.Action == MailAction.Report ? Report(day, seat, mail) : Comply(day, seat, index, mail);
        }
    }

    private static Refusal Report(DayContext day, int seat, Mail mail)
    {
        if (mail.Kind == MailKind.Notice)
        {
            // A true notice that is reported stays without an answer.
            Lapses.Notice(day, seat);
        }
        else if (mail.Kind == MailKind.Attack)
        {
            day.State.AttackRemovalDay[mail.Own] = day.Day + DeletionDays;
        }

        Mailbox.Close(day, seat, mail, Reaction.Reported);
        return default;
    }

    private static Refusal Comply(DayContext day, int seat, int index, Mail mail)
    {
        if (mail.Kind == MailKind.Broker && AccountRules.Covered(index, mail.Amount, Math.Max(0, day.Balance(seat, Account.Cash))) is { Reason: not RefusalReason.None } refusal)
        {
            return refusal;
        }

        switch (mail.Kind)
        {
            case MailKind.Broker:
                var bought = day.Model.Own[mail.Own];
                day.Charge(bought, TransferReason.ReviewPurchase, EventKind.ReviewsBought, mail.Amount, mail.Units);
                ReviewPhase.Buy(day, bought, mail.Units);
                break;
            case MailKind.Notice:
                Mailbox.Close(day, seat, mail, Reaction.Resisted);
                return default;
            case MailKind.Attack:
                // Who pays is asked again: the reviews stay, and as many come once more.
                Lapses.Lose(day, seat, mail.Amount);
                Impostors.Attack(day, day.Model.Own[mail.Own], 1);
                Impostors.Keep(day, mail);
                break;
            default:
                Lapses.Lose(day, seat, mail.Amount);
                break;
        }

        Mailbox.Close(day, seat, mail, Reaction.FellFor);
        return default;
    }

    /// <summary>Buys the counterfeit as proof; the marketplace removes its seller some days later.</summary>
    private static Refusal TestBuy(DayContext day, int seat, int index, Mail mail)
    {
        if (AccountRules.Covered(index, mail.Amount, Math.Max(0, day.Balance(seat, Account.Cash))) is { Reason: not RefusalReason.None } refusal)
        {
            return refusal;
        }

        var own = mail.Own;
        Lapses.Lose(day, seat, mail.Amount);
        var days = FewestRemovalDays + (int)(day.Draws.Bits(Mechanism.HijackRemoval, day.Model.Own[own].Key, mail.Day).X0 % RemovalSpread);
        day.State.HijackUntil[own] = Math.Min(day.State.HijackUntil[own], day.Day + days);
        Mailbox.Close(day, seat, mail, Reaction.Reported);
        return default;
    }

    /// <summary>A claim for lost units is paid as far as it is true.</summary>
    private static void Claim(DayContext day, int seat, Mail mail, int claimed)
    {
        if (claimed > mail.Units || claimed < 1)
        {
            AccountHealthBook.FalseClaim(day, seat);
            Mailbox.Close(day, seat, mail, Reaction.FellFor);
            return;
        }

        var paid = mail.Amount * claimed / mail.Units;
        day.State.Available[seat] += paid;
        day.Charge(day.Model.Own[mail.Own], TransferReason.Reimbursement, EventKind.Reimbursed, paid, claimed);
        Mailbox.Close(day, seat, mail, Reaction.Reported);
    }

    /// <summary>A claim against the listing is answered by the order with which units came: the marketplace checks that there was one.</summary>
    private static void Prove(DayContext day, int seat, Mail mail, int orderDay)
    {
        var offer = day.Model.Own[mail.Own];
        var isTrue = orderDay == -1 ? day.State.InvoiceDay[offer.Index] == 0 && offer.Product.OpeningStock > 0 : orderDay >= 0 && orderDay == day.State.InvoiceDay[offer.Index] - 1;
        if (isTrue)
        {
            day.State.BlockedUntil[mail.Own] = day.Day + CheckDays - 1;
            Mailbox.Close(day, seat, mail, Reaction.Reported);
            return;
        }

        AccountHealthBook.FalseClaim(day, seat);
        Lapses.Claim(day, seat);
        Mailbox.Close(day, seat, mail, Reaction.FellFor);
    }
}
