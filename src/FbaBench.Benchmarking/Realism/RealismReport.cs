using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FbaBench;

/// <summary>How real the marketplace is: stylised facts of real markets, each measured on worlds of the engine.</summary>
public sealed class RealismReport
{
    private const double LeastShouldShare = 0.8;

    /// <summary>Above it, what the search ranking gives back of its own effect makes leaders last for ever (economics, section 3).</summary>
    private const double MostLoopGain = 0.5;

    internal RealismReport(int worlds, IReadOnlyList<RealismLine> lines, double loopGain)
    {
        Worlds = worlds;
        Lines = lines;
        LoopGain = loopGain;
    }

    /// <summary>Number of worlds.</summary>
    public int Worlds { get; }

    /// <summary>The facts in the file's order.</summary>
    public IReadOnlyList<RealismLine> Lines { get; }

    /// <summary>Weight of log velocity × exponent of clicks by position ÷ exponent of sales by rank; at most 0.5.</summary>
    public double LoopGain { get; }

    /// <summary>Measured facts.</summary>
    private IEnumerable<RealismLine> Measured => Lines.Where(line => line.Mean is not null);

    /// <summary>Musts that were measured, and how many hold.</summary>
    public (int Held, int Of) Musts => (Measured.Count(line => line.Fact.IsMust && line.Pass), Measured.Count(line => line.Fact.IsMust));

    /// <summary>Shoulds that were measured, and how many hold.</summary>
    public (int Held, int Of) Shoulds => (Measured.Count(line => !line.Fact.IsMust && line.Pass), Measured.Count(line => !line.Fact.IsMust));

    /// <summary>Whether every must holds, four fifths of the shoulds, the loop gain is low enough, and no fact of the file is unknown.</summary>
    public bool Passed => Musts.Held == Musts.Of && Musts.Of > 0 && Shoulds.Held >= LeastShouldShare * Shoulds.Of && LoopGain <= MostLoopGain
        && Lines.All(line => line.Mean is not null || Realism.IsLater(line.Fact.Id));

    /// <summary>A table for a terminal.</summary>
    public string ToTable()
    {
        string[][] rows = [["", "fact", "", "low", "high", "mean", "inside", "worlds", "what"], .. Lines.Select(Cells)];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendLine(string.Join("  ", row.Select((cell, column) => column is >= 3 and <= 6 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"must {Musts.Held} of {Musts.Of}, should {Shoulds.Held} of {Shoulds.Of} ({LeastShouldShare:0%} needed), over {Worlds} worlds");
        text.AppendLine(CultureInfo.InvariantCulture, $"loop gain of the search ranking {LoopGain:0.000} (at most {MostLoopGain})");
        return text.ToString();
    }

    /// <summary>One JSON object: worlds, facts (id, strength, low, high, mean, worlds, worldsInside, pass, note), loopGain, summary.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("worlds", Worlds);
            json.WriteStartArray("facts");
            foreach (var line in Lines)
            {
                Write(json, line);
            }

            json.WriteEndArray();
            json.WriteNumber("loopGain", LoopGain);
            json.WriteStartObject("summary");
            json.WriteNumber("must", Musts.Of);
            json.WriteNumber("mustHeld", Musts.Held);
            json.WriteNumber("should", Shoulds.Of);
            json.WriteNumber("shouldHeld", Shoulds.Held);
            json.WriteBoolean("pass", Passed);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, RealismLine line)
    {
        json.WriteStartObject();
        json.WriteString("id", line.Fact.Id);
        json.WriteString("fact", line.Fact.Fact);
        json.WriteString("measure", line.Fact.Measure);
        json.WriteString("strength", line.Fact.IsMust ? "must" : "should");
        json.WriteNumber("low", line.Fact.Low);
        json.WriteNumber("high", line.Fact.High);
        if (line.Mean is { } mean)
        {
            json.WriteNumber("mean", mean);
            json.WriteStartArray("worlds");
            foreach (var value in line.Worlds)
            {
                json.WriteNumberValue(value);
            }

            json.WriteEndArray();
            json.WriteNumber("worldsInside", line.WorldsInside);
        }

        json.WriteBoolean("pass", line.Pass);
        json.WriteString("note", line.Note);
        json.WriteEndObject();
    }

    private string[] Cells(RealismLine line) =>
    [
        line.Mean is null ? "--" : line.Pass ? "ok" : line.Fact.IsMust ? "FAIL" : "warn",
        line.Fact.Id,
        line.Fact.IsMust ? "must" : "should",
        Number(line.Fact.Low),
        Number(line.Fact.High),
        line.Mean is { } mean ? Number(mean) : "",
        line.Mean is null ? "" : $"{line.WorldsInside}/{Worlds}",
        string.Join(" ", line.Worlds.Select(Number)),
        line.Note.Length > 0 ? $"{line.Fact.Fact}: {line.Note}" : line.Fact.Fact,
    ];

    private static string Number(double value) => value.ToString(Math.Abs(value) < 0.1 ? "0.0000" : "0.000", CultureInfo.InvariantCulture);
}
