using FbaBench.Kernel;
using FbaBench.World;

namespace FbaBench.Benchmarks;

/// <summary>Reviews of a day as the state keeps them: twelve bits for each number of stars.</summary>
internal static class PackedReviews
{
    private const int Bits = 12;
    private const long Mask = (1L << Bits) - 1;

    public static void Unpack(long word, int[] stars)
    {
        for (var star = 0; star < stars.Length; star++)
        {
            stars[star] = (int)((word >> (star * Bits)) & Mask);
        }
    }

    public static long Pack(IReadOnlyList<int> stars)
    {
        long word = 0;
        for (var star = 0; star < stars.Count; star++)
        {
            word |= (long)stars[star] << (star * Bits);
        }

        return word;
    }
}

/// <summary>The sellable lots of an offer in the state's slots.</summary>
internal static class SellableLots
{
    /// <summary>Writes lots over those that stood there; what is not among them any more leaves its slot.</summary>
    public static void Write(WorldState state, int own, IEnumerable<(int Slot, int Since, int Units, long Cost, int Defects)> lots)
    {
        var first = own * state.Layout.Lots;
        var bySlot = lots.ToDictionary(lot => lot.Slot);
        for (var slot = 0; slot < state.Layout.Lots; slot++)
        {
            if (bySlot.TryGetValue(slot, out var lot))
            {
                state.LotStates[first + slot] = (int)LotState.Sellable;
                state.LotNextDay[first + slot] = lot.Since;
                state.LotUnits[first + slot] = lot.Units;
                state.LotCost[first + slot] = lot.Cost;
                state.LotDefects[first + slot] = lot.Defects;
            }
            else if (state.LotStates[first + slot] == (int)LotState.Sellable)
            {
                Lots.Clear(state, first + slot);
            }
        }
    }
}

/// <summary>The marketplace's message that wants proof of a listing's goods, in the first free slot of the seller's mail.</summary>
internal static class ClaimMail
{
    private const int AnswerDays = 7;

    public static void Write(WorldState state, int own, int day)
    {
        for (var slot = 0; slot < state.Layout.MailSlots; slot++)
        {
            var mail = Mail.At(state, slot);
            if (mail.Number == 0)
            {
                mail.Number = ++state.MailCount[0];
                mail.KindWord = (int)MailKind.Authenticity;
                mail.Day = day;
                mail.AnswerBy = day + AnswerDays;
                mail.Own = own;
                return;
            }
        }

        throw new InvalidOperationException("The seller's mail is full; the comparators leave out what then becomes of a message.");
    }
}
