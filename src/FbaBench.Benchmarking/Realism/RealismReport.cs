using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FbaBench;

/// <summary>How real the marketplace is: stylised facts of real markets, each measured on worlds of the engine.</summary>
public sealed class RealismReport
{
    internal const double LeastShouldShare = 0.8;

    /// <summary>Above it, what the search ranking gives back of its own effect makes leaders last for ever (economics, section 3).</summary>
    internal const double MostLoopGain = 0.5;

    private RealismReport(IReadOnlyList<RealismLine> lines, IReadOnlyList<WorldFacts> worlds)
    {
        Worlds = worlds.Count;
        Lines = lines;
        VelocityWeight = worlds.Average(world => world.VelocityWeight);
        ClickExponent = worlds.Average(world => world.ClickExponent ?? double.NaN);
        RankExponent = worlds.Average(world => world.RankExponent ?? double.NaN);
        LoopGain = worlds.Average(world => world.LoopGain ?? double.NaN);
    }

    /// <summary>Number of worlds.</summary>
    public int Worlds { get; }

    /// <summary>The facts in the file's order.</summary>
    public IReadOnlyList<RealismLine> Lines { get; }

    /// <summary>
    /// <see cref="VelocityWeight"/> × <see cref="ClickExponent"/> ÷ <see cref="RankExponent"/>, mean over worlds; at most 0.5. Not a number when a world had
    /// nothing to measure it on, which fails.
    /// </summary>
    public double LoopGain { get; }

    /// <summary>Weight of the logarithm of sales velocity in the search score.</summary>
    public double VelocityWeight { get; }

    /// <summary>How steeply a listing's clicks fall with its position in the search results: exponent, mean over worlds.</summary>
    public double ClickExponent { get; }

    /// <summary>How steeply sales fall with rank: exponent, mean over worlds.</summary>
    public double RankExponent { get; }

    /// <summary>How many musts hold, and of how many.</summary>
    public (int Held, int Of) Musts => Count(isMust: true);

    /// <summary>How many shoulds hold, and of how many.</summary>
    public (int Held, int Of) Shoulds => Count(isMust: false);

    /// <summary>Whether every must holds, four fifths of the shoulds, the loop gain is low enough, and the file has no fact that is not known.</summary>
    public bool Passed => Musts.Held == Musts.Of && Shoulds.Held >= LeastShouldShare * Shoulds.Of && LoopGain <= MostLoopGain
        && Lines.All(line => FactTable.Known.Contains(line.Fact.Id));

    internal static RealismReport Of(IReadOnlyList<RealismFact> facts, IReadOnlyList<WorldFacts> worlds) =>
        new(Array.AsReadOnly([.. facts.Select(fact => RealismLine.Of(fact, worlds))]), worlds);

    /// <summary>A table for a terminal.</summary>
    public string ToTable() => RealismTable.Render(this);

    /// <summary>
    /// One JSON object: worlds, facts (id, fact, measure, strength, low, high, mean, worlds, worldsInside, verdict, pass, note), loopGain, loopGainParts, summary.
    /// </summary>
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
            Number(json, "loopGain", LoopGain);
            json.WriteStartObject("loopGainParts");
            json.WriteNumber("velocityWeight", VelocityWeight);
            Number(json, "clickExponent", ClickExponent);
            Number(json, "rankExponent", RankExponent);
            json.WriteNumber("most", MostLoopGain);
            json.WriteEndObject();
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
        Number(json, "mean", line.Mean);
        json.WriteStartArray("worlds");
        foreach (var value in line.Worlds)
        {
            if (value is { } number)
            {
                json.WriteNumberValue(number);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
        json.WriteNumber("worldsInside", line.WorldsInside);
        json.WriteString("verdict", RealismTable.Verdict(line));
        json.WriteBoolean("pass", line.Pass);
        json.WriteString("note", line.Note);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private (int Held, int Of) Count(bool isMust)
    {
        var lines = Lines.Where(line => line.Fact.IsMust == isMust).ToArray();
        return (lines.Count(line => line.Pass), lines.Length);
    }
}
