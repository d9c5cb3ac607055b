using FbaBench.World;

namespace FbaBench.Kernel.Inbox;

/// <summary>
/// A seat's messages: slots of the state. A message is sent in the evening and can be answered on the days after, up to its last; in that evening it lapses.
/// </summary>
internal static class Mailbox
{
    private const int CustomerDays = 3;
    private const int ReceivingDays = 30;
    private const int ClaimDays = 7;
    private const int AttackDays = 10;
    private const int NoticeDays = 7;
    private const int OfferDays = 5;

    /// <summary>Sends a message. One that finds the box full ends at once, as if nobody had answered it: a box that is never emptied keeps nothing away.</summary>
    public static void Send(DayContext day, int seat, MailKind kind, int own, int units, long amount, int wanted = 0, long referral = 0)
    {
        var state = day.State;
        if (state.Status[seat] != (int)SeatStatus.Trading)
        {
            return;
        }

        for (var slot = First(state, seat); slot < First(state, seat + 1); slot++)
        {
            var mail = Mail.At(state, slot);
            if (mail.Number == 0)
            {
                mail.Number = ++state.MailCount[seat];
                Write(day, mail, kind, own, units, amount, wanted, referral);
                day.Emit(EventKind.MailSent, seat, own < 0 ? -1 : day.Model.Own[own].Row, units, (int)kind, amount);
                return;
            }
        }

        Span<int> words = stackalloc int[Mail.Words];
        Span<long> cents = stackalloc long[Mail.Sums];
        var unread = new Mail(words, cents);
        unread.Clear();
        Write(day, unread, kind, own, units, amount, wanted, referral);
        Lapses.Lapse(day, seat, unread);
    }

    /// <summary>First slot of a seat.</summary>
    public static int First(WorldState state, int seat) => seat * state.Layout.MailSlots;

    /// <summary>Slot of a message that can still be answered, or −1.</summary>
    public static int Find(WorldState state, int seat, int number)
    {
        for (var slot = First(state, seat); slot < First(state, seat + 1) && number > 0; slot++)
        {
            var mail = Mail.At(state, slot);
            if (mail.Number == number && mail.Answered == 0)
            {
                return slot;
            }
        }

        return -1;
    }

    /// <summary>Ends a message and counts how its adversary was met.</summary>
    public static void Close(DayContext day, int seat, Mail mail, Reaction reaction)
    {
        if (mail.Kind is not (MailKind.Complaint or MailKind.Receiving or MailKind.Notice))
        {
            Adversaries.Count(day.State, seat, (int)mail.Kind, reaction);
        }

        day.Emit(EventKind.MailSettled, seat, mail.Own < 0 ? -1 : day.Model.Own[mail.Own].Row, (int)reaction, (int)mail.Kind);
        mail.Clear();
    }

    private static void Write(DayContext day, Mail mail, MailKind kind, int own, int units, long amount, int wanted, long referral)
    {
        mail.KindWord = (int)kind;
        mail.Day = day.Day;
        mail.AnswerBy = day.Day + Days(day.Definition.Adversaries, kind);
        mail.Own = own;
        mail.Units = units;
        mail.Wanted = wanted;
        mail.Amount = amount;
        mail.Referral = referral;
    }

    private static int Days(AdversaryTerms terms, MailKind kind) => kind switch
    {
        MailKind.Complaint or MailKind.Injection => CustomerDays,
        MailKind.Receiving => ReceivingDays,
        MailKind.Hijack => terms.HijackDays,
        MailKind.Authenticity or MailKind.Rights => ClaimDays,
        MailKind.Attack => AttackDays,
        MailKind.Phishing or MailKind.Notice => NoticeDays,
        _ => OfferDays,
    };
}
