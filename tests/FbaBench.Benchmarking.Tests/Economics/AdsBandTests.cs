using System.Globalization;
using System.Text;
using FbaBench.Scenarios;

namespace FbaBench.Tests.Economics;

/// <summary>
/// Sponsored slots pay within a band of bids and lose above it (docs/evidence/ads-band.md): the base-stock rule with and without
/// campaigns in the same worlds. A few worlds and bids by default; FBABENCH_LONG=1 plays all and writes the table.
/// </summary>
[Trait("Category", "Long")]
public sealed class AdsBandTests
{
    /// <summary>Days of supply on hand from which an offer is advertised: an order that an ad brings and the shelf cannot fill is no gain.</summary>
    private const int LeastSupplyDays = 45;
    private const double WithinBand = 0.6;
    private const double AboveBand = 1;

    /// <summary>Bids as shares of a click's value: the reference conversion, times units an order, times the unit's margin.</summary>
    private static readonly double[] Bids = [0.2, 0.3, 0.4, 0.45, 0.5, 0.55, WithinBand, 0.7, 0.85, AboveBand, 1.5, 3];

    [Fact]
    public void Ads_pay_within_a_band_of_bids_and_lose_above_it()
    {
        var gains = Sweep("first-year");
        Assert.True(gains[WithinBand].Low > 0 || (!LongRun.IsWhole && gains[WithinBand].Mean > 0), $"a bid of {WithinBand} brings {gains[WithinBand]}");
        Assert.All(gains.Where(gain => gain.Key >= AboveBand), gain => Assert.True(Loses(gain.Value), $"a bid of {gain.Key} brings {gain.Value}"));

        // Below every rival's bid there is no slot, no click and no cost.
        Assert.All(gains.Where(gain => gain.Key <= 0.3), gain => Assert.InRange(Math.Abs(gain.Value.Mean), 0, 50));
    }

    /// <summary>A shop whose listings lead their niches buys clicks that it would have had: what it loses at high bids is certain, what it gains at low ones is not.</summary>
    [Fact]
    public void High_bids_lose_where_listings_are_established()
    {
        var gains = Sweep("gift-shop");
        Assert.All(gains.Where(gain => gain.Key >= AboveBand), gain => Assert.True(Loses(gain.Value), $"a bid of {gain.Key} brings {gain.Value}"));
        Assert.All(gains, gain => Assert.True(gain.Value.Mean < 2_000, $"a bid of {gain.Key} brings {gain.Value}"));
    }

    /// <summary>Stock without end and one price: all that differs between the twins is a fortnight of advertising.</summary>
    [Fact]
    public void The_lift_of_a_stopped_campaign_is_gone_the_next_day()
    {
        const int first = 60;
        const int stopped = first + 14;
        var with = new double[3];
        var without = new double[3];
        for (var world = 0; world < 8; world++)
        {
            Count(world, advertises: true, with);
            Count(world, advertises: false, without);
        }

        Assert.Equal(without[0], with[0]);
        Assert.True(with[1] > 1.1 * without[1], $"advertising moves {without[1]} units to {with[1]}");
        Assert.InRange(with[2] / without[2], 0.99, 1.01);

        // Units before the campaign, during it, and on the day it is stopped and the thirteen after it.
        static void Count(int world, bool advertises, double[] units)
        {
            var seed = WorldSeed.OfExperiment(4_711, world);
            var definition = new FirstYear().Define(seed);
            definition = definition with
            {
                Fees = FeePolicy.None,
                Niches = [.. definition.Niches.Select(niche => niche with { Products = [.. niche.Products.Select(product => product with { OpeningStock = 100_000, OpeningUnitCost = new(1) })] })],
            };
            var simulation = Simulation.Create(definition, seed);
            for (var day = 0; day < stopped + 14; day++)
            {
                var offers = simulation.Observe(new(0)).Offers;
                simulation.Step([new(new(0), new([.. offers.SelectMany(offer => Commands(offer, day))]))]);
                units[day < first ? 0 : day < stopped ? 1 : 2] += simulation.Observe(new(0)).Offers.Sum(offer => offer.UnitsYesterday);
            }

            IEnumerable<Command> Commands(OfferObservation offer, int day) => day switch
            {
                0 => [new SetPrice(offer.Id, offer.ReferencePrice)],
                first when advertises => [new CreateCampaign(offer.Id, Money.Dollars(5), Money.Dollars(1_000), day, 300)],
                stopped when advertises => [new StopCampaign(offer.Id)],
                _ => [],
            };
        }
    }

    /// <summary>The interval lies below zero; few worlds, one of which may end in insolvency, show it by the mean alone.</summary>
    private static bool Loses(MeanInterval gain) => LongRun.IsWhole ? gain.High < 0 : gain.Mean < -1_000;

    private static Dictionary<double, MeanInterval> Sweep(string scenario)
    {
        var worlds = SearchWorlds.ForAds(scenario, LongRun.IsWhole ? 128 : 16);
        var plain = worlds.Play(() => new SearchedPolicy(Genes.BaseStock));
        var gains = new Dictionary<double, MeanInterval>();
        var table = new StringBuilder("| bid | gain |\n| --- | --- |\n");
        foreach (var bid in LongRun.IsWhole ? Bids : [0.3, WithinBand, AboveBand, 3])
        {
            var genes = Genes.BaseStock.WithValue(Gene.BidShare, bid).WithValue(Gene.AdLeastSupply, LeastSupplyDays);
            var gain = MeanInterval.Of([.. worlds.Play(() => new SearchedPolicy(genes)).Zip(plain, (with, without) => with - without)]);
            gains.Add(bid, gain);
            table.AppendLine(CultureInfo.InvariantCulture, $"| {bid:0.00} | {gain.Mean:+#,0;−#,0;0} ± {gain.HalfWidth:#,0} |");
        }

        Evidence.Write("ads-band-" + scenario, $"Base stock without ads: {plain.Average():#,0}.\n\n{table}", "md");
        return gains;
    }
}
