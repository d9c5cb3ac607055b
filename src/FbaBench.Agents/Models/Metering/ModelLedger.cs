using System.Buffers;
using System.Text.Json;

namespace FbaBench;

/// <summary>One call of a model, or a limit that kept it from being made. It holds no content.</summary>
/// <param name="Day">The day, from 0.</param>
/// <param name="Step">Which call of the day, from 0.</param>
/// <param name="Attempt">Which attempt at it, from 1.</param>
public sealed record ModelLedgerEntry(int Day, int Step, int Attempt)
{
    /// <summary>Why there is no answer: a failure of infrastructure, which is not charged; null where there is one.</summary>
    public ModelFailureKind? Failure { get; init; }

    /// <summary>The limit that was reached; null where none was.</summary>
    public ModelLimitKind? Limit { get; init; }

    /// <summary>Tokens.</summary>
    public TokenUsage Usage { get; init; } = TokenUsage.None;

    /// <summary>What was charged, in micro-dollars.</summary>
    public long MicroDollars { get; init; }

    /// <summary>Whether the service did not say the tokens, so that the worst case was charged.</summary>
    public bool IsEstimated { get; init; }

    /// <summary>What a lost answer may have cost whoever pays: it counts against the budget and is charged to nobody. Micro-dollars.</summary>
    public long HeldMicroDollars { get; init; }

    /// <summary>Tokens that were reserved for it.</summary>
    public long HeldTokens { get; init; }

    /// <summary>How long it took; not a result.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>Whether a tape gave the answer.</summary>
    public bool IsReplayed { get; init; }
}

/// <summary>Sums over the calls of a day or a run.</summary>
/// <param name="Calls">Calls with an answer.</param>
/// <param name="Failures">Calls without one.</param>
/// <param name="Limits">Limits that were reached.</param>
/// <param name="Usage">Tokens.</param>
/// <param name="MicroDollars">What was charged.</param>
public sealed record ModelTotals(int Calls, int Failures, int Limits, TokenUsage Usage, long MicroDollars)
{
    /// <summary>Nothing.</summary>
    public static ModelTotals None { get; } = new(0, 0, 0, TokenUsage.None, 0);

    internal ModelTotals Plus(ModelLedgerEntry entry) => new(
        Calls + (entry.Failure is null && entry.Limit is null ? 1 : 0),
        Failures + (entry.Failure is null ? 0 : 1),
        Limits + (entry.Limit is null ? 0 : 1),
        Usage.Plus(entry.Usage),
        checked(MicroDollars + entry.MicroDollars));
}

/// <summary>
/// What an agent's model cost in one run: every call as an entry, with sums by day and run. A file of it has a JSON object a line, in the entries' order. Safe for
/// concurrent use.
/// </summary>
public sealed class ModelLedger : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<ModelLedgerEntry> _entries = [];
    private readonly SortedDictionary<int, ModelTotals> _days = [];
    private readonly Stream? _file;
    private ModelTotals _run = ModelTotals.None;

    /// <param name="file">Where entries are written as they come, or null. The ledger owns the stream and begins it anew: a run that goes on replays its tape.</param>
    public ModelLedger(Stream? file = null)
    {
        _file = file;
        _file?.SetLength(0);
    }

    /// <summary>The entries so far, in order.</summary>
    public IReadOnlyList<ModelLedgerEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>Sums of the run.</summary>
    public ModelTotals Run
    {
        get
        {
            lock (_lock)
            {
                return _run;
            }
        }
    }

    /// <summary>Sums of a day.</summary>
    public ModelTotals Day(int day)
    {
        lock (_lock)
        {
            return _days.GetValueOrDefault(day, ModelTotals.None);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    internal void Add(ModelLedgerEntry entry)
    {
        lock (_lock)
        {
            _entries.Add(entry);
            _run = _run.Plus(entry);
            _days[entry.Day] = _days.GetValueOrDefault(entry.Day, ModelTotals.None).Plus(entry);
            if (_file is not null)
            {
                _file.Write(Line(entry));
                _file.Flush();
            }
        }
    }

    private static ReadOnlySpan<byte> Line(ModelLedgerEntry entry)
    {
        var line = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteNumber("day", entry.Day);
            json.WriteNumber("step", entry.Step);
            json.WriteNumber("attempt", entry.Attempt);
            json.WriteString("outcome", entry.Failure is not null ? "failure" : entry.Limit is null ? "answer" : "limit");
            if ((entry.Failure?.ToString() ?? entry.Limit?.ToString()) is { } kind)
            {
                json.WriteString("kind", kind);
            }

            json.WriteNumber("inputTokens", entry.Usage.Input);
            json.WriteNumber("cachedInputTokens", entry.Usage.CachedInput);
            json.WriteNumber("outputTokens", entry.Usage.Output);
            json.WriteNumber("reasoningTokens", entry.Usage.Reasoning);
            json.WriteNumber("microDollars", entry.MicroDollars);
            json.WriteNumber("heldMicroDollars", entry.HeldMicroDollars);
            json.WriteBoolean("estimated", entry.IsEstimated);
            json.WriteNumber("milliseconds", (long)entry.Time.TotalMilliseconds);
            json.WriteBoolean("replayed", entry.IsReplayed);
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        return line.WrittenSpan;
    }
}
