using FbaBench.Kernel.Health;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Inbox;

/// <summary>What becomes of a message that nobody answered.</summary>
internal static class Lapses
{
    /// <summary>Evening: messages whose last day is over, or all of a business that closes.</summary>
    public static void Run(DayContext day, int seat)
    {
        var state = day.State;
        var all = state.Status[seat] != (int)SeatStatus.Trading || state.LastDecisionDay[seat] == day.Day;
        for (var slot = Mailbox.First(state, seat); slot < Mailbox.First(state, seat + 1); slot++)
        {
            var mail = Mail.At(state, slot);
            if (mail.Number == 0)
            {
                continue;
            }

            mail.Obeyed |= Impostors.IsObeyed(day, mail) ? 1 : 0;
            if (all || day.Day >= mail.AnswerBy)
            {
                Lapse(day, seat, mail);
            }
        }
    }

    /// <summary>Money that goes to impostors, or to whom a proof is bought from: as much of it as there is cash.</summary>
    public static void Lose(DayContext day, int seat, long cents)
    {
        var lost = Math.Min(cents, Math.Max(0, day.Balance(seat, Account.Cash)));
        day.Post(seat, TransferReason.Deceived, lost);
        day.Emit(EventKind.Deceived, seat, -1, 0, 0, lost);
    }

    /// <summary>A notice without an answer: payouts are held, and it costs points.</summary>
    public static void Notice(DayContext day, int seat)
    {
        // Tonight's payout is the first that is held.
        day.State.HoldUntil[seat] = day.Day + day.Definition.Health.HoldDays - 1;
        AccountHealthBook.Violate(day, seat, day.Definition.Health.NoticePoints);
    }

    /// <summary>A claim against a listing without a true answer costs points; the listing stays closed for its time.</summary>
    public static void Claim(DayContext day, int seat) => AccountHealthBook.Violate(day, seat, day.Definition.Health.ClaimPoints);

    /// <summary>Ends a message that nobody answered, or whose instruction nobody followed.</summary>
    public static void Lapse(DayContext day, int seat, Mail mail)
    {
        var reaction = mail.Obeyed == 1 ? Reaction.FellFor : mail.Answered == 1 ? Reaction.Resisted : Reaction.Ignored;
        switch (mail.Kind)
        {
            case MailKind.Complaint or MailKind.Injection when mail.Answered == 0:
                Complaints.Unanswered(day, day.Model.Own[mail.Own], mail);
                break;
            case MailKind.Hijack:
                // Cutting the price against a counterfeiter who always asks less is what it lives on.
                reaction = HasCut(day.State, mail.Own) ? Reaction.FellFor : Reaction.Ignored;
                break;
            case MailKind.Authenticity or MailKind.Rights:
                Claim(day, seat);
                break;
            case MailKind.Attack:
                Impostors.Keep(day, mail);
                break;
            case MailKind.Notice:
                Notice(day, seat);
                break;
            case MailKind.Phishing:
                Staff(day, seat, mail);
                break;
            case MailKind.Broker:
                GoToRival(day, mail);
                break;
            default:
                break;
        }

        Mailbox.Close(day, seat, mail, reaction);
    }

    private static bool HasCut(WorldState state, int own)
    {
        const double Cut = 0.97;
        return state.ListPrice[own] > 0 && state.ListPrice[own] < Cut * state.HijackPrice[own];
    }

    /// <summary>False mail that nobody reported is read by the staff too.</summary>
    private static void Staff(DayContext day, int seat, Mail mail)
    {
        if (day.Draws.Uniform(Mechanism.StaffFalls, day.Model.SeatKeys[seat], mail.Day) < day.Definition.Adversaries.StaffFallChance)
        {
            Lose(day, seat, mail.Amount / 2);
        }
    }

    /// <summary>Reviews that nobody bought or reported go to a rival of the offer's niche.</summary>
    private static void GoToRival(DayContext day, Mail mail)
    {
        if (Impostors.RivalOf(day, day.Model.Own[mail.Own]) is { } rival)
        {
            day.State.StarCounts[(day.Model.PageOf(rival.Row).Row * WorldLayout.Stars) + WorldLayout.Stars - 1] += mail.Units;
        }
    }
}
