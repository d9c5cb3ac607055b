namespace FbaBench.Market;

/// <summary>Generalised second-price auction on bid × quality, without allocation; <see cref="SponsoredAuction"/> states the rule.</summary>
internal static class SlotAuction
{
    /// <summary>Fills slots in the order of bid × quality; each pays what keeps its place. Returns how many are taken.</summary>
    public static int Run(ReadOnlySpan<long> bids, ReadOnlySpan<int> qualities, ReadOnlySpan<ulong> ties, long reserve, long increment, Span<int> winners, Span<long> prices)
    {
        var filled = 0;
        for (var slot = 0; slot < winners.Length; slot++)
        {
            var best = Best(bids, qualities, ties, reserve, winners[..slot]);
            if (best < 0)
            {
                break;
            }

            winners[filled++] = best;
        }

        for (var slot = 0; slot < filled; slot++)
        {
            var next = slot + 1 < filled ? winners[slot + 1] : Best(bids, qualities, ties, reserve, winners[..filled]);
            var price = reserve;
            if (next >= 0)
            {
                var score = checked(bids[next] * qualities[next]);
                var quality = qualities[winners[slot]];
                price = Math.Max(reserve, ((score + quality - 1) / quality) + increment);
            }

            prices[slot] = Math.Min(bids[winners[slot]], price);
        }

        return filled;
    }

    private static int Best(ReadOnlySpan<long> bids, ReadOnlySpan<int> qualities, ReadOnlySpan<ulong> ties, long reserve, ReadOnlySpan<int> taken)
    {
        var best = -1;
        for (var i = 0; i < bids.Length; i++)
        {
            if (bids[i] == 0 || bids[i] < reserve || taken.Contains(i))
            {
                continue;
            }

            var order = best < 0 ? 1 : checked(bids[i] * qualities[i]).CompareTo(checked(bids[best] * qualities[best]));
            if (order > 0 || (order == 0 && ties[i] < ties[best]))
            {
                best = i;
            }
        }

        return best;
    }
}
