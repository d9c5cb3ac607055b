using FbaBench.Tests.Experiments;

namespace FbaBench.Tests.Sealing;

/// <summary>An agent that knows the public worlds by heart shows a gap, an honest one does not.</summary>
public sealed class SealGapTests : IDisposable
{
    private const int Worlds = 32;
    private static readonly double[] Markups = [2.0, 2.4, 3.0];
    private readonly TemporaryFolder _open = new();
    private readonly TemporaryFolder _closed = new();

    public void Dispose()
    {
        _open.Dispose();
        _closed.Dispose();
    }

    [Fact]
    public async Task A_memory_of_the_public_worlds_shows_and_honest_play_does_not()
    {
        var learned = await LearnAsync();
        var worlds = SealedWorlds.Commit("gap", WorldSecret.Parse(new string('3', 64)), Worlds, [new Brief()]);
        await Plan(learned).Worlds(Worlds).Output(_open.Path).RunAsync();
        await Plan(learned).Sealed(worlds).Output(_closed.Path).RunAsync();
        var gaps = SealGap.Measure(_open.Path, _closed.Path).ToDictionary(gap => gap.Agent);

        Assert.True(gaps["memory"].IsGap, gaps["memory"].ToString());
        Assert.Equal(0, gaps["memory"].Sealed.Mean);
        Assert.False(gaps["honest"].IsGap, gaps["honest"].ToString());
        Assert.True(gaps["honest"].High > 0, gaps["honest"].ToString());
        Assert.False(gaps["plain"].IsGap, gaps["plain"].ToString());
        Assert.Null(gaps["plain"].ComparedTo);
        Assert.Contains("better in the public worlds", gaps["memory"] with { Public = gaps["memory"].Public with { Skewness = 0 } } is { } sure ? sure.ToString() : "", StringComparison.Ordinal);
    }

    /// <summary>Known answer: Welch's example by hand. Means 10 and 7, variances 4 and 9, 10 and 15 worlds: t interval with 23.7 degrees of freedom.</summary>
    [Fact]
    public void The_interval_is_welch_s()
    {
        var gap = new SealGap("s", "a", null, new(10, 10, 2, 0), new(15, 7, 3, 0));
        Assert.Equal(3, gap.Difference);
        Assert.Equal(1.0 / ((0.4 * 0.4 / 9) + (0.6 * 0.6 / 14)), gap.DegreesOfFreedom!.Value, 12);
        Assert.Equal(3 + (MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, gap.DegreesOfFreedom.Value, 0.975) * 1.0), gap.High!.Value, 12);
        Assert.Null(new SealGap("s", "a", null, new(1, 10, 0, 0), new(15, 7, 3, 0)).Low);
        Assert.Equal(3, new SealGap("s", "a", null, new(4, 10, 0, 0), new(4, 7, 0, 0)).Low);
    }

    /// <summary>Two samples of the same law, one of them wider sampled, show a gap that is none in about one case of twenty.</summary>
    [Fact]
    public void Without_a_gap_the_interval_misses_zero_in_one_case_of_twenty()
    {
        const int repetitions = 4_000;
        var missed = Enumerable.Range(0, repetitions).Count(repetition =>
        {
            var gap = new SealGap("s", "a", null, Sample(repetition, "public", 32, 3), Sample(repetition, "sealed", 48, 1));
            return gap.Low > 0 || gap.High < 0;
        });
        Assert.InRange(missed / (double)repetitions, 0.04, 0.06);

        static MeanInterval Sample(int repetition, string name, int worlds, double deviation) =>
            MeanInterval.Of([.. Enumerable.Range(0, worlds).Select(world => deviation * new WorldSeed((ulong)repetition).Normal(name, world))]);
    }

    [Fact]
    public async Task Runs_that_cannot_be_compared_are_refused_with_the_reason()
    {
        var worlds = SealedWorlds.Commit("gap", WorldSecret.New(), 2, [new Brief()]);
        await Plan([]).Worlds(2).Output(_open.Path).RunAsync();
        await Plan([]).Sealed(worlds).ComparedTo("honest").Output(_closed.Path).RunAsync();
        Assert.Contains("holds a public run", Refused(_open.Path, _open.Path), StringComparison.Ordinal);
        Assert.Contains("holds a sealed run", Refused(_closed.Path, _closed.Path), StringComparison.Ordinal);
        Assert.Contains("compares to plain, the sealed one to honest", Refused(_open.Path, _closed.Path), StringComparison.Ordinal);
        await Benchmark.Create("gap").Scenario(new Brief()).Agent("plain", () => new Marked(2.4), version: "2").Worlds(2).ComparedTo("plain").Fresh().Output(_open.Path).RunAsync();
        await Plan([]).Sealed(worlds).ComparedTo("plain").Output(_closed.Path).RunAsync();
        Assert.Contains("'plain' is another one", Refused(_open.Path, _closed.Path), StringComparison.Ordinal);
    }

    private static string Refused(string open, string closed) => Assert.Throws<InvalidDataException>(() => SealGap.Measure(open, closed)).Message;

    private static Benchmark Plan(Dictionary<long, double> learned) => Benchmark.Create("gap").Scenario(new Brief())
        .Agent("plain", () => new Marked(2.4), version: "1")
        .Agent("honest", () => new Marked(2.8), version: "1")
        .Agent("memory", () => new Marked(2.4) { Known = learned }, version: "1")
        .Logs(false);

    /// <summary>The best constant markup of every public world.</summary>
    private static async Task<Dictionary<long, double>> LearnAsync()
    {
        var known = new Dictionary<long, double>();
        for (var world = 0; world < Worlds; world++)
        {
            var seed = WorldSeed.OfExperiment(1, world);
            var prepared = PreparedWorld.Of(new Brief().Define(seed));
            var best = (Score: Money.Dollars(-1_000_000), Markup: 0.0);
            foreach (var markup in Markups)
            {
                await using var session = SimulationSession.Start(prepared, seed).Seat(new(0), new Marked(markup));
                while (!session.IsOver)
                {
                    await session.PlayDayAsync();
                }

                var score = session.Books(new(0)).Balance(Account.Cash);
                best = score > best.Score ? (score, markup) : best;
            }

            known[Marked.Fingerprint(prepared.Start(seed).Observe(new(0)))] = best.Markup;
        }

        return known;
    }

    /// <summary>A constant markup on the landed cost, and one order at the start; with a memory the markup that it knows of the world before it.</summary>
    private sealed class Marked(double markup) : IAgent
    {
        public Dictionary<long, double> Known { get; init; } = [];

        /// <summary>What tells a world from others on its first morning: the competitors' prices.</summary>
        public static long Fingerprint(Observation first) => first.Competitors.Aggregate(17L, (sum, rival) => unchecked((sum * 1_000_003) + rival.Price.Cents));

        public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
        {
            if (today.Day > 0)
            {
                return new(Decision.None);
            }

            var factor = Known.GetValueOrDefault(Fingerprint(today), markup);
            return new(new Decision([.. today.Offers.Select(offer => new SetPrice(offer.Id, new Money((long)Math.Round(offer.LandedCost.Cents * factor))))]));
        }
    }
}
