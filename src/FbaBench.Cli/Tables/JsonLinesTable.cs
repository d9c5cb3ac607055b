using System.Text.Json;

namespace FbaBench.Cli;

/// <summary>One JSON object a line; a missing cell is null.</summary>
internal sealed class JsonLinesTable(Stream stream, IReadOnlyList<TableColumn> columns) : TableWriter(columns)
{
    private readonly Utf8JsonWriter _json = new(stream);

    public override void End() => Dispose();

    public override void Dispose()
    {
        _json.Dispose();
        stream.Dispose();
    }

    protected override void Write(ReadOnlySpan<object?> cells)
    {
        _json.WriteStartObject();
        for (var i = 0; i < cells.Length; i++)
        {
            _json.WritePropertyName(Columns[i].Name);
            switch (cells[i])
            {
                case long number:
                    _json.WriteNumberValue(number);
                    break;
                case double real:
                    _json.WriteNumberValue(real);
                    break;
                case string text:
                    _json.WriteStringValue(text);
                    break;
                default:
                    _json.WriteNullValue();
                    break;
            }
        }

        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        stream.WriteByte((byte)'\n');
    }
}
