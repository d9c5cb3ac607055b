using FbaBench.Kernel.Inbox;
using FbaBench.World;

namespace FbaBench.Kernel.Observing;

/// <summary>Messages as they were shown last, by slot: a message is the same on every morning until it is answered. No part of the state; an entry is replaced as a whole.</summary>
internal sealed class SeenMail(int slots)
{
    private readonly Entry?[] _bySlot = new Entry?[slots];

    public MailMessage Of(WorldState state, int slot)
    {
        ReadOnlySpan<int> words = state.MailWords.Slice(slot * Mail.Words, Mail.Words);
        ReadOnlySpan<long> cents = state.MailAmounts.Slice(slot * Mail.Sums, Mail.Sums);
        var last = _bySlot[slot];
        if (last is null || !words.SequenceEqual(last.Words) || !cents.SequenceEqual(last.Cents))
        {
            _bySlot[slot] = last = new(words.ToArray(), cents.ToArray(), MailView.Message(state, Mail.At(state, slot)));
        }

        return last.Message;
    }

    private sealed record Entry(int[] Words, long[] Cents, MailMessage Message);
}
