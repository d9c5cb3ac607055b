using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FbaBench;

/// <summary>A scenario that a commitment binds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Digest">Its digest, see <see cref="ScenarioDigest"/>.</param>
public sealed record CommittedScenario(string Name, string Digest);

/// <summary>
/// What is published before sealed worlds are played: everything that fixes the worlds but the secret, and a digest that binds the secret. The digest is the SHA-256
/// of the lines of <see cref="Text"/>; docs/sealed.md has them.
/// </summary>
public sealed record SealedCommitment
{
    /// <summary>Name of the file in an experiment's folder.</summary>
    public const string FileName = "commitment.json";

    internal const string ThisSchema = "fbabench-commitment/1";

    /// <summary>Version of the way from secret to seeds.</summary>
    internal const int ThisDerivation = 1;

    /// <summary>Form of the file.</summary>
    [JsonPropertyOrder(-1)]
    public string Schema { get; init; } = ThisSchema;

    /// <summary>Name of the experiment.</summary>
    public required string Experiment { get; init; }

    /// <summary>Mark of this experiment's texts, see <see cref="Canary"/>.</summary>
    public required string Canary { get; init; }

    /// <summary>Worlds of each scenario.</summary>
    public required int Worlds { get; init; }

    /// <summary>The scenarios, in order.</summary>
    public required IReadOnlyList<CommittedScenario> Scenarios { get; init; }

    /// <summary>Version of the engine.</summary>
    public required int Engine { get; init; }

    /// <summary>Version of the way from secret to seeds.</summary>
    public required int Derivation { get; init; }

    /// <summary>SHA-256 in hexadecimal digits over secret and all above.</summary>
    public required string Digest { get; init; }

    /// <summary>Reads a published commitment.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SealedCommitment Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            var read = JsonSerializer.Deserialize(File.ReadAllBytes(path), SealJson.Default.SealedCommitment);
            return read is { Schema: ThisSchema } ? read : throw new InvalidDataException($"{path} is no commitment of this version: its schema is {read?.Schema ?? "missing"}, and {ThisSchema} is read.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path} is no commitment: {error.Message}", error);
        }
    }

    /// <summary>Writes the file to publish.</summary>
    /// <exception cref="IOException">The file exists, or cannot be written: a commitment that could be replaced would bind nothing.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        JsonSerializer.Serialize(file, this, SealJson.Default.SealedCommitment);
    }

    /// <summary>The lines of which the digest is taken.</summary>
    internal string Text(WorldSecret secret)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Schema}\nexperiment {Experiment}\ncanary {Canary}\nworlds {Worlds}\nengine {Engine}\nderivation {Derivation}\n");
        foreach (var scenario in Scenarios)
        {
            text.Append(CultureInfo.InvariantCulture, $"scenario {scenario.Name} {scenario.Digest}\n");
        }

        return text.Append("secret ").Append(secret.ToHexadecimal()).Append('\n').ToString();
    }

    internal string DigestWith(WorldSecret secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(secret))));
}

/// <summary>The secret of a commitment, published when the results stand.</summary>
/// <param name="Commitment">Digest of the commitment.</param>
/// <param name="Canary">The experiment's canary, which now is public together with the worlds.</param>
/// <param name="Secret">The secret in hexadecimal digits.</param>
public sealed record SealReveal(string Commitment, string Canary, string Secret)
{
    /// <summary>Name of the file in an experiment's folder.</summary>
    public const string FileName = "reveal.json";

    internal const string ThisSchema = "fbabench-reveal/1";

    /// <summary>Form of the file.</summary>
    [JsonPropertyOrder(-1)]
    public string Schema { get; init; } = ThisSchema;

    /// <summary>Reads a published reveal.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SealReveal Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            var read = JsonSerializer.Deserialize(File.ReadAllBytes(path), SealJson.Default.SealReveal);
            return read is { Schema: ThisSchema } ? read : throw new InvalidDataException($"{path} is no reveal of this version: its schema is {read?.Schema ?? "missing"}, and {ThisSchema} is read.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path} is no reveal: {error.Message}", error);
        }
    }

    /// <summary>Writes the file to publish.</summary>
    /// <exception cref="IOException">The file exists, or cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        JsonSerializer.Serialize(file, this, SealJson.Default.SealReveal);
    }

    /// <summary>Says of which commitment it is, and not the secret.</summary>
    public override string ToString() => $"reveal of {Commitment}";
}

/// <summary>How the published files are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SealedCommitment))]
[JsonSerializable(typeof(SealReveal))]
internal sealed partial class SealJson : JsonSerializerContext;
