using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace FbaBench;

/// <summary>
/// Worlds that nobody can know before they are played: their seeds are HMAC-SHA256 of a secret, whose commitment is published beforehand. Afterwards the secret is revealed, and
/// anyone derives the worlds again (<see cref="SealCheck"/>).
/// </summary>
public sealed class SealedWorlds
{
    private readonly WorldSecret _secret;

    private SealedWorlds(SealedCommitment commitment, WorldSecret secret) => (Commitment, _secret) = (commitment, secret);

    /// <summary>What is published before.</summary>
    public SealedCommitment Commitment { get; }

    /// <summary>Commits to new worlds.</summary>
    /// <param name="experiment">Name of the experiment, see <see cref="EntityName"/>.</param>
    /// <param name="secret">A secret that nothing else uses; <see cref="WorldSecret.New"/> makes one.</param>
    /// <param name="worlds">Worlds of each scenario, 1 to 1,000,000.</param>
    /// <param name="scenarios">The scenarios, at least one.</param>
    /// <param name="canary">The experiment's canary, see <see cref="Canary.Check"/>; null (the default) for a new one.</param>
    /// <param name="known">Canaries that may not be used again.</param>
    /// <exception cref="ArgumentException">The name or the canary is not one, there is no scenario, or one stands twice.</exception>
    /// <exception cref="SealException">The canary was used before.</exception>
    public static SealedWorlds Commit(string experiment, WorldSecret secret, int worlds, IReadOnlyList<IScenario> scenarios, string? canary = null, CanaryRegistry? known = null)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(scenarios);
        if (!EntityName.IsValid(experiment))
        {
            throw new ArgumentException($"'{experiment}' cannot name an experiment; use {EntityName.Rule}.", nameof(experiment));
        }

        if (worlds is < 1 or > Benchmark.MostWorlds)
        {
            throw new ArgumentOutOfRangeException(nameof(worlds), string.Create(CultureInfo.InvariantCulture, $"{worlds} worlds asked; allowed is 1 to {Benchmark.MostWorlds}."));
        }

        if (scenarios.Count == 0 || scenarios.Select(scenario => scenario.Name).Distinct().Count() != scenarios.Count)
        {
            throw new ArgumentException("Sealed worlds are those of one scenario or more, each once.", nameof(scenarios));
        }

        var unsigned = new SealedCommitment
        {
            Experiment = experiment,
            Canary = canary is null ? FbaBench.Canary.New() : FbaBench.Canary.Check(canary),
            Worlds = worlds,
            Scenarios = [.. scenarios.Select(scenario => new CommittedScenario(scenario.Name, ScenarioDigest.Of(scenario).ToString()))],
            Engine = Simulation.Engine,
            Derivation = SealedCommitment.ThisDerivation,
            Digest = "",
        };
        var commitment = unsigned with { Digest = unsigned.DigestWith(secret) };
        known?.Refuse(commitment);
        return new(commitment, secret);
    }

    /// <summary>Opens worlds that were committed to, with their secret.</summary>
    /// <param name="commitment">The published commitment.</param>
    /// <param name="secret">Its secret.</param>
    /// <param name="known">Canaries of other experiments.</param>
    /// <exception cref="SealException">The secret is another one, the engine or the derivation has changed, or the canary was used before.</exception>
    public static SealedWorlds Open(SealedCommitment commitment, WorldSecret secret, CanaryRegistry? known = null)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        ArgumentNullException.ThrowIfNull(secret);

        // The secret first: what a changed commitment says of engine and scenarios is not worth reading.
        if (commitment.DigestWith(secret) != commitment.Digest)
        {
            throw new SealException(SealFault.WrongSecret, $"The secret does not belong to commitment {commitment.Digest[..Math.Min(16, commitment.Digest.Length)]}…, or the commitment was changed after it was made.");
        }

        if (commitment.Engine != Simulation.Engine || commitment.Derivation != SealedCommitment.ThisDerivation)
        {
            throw new SealException(SealFault.ChangedGenerator, string.Create(
                CultureInfo.InvariantCulture,
                $"The commitment is to worlds of engine {commitment.Engine}, derivation {commitment.Derivation}; this is engine {Simulation.Engine}, derivation {SealedCommitment.ThisDerivation}, which would make others. Use the version that committed."));
        }

        known?.Refuse(commitment);
        return new(commitment, secret);
    }

    /// <summary>The secret to publish when the results stand.</summary>
    public SealReveal Reveal() => new(Commitment.Digest, Commitment.Canary, _secret.ToHexadecimal());

    /// <summary>Seed of a world: the first eight bytes, big end first, of HMAC-SHA256(secret, <c>fbabench-sealed-world/1|SCENARIO|INDEX</c>).</summary>
    internal WorldSeed Seed(string scenario, int world)
    {
        var message = string.Create(CultureInfo.InvariantCulture, $"fbabench-sealed-world/{SealedCommitment.ThisDerivation}|{scenario}|{world}");
        return new(BinaryPrimitives.ReadUInt64BigEndian(_secret.Authenticate(Encoding.UTF8.GetBytes(message))));
    }

    /// <summary>Refuses scenarios that are not those committed to.</summary>
    /// <exception cref="SealException">One is missing, added, or comes out differently.</exception>
    internal void CheckScenarios(IReadOnlyList<IScenario> scenarios)
    {
        if (!scenarios.Select(scenario => scenario.Name).SequenceEqual(Commitment.Scenarios.Select(scenario => scenario.Name)))
        {
            throw new SealException(SealFault.ChangedGenerator, $"The commitment is to worlds of {string.Join(", ", Commitment.Scenarios.Select(scenario => scenario.Name))}, in this order; asked are {string.Join(", ", scenarios.Select(scenario => scenario.Name))}.");
        }

        foreach (var (scenario, committed) in scenarios.Zip(Commitment.Scenarios))
        {
            var digest = ScenarioDigest.Of(scenario).ToString();
            if (digest != committed.Digest)
            {
                throw new SealException(SealFault.ChangedGenerator, $"The scenario '{scenario.Name}' makes other worlds than it did when the commitment was made ({committed.Digest[..8]} then, {digest[..8]} now).");
            }
        }
    }
}
