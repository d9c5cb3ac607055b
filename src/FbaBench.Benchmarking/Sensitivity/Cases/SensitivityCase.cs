using System.Text.Json.Serialization;

namespace FbaBench;

/// <summary>
/// A paired experiment: two worlds, or two sellers, that differ in one thing, and what was said beforehand of the difference.
/// </summary>
/// <param name="Minimum">Least difference, as a share of the mean of both arms.</param>
/// <param name="Worlds">Worlds that are played.</param>
internal sealed record SensitivityCase(double Minimum = SensitivityTable.UsualMinimum, int Worlds = SensitivityTable.UsualWorlds)
{
    /// <summary>What is varied: its section and name in the parameters, or the kind and name of a command, shock or adversary.</summary>
    public required string Id { get; init; }

    /// <summary>The shipped scenario that both are played in.</summary>
    public required string Scenario { get; init; }

    /// <summary>Who plays it, see <see cref="SellerSpecification"/>; with <see cref="HighSeller"/> the first of two.</summary>
    public required string Seller { get; init; }

    /// <summary>Who plays the second arm; null is the same seller.</summary>
    public string? HighSeller { get; init; }

    /// <summary>Values laid over the scenario in both arms, as <see cref="ScenarioFileOptions.Set"/>.</summary>
    public IReadOnlyList<string> Both { get => field ?? []; init; }

    /// <summary>Values of the first arm: the low end of the range.</summary>
    public IReadOnlyList<string> Low { get => field ?? []; init; }

    /// <summary>Values of the second arm: the high end.</summary>
    public IReadOnlyList<string> High { get => field ?? []; init; }

    /// <summary>What is compared, see <see cref="Observable"/>.</summary>
    public string Observable { get => field ?? FbaBench.Observable.NetWorth; init; }

    /// <summary>Whether the second arm has more of it (+) or less (-).</summary>
    public required string Sign { get; init; }

    /// <summary>What a reader should know: why this scenario, seller or observable.</summary>
    public string Note { get => field ?? ""; init; }
}

/// <summary>An outcome that parameters call a target: measured, never set.</summary>
/// <param name="Id">Section and name in the parameters.</param>
/// <param name="Low">Low end of its range.</param>
/// <param name="High">High end.</param>
/// <param name="Fact">The stylised fact that measures it.</param>
/// <param name="Scale">What a value of the fact is multiplied with: 100 where the target is in per cent and the fact is a share.</param>
internal sealed record SensitivityTarget(string Id, double Low, double High, string Fact, double Scale = 1);

/// <summary>A parameter that no world has, and why.</summary>
internal sealed record SensitivityOmission(string Id, string Why);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(SensitivityFile))]
internal sealed partial class SensitivityJson : JsonSerializerContext;

/// <summary>The file of experiments.</summary>
internal sealed record SensitivityFile(string Schema, IReadOnlyList<SensitivityCase> Cases)
{
    public IReadOnlyList<SensitivityTarget>? Targets { get; init; }

    public IReadOnlyList<SensitivityOmission>? Omitted { get; init; }
}
