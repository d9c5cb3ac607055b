using System.Globalization;

namespace FbaBench;

/// <summary>Values of decisions as one self-contained page and as text.</summary>
internal static class DecisionPage
{
    private const int MostShown = 10;

    public static string Html(DecisionValues values)
    {
        var html = new HtmlText();
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><meta name=\"color-scheme\" content=\"light dark\"/>");
        html.Add($"<title>{values.Scenario} – value of decisions</title><style>").Raw(HtmlStyle.Css).Raw("</style></head>\n<body><main>");
        html.Add($"<header><h1>Value of decisions: {values.Scenario}</h1><p>{Verdict(values)}</p></header>\n<section>");
        Course(html, values);
        Dearest(html, values);
        html.Raw("</section><footer><p>The value of a day is the score of the agent's decisions up to it with the reference after it, less the same with the reference from that day on: all days add up to score less the reference's score, to the cent. Skill is its mean over other futures, in which everything drawn by the day is drawn anew from that morning on, with its 95 % interval over them; the rest is luck. Groups are Shapley's shares of the value. 'With hindsight' is the best decision of the shipped agents for that day, chosen with the outcome known.</p></footer>");
        return html.Raw("</main></body></html>\n").ToString();
    }

    /// <summary>The dearest decisions as a plot and in words; nothing where no futures were played.</summary>
    public static void Dearest(HtmlText html, DecisionValues values)
    {
        var dearest = Dearest(values);
        if (dearest.Count > 0)
        {
            Skills(html, dearest);
            InWords(html, values, dearest);
        }
    }

    public static string Text(DecisionValues values)
    {
        var lines = new List<string> { Verdict(values), "" };
        foreach (var day in Dearest(values))
        {
            var (agent, reference) = DecisionWords.Difference(day, values.Offers);
            lines.Add($"{Date(values, day)}  value {Figures.SignedMoney(day.Value.Cents / 100.0)}, skill {Skill(day)}, luck {Figures.SignedMoney(day.Luck!.Value)}");
            lines.Add($"    agent: {agent}");
            lines.Add($"    {values.Reference}: {reference}");
            if (Groups(day) is { Length: > 0 } groups)
            {
                lines.Add($"    by group: {groups}");
            }

            if (day.BestOther is { } best)
            {
                lines.Add($"    with hindsight: {Best(best)}");
            }
        }

        return string.Join('\n', lines) + "\n";
    }

    /// <summary>What all decisions were worth, in a sentence or two.</summary>
    public static string Verdict(DecisionValues values)
    {
        var (better, worse) = (values.Days.Count(day => day.Value > Money.Zero), values.Days.Count(day => day.Value < Money.Zero));
        return $"The run earned {Exact(values.Score)}; {values.Reference} from the first day would have earned {Exact(values.ReferenceScore)} in the same world. The difference, {Exact(values.Score - values.ReferenceScore)}, is the sum of {Figures.Count(values.Days.Count, "decision")}: {better} that gained, {worse} that lost, {values.Days.Count - better - worse} worth nothing more or less.";
    }

    private static IReadOnlyList<DecisionValue> Dearest(DecisionValues values) => [.. values.Dearest.Take(MostShown)];

    private static void Course(HtmlText html, DecisionValues values)
    {
        var sum = 0.0;
        double[] course = [.. values.Days.Select(day => sum += day.Value.Cents / 100.0)];
        DayChart.Render(html, "Value of all decisions so far", $"against {values.Reference}; where the line rises, the agent decided better than the reference would have", "US dollars", new TimeAxis(values.Start, Math.Max(1, course.Length)), course.Length, [DaySeries.Daily("value", 0, course)]);
    }

    private static void Skills(HtmlText html, IReadOnlyList<DecisionValue> dearest) => IntervalRows.Render(
        html,
        $"The {Figures.Count(dearest.Count, "dearest decision")} by skill",
        $"mean over {Figures.Count(dearest[0].Futures.Count, "future")} with 95 % interval, each small dot a future",
        "US dollars",
        [.. dearest.Select(day => new IntervalRow($"Day {day.Day.ToString(CultureInfo.InvariantCulture)}", 0, day.Skill!, day.Futures, Skill(day), day.Skill!.Low > 0 ? "better" : day.Skill.High < 0 ? "worse" : ""))],
        "future");

    private static void InWords(HtmlText html, DecisionValues values, IReadOnlyList<DecisionValue> dearest)
    {
        html.Raw("<h4>In words</h4>");
        foreach (var day in dearest)
        {
            var (agent, reference) = DecisionWords.Difference(day, values.Offers);
            html.Add($"<h4>{Date(values, day)}</h4><p class=\"sub\">Value {Figures.SignedMoney(day.Value.Cents / 100.0)}, skill {Skill(day)}, luck {Figures.SignedMoney(day.Luck!.Value)}.</p><ul><li><b>The agent</b>: {agent}.</li><li><b>{values.Reference}</b>: {reference}.</li>");
            if (Groups(day) is { Length: > 0 } groups)
            {
                html.Add($"<li><b>By group</b>: {groups}.</li>");
            }

            if (day.BestOther is { } best)
            {
                html.Add($"<li><b>With hindsight</b>: {Best(best)}.</li>");
            }

            html.Raw("</ul>");
        }
    }

    private static string Date(DecisionValues values, DecisionValue day) => string.Create(CultureInfo.InvariantCulture, $"{values.Start.AddDays(day.Day)}, day {day.Day}");

    private static string Skill(DecisionValue day) => $"{Figures.Signed(day.Skill!.Mean)} ({Figures.Dollars(day.Skill.Low!.Value)} to {Figures.Dollars(day.Skill.High!.Value)})";

    private static string Groups(DecisionValue day) => string.Join(", ", day.Groups.Select(group => $"{group.Group.ToString().ToLowerInvariant()} {Figures.Signed(group.Value)}"));

    private static string Best((string Agent, Money Better) best) => best.Better > Money.Zero ? $"{best.Agent}'s, {Figures.Money(best.Better.Cents / 100.0)} better" : "the agent's own";

    private static string Exact(Money money) => Figures.Exact(money.Cents) + " dollars";
}
