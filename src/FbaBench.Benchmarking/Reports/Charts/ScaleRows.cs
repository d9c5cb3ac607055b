using System.Globalization;

namespace FbaBench;

/// <summary>A row on the scale from doing nothing to the best known policy.</summary>
/// <param name="Name">Of the agent.</param>
/// <param name="Style">Index of its colour, from 0.</param>
/// <param name="Low">Lower end of its interval.</param>
/// <param name="Score">Its score.</param>
/// <param name="High">Upper end of its interval.</param>
internal sealed record ScaleRow(string Name, int Style, double Low, double Score, double High);

/// <summary>Agents on the scale, with the rungs 0 and 1 and, where it is near enough to be drawn, the bound.</summary>
internal static class ScaleRows
{
    private const double Height = 18;
    private const double Middle = 9;
    private const double Cap = 5;

    /// <summary>A bound farther away would push everything else together; it is told in words alone.</summary>
    private const double FarthestBound = 4;

    public static void Render(HtmlText html, string title, string subtitle, IReadOnlyList<ScaleRow> rows, double? bound)
    {
        var drawn = bound is <= FarthestBound ? bound : null;
        var axis = Axis.WithZero(rows.SelectMany(row => new[] { row.Low, row.High }).Append(1).Append(drawn ?? 1));
        html.Raw("<figure>");
        Plot.Caption(html, title, subtitle);
        html.Raw("<div class=\"rows\">");
        foreach (var row in rows)
        {
            html.Raw("<div class=\"head\"><span class=\"who\">");
            Plot.Key(html, row.Style);
            html.Add($"{row.Name}</span><span class=\"val\">{Two(row.Score)} ({Two(row.Low)} to {Two(row.High)})</span></div>");
            Row(html, row, axis, drawn);
        }

        Plot.AcrossLabels(html, axis, drawn is null ? "0 is doing nothing, 1 the best known policy" : "0 is doing nothing, 1 the best known policy; dashed: the bound");
        html.Raw("</div></figure>");
    }

    public static string Two(double value) => value.ToString("0.00", CultureInfo.InvariantCulture) is var text && text == "-0.00" ? "0.00" : text;

    private static void Row(HtmlText html, ScaleRow row, Axis axis, double? bound)
    {
        var style = row.Style % Plot.Styles;
        Plot.Open(html, Height, $"{row.Name}: {Two(row.Score)}", $"interval {Two(row.Low)} to {Two(row.High)}");
        Plot.Across(html, axis, Height);
        Mark(html, axis.Share(0), "zero");
        Mark(html, axis.Share(1), "zero");
        if (bound is { } most)
        {
            Mark(html, axis.Share(most), "turn");
        }

        var (from, to) = (axis.Share(row.Low) * 100, axis.Share(row.High) * 100);
        html.Add($"<line class=\"bar s{style}\" x1=\"{from}%\" x2=\"{to}%\" y1=\"{Middle}\" y2=\"{Middle}\"/>");
        html.Add($"<line class=\"cap s{style}\" x1=\"{from}%\" x2=\"{from}%\" y1=\"{Middle - Cap}\" y2=\"{Middle + Cap}\"/>");
        html.Add($"<line class=\"cap s{style}\" x1=\"{to}%\" x2=\"{to}%\" y1=\"{Middle - Cap}\" y2=\"{Middle + Cap}\"/>");
        html.Add($"<circle class=\"mean f{style}\" cx=\"{axis.Share(row.Score) * 100}%\" cy=\"{Middle}\" r=\"4.5\"/></svg>");
    }

    private static void Mark(HtmlText html, double share, string kind) =>
        html.Add($"<line class=\"{kind}\" x1=\"{share * 100}%\" x2=\"{share * 100}%\" y1=\"0\" y2=\"{Height}\"/>");
}
