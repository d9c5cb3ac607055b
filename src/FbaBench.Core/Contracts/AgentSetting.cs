namespace FbaBench;

/// <summary>What the maker of an agent is told about the episode that the instance is to play. It holds no seed.</summary>
/// <param name="Name">The agent's name in results.</param>
/// <param name="Episode">Identity of the episode among those of its experiment, for labels and files; never a source of knowledge about the world.</param>
/// <param name="Seat">The seat that the instance plays.</param>
public sealed record AgentSetting(string Name, string Episode, Seat Seat)
{
    /// <summary>
    /// Opens a file that lasts with the episode, to read and write, empty when there was none: a tape, a journal of costs. Its name is 1 to 30 lower-case
    /// letters, digits and hyphens. The agent owns the stream. Null where nothing lasts.
    /// </summary>
    public Func<string, Stream>? OpenFile { get; init; }

    /// <summary>The setting of an agent that plays outside of a benchmark, on seat 0 and without files.</summary>
    public static AgentSetting Alone(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(name, name, new Seat(0));
    }
}
