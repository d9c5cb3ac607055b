using System.Security.Cryptography;
using System.Text;

namespace FbaBench;

/// <summary>Worlds of a scenario that something was trained in: enough to find them again, and to refuse them where what was trained is tested.</summary>
public sealed record TrainingWorlds
{
    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Seed of the <see cref="WorldSplit"/>.</summary>
    public required ulong Split { get; init; }

    /// <summary>The first so many training worlds of the split.</summary>
    public required int Worlds { get; init; }

    /// <summary>SHA-256 over the seeds and the digests of the definitions, in order: see <see cref="DefinitionDigest"/>.</summary>
    public required string Definitions { get; init; }

    /// <summary>Version of the engine.</summary>
    public required string Engine { get; init; }

    /// <summary>Whether a world of a scenario is one of them.</summary>
    /// <param name="scenario">Name of the scenario.</param>
    /// <param name="seed">Seed of the world.</param>
    public bool Contains(string scenario, WorldSeed seed)
    {
        if (scenario != Scenario)
        {
            return false;
        }

        var split = new WorldSplit(Split);
        for (var world = 0; world < Worlds; world++)
        {
            if (split.Training(world) == seed)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first training worlds of a split.</summary>
    /// <param name="scenario">The scenario; every world is defined to take its digest.</param>
    /// <param name="split">The split.</param>
    /// <param name="worlds">How many, 1 to 100,000.</param>
    public static TrainingWorlds Of(IScenario scenario, WorldSplit split, int worlds)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (worlds is < 1 or > 100_000)
        {
            throw new ArgumentOutOfRangeException(nameof(worlds), $"{worlds} worlds asked; allowed is 1 to 100,000.");
        }

        var text = new StringBuilder();
        for (var world = 0; world < worlds; world++)
        {
            var seed = split.Training(world);
            text.Append(FormattableString.Invariant($"{seed.Value} {DefinitionDigest.Of(scenario.Define(seed))}\n"));
        }

        return new()
        {
            Scenario = scenario.Name,
            Split = split.Seed,
            Worlds = worlds,
            Definitions = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))),
            Engine = TrainingOrigin.ThisEngine,
        };
    }
}
