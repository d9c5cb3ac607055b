using System.Globalization;
using System.Text;

namespace FbaBench;

/// <summary>The measured facts for a terminal.</summary>
internal static class RealismTable
{
    private const int FirstNumber = 4;
    private const int LastNumber = 7;

    public static string Render(RealismReport report)
    {
        string[][] rows = [["", "id", "", "fact", "low", "high", "mean", "inside", "worlds"], .. report.Lines.Select(line => Cells(report, line))];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendLine(string.Join("  ", row.Select((cell, column) => column is >= FirstNumber and <= LastNumber ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
        }

        text.AppendLine();
        foreach (var line in report.Lines.Where(line => line.Note.Length > 0))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{line.Fact.Id}: {line.Note}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"must {report.Musts.Held} of {report.Musts.Of}, should {report.Shoulds.Held} of {report.Shoulds.Of} ({RealismReport.LeastShouldShare:0%} needed), over {report.Worlds} worlds");
        text.AppendLine(CultureInfo.InvariantCulture, $"loop gain of the search ranking {Number(report.LoopGain)} = velocity weight {report.VelocityWeight:0.###} x clicks by position {Number(report.ClickExponent)} / sales by rank {Number(report.RankExponent)} (at most {RealismReport.MostLoopGain})");
        text.AppendLine(report.Passed ? "passed" : "FAILED");
        return text.ToString();
    }

    /// <summary>ok; FAIL for a must and warn for a should that does not hold.</summary>
    public static string Verdict(RealismLine line) => line.Pass ? "ok" : line.Fact.IsMust ? "FAIL" : "warn";

    private static string[] Cells(RealismReport report, RealismLine line) =>
    [
        Verdict(line),
        line.Fact.Id,
        line.Fact.IsMust ? "must" : "should",
        line.Fact.Fact,
        Number(line.Fact.Low),
        Number(line.Fact.High),
        Number(line.Mean),
        line.Worlds.Count == 0 ? "" : FormattableString.Invariant($"{line.WorldsInside}/{report.Worlds}"),
        string.Join(" ", line.Worlds.Select(Number)),
    ];

    /// <summary>Three decimals; more where they would hide what matters.</summary>
    private static string Number(double? value) => value is { } number && double.IsFinite(number) ? number.ToString(Format(number), CultureInfo.InvariantCulture) : "-";

    private static string Format(double number) => Math.Abs(number) switch
    {
        > 0 and < 0.1 => "0.0000",
        > 0.999 and < 1.001 and not 1 => "0.0000000",
        _ => "0.000",
    };
}
