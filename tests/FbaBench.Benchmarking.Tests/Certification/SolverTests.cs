using CsCheck;

namespace FbaBench.Tests.Certify;

public sealed class SolverTests
{
    private static readonly Gen<(double[] A, double[] C, double Mu, double Outside)> Markets =
        from sellers in Gen.Int[1, 20]
        from mu in Gen.Double[0.02, 20]
        from cost in Gen.Double[0, 5].Array[sellers]
        from gap in Gen.Double[-4, 6].Array[sellers]
        from outside in Gen.Double[-3, 3]
        select (cost.Select((c, i) => c + (gap[i] * mu)).ToArray(), cost, mu, outside * mu);

    /// <summary>Steps to p_i = c_i + μ/(1 − q_i), damped by 1 − q_i, with nothing of the solver.</summary>
    internal static double[] FixedPoint(double[] a, double[] c, double mu, double outside)
    {
        var prices = c.Select(cost => cost + (2 * mu)).ToArray();
        for (var round = 0; round < 10_000; round++)
        {
            var weights = a.Select((quality, i) => Math.Exp((quality - prices[i]) / mu)).ToArray();
            var sum = weights.Sum() + Math.Exp(outside / mu);
            var steps = c.Select((cost, i) => mu - ((prices[i] - cost) * (1 - (weights[i] / sum)))).ToArray();
            prices = [.. prices.Zip(steps, (price, step) => price + step)];
            if (steps.Max(Math.Abs) < 1e-13 * mu)
            {
                break;
            }
        }

        return prices;
    }

    [Fact]
    [Trait("Category", "Property")]
    public void Nash_prices_are_the_fixed_point_of_best_responses()
    {
        Markets.Sample(
            market =>
            {
                var theory = Theory(market);
                var solved = theory.Nash();
                var expected = FixedPoint(market.A, market.C, market.Mu, market.Outside);
                return solved.Zip(expected, (left, right) => Math.Abs(left - right) < 1e-10 * Math.Max(1, right)).All(close => close)
                    && solved.Select((price, i) => Math.Abs(theory.BestResponse(i, solved) - price) < 1e-9 * Math.Max(1, price)).All(close => close);
            },
            iter: 100);
    }

    [Fact]
    [Trait("Category", "Property")]
    public void No_other_prices_bring_a_joint_owner_more()
    {
        Gen.Select(Markets, Gen.Double[-1, 1].Array[20]).Sample(
            (market, moves) =>
            {
                var theory = Theory(market);
                var best = theory.JointMonopoly();
                var other = best.Select((price, i) => price + (moves[i] * market.Mu)).ToArray();
                return Profit(theory, other) <= Profit(theory, best) * (1 + 1e-12);
            },
            iter: 100);

        static double Profit(LogitMarket market, double[] prices) => market.Shares(prices).Select((share, i) => share * (prices[i] - market.Cost[i])).Sum();
    }

    [Fact]
    [Trait("Category", "Property")]
    public void Newsvendor_stock_and_cost_are_those_of_the_summed_distribution()
    {
        Gen.Select(Gen.Double[0.05, 500], Gen.Double[0.1, 10], Gen.Double[0.5, 99]).Sample(
            (mean, overage, ratio) =>
            {
                var underage = overage * ratio;
                var (stock, cost) = new NewsvendorTheory(overage, underage, mean, null).Solve();
                var (low, at, high) = (Summed(stock - 1), Summed(stock), Summed(stock + 1));
                return Math.Abs(at - cost) < 1e-9 * Math.Max(1, cost) && at <= high * (1 + 1e-12) && (stock == 0 || at <= low * (1 + 1e-12));

                double Summed(double order)
                {
                    var (sum, logProbability) = (0.0, -mean);
                    for (var demand = 0; demand < mean + (40 * Math.Sqrt(mean)) + 60; demand++)
                    {
                        logProbability += demand == 0 ? 0 : Math.Log(mean / demand);
                        sum += Math.Exp(logProbability) * ((overage * Math.Max(order - demand, 0)) + (underage * Math.Max(demand - order, 0)));
                    }

                    return sum;
                }
            },
            iter: 100);
    }

    private static LogitMarket Theory((double[] A, double[] C, double Mu, double Outside) market) =>
        new([.. market.A.Select(a => a / market.Mu)], market.C, 1 / market.Mu, market.Outside / market.Mu);
}
