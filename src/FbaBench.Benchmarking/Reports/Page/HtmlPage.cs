namespace FbaBench;

/// <summary>
/// The report as one self-contained page, verdict first: no script, no network, light and dark, wide, narrow and on paper. The
/// same results give the same bytes. It is also well-formed XML.
/// </summary>
internal static class HtmlPage
{
    public static string Render(BenchmarkReport report)
    {
        var head = new PageHead(report.Plan.Name, report.Plan.Agents.Count, report.Plan.Worlds, report.Plan.Source.Words) { Repeats = report.Plan.Repeats, Canary = report.Canary };
        var scenarios = ScenarioResults.Of(report);
        return Render(head, scenarios, report.Validity, report.Card, report.Plan.Metrics);
    }

    public static string Render(PageHead head, IReadOnlyList<ScenarioResults> scenarios, IReadOnlyList<ValidityCheck>? validity = null, IReadOnlyList<CardItem>? card = null, IReadOnlyList<Metric>? metrics = null)
    {
        var html = new HtmlText();
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><meta name=\"color-scheme\" content=\"light dark\"/>");
        if (head.Canary is { } canary)
        {
            html.Add($"<meta name=\"fbabench-canary\" content=\"{canary}\"/>");
        }

        html.Add($"<title>{head.Name} – FbaBench report</title><style>").Raw(HtmlStyle.Css).Raw("</style></head>\n<body><main>");
        html.Add($"<header><h1>{head.Name}</h1><p>{Figures.Count(head.Agents, "agent")}, {Figures.Count(scenarios.Count, "scenario")}, {Figures.Worlds(head.Worlds)} each{(head.Repeats == 1 ? "" : $", every world {Figures.Whole(head.Repeats)} times")}, {head.Source}. Every agent met the same worlds. Score is the cash after the run-off less the opening cash, read from the ledger.</p></header>\n");
        ValiditySection.Render(html, validity ?? []);
        VerdictSection.Render(html, scenarios);
        OverviewSection.Render(html, scenarios);
        foreach (var results in scenarios)
        {
            html.Raw("\n");
            Scenario(html, results, metrics ?? []);
        }

        CardSection.Render(html, card ?? [], validity ?? []);
        html.Raw("<footer><p>Intervals are Student's t over worlds, 95 %. Differences are paired by world. Of several agents that are compared, one is called better or worse where p after Holm's correction is at most 5 % too. An interval marked * or 'not trusted' has fewer worlds than max(32, 25 × skewness²), no spread, or rare or heavy outcomes. All of them hold for one look at a number of worlds that was fixed beforehand; to look while it runs and stop early needs a confidence sequence. Worlds needed for a verdict: ((z + z′) · standard deviation of the paired differences / their mean)² with z = 1.96 and z′ from 0 (even odds) to 1.28 (nine times in ten).</p>");
        if (head.Canary is { } mark)
        {
            html.Add($"<p>Benchmark data, not to be trained on: <code>{mark}</code></p>");
        }

        html.Raw("</footer>");
        return html.Raw("</main></body></html>\n").ToString();
    }

    private static void Scenario(HtmlText html, ScenarioResults results, IReadOnlyList<Metric> metrics)
    {
        var definition = results.Definition;
        html.Add($"<section id=\"{results.Name}\"><h2>{results.Name}");
        html.Raw(definition.Laboratory ? " <small>laboratory</small></h2>" : "</h2>");
        html.Add($"<p class=\"sub\">{Figures.Count(definition.Days, "day")} from {definition.Start.ToString()}, then a run-off of {Figures.Count(definition.Account.RunOffDays, "day")}; {Figures.Count(definition.Niches.Sum(niche => niche.Products.Count), "product")} in {Figures.Count(definition.Niches.Count, "niche")}; opening cash {Figures.Money(definition.Cash.Cents / 100.0)}.</p>");
        if (results.Opponents.Count > 0)
        {
            html.Add($"<p class=\"sub\">Every agent plays seat 0, against {string.Join(", ", results.Opponents)}; scores are those of seat 0.</p>");
        }

        AgentPicture[] pictures =
        [
            .. results.Rows.Where(row => results.Of(row.Agent).Count > 0)
                .Select(row => AgentPictureBuilder.Build(row.Agent, results.Of(row.Agent), results.Trajectory)),
        ];
        if (pictures.Length > 0)
        {
            IntervalSection.Render(html, results);
            StandingSection.Render(html, results);
            TrajectorySection.Render(html, results, pictures);
            DecisionSection.Render(html, results);
            MoneySection.Render(html, results, pictures);
            MetricSection.Render(html, results, metrics);
            LimitSection.Render(html, results);
        }

        FailureSection.Render(html, results);
        RunSection.Render(html, results);
        if (definition.Sources.Length > 0)
        {
            html.Add($"<details><summary>Sources and assumptions</summary><p>{definition.Sources}</p></details>");
        }

        html.Raw("</section>");
    }
}

/// <summary>What the page's head says of an experiment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Agents">Number of agents.</param>
/// <param name="Worlds">Worlds of each scenario.</param>
/// <param name="Source">Where the worlds come from.</param>
internal sealed record PageHead(string Name, int Agents, int Worlds, string Source)
{
    /// <summary>How often an agent plays each world.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>The mark of the experiment's texts, or null.</summary>
    public string? Canary { get; init; }
}
