namespace FbaBench.Tests.Statistics;

/// <summary>Shares of repetitions, by the types that reports use. Repetition r draws under the key (experiment, r), so that threads change nothing.</summary>
internal static class Simulations
{
    private const ulong KeysPerExperiment = 1UL << 32;

    /// <summary>How often each of several things held.</summary>
    public static double[] Shares(ulong experiment, int repetitions, int things, Action<SimulatedDraws, Span<bool>> held)
    {
        var counts = new int[things];
        Parallel.For(0, repetitions, () => new int[things], (repetition, _, own) =>
        {
            Span<bool> was = stackalloc bool[things];
            held(new SimulatedDraws((experiment * KeysPerExperiment) + (ulong)repetition), was);
            for (var i = 0; i < things; i++)
            {
                own[i] += was[i] ? 1 : 0;
            }

            return own;
        }, own =>
        {
            lock (counts)
            {
                for (var i = 0; i < things; i++)
                {
                    counts[i] += own[i];
                }
            }
        });
        return [.. counts.Select(count => count / (double)repetitions)];
    }

    /// <summary>Coverage of the t interval, share of samples that the validator trusts, and share that both covers and is trusted.</summary>
    public static (double Covered, double Trusted, double Both) Interval(ulong experiment, int repetitions, Shape shape, int worlds)
    {
        var shares = Shares(experiment, repetitions, 3, (draws, held) =>
        {
            var values = new double[worlds];
            shape.Fill(draws, values);
            var interval = MeanInterval.Of(values);
            held[0] = interval.Low <= shape.Mean && shape.Mean <= interval.High;
            held[1] = interval.IsTrusted;
            held[2] = held[0] && held[1];
        });
        return (shares[0], shares[1], shares[2]);
    }

    public static double Bootstrap(ulong experiment, int repetitions, Shape shape, int worlds, int resamples) => Shares(experiment, repetitions, 1, (draws, held) =>
    {
        var values = new double[worlds];
        shape.Fill(draws, values);
        var interval = BootstrapInterval.Of(values, resamples, (ulong)(draws.Uniform() * (1UL << 52)));
        held[0] = interval.Low <= shape.Mean && shape.Mean <= interval.High;
    })[0];

    /// <summary>Coverage with a world's repeats together, and as if all values were independent.</summary>
    public static (double Clustered, double Naive) Clusters(ulong experiment, int repetitions, int worlds, int most, double intraclass)
    {
        var shares = Shares(experiment, repetitions, 2, (draws, held) =>
        {
            var values = new List<WorldValue>();
            for (var world = 0; world < worlds; world++)
            {
                var common = Math.Sqrt(intraclass) * draws.Normal();
                var repeats = most > 0 ? most : 1 + (int)(draws.Uniform() * -most);
                for (var repeat = 0; repeat < repeats; repeat++)
                {
                    values.Add(new(world, repeat, common + (Math.Sqrt(1 - intraclass) * draws.Normal())));
                }
            }

            var mean = HierarchicalMean.Of(values);
            held[0] = Math.Abs(mean.Interval.Mean) <= mean.Interval.HalfWidth;
            held[1] = Math.Abs(mean.MeanOfAllValues) <= 1.96 * mean.NaiveStandardError;
        });
        return (shares[0], shares[1]);
    }

    /// <summary>Share of paths on which the t-mixture excludes the true mean at some look, and on which a t interval does that is looked at as often.</summary>
    public static (double Sequence, double Looking) NormalSequence(ulong experiment, int repetitions, Shape shape, int worlds)
    {
        var quantiles = Enumerable.Range(1, worlds).Select(MeanInterval.Quantile).ToArray();
        var shares = Shares(experiment, repetitions, 2, (draws, held) =>
        {
            var sequence = new NormalSequence();
            var (count, mean, squares) = (0, 0.0, 0.0);
            for (var world = 0; world < worlds; world++)
            {
                var value = shape.Draw(draws);
                sequence.Add(value);
                var off = value - mean;
                mean += off / ++count;
                squares += off * (value - mean);
                held[1] |= count > 2 && Math.Abs(mean - shape.Mean) > quantiles[count - 2] * Math.Sqrt(squares / (count - 1) / count);
            }

            held[0] = sequence.Current.RunningLow > shape.Mean || sequence.Current.RunningHigh < shape.Mean;
        });
        return (shares[0], shares[1]);
    }

    /// <summary>Share of paths on which a gambler against the true mean of values in [0, 1] is ever paid 2/α for one: the sequence excludes it then and only then.</summary>
    public static double Betting(ulong experiment, int repetitions, Shape shape, int worlds) => Shares(experiment, repetitions, 1, (draws, held) =>
    {
        var (wealth, wager, limit) = (new Wealth(shape.Mean), new Wager(0.05), Math.Log(2 / 0.05));
        for (var world = 0; world < worlds; world++)
        {
            var value = shape.Draw(draws);
            wealth.Add(value, wager.Next);
            wager.Add(value);
            held[0] |= Math.Max(wealth.Higher, wealth.Lower) >= limit;
        }
    })[0];

    /// <summary>Share of families with a wrong claim: an agent significantly above one that is as good or better; and share in which some true rank is outside its set.</summary>
    public static (double WrongClaim, double WrongRank) Ranks(ulong experiment, int repetitions, double[] means, int worlds, Func<SimulatedDraws, double> noise)
    {
        var shares = Shares(experiment, repetitions, 2, (draws, held) =>
        {
            double[] common = [.. Enumerable.Range(0, worlds).Select(_ => 2 * draws.Normal())];
            var ranks = RankSets.Of([.. means.Select((mean, agent) =>
                (agent.ToString(System.Globalization.CultureInfo.InvariantCulture), (IReadOnlyList<WorldValue>)[.. common.Select((world, i) => new WorldValue(i, 0, mean + world + noise(draws)))]))]);
            foreach (var pair in ranks.Pairs.Where(pair => pair.IsSignificant))
            {
                var truth = means[int.Parse(pair.First, System.Globalization.CultureInfo.InvariantCulture)] - means[int.Parse(pair.Second, System.Globalization.CultureInfo.InvariantCulture)];
                held[0] |= truth * pair.Difference.Interval!.Mean <= 0;
            }

            for (var agent = 0; agent < means.Length; agent++)
            {
                var best = 1 + means.Count(mean => mean > means[agent]);
                var worst = means.Length - means.Count(mean => mean < means[agent]);
                held[1] |= ranks.Agents[agent].Best > best || ranks.Agents[agent].Worst < worst;
            }
        });
        return (shares[0], shares[1]);
    }

    /// <summary>How often the paired t test finds the difference with the plan's worlds and repeats.</summary>
    public static double Power(ulong experiment, int repetitions, PowerPlan plan, double worldVariance, double repeatVariance) => Shares(experiment, repetitions, 1, (draws, held) =>
    {
        var values = new double[plan.Worlds];
        for (var world = 0; world < values.Length; world++)
        {
            var (own, sum) = (plan.Effect + (Math.Sqrt(worldVariance) * draws.Normal()), 0.0);
            for (var repeat = 0; repeat < plan.Repeats; repeat++)
            {
                sum += Math.Sqrt(repeatVariance) * (draws.Normal() - draws.Normal());
            }

            values[world] = own + (sum / plan.Repeats);
        }

        var interval = MeanInterval.Of(values);
        held[0] = interval.Low > 0 || interval.High < 0;
    })[0];

    /// <summary>Least coverage of an interval of k of n over all p of a grid and on both sides of every end, computed from the binomial law; and its mean over the grid.</summary>
    public static (double Least, double At, double Mean) Proportion(int trials, int grid, Func<int, int, ProportionInterval> of)
    {
        var intervals = Enumerable.Range(0, trials + 1).Select(k => of(k, trials)).ToArray();
        double[] even = [.. Enumerable.Range(0, grid).Select(i => (i + 0.5) / grid)];
        var (least, at, sum) = (1.0, 0.5, 0.0);
        foreach (var p in even)
        {
            var covered = Covered(intervals, p);
            sum += covered;
            (least, at) = covered < least ? (covered, p) : (least, at);
        }

        foreach (var p in intervals.SelectMany(interval => new[] { interval.Low, interval.High }).SelectMany(end => new[] { end * (1 - 1e-9), end + (1e-9 * (1 - end)) }).Where(p => p is > 0 and < 1))
        {
            var covered = Covered(intervals, p);
            (least, at) = covered < least ? (covered, p) : (least, at);
        }

        return (least, at, sum / grid);
    }

    private static double Covered(ProportionInterval[] intervals, double p)
    {
        var n = intervals.Length - 1;
        var (sum, log) = (0.0, n * Math.Log(1 - p));
        for (var k = 0; k <= n; k++)
        {
            sum += intervals[k].Low <= p && p <= intervals[k].High ? Math.Exp(log) : 0;
            log += Math.Log((n - k) / (k + 1.0)) + Math.Log(p) - Math.Log(1 - p);
        }

        return sum;
    }
}
