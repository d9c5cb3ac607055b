using CsCheck;
using FbaBench.Market;

namespace FbaBench.Tests.Market;

[Trait("Category", "Property")]
public sealed class ReferencePointLawTests
{
    private const double Step = 1e-5;

    private static readonly Gen<(double[] Appeal, double Sigma, double Odds, double Decay)> Markets =
        from appeal in Gen.OneOf(Gen.Const(1.0), Gen.Const(2.0), Gen.Const(3.5)).Array[1, 5]
        from sigma in Gen.Double[0, 0.9]
        from odds in Gen.Double[-3, 2]
        from decay in Gen.Double[0.6, 2]
        select (appeal, sigma, Math.Exp(odds), decay);

    /// <summary>Share and elasticity of every listing, over all orders that the appeals allow.</summary>
    [Fact]
    public void Listing_is_the_mean_over_all_orders_of_equals() =>
        Markets.Sample(
            market =>
            {
                var within = market.Appeal.Select(appeal => appeal / market.Appeal.Sum()).ToArray();
                var point = new ReferencePoint(new SearchDepth(market.Decay, within.Length), within, market.Sigma);
                var orders = Permutations(Enumerable.Range(0, within.Length).ToArray())
                    .Where(order => order.Zip(order.Skip(1)).All(pair => market.Appeal[pair.First] >= market.Appeal[pair.Second])).ToArray();
                for (var listing = 0; listing < within.Length; listing++)
                {
                    double Share(double utility) => orders.Average(order => Buy(market, within, order, listing, utility));
                    var (share, factor) = point.Listings(market.Odds)[listing];
                    var slope = (Math.Log(Share(Step)) - Math.Log(Share(-Step))) / (2 * Step);
                    Assert.Equal(1, share / Share(0), 1e-12);
                    Assert.Equal(factor * (1 - market.Sigma), slope, 1e-7);
                }
            },
            iter: 200);

    [Fact]
    public void Conversion_is_the_sum_of_the_listings_shares() =>
        Markets.Sample(
            market =>
            {
                var within = market.Appeal.Select(appeal => appeal / market.Appeal.Sum()).ToArray();
                var point = new ReferencePoint(new SearchDepth(market.Decay, within.Length), within, market.Sigma);
                Assert.Equal(point.Conversion(market.Odds), within.Select((_, listing) => point.Listings(market.Odds)[listing].Share).Sum(), 1e-12);
            },
            iter: 200);

    /// <summary>Equal products of several seats are equal in all constants, whoever stands first.</summary>
    [Fact]
    public void Equal_listings_have_equal_constants()
    {
        var choice = TestWorlds.Start(MarketWorlds.World(30, MarketWorlds.Niche()) with { Seats = 3 }).State.Model is var model ? new ChoiceModel(model) : null!;
        foreach (var constants in new[] { choice.Slope.ToArray(), choice.Response.ToArray(), choice.ReferenceShare.ToArray() })
        {
            Assert.Equal(12, constants.Length);
            Assert.Single(constants.Distinct());
        }
    }

    /// <summary>Share of sessions that order from a listing whose weight is moved by exp(utility), in one order.</summary>
    private static double Buy((double[] Appeal, double Sigma, double Odds, double Decay) market, double[] within, int[] order, int listing, double utility)
    {
        var total = 0.0;
        for (var depth = 1; depth <= order.Length; depth++)
        {
            if (Array.IndexOf(order, listing) < depth)
            {
                double Weight(int other) => within[other] * (other == listing ? Math.Exp(utility) : 1);
                var group = Math.Pow(depth, 0.6 - market.Decay) - (depth == order.Length ? 0 : Math.Pow(depth + 1, 0.6 - market.Decay));
                var sum = order[..depth].Sum(Weight);
                var attraction = market.Odds * Math.Pow(sum, 1 - market.Sigma);
                total += group * attraction / (1 + attraction) * Weight(listing) / sum;
            }
        }

        return total;
    }

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));
}
