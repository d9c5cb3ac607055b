using System.Globalization;
using System.Net;
using System.Text;

namespace FbaBench;

/// <summary>The report as one self-contained page: no script, no network, light and dark, wide and narrow.</summary>
internal static class HtmlPage
{
    private const int Colors = 12;
    private const double BandLow = 0.10;
    private const double BandHigh = 0.90;

    public static string Render(BenchmarkReport report)
    {
        var html = new StringBuilder();
        var plan = report.Plan;
        html.Append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.Append("<title>").Append(Encode(plan.Name)).Append(" – FbaBench report</title><style>").Append(HtmlStyle.Css).Append("</style></head><body><main>");
        html.Append("<h1>").Append(Encode(plan.Name)).Append("</h1>");
        html.Append(CultureInfo.InvariantCulture, $"<p>{Figures.Count(plan.Agents.Count, "agent")}, {Figures.Count(plan.Scenarios.Count, "scenario")}, {Figures.Worlds(plan.Worlds)} each, seed {plan.Seed}. Every agent met the same worlds. ");
        html.Append("Score is the cash after the run-off less the opening cash, read from the ledger.</p>");
        for (var i = 0; i < plan.Scenarios.Count; i++)
        {
            Scenario(html, report, plan.Scenarios[i], report.FirstWorlds[i]);
        }

        html.Append("<footer><p>Intervals are Student's t over worlds, 95 %. Differences are paired by world. An interval marked * has fewer worlds than max(32, 25 × skewness²) and is not trusted.</p></footer>");
        return html.Append("</main></body></html>\n").ToString();
    }

    private static void Scenario(StringBuilder html, BenchmarkReport report, IScenario scenario, WorldDefinition definition)
    {
        var plan = report.Plan;
        var rows = report.Summaries.Where(row => row.Scenario == scenario.Name).ToArray();
        html.Append("<section><h2>").Append(Encode(scenario.Name)).Append(definition.Laboratory ? " <small>laboratory</small>" : "").Append("</h2>");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"sub\">{definition.Days} days from {definition.Start}, {Figures.Count(definition.Niches.Sum(niche => niche.Products.Count), "product")} in {Figures.Count(definition.Niches.Count, "niche")}, opening cash {Figures.Money(definition.Cash.Cents / 100.0)}.</p>");
        Table(html, report, rows);
        foreach (var note in Figures.Notes(rows).Concat(Figures.FailureNotes(report, scenario.Name)))
        {
            html.Append("<p class=\"note\">").Append(Encode(note)).Append("</p>");
        }

        Legend(html, plan.Agents);
        html.Append("<div class=\"charts\">");
        Chart(html, "Net worth", $"median and 10–90 % band of {Figures.Worlds(plan.Worlds)}; stock at cost until it is liquidated on day {definition.Account.RunOffSellingDays + 1} of the run-off", "US dollars", definition, Finished(report, scenario).Select(one => NetWorth(report, scenario, one.Agent, one.Color)));
        Chart(html, "Cash in world 0", "money in the bank at the end of the day", "US dollars", definition, FinishedFirst(report, scenario).Select(one =>
            new ChartSeries(one.Agent, one.Color % Colors, [.. report.Trajectory(new(one.Agent, scenario.Name, 0)).CashCents.Select(cents => cents / 100.0)])));
        Chart(html, "Stock in world 0", "sellable units of all products", "units", definition, FinishedFirst(report, scenario).Select(one =>
            new ChartSeries(one.Agent, one.Color % Colors, [.. report.Trajectory(new(one.Agent, scenario.Name, 0)).StockUnits.Select(units => (double)units)])));
        html.Append("</div>");
        if (definition.Sources.Length > 0)
        {
            html.Append("<details><summary>Sources and assumptions</summary><p>").Append(Encode(definition.Sources)).Append("</p></details>");
        }

        html.Append("</section>");
    }

    private static void Table(StringBuilder html, BenchmarkReport report, AgentSummary[] rows)
    {
        string[] heads = ["Agent", "Score, $", "95 % interval", "Difference to " + report.ComparedTo + ", $", "its 95 % interval", "Worlds better", "Mean revenue, $", "Mean fees, $", "Mean units sold", "Lost sales", "Insolvent or in debt"];
        html.Append("<div class=\"wide\"><table><thead><tr>");
        foreach (var head in heads)
        {
            html.Append("<th>").Append(Encode(head)).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            string[] cells =
            [
                row.Agent,
                Figures.Dollars(row.Score.Mean),
                Figures.Interval(row.Score),
                row.Difference is { } difference ? Figures.Signed(difference.Mean) : "–",
                row.Difference is { } interval ? Figures.Interval(interval) : "–",
                row.WorldsBetter is { } better ? string.Create(CultureInfo.InvariantCulture, $"{better} of {row.Difference!.Count}") : "–",
                Figures.Dollars(row.Revenue),
                Figures.Dollars(row.Fees),
                Figures.Dollars(row.UnitsSold),
                Figures.Percent(row.LostShare),
                string.Create(CultureInfo.InvariantCulture, $"{row.Insolvent} of {row.Score.Count}"),
            ];
            var tone = row.Difference is { IsClear: true } clear ? clear.Mean > 0 ? " class=\"better\"" : " class=\"worse\"" : "";
            html.Append("<tr>");
            for (var i = 0; i < cells.Length; i++)
            {
                var tag = i == 0 ? "th scope=\"row\"" : "td";
                html.Append(CultureInfo.InvariantCulture, $"<{tag} data-label=\"{Encode(heads[i])}\"{(i is 3 or 4 ? tone : "")}>{Encode(cells[i])}</{(i == 0 ? "th" : "td")}>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table></div>");
    }

    private static void Legend(StringBuilder html, IReadOnlyList<string> agents)
    {
        html.Append("<ul class=\"legend\">");
        for (var i = 0; i < agents.Count; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><svg viewBox=\"0 0 26 10\" aria-hidden=\"true\"><line class=\"line s{i % Colors}\" x1=\"1\" x2=\"25\" y1=\"5\" y2=\"5\"/></svg>{Encode(agents[i])}</li>");
        }

        html.Append("</ul>");
    }

    private static void Chart(StringBuilder html, string title, string subtitle, string unit, WorldDefinition definition, IEnumerable<ChartSeries> series)
    {
        ChartSeries[] drawn = [.. series];
        if (drawn.Length == 0)
        {
            return;
        }

        html.Append("<figure><figcaption><b>").Append(title).Append("</b> ").Append(Encode(subtitle)).Append("</figcaption>");
        html.Append(SvgChart.Render(title + ", " + subtitle, unit, definition.Start, definition.Days, drawn)).Append("</figure>");
    }

    private static ChartSeries NetWorth(BenchmarkReport report, IScenario scenario, string agent, int color)
    {
        var episodes = report.Of(scenario.Name, agent).Select(episode => report.Trajectory(episode.Key)).ToArray();
        var days = episodes.Min(episode => episode.NetWorthCents.Count);
        var (low, median, high) = (new double[days], new double[days], new double[days]);
        for (var day = 0; day < days; day++)
        {
            var sorted = episodes.Select(episode => episode.NetWorthCents[day] / 100.0).Order().ToArray();
            low[day] = Quantiles.Of(sorted, BandLow);
            median[day] = Quantiles.Of(sorted, 0.5);
            high[day] = Quantiles.Of(sorted, BandHigh);
        }

        return episodes.Length > 1 ? new(agent, color % Colors, median, low, high) : new(agent, color % Colors, median);
    }

    /// <summary>The agents that finished an episode of the scenario, each with its color.</summary>
    private static IEnumerable<(string Agent, int Color)> Finished(BenchmarkReport report, IScenario scenario) =>
        report.Plan.Agents.Select((agent, i) => (agent, i)).Where(one => report.Of(scenario.Name, one.agent).Length > 0);

    /// <summary>Those that finished its world 0.</summary>
    private static IEnumerable<(string Agent, int Color)> FinishedFirst(BenchmarkReport report, IScenario scenario) =>
        report.Plan.Agents.Select((agent, i) => (agent, i)).Where(one => report.Of(scenario.Name, one.agent).Any(episode => episode.Key.World == 0));

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
