using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using FbaBench.Contracts;
using static System.FormattableString;

namespace FbaBench;

/// <summary>
/// Decisions as JSON, by the schema in <see cref="Schema"/>: a list of commands, or an object with such a list as <c>commands</c>. A
/// command is an object with its name and its fields, for example <c>{"command":"setPrice","offer":"mugs/blue-mug","price":18.49}</c>;
/// offers and suppliers stand by name, money in dollars with at most two decimals, days count from 0.
/// </summary>
public static class DecisionJson
{
    private const string Example = "[{\"command\":\"setPrice\",\"offer\":\"mugs/blue-mug\",\"price\":18.49}]";

    /// <summary>The JSON schema (draft 2020-12) of a decision; the file is <c>docs/schema/decision.schema.json</c>.</summary>
    public static string Schema => field ??= Schemas.Read("decision.schema.json");

    /// <summary>Reads a decision. A command that cannot be read is listed with what is wrong with it; the others stand.</summary>
    /// <param name="json">The text.</param>
    /// <param name="observation">What the seller saw: the names of its offers and their suppliers.</param>
    /// <exception cref="FormatException">The text is no JSON, or is nested deeper than 64.</exception>
    public static DecisionReading Read(string json, Observation observation)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(Encoding.UTF8.GetBytes(json), observation);
    }

    /// <summary>Reads a decision. A command that cannot be read is listed with what is wrong with it; the others stand.</summary>
    /// <param name="utf8Json">The text in UTF-8.</param>
    /// <param name="observation">What the seller saw: the names of its offers and their suppliers.</param>
    /// <exception cref="FormatException">The text is no UTF-8, no JSON, or is nested deeper than 64.</exception>
    public static DecisionReading Read(ReadOnlySpan<byte> utf8Json, Observation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        using var document = Parse(utf8Json);
        return DecisionReader.Read(document.RootElement, observation);
    }

    /// <summary>Writes a decision as a list of commands; <see cref="Read(ReadOnlySpan{byte}, Observation)"/> gives the same commands back.</summary>
    /// <param name="decision">Commands on offers of the observation.</param>
    /// <param name="observation">What the seller saw: the names of its offers and their suppliers.</param>
    /// <returns>UTF-8 without a byte order mark and without line breaks.</returns>
    /// <exception cref="ArgumentException">A command is null, or its offer or supplier is not in the observation.</exception>
    public static byte[] Write(Decision decision, Observation observation)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(observation);
        var output = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartArray();
            foreach (var command in decision.Commands)
            {
                CommandWriter.Write(json, command, observation);
            }

            json.WriteEndArray();
        }

        return output.WrittenSpan.ToArray();
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> utf8Json)
    {
        if (!Utf8.IsValid(utf8Json))
        {
            throw new FormatException("The decision is no UTF-8; encode it as UTF-8.");
        }

        try
        {
            // The document below reads texts when asked, and would throw then on half a surrogate pair.
            var reader = new Utf8JsonReader(utf8Json);
            while (reader.Read())
            {
                if (reader.ValueIsEscaped)
                {
                    _ = reader.GetString();
                }
            }

            return JsonDocument.Parse(utf8Json.ToArray());
        }
        catch (JsonException error)
        {
            throw new FormatException(Invariant($"The decision is no JSON at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}, or is nested deeper than 64; give a list of commands and nothing else, for example {Example}."), error);
        }
        catch (InvalidOperationException error)
        {
            throw new FormatException("The decision is no JSON: it escapes half a surrogate pair; write names of offers and suppliers as the observation does.", error);
        }
    }
}
