namespace FbaBench.Tests.Runtime;

/// <summary>Agents that do what a test says.</summary>
internal sealed class Scripted(Func<Observation, AgentContext, CancellationToken, ValueTask<Decision>> decide) : IAgent
{
    public Scripted(Func<Observation, Decision> decide)
        : this((today, _, _) => new(decide(today)))
    {
    }

    public ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken) => decide(today, context, cancellationToken);
}

internal static class Sessions
{
    public static SimulationSession Mugs(int days = 30, int seats = 1, SessionOptions? options = null) =>
        SimulationSession.Start(TestWorlds.Mugs(days, seats), new WorldSeed(7), options);

    public static async Task<SimulationSession> PlayAsync(this SimulationSession session, int days = int.MaxValue)
    {
        for (var i = 0; i < days && !session.IsOver; i++)
        {
            await session.PlayDayAsync();
        }

        return session;
    }

    public static Scripted Trader() => new(today => TestWorlds.Trade(today));

    public static async Task<StateHash> DoNothingHashAsync(int days = 30)
    {
        await using var session = Mugs(days).Seat(new(0), new Scripted(_ => Decision.None));
        await session.PlayAsync();
        return session.Hash;
    }
}

/// <summary>A clock that moves when the test says so.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<(long Due, Timer Timer)> _timers = [];
    private long _now;

    public TaskCompletionSource Armed { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override long GetTimestamp() => _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(callback, state);
        lock (_timers)
        {
            _timers.Add((_now + dueTime.Ticks, timer));
        }

        Armed.TrySetResult();
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        Timer[] due;
        lock (_timers)
        {
            _now += by.Ticks;
            due = [.. _timers.Where(entry => entry.Due <= _now).Select(entry => entry.Timer)];
            _timers.RemoveAll(entry => entry.Due <= _now);
            Armed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        foreach (var timer in due)
        {
            timer.Fire();
        }
    }

    private sealed class Timer(TimerCallback callback, object? state) : ITimer
    {
        private bool _stopped;

        public void Fire()
        {
            if (!_stopped)
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => _stopped = true;

        public ValueTask DisposeAsync()
        {
            _stopped = true;
            return ValueTask.CompletedTask;
        }
    }
}
