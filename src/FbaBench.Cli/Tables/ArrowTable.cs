using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;

namespace FbaBench.Cli;

/// <summary>The Arrow file format (Feather, version 2): 64-bit whole numbers, doubles and text, all of which may be missing.</summary>
internal sealed class ArrowTable : TableWriter
{
    /// <summary>Rows of a record batch: large enough to be read fast, small beside a year's offers.</summary>
    private const int BatchRows = 16_384;

    private readonly Stream _stream;
    private readonly Schema _schema;
    private readonly ArrowFileWriter _writer;
    private readonly ColumnBuilder[] _builders;
    private int _rows;

    public ArrowTable(Stream stream, IReadOnlyList<TableColumn> columns)
        : base(columns)
    {
        _stream = stream;
        _schema = new Schema([.. columns.Select(column => new Field(column.Name, TypeOf(column.Kind), nullable: true))], null);
        _writer = new ArrowFileWriter(stream, _schema, leaveOpen: true);
        _builders = [.. columns.Select(column => new ColumnBuilder(column.Kind))];
        _writer.WriteStart();
    }

    public override void End()
    {
        Flush();
        _writer.WriteEnd();
        Dispose();
    }

    public override void Dispose()
    {
        _writer.Dispose();
        _stream.Dispose();
    }

    protected override void Write(ReadOnlySpan<object?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            _builders[i].Append(cells[i]);
        }

        if (++_rows == BatchRows)
        {
            Flush();
        }
    }

    private void Flush()
    {
        if (_rows > 0)
        {
            using var batch = new RecordBatch(_schema, [.. _builders.Select(builder => builder.Take())], _rows);
            _writer.WriteRecordBatch(batch);
            _rows = 0;
        }
    }

    private static IArrowType TypeOf(CellKind kind) => kind switch
    {
        CellKind.Integer => Int64Type.Default,
        CellKind.Real => DoubleType.Default,
        _ => StringType.Default,
    };

    /// <summary>The cells of a column up to the next batch.</summary>
    private sealed class ColumnBuilder(CellKind kind)
    {
        private Int64Array.Builder _integers = new();
        private DoubleArray.Builder _reals = new();
        private StringArray.Builder _texts = new();

        public void Append(object? cell)
        {
            switch (kind)
            {
                case CellKind.Integer:
                    _integers.Append((long?)cell);
                    break;
                case CellKind.Real:
                    _reals.Append((double?)cell);
                    break;
                default:
                    _texts.Append((string?)cell);
                    break;
            }
        }

        public IArrowArray Take()
        {
            IArrowArray array = kind switch { CellKind.Integer => _integers.Build(), CellKind.Real => _reals.Build(), _ => _texts.Build() };
            (_integers, _reals, _texts) = (new(), new(), new());
            return array;
        }
    }
}
