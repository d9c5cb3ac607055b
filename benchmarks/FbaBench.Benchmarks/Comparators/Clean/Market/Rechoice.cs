using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Benchmarks.Clean;

/// <summary>Whoever met an empty shelf chooses once more; whoever meets a second one leaves.</summary>
internal sealed class Rechoice(Today today, Shoppers shoppers)
{
    public void Run(Niche niche, Seller seller, double odds, List<Slot> morning)
    {
        foreach (var listing in niche.Listings)
        {
            listing.WasEmpty = listing.Price == 0 || !listing.Has(1);
        }

        var leave = Divert(niche, odds, morning);
        long sum = 0;
        foreach (var listing in niche.Results)
        {
            sum += listing.Diversion;
        }

        foreach (var own in InLine(niche))
        {
            var unmet = own.Wanted.Units - own.Served.Units;
            own.Lost = unmet;
            seller.LostEver += unmet;

            // What is left on a shelf was too little for whoever was turned away, and no other offer stands on the page.
            if (own.WasEmpty && sum > 0)
            {
                TurnAway(niche, own, sum, leave);
            }
        }
    }

    /// <summary>Weighs the listings in stock by what they would sell more without the empty ones. Returns the share who buy nothing.</summary>
    private double Divert(Niche niche, double odds, List<Slot> morning)
    {
        foreach (var listing in niche.Listings)
        {
            listing.Slot = int.MaxValue;
            listing.Diversion = 0;
        }

        for (var slot = 0; slot < morning.Count; slot++)
        {
            morning[slot].Listing.Slot = slot;
        }

        shoppers.Consider(niche, odds, morning, inStock: true);
        var (lost, won) = (0.0, 0.0);
        foreach (var listing in niche.Listings)
        {
            if (listing.Position == 0)
            {
                continue;
            }

            if (listing.WasEmpty)
            {
                lost += listing.MorningBuy;
                continue;
            }

            var gain = Math.Max(0, listing.Buy - listing.MorningBuy);
            won += gain;
            listing.Diversion = (long)(gain * NestedLogit.Scale);
        }

        return lost == 0 ? 1 : Math.Clamp(1 - (won / lost), 0, 1);
    }

    /// <summary>Listings whose shoppers were turned away, in the order that is drawn for the day.</summary>
    private List<OwnListing> InLine(Niche niche)
    {
        var line = new List<(ulong Rank, OwnListing Own)>();
        foreach (var own in niche.Own)
        {
            if (own.Served != own.Wanted)
            {
                var bits = today.Draws.Bits(Mechanism.RechoiceOrder, own.Key, today.Day);
                line.Add((((ulong)bits.X0 << 32) | bits.X1, own));
            }
        }

        line.Sort(static (left, right) => left.Rank != right.Rank ? left.Rank.CompareTo(right.Rank) : left.Own.Key.CompareTo(right.Own.Key));
        return line.ConvertAll(static one => one.Own);
    }

    private void TurnAway(Niche niche, OwnListing own, long sum, double leave)
    {
        for (var order = 0; order < own.Wanted.Orders; order++)
        {
            if (own.Wanted.WasServed(order, own.Served))
            {
                continue;
            }

            var size = own.Wanted.SizeOf(order);
            var shopper = (own.Wanted.RankOf(order) * Demand.LargestOrder) + size - 1;
            if (Next(niche, own, shopper, sum, leave) is { } other && other.Has(size))
            {
                other.Orders++;
                other.Units += size;
                other.Sessions++;
                other.Take(size);
            }
        }
    }

    /// <summary>Where a shopper goes: the first in a race between the listings in stock and leaving; null for leaving.</summary>
    private Listing? Next(Niche niche, OwnListing own, int shopper, long sum, double leave)
    {
        Listing? winner = null;
        var best = leave > 0 ? Time(own, 0, shopper) / leave : double.PositiveInfinity;
        foreach (var listing in niche.Listings)
        {
            if (listing.Diversion == 0)
            {
                continue;
            }

            var time = Time(own, listing.Key, shopper) / ((1 - leave) * listing.Diversion / sum);
            if (time < best)
            {
                best = time;
                winner = listing;
            }
        }

        return winner;
    }

    private double Time(OwnListing own, ulong other, int shopper) =>
        -DetMath.Log(today.Draws.Uniform(Mechanism.Rechoice, EntityKey.Combine(own.Key, other), today.Day, shopper));
}
