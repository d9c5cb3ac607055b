using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Benchmarks.Ordinary;

/// <summary>Whoever met an empty shelf chooses once more; whoever meets a second one leaves.</summary>
internal sealed class SecondChoice
{
    private readonly Day _day;
    private readonly ShopperChoice _choice;
    private readonly SellerAccount _account;
    private readonly List<OwnListing> _turnedAway = [];

    public SecondChoice(Day day, SellerAccount account, ShopperChoice choice, EventBus bus)
    {
        _day = day;
        _account = account;
        _choice = choice;
        bus.Subscribe<ShelfWasEmpty>(TurnAwayAsync);
    }

    public void Choose(Niche niche, double odds, IReadOnlyList<Listing> results, IReadOnlyList<Slot> morning, Considered? before)
    {
        if (_turnedAway.Count == 0 || before is null)
        {
            return;
        }

        var empty = niche.Listings.Where(listing => listing.Price == 0 || !listing.Has(1)).ToHashSet();
        var (diversion, leave) = Divert(niche, odds, results, morning, before, empty);
        var sum = diversion.Values.Sum();
        foreach (var own in _turnedAway.OrderBy(Rank).ThenBy(own => own.Key).Where(own => empty.Contains(own) && sum > 0))
        {
            foreach (var order in Enumerable.Range(0, own.Wanted.Orders).Where(order => !own.Wanted.WasServed(order, own.Served)))
            {
                var size = own.Wanted.SizeOf(order);
                var shopper = (own.Wanted.RankOf(order) * Demand.LargestOrder) + size - 1;
                if (Next(own, shopper, diversion, sum, leave) is { } other && other.Has(size))
                {
                    other.Order(size);
                }
            }
        }

        _turnedAway.Clear();
    }

    private Task TurnAwayAsync(ShelfWasEmpty happened)
    {
        happened.Listing.Lost = happened.Units;
        _account.LostEver += happened.Units;
        _turnedAway.Add(happened.Listing);
        return Task.CompletedTask;
    }

    /// <summary>What the listings in stock would sell more without the empty ones, and the share who then buy nothing.</summary>
    private (Dictionary<Listing, long> Diversion, double Leave) Divert(
        Niche niche, double odds, IReadOnlyList<Listing> results, IReadOnlyList<Slot> morning, Considered before, HashSet<Listing> empty)
    {
        var after = _choice.Consider(niche, odds, results, morning, empty);
        var byPlace = results.OrderBy(listing => listing.Place).ToList();
        var lost = byPlace.Where(empty.Contains).Sum(listing => before.Listings[listing].Buy);
        var gains = byPlace.Where(listing => !empty.Contains(listing))
            .ToDictionary(listing => listing, listing => Math.Max(0, after.Listings[listing].Buy - before.Listings[listing].Buy));
        var leave = lost == 0 ? 1 : Math.Clamp(1 - (gains.Values.Sum() / lost), 0, 1);
        return (gains.ToDictionary(gain => gain.Key, gain => (long)(gain.Value * NestedLogit.Scale)), leave);
    }

    private ulong Rank(OwnListing own)
    {
        var bits = _day.Draws.Bits(Mechanism.RechoiceOrder, own.Key, _day.Number);
        return ((ulong)bits.X0 << 32) | bits.X1;
    }

    /// <summary>Where a shopper goes: the first in a race between the listings in stock and leaving; null for leaving.</summary>
    private Listing? Next(OwnListing own, int shopper, Dictionary<Listing, long> diversion, long sum, double leave)
    {
        var first = diversion.Where(one => one.Value > 0)
            .Select(one => (Listing: one.Key, Time: Time(own, one.Key.Key, shopper) / ((1 - leave) * one.Value / sum)))
            .MinBy(one => one.Time);
        return leave > 0 && Time(own, 0, shopper) / leave <= first.Time ? null : first.Listing;
    }

    private double Time(OwnListing own, ulong other, int shopper) =>
        -DetMath.Log(_day.Draws.Uniform(Mechanism.Rechoice, EntityKey.Combine(own.Key, other), _day.Number, shopper));
}
