using System.Globalization;

namespace FbaBench;

/// <summary>
/// gsp, gsp_quality_weighted, second_price_reserve_half_uniform: the auction of the sponsored slots on position auctions with known prices (Edelman,
/// Ostrovsky and Schwarz 2007), and its revenue with one slot, a reserve of one half and bidders uniform on 0 to 1.
/// </summary>
internal static class AuctionKinds
{
    /// <summary>Whole units of money that one unit of a vector stands for.</summary>
    private const double Units = 1e6;
    private const double QualityUnits = 1e8;
    private const double UniformUnits = 1e9;
    private const int Worlds = 64;
    private const int AuctionsPerWorld = 4_000;
    private const int MostBidders = 1_000;

    public static void Positions(CertifyEntry entry, ExampleFields fields)
    {
        var clicks = fields.List("clicks", 0, 1e6);
        var values = fields.List("values", 0, 1e6);
        var bids = fields.Has("bids") ? fields.List("bids", 0, 1e6) : values;
        if (bids.Length != values.Length)
        {
            throw new ExampleException($"bids are {bids.Length} and values {values.Length}; each bidder has one of both.");
        }

        var truthful = Auction(values, clicks.Length);
        Compare(entry, fields, "truthful_gsp_totals", truthful.Select((slot, k) => clicks[k] * slot.PricePerClick / Units).ToArray(), clicks.Max() / Units);
        Compare(entry, fields, "vcg_totals", Vcg(clicks, values), 0);
        if (fields.Has("payoff_of_first"))
        {
            var slots = Auction(bids, clicks.Length);
            var payoff = slots.Select((slot, k) => slot.Bidder == 0 ? clicks[k] * (values[0] - (slot.PricePerClick / Units)) : 0).Sum();
            entry.Exact("payoff_of_first", "world", fields.Double("payoff_of_first"), payoff, clicks.Max() / Units, "money");
        }

        fields.RefuseUnread();
        if (entry.Lines.Count == 0)
        {
            throw new ExampleException("The entry has nothing to compare: give truthful_gsp_totals, vcg_totals, or payoff_of_first with bids.");
        }
    }

    public static void QualityWeighted(CertifyEntry entry, ExampleFields fields)
    {
        var bids = fields.List("bids", 0, 1e3);
        var qualities = fields.List("quality", 1e-6, 10);
        var order = fields.List("order", 1, bids.Length);
        var prices = fields.List("cpc", 0, 1e3);
        fields.RefuseUnread();
        if (qualities.Length != bids.Length)
        {
            throw new ExampleException($"quality has {qualities.Length} numbers and bids {bids.Length}; each bidder has one of both.");
        }

        var whole = qualities.Select(quality => (int)Math.Round(quality * QualityUnits)).ToArray();
        var slots = SponsoredAuction.Run([.. bids.Select((bid, i) => new AdBid((long)Math.Round(bid * Units), whole[i]))], Math.Max(order.Length, prices.Length), reserve: 0, increment: 0);
        for (var k = 0; k < order.Length; k++)
        {
            entry.Exact($"order[{k}]", "world", order[k], k < slots.Count ? slots[k].Bidder + 1 : 0);
        }

        for (var k = 0; k < prices.Length; k++)
        {
            // Prices end on a whole unit, and the ratio of two qualities moves by their rounding.
            var rounding = (1 / Units) + (prices[k] / QualityUnits / qualities.Min());
            entry.Exact($"cpc[{k}]", "world", prices[k], k < slots.Count ? slots[k].PricePerClick / Units : 0, rounding, "money a click");
        }
    }

    public static void ReserveHalfUniform(CertifyEntry entry, ExampleFields fields)
    {
        foreach (var name in fields.Names.Where(name => !name.EndsWith("_note", StringComparison.Ordinal)).ToArray())
        {
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var bidders) || bidders < 1 || bidders > MostBidders)
            {
                throw new ExampleException($"'{name}' is no number of bidders; they are whole, 1 to {MostBidders}.");
            }

            var expected = fields.Double(name);
            entry.Exact(name, "solver", expected, Revenue(bidders), unit: "money an auction");
            entry.Drawn(name, expected, MeanInterval.Of(Play(entry, bidders)), 1 / UniformUnits, "money an auction", $"{Worlds} worlds of {AuctionsPerWorld} auctions");
        }

        if (entry.Lines.Count == 0)
        {
            throw new ExampleException("The section has no numbers of bidders.");
        }
    }

    /// <summary>Expected virtual value of the winner: n ∫ (2v − 1) v^(n−1) dv from one half to one (Myerson 1981).</summary>
    public static double Revenue(int bidders)
    {
        double n = bidders;
        return n * ((2 / (n + 1) * (1 - Math.Pow(0.5, n + 1))) - (1 / n * (1 - Math.Pow(0.5, n))));
    }

    private static double[] Play(CertifyEntry entry, int bidders)
    {
        var means = new double[Worlds];
        var options = new ParallelOptions { CancellationToken = entry.CancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, Worlds, options, world =>
        {
            var seed = WorldSeed.OfExperiment(entry.Seed, world);
            var bids = new AdBid[bidders];
            var revenue = 0.0;
            for (var auction = 0; auction < AuctionsPerWorld; auction++)
            {
                for (var bidder = 0; bidder < bidders; bidder++)
                {
                    bids[bidder] = new((long)(seed.Uniform("bid", (auction * bidders) + bidder) * UniformUnits));
                }

                var slots = SponsoredAuction.Run(bids, slots: 1, reserve: (long)(UniformUnits / 2), increment: 0);
                revenue += slots.Count == 0 ? 0 : slots[0].PricePerClick / UniformUnits;
            }

            means[world] = revenue / AuctionsPerWorld;
        });
        return means;
    }

    private static IReadOnlyList<SlotResult> Auction(double[] bids, int slots) =>
        SponsoredAuction.Run([.. bids.Select(bid => new AdBid((long)Math.Round(bid * Units)))], slots, reserve: 0, increment: 0);

    /// <summary>Vickrey-Clarke-Groves: each pays what the others lose by it, Σ over the slots below of (clicks here − clicks next) · value next.</summary>
    private static double[] Vcg(double[] clicks, double[] values)
    {
        var sorted = values.OrderDescending().ToArray();
        var totals = new double[Math.Min(clicks.Length, sorted.Length)];
        for (var slot = totals.Length - 1; slot >= 0; slot--)
        {
            var below = slot + 1 < clicks.Length ? clicks[slot + 1] : 0;
            var next = slot + 1 < sorted.Length ? sorted[slot + 1] : 0;
            totals[slot] = ((clicks[slot] - below) * next) + (slot + 1 < totals.Length ? totals[slot + 1] : 0);
        }

        return totals;
    }

    private static void Compare(CertifyEntry entry, ExampleFields fields, string name, double[] found, double rounding)
    {
        if (!fields.Has(name))
        {
            return;
        }

        var expected = fields.List(name, 0, 1e12);
        for (var k = 0; k < expected.Length; k++)
        {
            entry.Exact($"{name}[{k}]", name == "vcg_totals" ? "solver" : "world", expected[k], k < found.Length ? found[k] : 0, rounding, "money");
        }
    }
}
