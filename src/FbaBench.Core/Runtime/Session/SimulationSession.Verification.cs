using FbaBench.Runtime;
using static System.FormattableString;

namespace FbaBench;

/// <summary>A recorded run held against an agent.</summary>
public sealed partial class SimulationSession
{
    /// <summary>
    /// Plays a recorded run again with one of its agents, and compares every decision with the recorded one: an agent that plays from a tape proves so, without its model, that the run is its own. Days on which the log has the agent's
    /// failure must fail again; the other seats play what the log has.
    /// </summary>
    /// <param name="log">The log; read only.</param>
    /// <param name="seat">The agent's seat.</param>
    /// <param name="agent">A fresh instance of the agent.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The session after the last recorded day.</returns>
    /// <exception cref="RunLogException">A decision differs, or a day comes to something else than the log says.</exception>
    /// <exception cref="AgentUnavailableException">The agent could not be asked: a tape that does not hold the run, for example.</exception>
    public static async Task<SimulationSession> VerifyAgentAsync(RunLogReader log, Seat seat, IAgent agent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(agent);
        var session = new SimulationSession(log.Start(), new SessionOptions { Repeat = log.Manifest.Repeat, Canary = log.Manifest.Canary }, log: null);
        session.Seat(seat, agent);
        foreach (var logged in log.Days)
        {
            await session.CompareAsync(logged, session._seats.Agents[seat.Index]!, cancellationToken).ConfigureAwait(false);
            session.Replay(logged);
        }

        return session;
    }

    private async Task CompareAsync(LoggedDay logged, AgentSeat agent, CancellationToken cancellationToken)
    {
        var recorded = logged.Faults.Where(fault => fault.Seat == agent.Seat).Select(fault => (FaultKind?)fault.Kind).FirstOrDefault();
        if (_frozen.Of(_simulation, agent.Seat) is not { IsTrading: true } observation || recorded is FaultKind.Busy or FaultKind.Late)
        {
            return;
        }

        var (decision, fault) = await agent.AskAsync(observation, deadline: null, cancellationToken).ConfigureAwait(false);
        if (fault?.Kind != recorded)
        {
            throw new RunLogException(logged.Entry, $"day {logged.Day}: the agent {Outcome(fault?.Kind)}; the log has that it {Outcome(recorded)}.");
        }

        var had = logged.Decisions.Where(one => one.Seat == agent.Seat).Select(one => one.Decision.Commands).FirstOrDefault() ?? [];
        for (var i = 0; i < Math.Max(had.Count, decision.Commands.Count); i++)
        {
            var (now, then) = (i < decision.Commands.Count ? decision.Commands[i] : null, i < had.Count ? had[i] : null);
            if (now != then)
            {
                throw new RunLogException(logged.Entry, Invariant($"day {logged.Day}, command {i}: the agent gives {now?.ToString() ?? "none"}; the log has {then?.ToString() ?? "none"}."));
            }
        }
    }

    private static string Outcome(FaultKind? kind) => kind is { } failed ? $"failed ({failed})" : "decided";
}
