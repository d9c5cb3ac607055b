using System.Globalization;
using System.Text;

namespace FbaBench.Tests.Laboratories;

/// <summary>
/// The shipped laboratories: the policy of theory reaches the value of theory, and no shipped seller does better. A few worlds by default; FBABENCH_LONG=1 plays all and
/// writes docs/evidence/laboratories.md.
/// </summary>
public sealed class ShippedLaboratoryTests
{
    private const string TheoryName = "theory";

    /// <summary>What a score may be off of theory's, beside four standard errors: what is left on the last day, and the first days' stock.</summary>
    private static readonly Dictionary<string, double> Tolerances = new()
    {
        ["lab-base-stock"] = 0.015,
        ["lab-lot-size"] = 1e-9,
        ["lab-newsvendor"] = 0.01,
        ["lab-price"] = 0.01,
    };

    public static TheoryData<string> Names => [.. Laboratories];

    private static IEnumerable<string> Laboratories => ShippedScenarios.Names.Where(name => name.StartsWith("lab-", StringComparison.Ordinal));

    private static int Worlds => LongRun.IsWhole ? 64 : 8;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_policy_of_theory_reaches_its_value_and_no_shipped_seller_more(string name)
    {
        var theory = await ScoresAsync(name, TheoryName);
        if (Values(name) is { } values)
        {
            var off = MeanInterval.Of([.. theory.Zip(values, (score, value) => score - value)]);
            Assert.True(Math.Abs(off.Mean) <= (Tolerances[name] * values.Average()) + (4 * Error(off)), $"{theory.Average():0} against {values.Average():0} of theory: {off}");
        }

        foreach (var seller in ShippedAgents.Names)
        {
            var scores = await ScoresAsync(name, seller);
            Assert.True(theory.Average() > scores.Average(), $"{seller}: {scores.Average():0} against {theory.Average():0}");
        }
    }

    [Fact]
    public async Task The_figures_are_written()
    {
        if (!LongRun.IsWhole)
        {
            return;
        }

        var text = new StringBuilder("""
            # The laboratories

            Scores in 64 worlds each (experiment seed 1), dollars with 95 % intervals; written by `FBABENCH_LONG=1 dotnet test -c Release tests/FbaBench.Benchmarking.Tests --filter FullyQualifiedName~ShippedLaboratory`.
            `theory` is the policy of theory, told the world's parameters; its value is what theory says that it scores. In lab-supply-chain it is the newsvendor's stock of the shop, as if the stage above always had what is
            ordered: what the chain costs has no formula. The shipped sellers of the marketplace are no rules for these worlds: they keep weeks of stock, and do not reckon with shoppers who wait.

            | scenario | seller | score | value of theory |
            | --- | --- | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (var name in Laboratories)
        {
            foreach (var seller in ShippedAgents.Names.Prepend(TheoryName))
            {
                var value = seller == TheoryName && Values(name) is { } values ? Number(values.Average()) : "";
                text.Append(CultureInfo.InvariantCulture, $"| {name} | {seller} | {Interval(MeanInterval.Of(await ScoresAsync(name, seller)))} | {value} |\n");
            }
        }

        await File.WriteAllTextAsync(Path.Combine(Docs.DocsTests.Root(), "docs", "evidence", "laboratories.md"), text.ToString());
    }

    private static double Error(MeanInterval interval) => interval.StandardDeviation / Math.Sqrt(interval.Count);

    private static string Number(double dollars) => Math.Round(dollars).ToString("#,0", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Interval(MeanInterval score) => $"{Number(score.Mean)} ({Number(score.Low!.Value)} to {Number(score.High!.Value)}){(score.IsTrusted ? "" : " *")}";

    private static double[]? Values(string name)
    {
        double?[] values = [.. Enumerable.Range(0, Worlds).Select(world => Theory.Of(ShippedScenarios.Find(name).Define(WorldSeed.OfExperiment(1, world))).Score)];
        return values.Contains(null) ? null : [.. values.Select(value => value!.Value)];
    }

    /// <summary>Scores in dollars, world by world.</summary>
    private static async Task<double[]> ScoresAsync(string name, string seller)
    {
        var scenario = ShippedScenarios.Find(name);
        var scores = new double[Worlds];
        for (var world = 0; world < Worlds; world++)
        {
            var seed = WorldSeed.OfExperiment(1, world);
            var definition = scenario.Define(seed);
            await using var session = SimulationSession.Start(definition, seed);
            session.Seat(new(0), seller == TheoryName ? Theory.Of(definition).Policy() : ShippedAgents.Factory(seller)());
            for (var i = 0; i < scenario.Opponents.Count; i++)
            {
                session.Seat(new(i + 1), ShippedAgents.Factory(scenario.Opponents[i])());
            }

            while (!session.IsOver)
            {
                await session.PlayDayAsync();
            }

            Assert.Empty(session.Faults);
            scores[world] = (session.Books(new(0)).Balance(Account.Cash) - definition.Cash).Cents / 100.0;
        }

        return scores;
    }
}
