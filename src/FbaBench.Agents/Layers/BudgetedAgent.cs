namespace FbaBench;

/// <summary>What any agent may spend on thinking; null for no limit. Money and tokens are those that it charges itself with (<see cref="ChargeInference"/>).</summary>
public sealed record AgentLimits
{
    /// <summary>Time for a day, above zero. A day that takes longer passes without a decision.</summary>
    public TimeSpan? TimePerDay { get; init => field = Checked(value, nameof(TimePerDay)); }

    /// <summary>Time of all days, above zero.</summary>
    public TimeSpan? TimePerRun { get; init => field = Checked(value, nameof(TimePerRun)); }

    /// <summary>Micro-dollars of all days, at least 1.</summary>
    public long? MicroDollarsPerRun { get; init => field = Checked(value, nameof(MicroDollarsPerRun)); }

    /// <summary>Input and output tokens of all days, at least 1.</summary>
    public long? TokensPerRun { get; init => field = Checked(value, nameof(TokensPerRun)); }

    private static TimeSpan? Checked(TimeSpan? value, string name) => value is null || value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; allowed is above zero, or null.");

    private static long? Checked(long? value, string name) => value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; allowed is at least 1, or null.");
}

/// <summary>
/// Keeps an agent within limits that it does not know of. What an agent spends inside is known only after the day, so that the last day may go beyond a limit of money or tokens; a <see cref="ModelBudget"/> reserves before
/// every call and does not. Once a limit of the run is reached the agent is not asked any more, and the days pass without a decision.
/// </summary>
/// <param name="inner">The agent.</param>
/// <param name="limits">The limits.</param>
/// <param name="time">The clock; null for the system's.</param>
public sealed class BudgetedAgent(IAgent inner, AgentLimits limits, TimeProvider? time = null) : DelegatingAgent(inner)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly List<(int Day, ModelLimitKind Limit)> _reached = [];
    private TimeSpan _taken;
    private long _microDollars;
    private long _tokens;

    /// <summary>The limits that were reached, and on which days; a limit of the run is listed once.</summary>
    public IReadOnlyList<(int Day, ModelLimitKind Limit)> Reached => _reached;

    /// <inheritdoc/>
    public override bool ReadsOnlyWhileDeciding => Inner.ReadsOnlyWhileDeciding;

    /// <inheritdoc/>
    public override async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(today);
        if (Spent() is { } limit)
        {
            if (!_reached.Exists(reached => reached.Limit == limit))
            {
                _reached.Add((today.Day, limit));
            }

            return Decision.None;
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var left = Least(limits.TimePerDay, limits.TimePerRun - _taken);
        using var timer = left is { } wait ? _time.CreateTimer(_ => late.Cancel(), null, wait, Timeout.InfiniteTimeSpan) : null;
        var started = _time.GetTimestamp();
        try
        {
            var decision = await Inner.DecideAsync(today, context, late.Token).ConfigureAwait(false);
            foreach (var charge in decision?.Commands?.OfType<ChargeInference>() ?? [])
            {
                _microDollars += charge.MicroDollars;
                _tokens += charge.InputTokens + charge.OutputTokens;
            }

            return decision!;
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            _reached.Add((today.Day, left == limits.TimePerDay ? ModelLimitKind.TimePerDay : ModelLimitKind.TimePerRun));
            return Decision.None;
        }
        finally
        {
            _taken += _time.GetElapsedTime(started);
        }
    }

    private ModelLimitKind? Spent() =>
        _taken >= limits.TimePerRun ? ModelLimitKind.TimePerRun
        : _microDollars >= limits.MicroDollarsPerRun ? ModelLimitKind.MoneyPerRun
        : _tokens >= limits.TokensPerRun ? ModelLimitKind.TokensPerRun
        : null;

    private static TimeSpan? Least(TimeSpan? a, TimeSpan? b) => a is null ? b : b is null || a < b ? a : b;
}
