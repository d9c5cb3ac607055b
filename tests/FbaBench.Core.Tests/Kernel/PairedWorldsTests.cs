namespace FbaBench.Tests.Kernel;

/// <summary>
/// What lasts: two worlds on common draws that differ in one thing, compared in mean orders. Figures are means over worlds with their standard error, and a
/// law holds when it holds four standard errors away.
/// </summary>
[Trait("Category", "Property")]
public sealed class PairedWorldsTests
{
    private const int Worlds = 48;
    private const int Warm = 60;
    private static readonly double[] Equal = [1, 1, 1, 1, 1, 1, 1, 1];
    private static readonly double[] Falling = [1.8, 1.3, 1.1, 1, 0.9, 0.8, 0.7, 0.6];

    /// <summary>While it runs, a campaign sells; the day after it stops, and sixty days later, the listing sells what it would have sold without.</summary>
    [Fact]
    public void A_thirty_day_blast_of_ads_leaves_no_lift()
    {
        var ratios = Over(Worlds, seed =>
        {
            var without = World(seed, products: 3, Equal);
            var with = without.Fork();
            MarketWorlds.Play(with, [new CreateCampaign(MarketWorlds.Offer(with, "p0").Id, new(400), new(40_000), Warm, Warm + 29)]);
            without.Step([]);
            return Ratios(with, without, 0, 29, 1, 9, 45, 10);
        });
        Assert.True(ratios[0].Mean > 1.5, $"the ads sold {ratios[0]}");
        Within(ratios[1], 1, 0.07); // the day after
        Within(ratios[2], 1, 0.04); // the nine days after that
        Within(ratios[4], 1, 0.04); // about sixty days after
    }

    [Fact]
    public void More_money_for_ads_sells_more()
    {
        var ratios = Over(16, seed =>
        {
            var without = World(seed, products: 3, Equal);
            var runs = new[] { 1_000, 4_000, 16_000 }.Select(budget =>
            {
                var with = without.Fork();
                MarketWorlds.Play(with, [new CreateCampaign(MarketWorlds.Offer(with, "p0").Id, new(300), new(budget), Warm, Warm + 29)]);
                return with;
            }).ToArray();
            without.Step([]);
            return [.. runs.Select(with => Ratios(with, without.Fork(), 0, 29)[0])];
        });
        Assert.True(ratios[0].Mean - (4 * ratios[0].Error) > 1);
        Assert.True(ratios[1].Mean - (4 * ratios[1].Error) > ratios[0].Mean);
        Assert.True(ratios[2].Mean - (4 * ratios[2].Error) > ratios[1].Mean);
    }

    /// <summary>
    /// 14 days without stock cost a leader sales after the restock; sixty days later it sells nearly what its twin sells that was never out (reviews of that
    /// fortnight are missing), in nearly every world.
    /// </summary>
    [Fact]
    public void Leaders_recover_from_fourteen_days_out_of_stock()
    {
        var singly = new List<double>();
        var ratios = Over(Worlds, seed =>
        {
            var (empty, full, leader) = OutOfStock(seed, Falling);
            var spans = Ratios(empty, full, leader, 14, 46, 20); // after the restock: a fortnight, up to sixty days, the twenty days after these
            singly.Add(spans[2]);
            return spans;
        });
        Assert.True(ratios[0].Mean + (4 * ratios[0].Error) < 0.9, $"a stock-out cost nothing: {ratios[0]}");
        Assert.True(ratios[2].Mean - (4 * ratios[2].Error) > 0.95, $"leaders did not recover: {ratios[2]}");
        Assert.True(singly.Min() > 0.85, $"a leader was left with {singly.Min():F3} of its sales");
    }

    /// <summary>Among equals a lead is luck. Who loses it by a stock-out does not fall behind for good: sixty days later it sells what the others sell.</summary>
    [Fact]
    public void A_lucky_leader_is_an_equal_again_after_a_stock_out()
    {
        var shares = Over(3 * Worlds, seed =>
        {
            var (empty, _, leader) = OutOfStock(seed, Equal);
            var means = new MeanDay(empty);
            var (own, all) = (0.0, 0.0);
            for (var day = 0; day < 80; day++)
            {
                if (day >= 60)
                {
                    var orders = means.Orders(empty);
                    own += orders[leader];
                    all += Enumerable.Range(0, Equal.Length).Sum(row => orders[row]) / Equal.Length;
                }

                empty.Step([]);
            }

            return [own / all];
        });
        Assert.True(shares[0].Mean - (4 * shares[0].Error) > 0.8, $"former leaders sell {shares[0]} of what the others sell");
    }

    /// <summary>Two worlds on the morning after the leader was out of stock for 14 days in one of them; it is open again.</summary>
    private static (Simulation Empty, Simulation Full, int Leader) OutOfStock(ulong seed, double[] appeals)
    {
        var full = World(seed, products: 8, appeals);
        var leader = Leader(full);
        var id = MarketWorlds.Offer(full, $"p{leader}").Id;
        var empty = full.Fork();
        for (var day = 0; day < 14; day++)
        {
            MarketWorlds.Play(empty, day == 0 ? [new CloseOffer(id)] : []);
            full.Step([]);
            Assert.Equal(0, empty.State.Orders[leader]);
        }

        // Open again this morning: the first day's means need the price.
        MeanDay.SetPrice(empty.State, id.Index, 2_000);
        return (empty, full, leader);
    }

    /// <summary>A warm world: twelve established listings, its own products first.</summary>
    private static Simulation World(ulong seed, int products, double[] appeals)
    {
        var niche = MarketWorlds.Niche(products: products, rivals: 12 - products, sessions: 1_200);
        niche = niche with { Products = [.. niche.Products.Select((product, i) => product with { Appeal = appeals[i] })] };
        var simulation = TestWorlds.Start(MarketWorlds.World(240, niche), seed);
        MarketWorlds.Open(simulation);
        while (simulation.Day < Warm)
        {
            simulation.Step([]);
        }

        return simulation;
    }

    /// <summary>The own listing with the best mean position over fourteen days; the world has moved on by them.</summary>
    private static int Leader(Simulation simulation)
    {
        var positions = new int[8];
        for (var day = 0; day < 14; day++)
        {
            simulation.Step([]);
            for (var row = 0; row < positions.Length; row++)
            {
                positions[row] += simulation.State.Position[row];
            }
        }

        return Array.IndexOf(positions, positions.Min());
    }

    /// <summary>Mean orders of a row in one world over those in the other, span by span of days.</summary>
    private static double[] Ratios(Simulation with, Simulation without, int row, params int[] spans)
    {
        var means = new MeanDay(with);
        return [.. spans.Select(days =>
        {
            var (left, right) = (0.0, 0.0);
            for (var day = 0; day < days; day++)
            {
                left += means.Orders(with)[row];
                right += means.Orders(without)[row];
                with.Step([]);
                without.Step([]);
            }

            return left / right;
        })];
    }

    private static (double Mean, double Error)[] Over(int worlds, Func<ulong, double[]> world)
    {
        var figures = Enumerable.Range(1, worlds).Select(seed => world((ulong)seed)).ToArray();
        return [.. Enumerable.Range(0, figures[0].Length).Select(i =>
        {
            var mean = figures.Average(figure => figure[i]);
            return (mean, Math.Sqrt(figures.Sum(figure => Math.Pow(figure[i] - mean, 2)) / (worlds - 1) / worlds));
        })];
    }

    /// <summary>Nearer than a distance, with four standard errors.</summary>
    private static void Within((double Mean, double Error) figure, double expected, double distance) =>
        Assert.True(Math.Abs(figure.Mean - expected) + (4 * figure.Error) < distance, $"{figure.Mean:F4} with standard error {figure.Error:F4} is not within {distance} of {expected}");
}
