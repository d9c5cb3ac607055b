using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FbaBench.World;

/// <summary>A run of values of one type inside the state block.</summary>
/// <param name="Offset">First word (8 bytes) in the block.</param>
/// <param name="Count">Number of values.</param>
internal readonly record struct Column<T>(int Offset, int Count)
    where T : unmanaged;

/// <summary>
/// The mutable state of a world: one contiguous block of words, so that fork, save and hash are one pass each.
/// Only relative positions inside; what never changes lives in <see cref="WorldModel"/>.
/// </summary>
internal sealed class StateBlock
{
    private readonly long[] _words;

    public StateBlock(int words) => _words = new long[words];

    private StateBlock(long[] words) => _words = words;

    public ReadOnlySpan<long> Words => _words;

    public int Bytes => _words.Length * sizeof(long);

    public StateBlock Copy() => new((long[])_words.Clone());

    public void CopyFrom(ReadOnlySpan<long> words) => words.CopyTo(_words);

    /// <summary>
    /// The values of a column. Not checked against the block: columns come from the <see cref="ColumnAllocator"/> that also said how large the block is,
    /// and this is asked several times for every offer and day.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> Get<T>(Column<T> column)
        where T : unmanaged =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<long, T>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_words), column.Offset)), column.Count);
}

/// <summary>What the values of a column belong to; several to each follow one another.</summary>
internal enum ColumnOwner
{
    World,
    Niche,
    Seat,

    /// <summary>A row: own offers and rivals, niches padded.</summary>
    Row,

    /// <summary>A seat's own offer.</summary>
    Offer,
}

/// <summary>A column as a comparison of states shows it.</summary>
internal sealed record NamedColumn(string Name, ColumnOwner Owner, Type Type, int Offset, int Count);

/// <summary>Hands out columns one after another.</summary>
internal sealed class ColumnAllocator
{
    private readonly List<NamedColumn> _columns = [];

    public int Words { get; private set; }

    public IReadOnlyList<NamedColumn> Columns => _columns;

    public Column<int> Ints(ColumnOwner owner, int count, string name) => new(Take<int>(owner, count, (count + 1) / 2, name), count);

    public Column<long> Longs(ColumnOwner owner, int count, string name) => new(Take<long>(owner, count, count, name), count);

    public Column<double> Doubles(ColumnOwner owner, int count, string name) => new(Take<double>(owner, count, count, name), count);

    private int Take<T>(ColumnOwner owner, int count, int words, string name)
    {
        var offset = Words;
        Words = checked(Words + words);
        _columns.Add(new(name, owner, typeof(T), offset, count));
        return offset;
    }
}
