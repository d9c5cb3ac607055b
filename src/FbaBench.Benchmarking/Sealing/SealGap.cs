using System.Globalization;
using MathNet.Numerics.Distributions;

namespace FbaBench;

/// <summary>
/// How much better an agent is in public worlds than in sealed ones, in dollars a world. An agent that knows the public worlds, from training or by heart, shows a gap; an honest one does not.
/// </summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Agent">The agent.</param>
/// <param name="ComparedTo">The agent whose score in the same world is taken off, so that easier worlds are no gap; null for that agent itself, whose scores stand as they are.</param>
/// <param name="Public">In the public worlds.</param>
/// <param name="Sealed">In the sealed worlds.</param>
public sealed record SealGap(string Scenario, string Agent, string? ComparedTo, MeanInterval Public, MeanInterval Sealed)
{
    private const double Confidence = 0.95;

    /// <summary>Mean in public worlds less mean in sealed ones.</summary>
    public double Difference => Public.Mean - Sealed.Mean;

    /// <summary>Welch's approximate degrees of freedom (B. L. Welch, Biometrika 34, 1947), or null where one side has a single world or neither has a spread.</summary>
    public double? DegreesOfFreedom
    {
        get
        {
            var (a, b) = (Square(Public), Square(Sealed));
            return Public.Count < 2 || Sealed.Count < 2 || a + b <= 0 ? null : (a + b) * (a + b) / ((a * a / (Public.Count - 1)) + (b * b / (Sealed.Count - 1)));
        }
    }

    /// <summary>Half the width of the 95 % interval; 0 where neither side has a spread, null where one side has a single world.</summary>
    public double? HalfWidth => Public.Count < 2 || Sealed.Count < 2 ? null
        : DegreesOfFreedom is { } degrees ? StudentT.InvCDF(0, 1, degrees, (1 + Confidence) / 2) * Math.Sqrt(Square(Public) + Square(Sealed))
        : 0;

    /// <summary>Lower end, or null.</summary>
    public double? Low => Difference - HalfWidth;

    /// <summary>Upper end, or null.</summary>
    public double? High => Difference + HalfWidth;

    /// <summary>Whether both sides have enough worlds for their skewness. A side without spread, such as an agent that is the compared one wherever it remembers nothing, does not speak against the other.</summary>
    public bool IsTrusted => Public.Count >= Public.WorldsNeeded && Sealed.Count >= Sealed.WorldsNeeded;

    /// <summary>Whether the interval lies above zero: the agent is better where it could know the world.</summary>
    public bool IsGap => Low > 0;

    /// <summary>The gaps of all agents and scenarios that two finished experiments share.</summary>
    /// <param name="publicFolder">Folder of the run in public worlds.</param>
    /// <param name="sealedFolder">Folder of the run in sealed worlds.</param>
    /// <exception cref="InvalidDataException">A file is something else, the first run is sealed or the second is not, or they are not runs of the same agents and scenarios; the message says which.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<SealGap> Measure(string publicFolder, string sealedFolder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(publicFolder);
        ArgumentException.ThrowIfNullOrWhiteSpace(sealedFolder);
        var open = ComparedResults.Load(Path.Combine(publicFolder, ReportFiles.Results));
        var closed = ComparedResults.Load(Path.Combine(sealedFolder, ReportFiles.Results));
        if (open.Commitment is not null || closed.Commitment is null)
        {
            throw new InvalidDataException($"{(open.Commitment is not null ? publicFolder + " holds a sealed run" : sealedFolder + " holds a public run")}; name the public run first and the sealed one second.");
        }

        if (open.ComparedTo != closed.ComparedTo)
        {
            throw new InvalidDataException($"The public run compares to {open.ComparedTo}, the sealed one to {closed.ComparedTo}; a gap is measured against the same agent.");
        }

        Same("scenario", open.Scenarios, closed.Scenarios);
        Same("agent", open.Agents, closed.Agents);
        return
        [
            .. from scores in open.Scores
               where closed.Scores.ContainsKey(scores.Key)
               let own = scores.Key.Agent == open.ComparedTo
               let other = scores.Key with { Agent = open.ComparedTo }
               let before = Values(open, scores.Key, other, own)
               let after = Values(closed, scores.Key, other, own)
               where before.Length > 0 && after.Length > 0
               select new SealGap(scores.Key.Scenario, scores.Key.Agent, own ? null : open.ComparedTo, MeanInterval.Of(before), MeanInterval.Of(after)),
        ];
    }

    /// <summary>The gap in a sentence.</summary>
    public override string ToString()
    {
        var against = ComparedTo is null ? "score" : $"difference to {ComparedTo}";
        var interval = this is { Low: { } low, High: { } high } ? string.Create(CultureInfo.InvariantCulture, $", 95 % interval {Figures.SignedMoney(low)} to {Figures.SignedMoney(high)}") : "; one world gives no interval";
        var verdict = HalfWidth is null ? "" : !IsTrusted ? "; not trusted, too few worlds" : IsGap ? "; better in the public worlds than in the sealed ones" : High < 0 ? "; worse in the public worlds" : "; no gap shown";
        return $"{Scenario} {Agent}: {against} {Figures.SignedMoney(Public.Mean)} in {Figures.Count(Public.Count, "public world")}, {Figures.SignedMoney(Sealed.Mean)} in {Sealed.Count.ToString(CultureInfo.InvariantCulture)} sealed; gap {Figures.SignedMoney(Difference)}{interval}{verdict}";
    }

    private static double Square(MeanInterval side) => side.StandardDeviation * side.StandardDeviation / side.Count;

    private static void Same(string what, Dictionary<string, string?> open, Dictionary<string, string?> closed)
    {
        foreach (var (name, version) in open)
        {
            if (closed.TryGetValue(name, out var other) && other != version)
            {
                throw new InvalidDataException($"The {what} '{name}' is another one in the two runs ({version ?? "no version"} in the public, {other ?? "no version"} in the sealed); a gap is measured between runs of the same.");
            }
        }
    }

    private static double[] Values(ComparedResults results, (string Scenario, string Agent) key, (string Scenario, string Agent) other, bool own)
    {
        var reference = results.Scores.GetValueOrDefault(other);
        return
        [
            .. from world in results.Scores[key]
               where own || reference?.ContainsKey(world.Key) == true
               select Mean(world.Value) - (own ? 0 : Mean(reference![world.Key])),
        ];

        static double Mean((long Cents, int Count) score) => score.Cents / 100.0 / score.Count;
    }
}
