using FbaBench.Primitives;

namespace FbaBench;

/// <summary>What an agent may use besides the observation. It holds no seed and no world index.</summary>
public sealed class AgentContext
{
    private readonly KeyedDraws _draws;

    internal AgentContext(WorldSeed world, Seat seat, int repeat)
    {
        Seat = seat;
        _draws = KeyedDraws.ForAgent(world, seat, repeat);
    }

    /// <summary>The seat the agent plays.</summary>
    public Seat Seat { get; }

    /// <summary>
    /// A uniform number inside (0, 1) as a function of purpose, day and ordinal: asking again gives the same answer, and no
    /// draw of the world is touched. Agents that use it instead of a random generator can be replayed.
    /// </summary>
    /// <param name="purpose">What the draw is for; different purposes are independent.</param>
    /// <param name="day">The day.</param>
    /// <param name="ordinal">Which of several draws, from 0.</param>
    public double Uniform(string purpose, int day, int ordinal = 0)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentOutOfRangeException.ThrowIfNegative(ordinal);
        return _draws.Uniform(Mechanism.Agent, EntityKey.Of(purpose), day, ordinal);
    }
}
