using System.Globalization;
using System.Text.Json;

namespace FbaBench.Agents.Models;

/// <summary>Reads a price table field by field, so that what is wrong has a line.</summary>
internal ref struct PriceTableReader
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly string _name;
    private Utf8JsonReader _reader;

    public PriceTableReader(ReadOnlySpan<byte> json, string name)
    {
        _json = json;
        _name = name;
        _reader = new(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    public PriceTable Read()
    {
        string? version = null;
        DateOnly? date = null;
        List<PriceRow>? rows = null;
        Next();
        Expect(JsonTokenType.StartObject, "the table", "an object with version, date and prices");
        while (NextField() is { } field)
        {
            switch (field)
            {
                case "version":
                    Once(version is null, field);
                    version = Text(field);
                    break;
                case "date":
                    Once(date is null, field);
                    date = Day(field);
                    break;
                case "prices":
                    Once(rows is null, field);
                    rows = Rows();
                    break;
                default:
                    throw Error(field, "is no field of a price table; it has version, date and prices");
            }
        }

        var table = new PriceTable(version ?? throw Missing("version"), date ?? throw Missing("date"), rows ?? throw Missing("prices"));

        // What stands behind the table would be passed over in silence.
        _ = _reader.Read();
        return table;
    }

    private List<PriceRow> Rows()
    {
        Next();
        Expect(JsonTokenType.StartArray, "prices", "a list of objects");
        var rows = new List<PriceRow>();
        var known = new HashSet<(string, DateOnly)>();
        while (Next() != JsonTokenType.EndArray)
        {
            var row = Row();
            if (!known.Add((row.Model, row.From)))
            {
                throw Error("from", string.Create(CultureInfo.InvariantCulture, $"has a second row of {row.Model} for {row.From:yyyy-MM-dd}; keep one"));
            }

            rows.Add(row);
        }

        return rows.Count > 0 ? rows : throw Error("prices", "is empty; give at least one model");
    }

    private PriceRow Row()
    {
        Expect(JsonTokenType.StartObject, "prices", "a list of objects");
        string? model = null;
        DateOnly? from = null;
        DateOnly? readOn = null;
        long? input = null;
        long? cachedInput = null;
        long? output = null;
        List<Uri>? sources = null;
        while (NextField() is { } field)
        {
            switch (field)
            {
                case "model":
                    Once(model is null, field);
                    model = Model(field);
                    break;
                case "from":
                    Once(from is null, field);
                    from = Day(field);
                    break;
                case "readOn":
                    Once(readOn is null, field);
                    readOn = Day(field);
                    break;
                case "input":
                    Once(input is null, field);
                    input = Price(field);
                    break;
                case "cachedInput":
                    Once(cachedInput is null, field);
                    cachedInput = Price(field);
                    break;
                case "output":
                    Once(output is null, field);
                    output = Price(field);
                    break;
                case "sources":
                    Once(sources is null, field);
                    sources = Sources(field);
                    break;
                default:
                    throw Error(field, "is no field of a price; it has model, from, input, cachedInput, output, sources and readOn");
            }
        }

        return new(
            model ?? throw Missing("model"),
            from ?? throw Missing("from"),
            new(input ?? throw Missing("input"), cachedInput ?? throw Missing("cachedInput"), output ?? throw Missing("output")),
            sources ?? throw Missing("sources"),
            readOn ?? throw Missing("readOn"));
    }

    private List<Uri> Sources(string field)
    {
        Next();
        Expect(JsonTokenType.StartArray, field, "a list of addresses");
        var sources = new List<Uri>();
        while (Next() != JsonTokenType.EndArray)
        {
            sources.Add(_reader.TokenType == JsonTokenType.String && Uri.TryCreate(_reader.GetString(), UriKind.Absolute, out var source)
                ? source
                : throw Error(field, "holds what is no address; write https://…"));
        }

        return sources.Count > 0 ? sources : throw Error(field, "is empty; say where the price was read");
    }

    private string Model(string field)
    {
        var model = Text(field);
        var slash = model.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < model.Length - 1 ? model : throw Error(field, "is PROVIDER/MODEL, for example openai/gpt-5-mini");
    }

    private string Text(string field)
    {
        Next();
        return _reader.TokenType == JsonTokenType.String && _reader.GetString() is { Length: > 0 } text ? text : throw Error(field, "is a text that is not empty");
    }

    private DateOnly Day(string field)
    {
        Next();
        return _reader.TokenType == JsonTokenType.String && DateOnly.TryParseExact(_reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Error(field, "is a day, for example \"2026-01-31\"");
    }

    private long Price(string field)
    {
        Next();
        return _reader.TokenType == JsonTokenType.Number && _reader.TryGetInt64(out var price) && price is >= 0 and <= ModelPrice.Most
            ? price
            : throw Error(field, string.Create(CultureInfo.InvariantCulture, $"is a whole number from 0 to {ModelPrice.Most}: millionths of a dollar for a million tokens"));
    }

    private string? NextField() => Next() == JsonTokenType.EndObject ? null : _reader.GetString();

    private JsonTokenType Next()
    {
        if (!_reader.Read())
        {
            throw Error("the table", "ends too early");
        }

        return _reader.TokenType;
    }

    private readonly void Expect(JsonTokenType type, string field, string what)
    {
        if (_reader.TokenType != type)
        {
            throw Error(field, $"is {what}");
        }
    }

    private readonly void Once(bool isFirst, string field)
    {
        if (!isFirst)
        {
            throw Error(field, "stands twice; keep one");
        }
    }

    private readonly InvalidDataException Missing(string field) => Error(field, "is missing");

    private readonly InvalidDataException Error(string field, string what)
    {
        var line = _json[..(int)_reader.TokenStartIndex].Count((byte)'\n') + 1;
        return new(string.Create(CultureInfo.InvariantCulture, $"{_name}({line}): {field} {what}."));
    }
}
