using System.Globalization;
using System.Text;

namespace FbaBench.Tests.Agents;

/// <summary>
/// What cautious and bold sellers come to in the same worlds, against the signs that docs/evidence/personas.md declared beforehand. A few worlds by default; FBABENCH_LONG=1 plays 64 and writes the
/// page's table.
/// </summary>
[Trait("Category", "Long")]
public sealed class PersonaSignsTests
{
    private const string Page = "personas.md";
    private const string TableHead = "| scenario | rule | measure | cautious | bold | difference (95 %) | declared | holds |";
    private static readonly Seat Seat = new(0);
    private static readonly string[] Scenarios = ["first-year", "gift-shop"];

    private static readonly (string Name, Func<Persona, IAgent> Make)[] Rules = [("base-stock", persona => new BaseStock(persona)), ("tuned-seller", persona => new TunedSeller(persona))];

    /// <summary>Declared before anything was measured: the sign of cautious less bold.</summary>
    private static readonly (string Name, int Sign, Func<Run, double> Of)[] Measures =
    [
        ("mean stock at cost, dollars", -1, run => run.MeanStock),
        ("least cash, dollars", +1, run => run.LeastCash),
        ("units ordered", -1, run => run.UnitsOrdered),
    ];

    [Fact]
    public void In_the_gift_shop_the_cautious_keep_less_stock_and_order_less()
    {
        var (cautious, bold) = (Play("gift-shop", () => new BaseStock(Persona.Cautious), 4), Play("gift-shop", () => new BaseStock(Persona.Bold), 4));
        Assert.All(cautious.Zip(bold), pair => Assert.True(pair.First.MeanStock < pair.Second.MeanStock && pair.First.UnitsOrdered < pair.Second.UnitsOrdered));
    }

    [Fact]
    public void The_figures_are_written()
    {
        if (!LongRun.IsWhole)
        {
            return;
        }

        var table = new StringBuilder(TableHead + "\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var scenario in Scenarios)
        {
            foreach (var (rule, make) in Rules)
            {
                var (cautious, bold) = (Play(scenario, () => make(Persona.Cautious), 64), Play(scenario, () => make(Persona.Bold), 64));
                foreach (var (name, sign, of) in Measures)
                {
                    Row(name, [.. cautious.Select(of)], [.. bold.Select(of)], sign);
                }

                Spread([.. cautious.Select(run => run.Score)], [.. bold.Select(run => run.Score)]);
                Row("score, dollars", [.. cautious.Select(run => run.Score)], [.. bold.Select(run => run.Score)], 0);

                void Row(string name, double[] one, double[] other, int sign)
                {
                    var gap = MeanInterval.Of([.. one.Zip(other, (a, b) => a - b)]);
                    var holds = sign == 0 ? "" : sign * gap.Mean > gap.HalfWidth ? "yes" : sign * gap.Mean < -gap.HalfWidth ? "no, the opposite" : "not shown";
                    table.Append(CultureInfo.InvariantCulture, $"| {scenario} | {rule} | {name} | {one.Average():#,0} | {other.Average():#,0} | {gap.Mean:+#,0;−#,0;0} ± {gap.HalfWidth:#,0} | {Sign(sign)} | {holds} |\n");
                }

                // Pitman and Morgan: of two paired samples the one of the greater variance is the one with which their sum and difference correlate.
                void Spread(double[] one, double[] other)
                {
                    double[] sums = [.. one.Zip(other, (a, b) => a + b)], gaps = [.. one.Zip(other, (a, b) => a - b)];
                    var (s, d) = (MeanInterval.Of(sums), MeanInterval.Of(gaps));
                    var r = sums.Zip(gaps, (a, b) => (a - s.Mean) * (b - d.Mean)).Sum() / (sums.Length - 1) / (s.StandardDeviation * d.StandardDeviation);
                    var t = r * Math.Sqrt((sums.Length - 2) / (1 - (r * r)));
                    var clear = Math.Abs(t) > MeanInterval.Quantile(sums.Length - 2);
                    var holds = !clear ? "not shown" : t < 0 ? "yes" : "no, the opposite";
                    var (a, b) = (MeanInterval.Of(one).StandardDeviation, MeanInterval.Of(other).StandardDeviation);
                    table.Append(CultureInfo.InvariantCulture, $"| {scenario} | {rule} | deviation of the score, dollars | {a:#,0} | {b:#,0} | {a - b:+#,0;−#,0;0} (t = {t:0.0}) | {Sign(-1)} | {holds} |\n");
                }
            }
        }

        var path = Path.Combine(Docs.DocsTests.Root(), "docs", "evidence", Page);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(TableHead, StringComparison.Ordinal);
        File.WriteAllText(path, (at < 0 ? text + "\n" : text[..at]) + table);
    }

    private static string Sign(int sign) => sign switch { < 0 => "−", > 0 => "+", _ => "" };

    private static Run[] Play(string scenario, Func<IAgent> make, int worlds)
    {
        var runs = new Run[worlds];
        Parallel.For(0, worlds, world =>
        {
            var seed = WorldSeed.OfExperiment(1, world);
            runs[world] = Play(Simulation.Create(ShippedScenarios.Find(scenario).Define(seed), seed), make());
        });
        return runs;
    }

    private static Run Play(Simulation world, IAgent seller)
    {
        var context = world.ContextOf(Seat);
        var (stock, least, units) = (0L, world.Definition.Cash, 0L);
        while (world.Day < world.Definition.Days)
        {
            world.Step([new(Seat, seller.DecideAsync(world.Observe(Seat), context, default).AsTask().Result)]);
            var books = world.Books(Seat);
            stock += books.Balance(Account.Inventory).Cents;
            least = Money.Min(least, books.Balance(Account.Cash));
            foreach (ref readonly var item in world.Events)
            {
                units += item.Kind == EventKind.OrderPlaced ? item.Units : 0;
            }
        }

        while (!world.IsOver)
        {
            world.Step([]);
        }

        return new(stock / 100.0 / world.Definition.Days, least.Cents / 100.0, units, world.Gain(Seat).Cents / 100.0);
    }

    /// <summary>What a run came to, in dollars and units.</summary>
    private sealed record Run(double MeanStock, double LeastCash, double UnitsOrdered, double Score);
}
