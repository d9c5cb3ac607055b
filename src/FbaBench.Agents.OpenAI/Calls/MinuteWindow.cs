namespace FbaBench.Agents.OpenAI;

/// <summary>No more than so much in any 60 seconds. Safe for concurrent use; who is let in first is for the caller to say.</summary>
internal sealed class MinuteWindow(long most, TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Queue<Entry> _entries = new();
    private Int128 _sum;

    /// <summary>How long to wait before an amount fits; zero where it fits now. What alone is above the limit fits into an empty window.</summary>
    public TimeSpan WaitFor(long amount)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            while (_entries.TryPeek(out var oldest) && time.GetElapsedTime(oldest.At, now) >= Minute)
            {
                _sum -= oldest.Amount;
                oldest.IsGone = true;
                _entries.Dequeue();
            }

            var over = _sum + Math.Min(amount, most) - most;
            foreach (var entry in _entries)
            {
                if (over <= 0)
                {
                    break;
                }

                over -= entry.Amount;
                if (over <= 0)
                {
                    return Minute - time.GetElapsedTime(entry.At, now);
                }
            }

            return TimeSpan.Zero;
        }
    }

    /// <summary>Counts an amount from now on.</summary>
    public Entry Take(long amount)
    {
        lock (_gate)
        {
            var entry = new Entry(time.GetTimestamp()) { Amount = Math.Min(amount, most) };
            _entries.Enqueue(entry);
            _sum += entry.Amount;
            return entry;
        }
    }

    /// <summary>Counts what it was instead of what it was taken for.</summary>
    public void Settle(Entry entry, long amount)
    {
        lock (_gate)
        {
            _sum += entry.IsGone ? 0 : amount - entry.Amount;
            entry.Amount = amount;
        }
    }

    /// <summary>An amount that was taken.</summary>
    internal sealed class Entry(long at)
    {
        public long At { get; } = at;

        public long Amount { get; set; }

        public bool IsGone { get; set; }
    }
}
