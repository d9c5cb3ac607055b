using FbaBench.Market;

namespace FbaBench;

/// <summary>
/// The auction of a world's sponsored slots, open to known-answer tests and to agents that work out a bid: generalised second price on bid ×
/// quality (Edelman, Ostrovsky and Schwarz, American Economic Review 2007; Varian 2007). The kernel runs the same code.
/// </summary>
public static class SponsoredAuction
{
    /// <summary>
    /// Fills slots by bid × quality, ties by <see cref="AdBid.Tie"/>. A click costs the lower of the own bid and what keeps the place: the next rank score over
    /// the own quality, rounded up to a unit, plus the increment, and at least the reserve. Who bids below the reserve takes no part.
    /// </summary>
    /// <param name="bids">The bidders.</param>
    /// <param name="slots">Slots, at least 1.</param>
    /// <param name="reserve">Lowest price of a click, at least 0.</param>
    /// <param name="increment">What is paid above the next rank score, at least 0.</param>
    /// <returns>The slots that are taken, first slot first.</returns>
    /// <exception cref="ArgumentException">A number is outside its limits.</exception>
    /// <exception cref="OverflowException">A bid × quality is beyond 2^63.</exception>
    public static IReadOnlyList<SlotResult> Run(IReadOnlyList<AdBid> bids, int slots, long reserve, long increment)
    {
        ArgumentNullException.ThrowIfNull(bids);
        ArgumentOutOfRangeException.ThrowIfLessThan(slots, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(reserve);
        ArgumentOutOfRangeException.ThrowIfNegative(increment);
        foreach (var bid in bids)
        {
            if (bid.Bid < 0 || bid.Quality < 1)
            {
                throw new ArgumentException($"A bid is at least 0 and a quality at least 1; got {bid.Bid} and {bid.Quality}.", nameof(bids));
            }
        }

        var winners = new int[slots];
        var prices = new long[slots];
        var filled = SlotAuction.Run([.. bids.Select(bid => bid.Bid)], [.. bids.Select(bid => bid.Quality)], [.. bids.Select(bid => bid.Tie)], reserve, increment, winners, prices);
        return Array.AsReadOnly([.. winners.Take(filled).Zip(prices, (winner, price) => new SlotResult(winner, price))]);
    }
}

/// <summary>A bidder for sponsored slots.</summary>
/// <param name="Bid">Most paid for a click, in whole units of money (cents in a world); 0 takes no part.</param>
/// <param name="Quality">Expected click rate on a common scale, at least 1.</param>
/// <param name="Tie">Who comes first of equal rank scores: the smaller number, then the earlier bidder.</param>
public readonly record struct AdBid(long Bid, int Quality = 1_000, ulong Tie = 0);

/// <summary>A slot and its price.</summary>
/// <param name="Bidder">Position of the bidder, from 0.</param>
/// <param name="PricePerClick">What a click costs it.</param>
public readonly record struct SlotResult(int Bidder, long PricePerClick);
