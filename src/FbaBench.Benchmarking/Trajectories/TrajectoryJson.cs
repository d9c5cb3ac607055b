using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FbaBench;

/// <summary>
/// A series as its first value and the differences that follow, [n] standing for n days without a change: what changes little
/// stays short.
/// </summary>
internal sealed class Differences<T> : JsonConverter<IReadOnlyList<T>>
    where T : struct, IBinaryInteger<T>
{
    private const int LeastRun = 3;
    private const int MostDays = 10_000_000;

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong();
        }

        var values = new List<T>();
        long last = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var days = reader.TokenType == JsonTokenType.StartArray ? Run(ref reader) : 1;
            last = days > 1 ? last : checked(last + Whole(ref reader));
            for (var day = 0; day < days; day++)
            {
                values.Add(T.CreateChecked(last));
            }
        }

        return values;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        long last = 0;
        var run = 0;
        foreach (var item in value)
        {
            var next = long.CreateChecked(item);
            if (next == last)
            {
                run++;
                continue;
            }

            Unchanged(writer, run);
            writer.WriteNumberValue(next - last);
            (last, run) = (next, 0);
        }

        Unchanged(writer, run);
        writer.WriteEndArray();
    }

    private static void Unchanged(Utf8JsonWriter writer, int days)
    {
        if (days >= LeastRun)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(days);
            writer.WriteEndArray();
            return;
        }

        for (var day = 0; day < days; day++)
        {
            writer.WriteNumberValue(0);
        }
    }

    /// <summary>The length of a run: the reader stands on its bracket and is left on the closing one.</summary>
    private static int Run(ref Utf8JsonReader reader)
    {
        reader.Read();
        var days = Whole(ref reader);
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray && days is >= LeastRun and <= MostDays ? (int)days : throw Wrong();
    }

    private static long Whole(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value) ? value : throw Wrong();

    private static JsonException Wrong() => new("A daily series is an array of whole numbers: the first value, then differences, [n] for n days without a change.");
}

/// <summary>A date as yyyy-MM-dd.</summary>
internal sealed class DateText : JsonConverter<SimDate>
{
    public override SimDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SimDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("A date is written yyyy-MM-dd.");

    public override void Write(Utf8JsonWriter writer, SimDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>An event as [day, kind, offer, units, cents]; the kind is its number, which never changes.</summary>
internal sealed class EventRow : JsonConverter<TrajectoryEvent>
{
    private const int Fields = 5;

    public override TrajectoryEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<long> fields = stackalloc long[Fields];
        var count = 0;
        while (reader.Read() && count < Fields && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out fields[count]))
        {
            count++;
        }

        return count == Fields && reader.TokenType == JsonTokenType.EndArray && Enum.IsDefined((EventKind)fields[1])
            ? new((int)fields[0], (EventKind)fields[1], (int)fields[2], (int)fields[3], fields[4])
            : throw new JsonException("An event is an array of five whole numbers: day, kind, offer, units, cents.");
    }

    public override void Write(Utf8JsonWriter writer, TrajectoryEvent value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Day);
        writer.WriteNumberValue((int)value.Kind);
        writer.WriteNumberValue(value.Offer);
        writer.WriteNumberValue(value.Units);
        writer.WriteNumberValue(value.Cents);
        writer.WriteEndArray();
    }
}
