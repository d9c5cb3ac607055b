namespace FbaBench;

/// <summary>The days: net worth over all worlds, then one world in detail.</summary>
internal static class TrajectorySection
{
    public static void Render(HtmlText html, ScenarioResults results, IReadOnlyList<AgentPicture> pictures)
    {
        html.Raw("<h3>Trajectories</h3>");
        Plot.Legend(html, [.. results.Rows.Select(row => row.Agent)]);
        var definition = results.Definition;
        var days = pictures.Max(picture => picture.NetWorth.Days[^1]) + 1;
        DayChart.Render(
            html,
            "Net worth",
            $"median and band of the middle 80 % of {Figures.Worlds(pictures.Max(picture => picture.Worlds))}; stock at cost until it is liquidated on day {Figures.Whole(definition.Account.RunOffSellingDays + 1)} of the run-off (shaded)",
            "US dollars",
            new TimeAxis(definition.Start, days),
            definition.Days,
            [.. pictures.Select(picture => Band(picture, results.StyleOf(picture.Agent)))]);
        if (results.ShownWorld() is { } world)
        {
            World(html, results, world);
        }
    }

    private static DaySeries Band(AgentPicture picture, int style)
    {
        var band = picture.NetWorth;
        return picture.Worlds > 1 ? new(picture.Agent, style, band.Days, band.Median, band.Low, band.High) : new(picture.Agent, style, band.Days, band.Median);
    }

    private static void World(HtmlText html, ScenarioResults results, int world)
    {
        html.Add($"<h4>World {world} in detail</h4><p class=\"sub\">The world of {results.ComparedTo}'s median score: half of its worlds went no better, half no worse.</p>");
        var played = results.Rows.Select(row => results.Of(row.Agent).FirstOrDefault(episode => episode.Key.World == world)).OfType<EpisodeResult>().ToArray();
        Overview(html, results, played);
        foreach (var episode in played)
        {
            var agent = episode.Key.Agent;
            var style = results.StyleOf(agent);
            var days = results.Trajectory(episode.Key);
            html.Raw(agent == results.ComparedTo ? "<details open=\"open\" class=\"agent\"><summary>" : "<details class=\"agent\"><summary>");
            Plot.Key(html, style);
            html.Add($"<b>{agent}</b> <span>day by day: score {Figures.Money(episode.Score.Cents / 100.0)}, {Figures.Dollars(episode.UnitsSold)} units sold, {Figures.Dollars(episode.UnitsLost)} lost{(episode.InsolventDay is { } day ? $", insolvent on {days.Start.AddDays(day).ToString()}" : "")}</span></summary>");
            EpisodeDays.Render(html, agent, days, style);
            if (days.Offers.Count > 0)
            {
                ProductCards.Render(html, days, style);
            }

            html.Raw("</details>");
        }
    }

    /// <summary>Cash and stock of all agents; one trajectory is held at a time.</summary>
    private static void Overview(HtmlText html, ScenarioResults results, EpisodeResult[] played)
    {
        var cash = new List<DaySeries>();
        var stock = new List<DaySeries>();
        TimeAxis? time = null;
        var runOff = 0;
        foreach (var episode in played)
        {
            var days = results.Trajectory(episode.Key);
            var style = results.StyleOf(episode.Key.Agent);
            cash.Add(DaySeries.Daily(episode.Key.Agent, style, [.. days.CashCents.Select(cents => cents / 100.0)]));
            stock.Add(DaySeries.Daily(episode.Key.Agent, style, [.. days.StockUnits.Select(units => (double)units)]));
            time ??= new(days.Start, days.CashCents.Count);
            runOff = days.DecisionDays;
        }

        html.Raw("<div class=\"pair\">");
        DayChart.Render(html, "Cash", "money in the bank at the day's end", "US dollars", time!, runOff, cash);
        DayChart.Render(html, "Stock", "sellable units of all products at the day's end", "units", time!, runOff, stock);
        html.Raw("</div>");
    }
}
