namespace FbaBench;

/// <summary>What a call needs at most, or has needed.</summary>
/// <param name="Tokens">Input and output tokens.</param>
/// <param name="MicroDollars">Money.</param>
public readonly record struct ModelDemand(long Tokens, long MicroDollars);

/// <summary>
/// Keeps limits: the worst case of a call is reserved before it and settled to what it came to after it, so that calls at the same time cannot overspend together.
/// Safe for concurrent use.
/// </summary>
public sealed class ModelBudget
{
    private readonly Lock _lock = new();
    private readonly ModelLimits _limits;
    private readonly ModelBudget? _shared;
    private Account _day;
    private Account _run;

    /// <param name="limits">The limits of one agent in one run, or of all that share the budget.</param>
    /// <param name="shared">A budget that must hold as well, or null. It has limits of a run alone, which then are limits of all runs together.</param>
    /// <exception cref="ArgumentException">The shared budget limits days, times or single calls.</exception>
    public ModelBudget(ModelLimits limits, ModelBudget? shared = null)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (shared?._limits is { } others && (others.TokensPerCall ?? others.TokensPerDay ?? others.CallsPerDay ?? others.MicroDollarsPerDay) is not null
            || (shared?._limits.TimePerDay ?? shared?._limits.TimePerRun) is not null)
        {
            throw new ArgumentException("A budget that runs share can limit tokens, calls and money of a run alone: these are then limits of all runs together.", nameof(shared));
        }

        _limits = limits;
        _shared = shared;
    }

    /// <summary>What a limit ends.</summary>
    public BreachRule OnBreach => _limits.OnBreach;

    /// <summary>What was spent, and what is reserved now.</summary>
    public ModelDemand Spent
    {
        get
        {
            lock (_lock)
            {
                return new(_run.Tokens, _run.Money);
            }
        }
    }

    /// <summary>Begins a day: what the last one spent counts against the run alone.</summary>
    public void BeginDay()
    {
        lock (_lock)
        {
            _day = default;
        }
    }

    /// <summary>Reserves the worst case of a call and counts the call.</summary>
    /// <returns>Null where it fits; else the limit that it would break, and nothing is reserved.</returns>
    public ModelLimitKind? Reserve(ModelDemand worst)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(worst.Tokens, nameof(worst));
        ArgumentOutOfRangeException.ThrowIfNegative(worst.MicroDollars, nameof(worst));
        lock (_lock)
        {
            if (Broken(worst) is { } limit)
            {
                return limit;
            }

            if (_shared?.Reserve(worst) is not null)
            {
                return ModelLimitKind.Shared;
            }

            _day.Add(worst, calls: 1);
            _run.Add(worst, calls: 1);
            return null;
        }
    }

    /// <summary>Puts what a call came to in the place of what was reserved.</summary>
    /// <param name="worst">What was reserved.</param>
    /// <param name="actual">What it came to; more than was reserved where a service did not keep to the request.</param>
    public void Settle(ModelDemand worst, ModelDemand actual)
    {
        lock (_lock)
        {
            var change = new ModelDemand(actual.Tokens - worst.Tokens, actual.MicroDollars - worst.MicroDollars);
            _day.Add(change, calls: 0);
            _run.Add(change, calls: 0);
            _shared?.Settle(worst, actual);
        }
    }

    /// <summary>Counts a call that a tape answered: it was made and paid for before, whatever the limits are now.</summary>
    internal void Replayed(ModelDemand actual, TimeSpan time)
    {
        lock (_lock)
        {
            _day.Add(actual, calls: 1);
            _run.Add(actual, calls: 1);
            _day.Time += time;
            _run.Time += time;
            _shared?.Replayed(actual, TimeSpan.Zero);
        }
    }

    /// <summary>Counts time.</summary>
    internal void Spend(TimeSpan time)
    {
        lock (_lock)
        {
            _day.Time += time;
            _run.Time += time;
        }
    }

    /// <summary>The time that is left, and whose it is; null without a limit.</summary>
    internal (TimeSpan Left, ModelLimitKind Kind)? TimeLeft()
    {
        lock (_lock)
        {
            var day = _limits.TimePerDay - _day.Time;
            var run = _limits.TimePerRun - _run.Time;
            return (day, run) switch
            {
                (null, null) => null,
                ({ } left, null) => (left, ModelLimitKind.TimePerDay),
                (null, { } left) => (left, ModelLimitKind.TimePerRun),
                ({ } today, { } whole) => today < whole ? (today, ModelLimitKind.TimePerDay) : (whole, ModelLimitKind.TimePerRun),
            };
        }
    }

    private ModelLimitKind? Broken(ModelDemand worst) =>
        worst.Tokens > _limits.TokensPerCall ? ModelLimitKind.TokensPerCall
        : _run.Calls + 1 > _limits.CallsPerRun ? ModelLimitKind.CallsPerRun
        : Int128.One * _run.Tokens + worst.Tokens > _limits.TokensPerRun ? ModelLimitKind.TokensPerRun
        : Int128.One * _run.Money + worst.MicroDollars > _limits.MicroDollarsPerRun ? ModelLimitKind.MoneyPerRun
        : _day.Calls + 1 > _limits.CallsPerDay ? ModelLimitKind.CallsPerDay
        : Int128.One * _day.Tokens + worst.Tokens > _limits.TokensPerDay ? ModelLimitKind.TokensPerDay
        : Int128.One * _day.Money + worst.MicroDollars > _limits.MicroDollarsPerDay ? ModelLimitKind.MoneyPerDay
        : null;

    private struct Account
    {
        public long Tokens;
        public long Money;
        public long Calls;
        public TimeSpan Time;

        public void Add(ModelDemand demand, long calls)
        {
            Tokens = checked(Tokens + demand.Tokens);
            Money = checked(Money + demand.MicroDollars);
            Calls += calls;
        }
    }
}
