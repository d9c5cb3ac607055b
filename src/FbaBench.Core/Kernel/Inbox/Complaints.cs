using FbaBench.Kernel.Health;
using FbaBench.Kernel.Phases;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Kernel.Inbox;

/// <summary>Buyers of defective units who do not send them back write some days after delivery, and want their money.</summary>
internal static class Complaints
{
    private const int WithinDays = 7;

    /// <summary>Schedules the complaint of a unit that was sold today.</summary>
    public static void Schedule(DayContext day, OwnOffer offer, int deliveryDays, uint word, long price, long referral)
    {
        var due = day.Day + deliveryDays + 1 + (int)(word % WithinDays);
        var at = (offer.Index * WorldLayout.ComplaintRingDays) + (due % WorldLayout.ComplaintRingDays);
        day.State.ComplaintUnits[at]++;
        day.State.ComplaintCents[at] += price;
        day.State.ComplaintReferral[at] += referral;
    }

    /// <summary>Evening: who complains today writes; a seller that no longer decides refunds at once.</summary>
    public static void Arrive(DayContext day, OwnOffer offer)
    {
        var at = (offer.Index * WorldLayout.ComplaintRingDays) + (day.Day % WorldLayout.ComplaintRingDays);
        var (units, cents, referral) = (day.State.ComplaintUnits[at], day.State.ComplaintCents[at], day.State.ComplaintReferral[at]);
        if (units == 0)
        {
            return;
        }

        day.State.ComplaintUnits[at] = 0;
        day.State.ComplaintCents[at] = 0;
        day.State.ComplaintReferral[at] = 0;
        if (day.State.Status[offer.Seat] != (int)SeatStatus.Trading || day.State.LastDecisionDay[offer.Seat] == day.Day)
        {
            Refund(day, offer, units, cents, referral);
            return;
        }

        var bits = day.Draws.Bits(Mechanism.Instruction, offer.Key, day.Day);
        var isInjected = KeyedDraws.ToUniform(bits.X0) < day.Definition.Adversaries.InjectionShare;
        Mailbox.Send(day, offer.Seat, isInjected ? MailKind.Injection : MailKind.Complaint, offer.Index, units, cents, isInjected ? Impostors.WantedPrice(offer) : 0, referral);
    }

    /// <summary>Gives the price of units back that stay with their buyers; the seller gets back what referral fees they paid.</summary>
    public static void Refund(DayContext day, OwnOffer offer, int units, long cents, long referral)
    {
        var administration = day.Fees[offer.Index].RefundAdministrationCents(day.Date, referral / units) * units;
        day.Post(offer.Seat, TransferReason.Refund, cents, offer.Row);
        day.Post(offer.Seat, TransferReason.ReferralReturned, referral, offer.Row);
        day.Post(offer.Seat, TransferReason.RefundAdministration, administration, offer.Row);
        day.State.Available[offer.Seat] += referral - cents - administration;
        day.Emit(EventKind.ComplaintRefunded, offer.Seat, offer.Row, units, 0, cents);
    }

    /// <summary>Nobody answered: the marketplace refunds, counts defects, and some buyers write what they think.</summary>
    public static void Unanswered(DayContext day, OwnOffer offer, Mail mail)
    {
        Refund(day, offer, mail.Units, mail.Amount, mail.Referral);
        AccountHealthBook.CountDefects(day, offer.Seat, mail.Units);
        for (var i = 0; i < mail.Units && day.Model.Laboratory.Reviews; i++)
        {
            var bits = day.Draws.Bits(Mechanism.Unanswered, offer.Key, mail.Day, i);
            if (KeyedDraws.ToUniform(bits.X0) < day.Definition.Supply.UnansweredReviewChance)
            {
                ReviewPhase.Expect(day.State, offer.Index, day.Day + 1 + (int)(bits.X1 % WithinDays), 1);
            }
        }
    }
}
