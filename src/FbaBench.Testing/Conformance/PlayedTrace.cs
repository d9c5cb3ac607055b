namespace FbaBench;

/// <summary>What an agent did in a world, day by day.</summary>
internal sealed record PlayedTrace(IReadOnlyList<IReadOnlyList<Command>> Days, IReadOnlyList<SeatFault> Faults, StateHash Hash)
{
    public static readonly Seat Seat = new(0);

    /// <summary>How this one differs from another, in words; null where it does not.</summary>
    public string? DifferenceTo(PlayedTrace other)
    {
        for (var day = 0; day < Math.Max(Days.Count, other.Days.Count); day++)
        {
            var (here, there) = (Commands(day), other.Commands(day));
            if (!here.SequenceEqual(there))
            {
                return $"on day {day} {Words(here)} here and {Words(there)} there";
            }
        }

        return Hash == other.Hash ? null : "the same commands on every day, and yet another end: failed days differ";
    }

    private IReadOnlyList<Command> Commands(int day) => day < Days.Count ? Days[day] : [];

    private static string Words(IReadOnlyList<Command> commands) => commands.Count == 0 ? "nothing" : string.Join(", ", commands.Take(3)) + (commands.Count > 3 ? $" and {commands.Count - 3} more" : "");
}

/// <summary>A world that is played day by day, and what the agent on seat 0 does in it.</summary>
internal sealed class Play : IAsyncDisposable
{
    private readonly SimulationSession _session;
    private readonly List<IReadOnlyList<Command>> _days;

    private Play(SimulationSession session, IReadOnlyList<IReadOnlyList<Command>> before)
    {
        _session = session;
        _days = [.. before];
    }

    public int Day => _session.Day;

    public bool IsOver => _session.IsOver;

    public Observation Morning => _session.Observe(PlayedTrace.Seat);

    public PlayedTrace Trace => new([.. _days], _session.Faults, _session.Hash);

    public static Play Start(IScenario scenario, WorldSeed seed, IAgent agent, Stream? log = null) =>
        new(Seated(SimulationSession.Start(PlannedWorlds.Define(scenario, seed), seed, new SessionOptions { Log = log }), scenario, agent), []);

    public static async Task<Play> ResumeAsync(Stream log, IScenario scenario, IAgent agent, PlayedTrace before, CancellationToken cancellationToken)
    {
        var seats = Opponents(scenario).Append((PlayedTrace.Seat, agent)).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        return new(await SimulationSession.ResumeAsync(log, seats, null, cancellationToken).ConfigureAwait(false), before.Days);
    }

    /// <summary>The world as it stands with another agent; the other seats do nothing from now on, so that only worlds of one seat compare.</summary>
    public Play Fork(IAgent agent) => new(SimulationSession.Start(_session.Fork()).Seat(PlayedTrace.Seat, agent), _days);

    public async Task DayAsync(CancellationToken cancellationToken)
    {
        await _session.PlayDayAsync(cancellationToken).ConfigureAwait(false);
        _days.Add([.. _session.LastDecisions().Where(decision => decision.Seat == PlayedTrace.Seat).SelectMany(decision => decision.Decision.Commands)]);
    }

    public async Task<PlayedTrace> ToAsync(int day, CancellationToken cancellationToken)
    {
        while (!IsOver && Day < day)
        {
            await DayAsync(cancellationToken).ConfigureAwait(false);
        }

        return Trace;
    }

    public Task<PlayedTrace> ToEndAsync(CancellationToken cancellationToken) => ToAsync(int.MaxValue, cancellationToken);

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    /// <summary>Plays a world to its end, with the agent's life.</summary>
    public static async Task<PlayedTrace> WholeAsync(IScenario scenario, WorldSeed seed, IAgent agent, CancellationToken cancellationToken)
    {
        var play = Start(scenario, seed, agent);
        await using (play.ConfigureAwait(false))
        {
            var trace = await play.ToEndAsync(cancellationToken).ConfigureAwait(false);
            await AgentLife.EndAsync(agent).ConfigureAwait(false);
            return trace;
        }
    }

    private static SimulationSession Seated(SimulationSession session, IScenario scenario, IAgent agent)
    {
        session.Seat(PlayedTrace.Seat, agent);
        foreach (var (seat, opponent) in Opponents(scenario))
        {
            session.Seat(seat, opponent);
        }

        return session;
    }

    /// <summary>Shipped agents by name; another opponent's seat does nothing.</summary>
    private static IEnumerable<(Seat, IAgent)> Opponents(IScenario scenario) => scenario.Opponents
        .Select((name, i) => (new Seat(i + 1), ShippedAgents.Names.Contains(name) ? ShippedAgents.Factory(name)() : new DoNothing()));
}
