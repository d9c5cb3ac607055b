using System.Text;

namespace FbaBench;

/// <summary>The identity of a scenario as it takes effect, whatever it was put together from.</summary>
public static class ScenarioDigest
{
    private const int Worlds = 4;

    /// <summary>
    /// The digest of the definitions of worlds 0 to 3 together, and of the opponents' names where there are any. Scenarios with equal digests are equal but for what shows in other worlds only.
    /// </summary>
    public static StateHash Of(IScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var all = new StringBuilder();
        for (ulong world = 0; world < Worlds; world++)
        {
            all.Append(DefinitionDigest.Of(scenario.Define(new WorldSeed(world)))).Append('\n');
        }

        if (scenario.Opponents.Count > 0)
        {
            all.Append("opponents ").AppendJoin(' ', scenario.Opponents).Append('\n');
        }

        return StateHash.OfBytes(Encoding.UTF8.GetBytes(all.ToString()));
    }
}
