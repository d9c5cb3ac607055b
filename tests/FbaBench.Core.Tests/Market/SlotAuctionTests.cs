using CsCheck;

namespace FbaBench.Tests.Market;

public sealed class SlotAuctionTests
{
    private static readonly Gen<AdBid[]> Bidders =
        from bids in Gen.Select(Gen.Long[0, 300], Gen.Int[1, 2_000], Gen.ULong).Array[0, 12]
        select bids.Select(bid => new AdBid(bid.Item1, bid.Item2, bid.Item3)).ToArray();

    [Fact]
    public void A_click_costs_the_next_rank_score_over_the_own_quality()
    {
        var slots = SponsoredAuction.Run([new(100, 200), new(200, 80), new(60, 100)], slots: 2, reserve: 10, increment: 1);
        Assert.Equal([new(0, 81), new(1, 76)], slots);
        Assert.Equal([new(0, 10)], SponsoredAuction.Run([new(100), new(9)], slots: 3, reserve: 10, increment: 1));
        Assert.Equal([new(0, 100), new(1, 99)], SponsoredAuction.Run([new(100), new(100, Tie: 1), new(99, Tie: 2)], slots: 2, reserve: 10, increment: 0));
        Assert.Empty(SponsoredAuction.Run([], slots: 1, reserve: 0, increment: 0));
    }

    [Fact]
    [Trait("Category", "Property")]
    public void Prices_lie_between_reserve_and_bid_and_nobody_outranks_a_winner() => Bidders.Sample(bids =>
    {
        var slots = SponsoredAuction.Run(bids, slots: 4, reserve: 20, increment: 1);
        Assert.Equal(Math.Min(4, bids.Count(bid => bid.Bid >= 20)), slots.Count);
        Assert.Equal(slots.Count, slots.Select(slot => slot.Bidder).Distinct().Count());
        var least = long.MaxValue;
        foreach (var slot in slots)
        {
            Assert.InRange(slot.PricePerClick, 20, bids[slot.Bidder].Bid);
            var score = bids[slot.Bidder].Bid * bids[slot.Bidder].Quality;
            Assert.True(score <= least);
            least = score;
        }

        Assert.All(bids.Where((bid, i) => bid.Bid >= 20 && slots.All(slot => slot.Bidder != i)), loser => Assert.True(slots.Count == 4 && loser.Bid * loser.Quality <= least));
    });

    /// <summary>One more bidder never makes a click cheaper for who keeps the slot, and the order of the list means nothing.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void A_bidder_more_makes_no_slot_cheaper_and_the_order_of_the_list_nothing() => Gen.Select(Bidders, Gen.Long[0, 300]).Sample((bids, more) =>
    {
        var before = SponsoredAuction.Run(bids, slots: 3, reserve: 5, increment: 0);
        var after = SponsoredAuction.Run([.. bids, new(more, 700, ulong.MaxValue)], slots: 3, reserve: 5, increment: 0);
        foreach (var slot in before)
        {
            Assert.All(after.Where(other => other.Bidder == slot.Bidder), other => Assert.True(other.PricePerClick >= slot.PricePerClick || after.ToList().IndexOf(other) > before.ToList().IndexOf(slot)));
        }

        var reversed = SponsoredAuction.Run([.. bids.Reverse()], slots: 3, reserve: 5, increment: 0);
        Assert.Equal(before.Select(slot => (bids[slot.Bidder], slot.PricePerClick)), reversed.Select(slot => (bids[bids.Length - 1 - slot.Bidder], slot.PricePerClick)));
    });

    [Fact]
    public void Wrong_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SponsoredAuction.Run([], slots: 0, reserve: 0, increment: 0));
        Assert.Throws<ArgumentException>(() => SponsoredAuction.Run([new(-1)], slots: 1, reserve: 0, increment: 0));
        Assert.Throws<OverflowException>(() => SponsoredAuction.Run([new(long.MaxValue), new(long.MaxValue)], slots: 1, reserve: 0, increment: 0));
    }
}
