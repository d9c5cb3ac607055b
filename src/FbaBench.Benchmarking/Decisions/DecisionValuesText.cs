using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FbaBench;

/// <summary>Forms of <see cref="DecisionValues"/>.</summary>
public static class DecisionValuesText
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One self-contained page.</summary>
    public static string ToHtml(this DecisionValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return DecisionPage.Html(values);
    }

    /// <summary>The dearest decisions in words, for a terminal.</summary>
    public static string ToText(this DecisionValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return DecisionPage.Text(values);
    }

    /// <summary>
    /// One JSON object: scenario, seat, reference, scoreCents, referenceScoreCents, and days of day, date, valueCents, and where they were looked at skill (mean, low, high, dollars), luck, groups, and the best other decision.
    /// </summary>
    public static string ToJson(this DecisionValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteString("scenario", values.Scenario);
            json.WriteNumber("seat", values.Seat.Index);
            json.WriteString("reference", values.Reference);
            json.WriteNumber("scoreCents", values.Score.Cents);
            json.WriteNumber("referenceScoreCents", values.ReferenceScore.Cents);
            json.WriteStartArray("days");
            foreach (var day in values.Days)
            {
                Day(json, values, day);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Day(Utf8JsonWriter json, DecisionValues values, DecisionValue day)
    {
        json.WriteStartObject();
        json.WriteNumber("day", day.Day);
        json.WriteString("date", values.Start.AddDays(day.Day).ToString());
        json.WriteNumber("valueCents", day.Value.Cents);
        if (day.Skill is { } skill)
        {
            json.WriteStartObject("skill");
            json.WriteNumber("mean", Cents(skill.Mean));
            json.WriteNumber("low", Cents(skill.Low!.Value));
            json.WriteNumber("high", Cents(skill.High!.Value));
            json.WriteEndObject();
            json.WriteNumber("luck", Cents(day.Luck!.Value));
            var (agent, reference) = DecisionWords.Difference(day, values.Offers);
            json.WriteString("agent", agent);
            json.WriteString("referenceDecision", reference);
        }

        if (day.Groups.Count > 0)
        {
            json.WriteStartObject("groups");
            foreach (var (group, value) in day.Groups)
            {
                json.WriteNumber(group.ToString().ToLowerInvariant(), Cents(value));
            }

            json.WriteEndObject();
        }

        if (day.BestOther is { } best)
        {
            json.WriteStartObject("bestOther");
            json.WriteString("agent", best.Agent);
            json.WriteNumber("betterCents", best.Better.Cents);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static double Cents(double dollars) => Math.Round(dollars, 2);
}
