namespace FbaBench.Market;

/// <summary>Generalised second-price auction on bid × quality, without allocation; <see cref="SponsoredAuction"/> states the rule.</summary>
internal static class SlotAuction
{
    /// <summary>Fills slots in the order of bid × quality; each pays what keeps its place. Returns how many are taken.</summary>
    public static int Run(ReadOnlySpan<long> bids, ReadOnlySpan<int> qualities, ReadOnlySpan<ulong> ties, long reserve, long increment, Span<int> winners, Span<long> prices)
    {
        var filled = 0;
        var next = -1;
        for (var i = 0; i < bids.Length; i++)
        {
            if (bids[i] == 0 || bids[i] < reserve)
            {
                continue;
            }

            // Insertion from below; whoever falls out of the last slot is next, or was before.
            var place = filled;
            while (place > 0 && Precedes(bids, qualities, ties, i, winners[place - 1]))
            {
                place--;
            }

            var loser = place == winners.Length ? i : filled == winners.Length ? winners[^1] : -1;
            if (loser >= 0 && (next < 0 || Precedes(bids, qualities, ties, loser, next)))
            {
                next = loser;
            }

            if (place < winners.Length)
            {
                filled = Math.Min(filled + 1, winners.Length);
                winners[place..(filled - 1)].CopyTo(winners[(place + 1)..]);
                winners[place] = i;
            }
        }

        for (var slot = 0; slot < filled; slot++)
        {
            var follower = slot + 1 < filled ? winners[slot + 1] : next;
            var price = reserve;
            if (follower >= 0)
            {
                var score = checked(bids[follower] * qualities[follower]);
                var quality = qualities[winners[slot]];
                price = Math.Max(reserve, ((score + quality - 1) / quality) + increment);
            }

            prices[slot] = Math.Min(bids[winners[slot]], price);
        }

        return filled;
    }

    /// <summary>Whether the first bidder comes before the second: by score, by tie, by number.</summary>
    private static bool Precedes(ReadOnlySpan<long> bids, ReadOnlySpan<int> qualities, ReadOnlySpan<ulong> ties, int first, int second)
    {
        var order = checked(bids[first] * qualities[first]).CompareTo(checked(bids[second] * qualities[second]));
        return order > 0 || (order == 0 && (ties[first] < ties[second] || (ties[first] == ties[second] && first < second)));
    }
}
