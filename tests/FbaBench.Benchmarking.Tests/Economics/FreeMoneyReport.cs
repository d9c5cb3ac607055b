using System.Globalization;
using System.Text;

namespace FbaBench.Tests.Economics;

/// <summary>What searches found, on worlds that they did not see.</summary>
internal sealed class FreeMoneyReport
{
    private static readonly (string Name, Gene[] Genes)[] Mechanisms =
    [
        ("price and stock", [.. Genes.OfBaseStock]),
        ("price over time", [Gene.OpeningFactor, Gene.OpeningDays, Gene.SeasonFactor, Gene.YearFactor]),
        ("end of orders", [Gene.StopDays]),
        ("liquidation", [Gene.LiquidateAge]),
        ("ads", [Gene.BidShare]),
        ("promotions", [Gene.PromotionDepth]),
        ("bought reviews", [Gene.ReviewsAtStart, Gene.ReviewsMonthly]),
        ("supplier", [Gene.Supplier]),
        ("freight", [Gene.Freight]),
        ("order size", [Gene.OrderSize]),
        ("credit", [Gene.Credit, Gene.NeverRepays]),
        ("negotiation", [Gene.Proposals, Gene.FirstShare]),
        ("inspection and rejection", [Gene.InspectionFactor, Gene.Rejects]),
        ("mail and appeals", [Gene.Mail, Gene.Appeal]),
        ("unsellable units", [Gene.Disposal]),
        ("forecasts", [Gene.Forecasts]),
        ("early end", [Gene.CloseBefore]),
    ];

    private readonly SearchWorlds _worlds;
    private readonly SearchResult _tuned;
    private readonly double[] _baseline;
    private readonly Dictionary<SearchMethod, double> _ratios = [];
    private readonly StringBuilder _rows = new();
    private readonly StringBuilder _parts = new();
    private readonly StringBuilder _genes = new();

    /// <param name="worlds">Evaluation worlds.</param>
    /// <param name="tuned">The honest trade tuned by the same search: the measure.</param>
    public FreeMoneyReport(SearchWorlds worlds, SearchResult tuned)
    {
        _worlds = worlds;
        _tuned = tuned;
        _baseline = Play(tuned.Genes);
        Row("base stock as shipped", Play(Genes.BaseStock), null);
        Row("honest trade as it starts", Play(Genes.Trader), null);
        Row("honest trade, tuned", _baseline, tuned);
        Describe("honest trade, tuned", tuned.Genes);
    }

    /// <summary>Score of each method's best against the tuned rule's.</summary>
    public IReadOnlyDictionary<SearchMethod, double> Ratios => _ratios;

    public void Add(SearchMethod method, SearchResult found)
    {
        var scores = Play(found.Genes);
        _ratios.Add(method, scores.Average() / _baseline.Average());
        Row(Name(method), scores, found);
        Describe(Name(method), found.Genes);
        foreach (var (mechanism, genes) in Mechanisms)
        {
            var without = found.Genes.WithGenesOf(_tuned.Genes, genes);
            if (genes.Any(gene => found.Genes[gene] != without[gene]))
            {
                var gain = MeanInterval.Of([.. scores.Zip(Play(without), (with, other) => with - other)]);
                _parts.AppendLine(CultureInfo.InvariantCulture, $"| {Name(method)} | {mechanism} | {gain.Mean:+#,0;−#,0;0} ± {gain.HalfWidth:#,0} |");
            }
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        ## {_worlds.Scenario}

        | policy | score | against the tuned rule | ratio | policies tried | episode-days |
        | --- | --- | --- | --- | --- | --- |
        {_rows}
        What each mechanism of the best policies brings: their score less that of the same policy with the mechanism as the tuned rule has it.

        | policy | mechanism | gain |
        | --- | --- | --- |
        {_parts}
        {_genes}
        Absurd policies, mean and highest of all worlds:

        | policy | mean | highest |
        | --- | --- | --- |
        {Absurd()}
        """);

    private double[] Play(Genes genes) => _worlds.Play(() => new SearchedPolicy(genes));

    private void Row(string name, double[] scores, SearchResult? found)
    {
        var score = MeanInterval.Of(scores);
        var gain = MeanInterval.Of([.. scores.Zip(_baseline, (own, baseline) => own - baseline)]);
        _rows.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {score.Mean:#,0} ({score.Low:#,0} to {score.High:#,0}) | {gain.Mean:+#,0;−#,0;0} ± {gain.HalfWidth:#,0} | {score.Mean / _baseline.Average():0.000} | {found?.Candidates} | {found?.Days:#,0} |");
    }

    private void Describe(string name, Genes genes) => _genes.AppendLine(CultureInfo.InvariantCulture, $"- {name}: {genes}");

    private string Absurd() => string.Join('\n', AbsurdPolicies.All.Select(policy =>
    {
        var scores = _worlds.Play(policy.Value);
        return string.Create(CultureInfo.InvariantCulture, $"| {policy.Key} | {scores.Average():#,0;−#,0;0} | {scores.Max():#,0;−#,0;0} |");
    }));

    private static string Name(SearchMethod method) => method switch
    {
        SearchMethod.Random => "random",
        SearchMethod.HillClimbing => "hill climbing",
        _ => "extreme",
    };
}
