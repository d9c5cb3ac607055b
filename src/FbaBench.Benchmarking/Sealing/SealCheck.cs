using System.Globalization;

namespace FbaBench;

/// <summary>What anyone can check once a secret is revealed.</summary>
public static class SealCheck
{
    private const int MostNamed = 10;

    /// <summary>
    /// Checks a folder with commitment, reveal and results: that the commitment was made of the revealed secret for this engine and these scenarios, and that every world in the results is the one that follows from the secret.
    /// </summary>
    /// <param name="folder">Folder with <c>commitment.json</c>, <c>reveal.json</c> and <c>results.json</c>.</param>
    /// <param name="scenarios">The scenarios that the commitment names, in its order.</param>
    /// <param name="known">Canaries of other experiments, or null (the default) for none.</param>
    /// <returns>A line for every part.</returns>
    /// <exception cref="SealException">The secret is another one, engine or scenario have changed, or the canary is another experiment's.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is something else.</exception>
    public static IReadOnlyList<CheckLine> Run(string folder, IReadOnlyList<IScenario> scenarios, CanaryRegistry? known = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(scenarios);
        var commitment = SealedCommitment.Load(Path.Combine(folder, SealedCommitment.FileName));
        var reveal = SealReveal.Load(Path.Combine(folder, SealReveal.FileName));
        var worlds = SealedWorlds.Open(commitment, Secret(reveal), known);
        worlds.CheckScenarios(scenarios);
        var results = ComparedResults.Load(Path.Combine(folder, ReportFiles.Results));
        return
        [
            new("commitment", null, null, null, true, "", $"made of the revealed secret: {commitment.Digest}"),
            Equal("results", results.Commitment, commitment.Digest, "commitment"),
            Equal("canary", results.Canary, commitment.Canary, "canary"),
            Equal("reveal", reveal.Commitment, commitment.Digest, "commitment"),
            .. scenarios.Select(scenario => Worlds(scenario, worlds, results)),
        ];
    }

    private static WorldSecret Secret(SealReveal reveal)
    {
        try
        {
            return WorldSecret.Parse(reveal.Secret);
        }
        catch (FormatException error)
        {
            throw new SealException("The reveal holds no secret: " + error.Message, error);
        }
    }

    private static CheckLine Equal(string id, string? found, string expected, string what) => found == expected
        ? new(id, null, null, null, true, "", $"has {what} {expected}")
        : CheckLine.Failed(id, $"has {what} {found ?? "none"}; expected is {expected}");

    private static CheckLine Worlds(IScenario scenario, SealedWorlds worlds, ComparedResults results)
    {
        var wrong = new List<string>();
        for (var world = 0; world < worlds.Commitment.Worlds; world++)
        {
            var derived = WorldHash.Of(scenario, worlds.Seed(scenario.Name, world));
            if (!results.Worlds.TryGetValue((scenario.Name, world), out var stated))
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"world {world} is not in the results"));
            }
            else if (stated != derived)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"world {world} has initial state {stated.InitialState}, and {derived.InitialState} follows from the secret"));
            }
        }

        var right = worlds.Commitment.Worlds - wrong.Count;
        var note = wrong.Count == 0 ? "definition and initial state of every world follow from the secret" : string.Join("; ", wrong.Take(MostNamed)) + (wrong.Count > MostNamed ? "; …" : "");
        return new("worlds of " + scenario.Name, right, worlds.Commitment.Worlds, worlds.Commitment.Worlds, wrong.Count == 0, "worlds", note);
    }
}
