using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FbaBench.Tests.Reports;

public partial class HtmlPageTests(Pages pages) : IClassFixture<Pages>
{
    public static TheoryData<bool> Both => [false, true];

    [Theory]
    [MemberData(nameof(Both))]
    public void The_page_holds_no_script_no_address_and_no_number_that_is_none(bool extreme)
    {
        var html = Html(extreme);
        foreach (var word in (string[])["<script", "http", "url(", "@import", "<link", "<img", "src=", "NaN", "Infinity", "∞", "%%"])
        {
            Assert.DoesNotContain(word, html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Marks_stand_inside_their_plots(bool extreme)
    {
        var page = Pages.Parse(Html(extreme));
        var shares = page.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "x" or "x1" or "x2" or "cx" or "width" && attribute.Value.EndsWith('%'));
        Assert.NotEmpty(shares);
        Assert.All(shares, attribute => Assert.InRange(Number(attribute.Value.TrimEnd('%')), 0, 100.01));
        foreach (var box in page.Descendants().Where(element => element.Attribute("viewBox") is not null))
        {
            var size = box.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToArray();
            foreach (var path in box.Elements().Where(element => element.Name.LocalName == "path"))
            {
                foreach (var (x, y) in Points(path.Attribute("d")!.Value))
                {
                    Assert.InRange(x, 0, size[2] + 1);
                    Assert.InRange(y, -1, size[3] + 1);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Headings_images_and_tables_say_what_they_are(bool extreme)
    {
        var page = Pages.Parse(Html(extreme));
        var levels = page.Descendants().Select(element => element.Name.LocalName).Where(name => name is "h1" or "h2" or "h3" or "h4").Select(name => name[1] - '0').ToArray();
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Skip(1).Zip(levels), pair => Assert.True(pair.First <= pair.Second + 1, $"h{pair.First} follows h{pair.Second}"));
        Assert.All(page.Descendants("svg").Where(svg => svg.Attribute("role")?.Value == "img"), svg => Assert.False(string.IsNullOrWhiteSpace(svg.Element("title")?.Value) || string.IsNullOrWhiteSpace(svg.Element("desc")?.Value)));
        Assert.All(page.Descendants("svg").Where(svg => svg.Parent!.Name != "svg" && svg.Attribute("role") is null), svg => Assert.Contains(svg.AncestorsAndSelf(), element => element.Attribute("aria-hidden")?.Value == "true"));
        Assert.All(page.Descendants("th"), head => Assert.NotNull(head.Attribute("scope")));
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToArray();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void The_verdict_comes_first_then_intervals_days_and_money()
    {
        Assert.Equal(["Not to be relied on: 1 check failed", "Verdict", "quarter", "Validity card"], pages.Page.Descendants("h2").Select(head => head.Value));
        Assert.Equal(["quarter", "Scores and differences", "Standing", "Trajectories", "Fees", "From revenue to score", "Metrics", "Limits hit", "Runs", "Checks"], pages.Page.Descendants("h3").Select(head => head.Value));
        var lines = pages.Page.Descendants("div").Single(div => div.Attribute("class")?.Value == "verdict").Descendants("li").Select(line => line.Value[2..]);
        Assert.Equal(Verdict.Of(Results()).Select(line => line.Text), lines);
        Assert.Contains("Not trusted", lines.First(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_holds_the_summaries()
    {
        var rows = pages.Page.Descendants("table").First().Element("tbody")!.Elements("tr").ToArray();
        Assert.Equal(pages.Report.Summaries.Count, rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            var summary = pages.Report.Summaries[i];
            Assert.Equal(summary.Agent, rows[i].Element("th")!.Value);
            var cells = rows[i].Elements("td").Select(cell => cell.Value).ToArray();
            Assert.Equal(Math.Round(summary.Score.Mean), Number(cells[0]));
            Assert.Equal(summary.Difference is { } difference ? Math.Round(difference.Mean) : double.NaN, cells[2] == "–" ? double.NaN : Number(cells[2]));
            Assert.Equal(Math.Round(summary.Revenue), Number(cells[5]));
            Assert.Equal(Math.Round(summary.Fees), Number(cells[6]));
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Every_waterfall_adds_up_to_its_score_to_the_cent(bool extreme)
    {
        var falls = Pages.Parse(Html(extreme)).Descendants("table").Where(table => table.Attribute("class")?.Value == "fall").ToArray();
        Assert.NotEmpty(falls);
        foreach (var fall in falls)
        {
            var lines = fall.Element("tbody")!.Elements("tr").Select(row => decimal.Parse(row.Elements("td").First().Value, NumberStyles.Number, CultureInfo.InvariantCulture));
            Assert.Equal(decimal.Parse(fall.Element("tfoot")!.Descendants("td").First().Value, NumberStyles.Number, CultureInfo.InvariantCulture), lines.Sum());
        }
    }

    [Fact]
    public void Waterfalls_end_at_the_mean_score_and_fees_by_type_sum_to_the_fees()
    {
        var results = Results();
        var falls = pages.Page.Descendants("table").Where(table => table.Attribute("class")?.Value == "fall").ToArray();
        for (var i = 0; i < results.Rows.Count; i++)
        {
            var agent = results.Rows[i].Agent;
            var episodes = results.Of(agent);
            var picture = AgentPictureBuilder.Build(agent, episodes, results.Trajectory);
            Assert.Equal(agent, falls[i].Element("caption")!.Value);
            Assert.Equal((double)picture.ScoreCents, episodes.Average(episode => (double)episode.Score.Cents), 0.51);
            Assert.Equal(picture.ScoreCents / 100m, decimal.Parse(falls[i].Element("tfoot")!.Descendants("td").First().Value, NumberStyles.Number, CultureInfo.InvariantCulture));
            Assert.InRange(picture.FeeCents - episodes.Average(episode => (double)episode.Fees.Cents), -1.01, 1.01);
            Assert.InRange(picture.RevenueCents - episodes.Average(episode => (double)episode.Revenue.Cents), -0.51, 0.51);
            foreach (var episode in episodes)
            {
                var days = results.Trajectory(episode.Key);
                var fees = ScoreReasons.Lines.Where(reason => ScoreReasons.Group(reason) == ScoreGroup.Fees).Sum(reason => -ScoreReasons.Sign(reason) * days.Posted(reason).Cents);
                Assert.Equal(episode.Fees.Cents, fees);
            }
        }
    }

    [Fact]
    public void Every_link_to_a_log_leads_to_one_and_the_command_verifies_one()
    {
        var folder = Path.GetDirectoryName(pages.Report.HtmlPath)!;
        var links = pages.Page.Descendants("a").Select(link => link.Attribute("href")!.Value).Where(link => link[0] != '#').ToArray();
        Assert.Equal(9, links.Length);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(folder, link)), link));
        var command = pages.Page.Descendants("pre").Single().Value;
        Assert.StartsWith("fbabench verify runs/quarter_", command, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, command["fbabench verify ".Length..])));
    }

    [Fact]
    public void The_shown_world_is_that_of_the_median_score()
    {
        var scores = Results().Of("base-stock").OrderBy(episode => episode.Score.Cents).ToArray();
        Assert.Equal($"World {scores[1].Key.World} in detail", pages.Page.Descendants("h4").First().Value);
        Assert.Equal(3, pages.Page.Descendants("details").Count(details => details.Attribute("class")?.Value == "agent"));
    }

    [Fact]
    public void What_users_wrote_is_escaped()
    {
        Assert.Contains("made up &amp; &lt;shortened&gt;", pages.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(&#39;no key&#39;)&lt;/script&gt; &amp; more", Pages.Extreme(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_is_small_and_the_same_again()
    {
        Assert.InRange(pages.Html.Length, 20_000, 400_000);
        var log = Directory.GetFiles(Path.GetDirectoryName(pages.Report.HtmlPath)!, "*base-stock.fbalog", SearchOption.AllDirectories)[0];
        File.Move(log, log + ".lost");
        try
        {
            Assert.Equal(pages.Html, HtmlPage.Render(pages.Report));
        }
        finally
        {
            File.Move(log + ".lost", log);
        }

        Assert.Equal(Pages.Extreme(), Pages.Extreme());
    }

    [Fact]
    public void The_terminal_shows_the_verdict_before_the_table()
    {
        var lines = pages.Report.ToTable().Split(Environment.NewLine);
        Assert.StartsWith("quarter: 3 worlds", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("  Not trusted, no verdict against base-stock", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 130));
        Assert.True(Array.FindIndex(lines, line => line.StartsWith("  agent ", StringComparison.Ordinal)) > 1);
    }

    private ScenarioResults Results() => Assert.Single(ScenarioResults.Of(pages.Report));

    private string Html(bool extreme) => extreme ? Pages.Extreme() : pages.Html;

    private static double Number(string text) => double.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>The points of a path of M, L, l, h, H, v, V and z.</summary>
    private static IEnumerable<(double X, double Y)> Points(string data)
    {
        var (x, y) = (0.0, 0.0);
        foreach (Match command in PathCommand().Matches(data))
        {
            var numbers = command.Groups[2].Value.Replace("-", " -", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray();
            (x, y) = command.Groups[1].Value switch
            {
                "M" or "L" => (numbers[0], numbers[1]),
                "l" => (x + numbers[0], y + numbers[1]),
                "h" => (x + numbers[0], y),
                "H" => (numbers[0], y),
                "v" => (x, y + numbers[0]),
                "V" => (x, numbers[0]),
                "z" => (x, y),
                var other => throw new InvalidDataException($"path command {other}"),
            };
            yield return (x, y);
        }
    }

    [GeneratedRegex("([a-zA-Z])([^a-zA-Z]*)")]
    private static partial Regex PathCommand();
}
