using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace FbaBench.Tests.Learning;

/// <summary>
/// Collusion and its punishments. Quick sessions by default; FBABENCH_LONG=1 trains 100 sessions at the paper's decay and writes docs/evidence/learning.md.
/// </summary>
public sealed class CollusionTests
{
    private const int DaysAfter = 16;
    private const int Sessions = 100;
    private static readonly CollusionLaboratory Laboratory = PriceGames.Laboratory;

    /// <summary>A deviation pays on its day, and the other cuts its price on the next. Who explored so little need not come back afterwards: the long form shows who does.</summary>
    [Fact]
    public async Task Quick_sessions_punish_a_deviation()
    {
        var after = await MeansAfterDeviationAsync(PriceGames.QuickSessions);
        Assert.True(after[1].Profit > after[0].Profit);
        Assert.True(after[2].Other < after[0].Other - 0.01, $"{after[2].Other} after {after[0].Other}");
        Assert.True(after[2].Profit < after[0].Profit);
    }

    [Fact]
    public async Task The_figures_are_written()
    {
        if (!LongRun.IsWhole)
        {
            return;
        }

        var text = new StringBuilder("""
            # Learning sellers

            Two sellers learn prices by Q-learning against each other in the laboratory of Calvano, Calzolari, Denicolò and Pastorello (AER 2020), every period a day that the engine plays. α 0.15, fifteen prices; written by
            `FBABENCH_LONG=1 dotnet test -c Release tests/FbaBench.Benchmarking.Tests --filter FullyQualifiedName~CollusionTests`. The index is 0 at the static equilibrium and 1 at monopoly.

            | β | δ | sessions | converged | mean index (95 %) | deviation | periods a session | seconds | processor seconds | periods a processor second |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |

            """.ReplaceLineEndings("\n"));
        var (learned, index) = Train(new(), text);
        var (_, shortSighted) = Train(new() { Discount = 0 }, text);
        text.Append(string.Create(CultureInfo.InvariantCulture, $"""

            Seconds are of {Environment.ProcessorCount} cores that other work used too: alone, the processor seconds are spread over all of them.

            ## After a forced deviation

            One seller of each pair is made to ask, on day 1, the price that answers the other's best on that day alone; from day 2 on it plays again what it learned. Means over the {Sessions} sessions of the first row, prices in the theory's
            money, in test worlds.

            | day | deviator's price | other's price | deviator's profit against day 0 |
            | --- | --- | --- | --- |

            """).ReplaceLineEndings("\n"));
        var after = await MeansAfterDeviationAsync(learned);
        for (var day = 0; day < after.Length; day++)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {day} | {after[day].Own:0.000} | {after[day].Other:0.000} | {after[day].Profit / after[0].Profit:0.000} |\n");
        }

        await File.WriteAllTextAsync(Path.Combine(Docs.DocsTests.Root(), "docs", "evidence", "learning.md"), text.ToString());
        Assert.InRange(index, 0.80, 0.90);
        Assert.InRange(shortSighted, -0.1, 0.35);
        Assert.True(after[2].Other < after[0].Other - 0.01);
    }

    private static (IReadOnlyList<LearnedSession> Learned, double Index) Train(QLearningTerms terms, StringBuilder text)
    {
        using var process = Process.GetCurrentProcess();
        var (started, used) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        var trained = QLearning.Train(Laboratory.Game, terms, PriceGames.Split, Sessions);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.Refresh();
        var processor = (process.TotalProcessorTime - used).TotalSeconds;
        var index = MeanInterval.Of([.. trained.Select(Laboratory.Index)]);
        var periods = trained.Sum(session => (long)session.Periods);
        text.Append(CultureInfo.InvariantCulture, $"| {terms.ExplorationDecay:0.#######} | {terms.Discount} | {Sessions} | {trained.Count(session => session.HasConverged)} ")
            .Append(CultureInfo.InvariantCulture, $"| {index.Mean:0.000} ({index.Low:0.000} to {index.High:0.000}) | {index.StandardDeviation:0.000} | {periods / Sessions:#,0} | {seconds:0} | {processor:0} | {periods / processor:#,0} |\n");
        return (trained, index.Mean);
    }

    /// <summary>Mean prices, and the deviator's mean profit, by day; day 0 is the day before the deviation.</summary>
    private static async Task<(double Own, double Other, double Profit)[]> MeansAfterDeviationAsync(IReadOnlyList<LearnedSession> sessions)
    {
        var means = new (double Own, double Other, double Profit)[DaysAfter + 1];
        foreach (var session in sessions)
        {
            var rounds = await PriceGames.AfterDeviationAsync(session, DaysAfter);
            for (var day = 0; day < means.Length; day++)
            {
                var (prices, profit) = (rounds[day].Prices, rounds[day].Profits[0].Cents);
                means[day].Own += prices[0].Cents / 1e4 / sessions.Count;
                means[day].Other += prices[1].Cents / 1e4 / sessions.Count;
                means[day].Profit += profit / (double)sessions.Count;
            }
        }

        return means;
    }
}
