using System.Text;
using FbaBench.Tests.Economics;

namespace FbaBench.Tests.Experiments;

/// <summary>
/// What common draws are worth: all prices of a seller three per cent lower, its orders as they were, on first-year with every mechanism. The variance of the cut's effect
/// between twins of one seed against that between sellers in different worlds, which is the sum of both sellers' variances. Sellers paired across worlds gain nothing.
/// </summary>
public sealed class PairedVarianceTests
{
    private const double Cut = 0.97;
    private const double Least = 10;
    private const int Resamples = 2_000;
    private static readonly Seat Seat = new(0);

    [Fact]
    public async Task The_effect_of_a_price_cut_varies_ten_times_less_between_twins()
    {
        var (worlds, days) = LongRun.IsWhole ? (256, (int[])[60, 180, 365]) : (24, [60]);
        var pairs = new Pair[worlds];
        await Parallel.ForAsync(0, worlds, async (world, _) => pairs[world] = await PlayAsync(WorldSeed.OfExperiment(33, world), days));
        var table = new StringBuilder("days  outcome    worlds  mean effect, $  its deviation  seller's deviation   ratio  95 % interval\n");
        for (var at = 0; at < days.Length; at++)
        {
            foreach (var (name, figure) in (ReadOnlySpan<(string, Func<Figures, double>)>)[("profit", figures => figures.Profit), ("revenue", figures => figures.Revenue)])
            {
                var (before, after) = (pairs.Select(pair => figure(pair.Before[at])).ToArray(), pairs.Select(pair => figure(pair.After[at])).ToArray());
                double[] effects = [.. after.Zip(before, (cut, full) => cut - full)];
                var ratio = Ratio(before, after, [.. Enumerable.Range(0, worlds)]);
                var (low, high) = Interval(before, after);
                table.Append(FormattableString.Invariant($"{days[at],4}  {name,-8}  {worlds,7}  {effects.Average(),14:0.00}  {Deviation(effects),13:0.00}  {Deviation(before),18:0.00}  {ratio,6:0.0}  {low:0.0} to {high:0.0}\n"));
                Assert.True(days[at] > 60 || ratio >= Least, $"{table}");
                Assert.InRange(Ratio(before, [.. after.Skip(1), after[0]], [.. Enumerable.Range(0, worlds)]), 0.5, 2);
            }
        }

        Evidence.Write("paired-variance", table.ToString().TrimEnd());
    }

    /// <summary>(Variance of a seller + variance of one who cut prices) / variance of the difference between twins.</summary>
    private static double Ratio(double[] before, double[] after, int[] worlds)
    {
        double[] full = [.. worlds.Select(world => before[world])];
        double[] cut = [.. worlds.Select(world => after[world])];
        return (Math.Pow(Deviation(full), 2) + Math.Pow(Deviation(cut), 2)) / Math.Pow(Deviation([.. cut.Zip(full, (left, right) => left - right)]), 2);
    }

    /// <summary>Percentiles of the ratio over worlds drawn with replacement.</summary>
    private static (double Low, double High) Interval(double[] before, double[] after)
    {
        var random = new Random(1);
        double[] ratios = [.. Enumerable.Range(0, Resamples).Select(_ => Ratio(before, after, [.. before.Select(_ => random.Next(before.Length))])).Order()];
        return (ratios[Resamples / 40], ratios[^(Resamples / 40)]);
    }

    private static double Deviation(double[] values) => MeanInterval.Of(values).StandardDeviation;

    private static async Task<Pair> PlayAsync(WorldSeed world, int[] days)
    {
        var definition = new FirstYear().Define(world);
        var decisions = new List<Decision>();
        return new(await PlayAsync(definition, world, days, new Recorded(new BaseStock(), decisions)), await PlayAsync(definition, world, days, new Played(decisions, Cut)));
    }

    private static async Task<Figures[]> PlayAsync(WorldDefinition definition, WorldSeed world, int[] days, IAgent agent)
    {
        await using var session = SimulationSession.Start(definition, world).Seat(Seat, agent);
        var figures = new List<Figures>();
        while (session.Day < days[^1])
        {
            await session.PlayDayAsync();
            if (days.Contains(session.Day))
            {
                var books = session.Books(Seat);
                figures.Add(new(books.NetIncome.Cents / 100.0, books.Credits(Account.Sales).Cents / 100.0));
            }
        }

        return [.. figures];
    }

    private sealed record Figures(double Profit, double Revenue);

    private sealed record Pair(Figures[] Before, Figures[] After);

    private sealed class Recorded(IAgent agent, List<Decision> decisions) : IAgent
    {
        public async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            decisions.Add(await agent.DecideAsync(today, context, cancellationToken));
            return decisions[^1];
        }
    }

    /// <summary>The commands of another run of the same world, every price at a part of what it was.</summary>
    private sealed class Played(List<Decision> decisions, double part) : IAgent
    {
        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) =>
            new(new Decision([.. decisions[today.Day].Commands.Select(command => command is SetPrice price ? price with { Price = new((long)Math.Round(price.Price.Cents * part)) } : command)]));
    }
}
