using FbaBench.Tests.Economics;

namespace FbaBench.Tests.Decisions;

/// <summary>
/// A monopolist's prices where demand is logit: the skill of a day is the expected profit at its price less that at the reference's,
/// N · share(p) · ((1 − r) p − f − c), as what is left over only shortens the next order. Shelves are so full that no shopper goes without.
/// </summary>
public sealed class KnownPriceSkillTests
{
    private const double Shoppers = 200;
    private const double Conversion = 0.3;
    private const double Sensitivity = 0.25;
    private const double ReferencePrice = 20;
    private const double Referral = 0.15;
    private const double Fulfilment = 3;
    private const double UnitCost = 6;
    private const int Shelf = 400;
    private const int Futures = 4;

    /// <summary>Parts of the best price that are asked in turn. All prices are multiples of 20 cents, of which the referral fee is whole cents.</summary>
    private static readonly double[] Parts = [0.8, 0.88, 1.15, 1.35];

    /// <summary>FBABENCH_LONG=1: more than 10,000 decisions, and a standard error of at most one per cent.</summary>
    [Fact]
    public async Task The_mean_skill_of_wrong_prices_is_the_profit_they_forgo()
    {
        var (worlds, days) = LongRun.IsWhole ? (210, 50) : (6, 12);
        var best = Best();
        var lost = Parts.Select(part => Profit(Whole(part * best)) - Profit(best)).ToArray();
        var errors = new List<double>();
        var expected = new List<double>();
        for (var world = 0; world < worlds; world++)
        {
            var seed = WorldSeed.OfExperiment(22, world);
            var options = new DecisionValueOptions { Reference = "theory", Make = () => new Asks([best]), Futures = Futures, Days = null, Closely = false };
            using var log = await Logs.PlayedAsync(Laboratory(days).Define(seed), seed, new Asks([.. Parts.Select(part => Whole(part * best))]));
            var values = await DecisionValuation.MeasureAsync(log, options);
            Assert.Equal(values.Score - values.ReferenceScore, new Money(values.Days.Sum(day => day.Value.Cents)));

            // On the last day what is left over is sold off instead of shortening an order.
            foreach (var day in values.Days.SkipLast(1))
            {
                expected.Add(lost[day.Day % Parts.Length]);
                errors.Add(day.Skill!.Mean - expected[^1]);
            }
        }

        // Price by price: what one brings too much another might bring too little.
        foreach (var (lostAt, each) in errors.Zip(expected).GroupBy(pair => pair.Second, pair => pair.First).Select(group => (group.Key, MeanInterval.Of([.. group]))))
        {
            Assert.True(Math.Abs(each.Mean) < 4 * each.StandardDeviation / Math.Sqrt(each.Count), $"{each.Mean:0.00} off {lostAt:0.00} dollars, standard deviation {each.StandardDeviation:0.00}, {each.Count} decisions");
        }

        var off = MeanInterval.Of(errors);
        var error = off.StandardDeviation / Math.Sqrt(off.Count);
        var figures = FormattableString.Invariant($"{off.Count} decisions, {Futures} futures each: mean skill {expected.Average() + off.Mean:0.0000} dollars, profit forgone {expected.Average():0.0000}, z = {off.Mean / error:0.00}, standard error {100 * error / Math.Abs(expected.Average()):0.00} %");
        Assert.True(Math.Abs(off.Mean / error) < 4, figures);
        Assert.True(!LongRun.IsWhole || (off.Count >= 10_000 && error <= 0.01 * Math.Abs(expected.Average())), figures);
        Evidence.Write("known-price-skill", figures + "\n");
    }

    private static ScenarioFile Laboratory(int days) => ScenarioFile.Over(ShippedScenarios.Find("lab-price"), new()
    {
        Set =
        [
            FormattableString.Invariant($"days={days}"),
            "account.runOffDays=45",
            "laboratorySwitches.demand=choice",
            FormattableString.Invariant($"laboratorySwitches.priceSensitivity={Sensitivity}"),
            FormattableString.Invariant($"niches.shelf.sessionsPerDay={Shoppers}"),
            FormattableString.Invariant($"niches.shelf.referenceConversion={Conversion}"),
        ],
    });

    /// <summary>Expected profit of a day.</summary>
    private static double Profit(double price)
    {
        var odds = Conversion / (1 - Conversion) * Math.Exp(-Sensitivity * (price - ReferencePrice));
        return Shoppers * odds / (1 + odds) * (((1 - Referral) * price) - Fulfilment - UnitCost);
    }

    private static double Best() => Enumerable.Range(1, 300).Select(step => 0.2 * step).MaxBy(Profit);

    private static double Whole(double price) => 0.2 * Math.Round(price / 0.2);

    /// <summary>Prices of the days in turn, and a full shelf every morning.</summary>
    private sealed class Asks(double[] prices) : IForkableAgent
    {
        public IForkableAgent Fork() => new Asks(prices);

        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            var offer = today.Offers[0];
            var units = Shelf - offer.UnitsOnHand - offer.UnitsInbound;
            Command[] order = units > 0 ? [new PlaceOrder(offer.Id, offer.BestQuote.Supplier, units)] : [];
            return new(new Decision([new SetPrice(offer.Id, new((long)Math.Round(100 * prices[today.Day % prices.Length]))), .. order]));
        }
    }
}
