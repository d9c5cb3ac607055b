namespace FbaBench;

/// <summary>A limit of what agents may charge themselves with was reached. What is finished is kept, and the same run with a higher limit goes on.</summary>
public sealed class CostLimitException : InvalidOperationException
{
    /// <summary>A limit that was reached.</summary>
    public CostLimitException(string message)
        : base(message)
    {
    }

    /// <summary>A limit that was reached, without details.</summary>
    public CostLimitException()
        : this("The limit of cost is reached.")
    {
    }

    /// <summary>A limit that was reached, with its cause.</summary>
    public CostLimitException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>
/// Keeps an experiment within its cost. An episode begins only where what is spent, what those under way are expected to cost and its own expected cost stay within the limit; expected is the dearest
/// episode of the same agent so far. One that cannot begin waits for those under way, which may come cheaper.
/// </summary>
internal sealed class CostLimit(long? most)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _dearest = [];
    private long _spent;
    private long _reserved;
    private int _underWay;
    private bool _reached;
    private TaskCompletionSource _settled = New();

    /// <summary>Whether an episode could not begin.</summary>
    public bool IsReached
    {
        get
        {
            lock (_lock)
            {
                return _reached;
            }
        }
    }

    /// <summary>Micro-dollars of all episodes that ended.</summary>
    public long Spent
    {
        get
        {
            lock (_lock)
            {
                return _spent;
            }
        }
    }

    /// <summary>An episode of an earlier run.</summary>
    public void Known(string agent, long microDollars)
    {
        lock (_lock)
        {
            Take(agent, microDollars);
        }
    }

    /// <summary>Asks to begin an episode.</summary>
    /// <returns>What is reserved for it, or null where it may not begin.</returns>
    public async ValueTask<long?> ReserveAsync(string agent, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task wait;
            lock (_lock)
            {
                var expected = _dearest.GetValueOrDefault(agent);
                if (most is null || (!_reached && _spent < most && _spent + _reserved + expected <= most))
                {
                    _reserved += expected;
                    _underWay++;
                    return expected;
                }

                if (_reached || _underWay == 0)
                {
                    _reached = true;
                    return null;
                }

                wait = _settled.Task;
            }

            await wait.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>An episode ended and has cost something, finished or not.</summary>
    public void Settle(string agent, long reserved, long microDollars)
    {
        TaskCompletionSource settled;
        lock (_lock)
        {
            _reserved -= reserved;
            _underWay--;
            Take(agent, microDollars);
            (settled, _settled) = (_settled, New());
        }

        settled.SetResult();
    }

    private void Take(string agent, long microDollars)
    {
        _spent += microDollars;
        _dearest[agent] = Math.Max(_dearest.GetValueOrDefault(agent), microDollars);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
