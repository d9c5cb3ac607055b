namespace FbaBench;

/// <summary>An episode of a gate.</summary>
/// <param name="Score">Cash after the run-off less opening cash, cents.</param>
/// <param name="Events">Digest of all that happened: where two are equal, both agents did the same.</param>
/// <param name="Faults">Days on which the agent under test threw, was late or gave no decision.</param>
internal sealed record GateEpisode(long Score, StateHash Events, IReadOnlyList<SeatFault> Faults);

/// <summary>Plays the episodes of a gate.</summary>
internal static class GatePlay
{
    private static readonly Seat Seat = new(0);

    /// <exception cref="AgentGateException">It could not be played.</exception>
    public static async Task<GateEpisode> EpisodeAsync(Func<IAgent> make, IScenario scenario, ulong experiment, int world, CancellationToken cancellationToken)
    {
        var agents = new List<IAgent>();
        try
        {
            var seed = WorldSeed.OfExperiment(experiment, world);
            var session = SimulationSession.Start(scenario, seed);
            await using (session.ConfigureAwait(false))
            {
                session.Seat(Seat, Made(make, agents));
                for (var i = 0; i < scenario.Opponents.Count; i++)
                {
                    session.Seat(new(i + 1), Made(ShippedAgents.Factory(scenario.Opponents[i]), agents));
                }

                while (!session.IsOver)
                {
                    await session.PlayDayAsync(cancellationToken).ConfigureAwait(false);
                }

                var score = session.Books(Seat).Balance(Account.Cash) - session.Definition.Cash;
                return new(score.Cents, session.EventHash, [.. session.Faults.Where(fault => fault.Seat == Seat)]);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new AgentGateException(FormattableString.Invariant($"World {world} of '{scenario.Name}' could not be played: {error.GetType().Name}: {error.Message}"), error);
        }
        finally
        {
            foreach (var agent in agents)
            {
                await AgentLife.EndAsync(agent).ConfigureAwait(false);
            }
        }
    }

    private static IAgent Made(Func<IAgent> make, List<IAgent> agents)
    {
        var agent = make() ?? throw new InvalidOperationException("The factory returned null; return a fresh agent for every episode.");
        agents.Add(agent);
        return agent;
    }
}
