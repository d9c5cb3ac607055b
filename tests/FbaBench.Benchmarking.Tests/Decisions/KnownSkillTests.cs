using FbaBench.Tests.Economics;
using FbaBench.Tests.Laboratories;
using MathNet.Numerics.Distributions;

namespace FbaBench.Tests.Decisions;

/// <summary>
/// Where theory knows what a decision is worth, skill is that: newsvendors who order up to too little against one who orders the best stock. A day's loss is the difference of
/// the expected costs of its two stocks, as what is left over only shortens the next order.
/// </summary>
public sealed class KnownSkillTests
{
    private const double Overage = 2;
    private const double Underage = 6;
    private const int Futures = 4;

    /// <summary>FBABENCH_LONG=1: more than 10,000 decisions, and a standard error of at most one per cent.</summary>
    [Fact]
    public async Task The_mean_skill_of_too_small_orders_is_their_expected_loss()
    {
        var (worlds, days) = LongRun.IsWhole ? (210, 50) : (12, 12);
        var errors = new List<double>();
        var expected = new List<double>();
        for (var world = 0; world < worlds; world++)
        {
            var seed = WorldSeed.OfExperiment(21, world);
            var definition = Laboratory(days).Define(seed);
            var mean = definition.Niches[0].SessionsPerDay;
            var (best, little) = (Best(mean), (int)(mean - (2 * Math.Sqrt(mean))));
            var price = definition.LaboratorySwitches!.ReservationPrice;
            var options = new DecisionValueOptions { Reference = "theory", Make = () => new OrdersUpTo(price, best), Futures = Futures, Days = null, Closely = false };
            using var log = await Logs.PlayedAsync(definition, seed, new OrdersUpTo(price, little));
            var values = await DecisionValuation.MeasureAsync(log, options);
            Assert.Equal(values.Score - values.ReferenceScore, new Money(values.Days.Sum(day => day.Value.Cents)));

            // On the last day what is left over is sold off instead of shortening an order.
            foreach (var day in values.Days.SkipLast(1))
            {
                expected.Add(Cost(best, mean) - Cost(little, mean));
                errors.Add(day.Skill!.Mean - expected[^1]);
            }
        }

        var off = MeanInterval.Of(errors);
        var error = off.StandardDeviation / Math.Sqrt(off.Count);
        Assert.True(Math.Abs(off.Mean / error) < 4, $"{off.Mean:0.000} off {expected.Average():0.000} dollars, standard error {error:0.000}, {off.Count} decisions");
        Assert.True(!LongRun.IsWhole || (off.Count >= 10_000 && error <= 0.01 * Math.Abs(expected.Average())), $"standard error {error:0.0000} of {expected.Average():0.000}, {off.Count} decisions");
        Evidence.Write("known-skill", FormattableString.Invariant($"{off.Count} decisions, {Futures} futures each: mean skill {expected.Average() + off.Mean:0.0000} dollars, expected loss {expected.Average():0.0000}, z = {off.Mean / error:0.00}, standard error {100 * error / Math.Abs(expected.Average()):0.00} %\n"), "txt");
    }

    private static ScenarioFile Laboratory(int days) =>
        ScenarioFile.Over(ShippedScenarios.Find("lab-newsvendor"), new() { Set = [FormattableString.Invariant($"days={days}"), "account.runOffDays=45"] });

    /// <summary>Smallest stock that covers demand with the critical ratio.</summary>
    private static int Best(double mean)
    {
        var stock = 0;
        while (Poisson.CDF(mean, stock) < Underage / (Underage + Overage))
        {
            stock++;
        }

        return stock;
    }

    /// <summary>Expected cost of a day that begins with a stock.</summary>
    private static double Cost(int stock, double mean)
    {
        var cost = 0.0;
        for (var demand = 0; demand < mean + (12 * Math.Sqrt(mean)) + 12; demand++)
        {
            cost += Poisson.PMF(mean, demand) * ((Overage * Math.Max(0, stock - demand)) + (Underage * Math.Max(0, demand - stock)));
        }

        return cost;
    }
}
