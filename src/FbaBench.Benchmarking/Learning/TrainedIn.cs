namespace FbaBench;

/// <summary>An agent was to play a world that it was trained in.</summary>
internal sealed class TrainedWorldException(string message) : InvalidOperationException(message);

/// <summary>Keeps agents out of the worlds that they were trained in.</summary>
internal static class TrainedIn
{
    /// <exception cref="InvalidOperationException">The agent was trained in the world.</exception>
    public static void Refuse(IAgent agent, string scenario, WorldSeed seed)
    {
        if (agent is ITrainedAgent { TrainedOn: { } worlds } && worlds.Contains(scenario, seed))
        {
            throw new TrainedWorldException($"The agent was trained in the world of seed {seed} of '{scenario}', and a score there says nothing of other worlds. Play test worlds of split {worlds.Split}, or an experiment of another seed.");
        }
    }
}
