namespace FbaBench.World;

/// <summary>What a forecast is about.</summary>
internal enum ForecastKind
{
    /// <summary>The slot is free.</summary>
    None = 0,
    Units = 1,
    Cash = 2,
}

/// <summary>The columns of sellers' forecasts: a fixed number of slots and the sums of what was scored, by seat.</summary>
internal sealed class ForecastColumns(ColumnAllocator take, int seats, int perSeat)
{
    /// <summary>Kind, row, first day, due day, low, expected, high, actual.</summary>
    public const int SlotWords = 8;

    /// <summary>Registered, scored, covered, absolute error, absolute actual, interval score.</summary>
    public const int SumWords = 6;

    public const int Kinds = 2;

    public int PerSeat { get; } = perSeat;

    public Column<int> Open { get; } = take.Ints(ColumnOwner.Seat, seats, "Forecasts.Open");

    public Column<long> Slots { get; } = take.Longs(ColumnOwner.Seat, seats * perSeat * SlotWords, "Forecasts.Slots");

    public Column<long> Sums { get; } = take.Longs(ColumnOwner.Seat, seats * Kinds * SumWords, "Forecasts.Sums");
}

/// <summary>One slot. It is open up to the evening of its due day; the day after it is kept to be seen, and free to be taken.</summary>
internal readonly ref struct ForecastSlot(Span<long> words)
{
    private readonly Span<long> _words = words;

    public ForecastKind Kind => (ForecastKind)_words[0];

    /// <summary>Row of the offer; −1 for cash.</summary>
    public int Row => (int)_words[1];

    public int First => (int)_words[2];

    public int Due => (int)_words[3];

    public long Low => _words[4];

    public long Expected => _words[5];

    public long High => _words[6];

    /// <summary>Units sold so far; cash once it is scored.</summary>
    public ref long Actual => ref _words[7];

    public bool IsOpen(int day) => Kind != ForecastKind.None && Due >= day;

    public void Fill(ForecastKind kind, int row, int first, int due, long low, long expected, long high) =>
        ((ReadOnlySpan<long>)[(long)kind, row, first, due, low, expected, high, 0]).CopyTo(_words);

    public void Clear() => _words.Clear();
}

/// <summary>Sums of a seat's forecasts of a kind. They stop at the largest 64-bit number instead of overflowing.</summary>
internal readonly ref struct ForecastSums(Span<long> words)
{
    /// <summary>2 / α of the interval score, at α = 0.2.</summary>
    private const int OutsideFactor = 10;

    private readonly Span<long> _words = words;

    public ForecastScore Score => new(_words[0], _words[1], _words[2], _words[3], _words[4], _words[5]);

    public void Register() => _words[0]++;

    /// <summary>Counts a forecast whose outcome is known; whether it lay inside the interval.</summary>
    public bool Add(ForecastSlot forecast)
    {
        Int128 actual = forecast.Actual;
        var outside = Int128.Max(0, Int128.Max(forecast.Low - actual, actual - forecast.High));
        _words[1]++;
        _words[2] += outside == 0 ? 1 : 0;
        Add(3, Int128.Abs(actual - forecast.Expected));
        Add(4, Int128.Abs(actual));
        Add(5, (Int128)forecast.High - forecast.Low + (OutsideFactor * outside));
        return outside == 0;
    }

    private void Add(int word, Int128 value) => _words[word] = (long)Int128.Min(long.MaxValue, _words[word] + value);
}
