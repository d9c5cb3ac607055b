using System.Text;

namespace FbaBench.Agents.Models;

/// <summary>A morning as sections of text, shown within a number of tokens.</summary>
internal sealed class MorningText
{
    /// <summary>What is left out first where room is short; sections that are not here stay, and lose rows last.</summary>
    private static readonly string[] Expendable =
    [
        "STORAGE UTILISATION", "DEAL EVENTS", "ADVERTISING REPORTS", "FREIGHT", "YOUR FORECASTS", "TERMS", "FEES", "SUPPLIERS: dealings", "COMPETITORS", "YOUR OFFERS: listings", "YOUR PRODUCTS",
        "OPEN ORDERS", "YOUR OFFERS: promotions",
    ];

    private readonly List<(string Title, string Text)> _sections = [];

    private MorningText(string text)
    {
        foreach (var part in text.Split("\n\n"))
        {
            _sections.Add((part.Split('\n', 2)[0], part.TrimEnd('\n')));
        }
    }

    public IEnumerable<string> Titles => _sections.Skip(1).Select(section => section.Title);

    public static MorningText Of(Observation today, ObservationDetail detail) => new(ObservationText.Write(today, detail));

    /// <summary>What stands in the full text and not in the daily one.</summary>
    public static MorningText Rules(Observation today)
    {
        var daily = Of(today, ObservationDetail.Daily).Titles.ToHashSet(StringComparer.Ordinal);
        var rules = Of(today, ObservationDetail.Full);
        rules._sections.RemoveAll(section => daily.Contains(section.Title) || section == rules._sections[0]);
        return rules;
    }

    /// <summary>A section whose title begins so, whatever the case; null where there is none.</summary>
    public string? Section(string title) =>
        _sections.Skip(1).Where(section => section.Title.StartsWith(title, StringComparison.OrdinalIgnoreCase)).Select(section => section.Text).FirstOrDefault();

    /// <summary>The text within a number of tokens, with the names of what was left out.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="canRead">Whether the reader has a tool that shows what was left out.</param>
    public string Within(int tokens, bool canRead)
    {
        var most = TokenEstimate.Bytes(tokens);
        var left = new List<string>();
        var shown = _sections.ToList();
        foreach (var expendable in Expendable)
        {
            if (Size(shown) <= most)
            {
                break;
            }

            foreach (var section in shown.Where(section => section.Title.StartsWith(expendable, StringComparison.Ordinal)).ToArray())
            {
                shown.Remove(section);
                left.Add(section.Title);
            }
        }

        while (Size(shown) > most && Longest(shown) is { } longest)
        {
            shown[longest] = (shown[longest].Title, Halved(shown[longest].Text, canRead));
        }

        var text = string.Join("\n\n", shown.Select(section => section.Text));
        return left.Count == 0 ? text : text + $"\n\nLEFT OUT for length{(canRead ? " (readSection shows them)" : "")}\n" + string.Join('\n', left);
    }

    private static int Size(List<(string Title, string Text)> sections) => sections.Sum(section => Encoding.UTF8.GetByteCount(section.Text) + 2);

    /// <summary>The longest section that still has rows to lose.</summary>
    private static int? Longest(List<(string Title, string Text)> sections)
    {
        var longest = Enumerable.Range(0, sections.Count).OrderByDescending(i => sections[i].Text.Length).ThenBy(i => i).Where(i => Rows(sections[i].Text) > 3).Cast<int?>();
        return longest.FirstOrDefault();
    }

    private static int Rows(string text) => text.AsSpan().Count('\n') + 1;

    private static string Halved(string text, bool canRead)
    {
        var rows = text.Split('\n');
        var earlier = rows[^1].StartsWith("… ", StringComparison.Ordinal) ? int.Parse(rows[^1].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
        var keep = Math.Max(2, (rows.Length - (earlier > 0 ? 1 : 0)) / 2);
        var lost = rows.Length - (earlier > 0 ? 1 : 0) - keep + earlier;
        return string.Join('\n', rows[..keep]) + string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\n… {lost} more lines{(canRead ? ", see readSection" : "")}");
    }
}
