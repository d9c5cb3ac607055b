using System.Buffers;
using System.Reflection;
using System.Text.Json;
using FbaBench.World;

namespace FbaBench;

/// <summary>What a log says about its run before the first day.</summary>
/// <param name="Definition">The world's definition.</param>
/// <param name="World">The world's seed.</param>
/// <param name="Repeat">Number of the repeat.</param>
/// <param name="CodeVersion">Version of the engine that wrote it.</param>
public sealed record RunManifest(WorldDefinition Definition, WorldSeed World, int Repeat, string CodeVersion)
{
    /// <summary>The mark of the experiment's texts, or null.</summary>
    public string? Canary { get; init; }

    internal static string ThisCode { get; } =
        typeof(RunManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    internal static byte[] Write(Simulation simulation, int repeat, string? canary)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", Runtime.RunLogFormat.Schema);
            json.WriteNumber("engine", EngineVersion.Current);
            json.WriteString("code", ThisCode);
            json.WriteString("feeTables", FeeSchedule.Digest);
            json.WriteNumber("seed", simulation.Seed.Value);
            json.WriteNumber("repeat", repeat);
            if (canary is not null)
            {
                json.WriteString("canary", canary);
            }

            json.WriteString("digest", DefinitionDigest.Of(simulation.Definition).ToString());
            json.WritePropertyName("definition");
            json.WriteRawValue(DefinitionJson.Write(simulation.Definition));
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    internal static RunManifest Read(ReadOnlyMemory<byte> bytes, int stated)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            if (root.GetProperty("schema").GetInt32() is var schema && schema != stated)
            {
                throw new RunLogException(0, $"the manifest states schema {schema}, the header schema {stated}: one of them was changed.");
            }

            if (root.GetProperty("engine").GetInt32() is var engine && engine != EngineVersion.Current)
            {
                throw new RunLogException(0, $"the run was played by engine {engine}; this is engine {EngineVersion.Current}. Replay it with the version that wrote it ({root.GetProperty("code").GetString()}).");
            }

            var definition = DefinitionJson.Read(System.Text.Encoding.UTF8.GetBytes(root.GetProperty("definition").GetRawText()));
            if (DefinitionDigest.Of(definition).ToString() != root.GetProperty("digest").GetString())
            {
                throw new RunLogException(0, "the definition does not have the digest that the manifest states.");
            }

            if (definition.Fees.Mode == FeeMode.Published && root.GetProperty("feeTables").GetString() is var tables && tables != FeeSchedule.Digest)
            {
                throw new RunLogException(0, $"the run was played with fee tables {tables}; this version has {FeeSchedule.Digest}. Replay it with the version that wrote it ({root.GetProperty("code").GetString()}).");
            }

            return new(definition, new(root.GetProperty("seed").GetUInt64()), root.GetProperty("repeat").GetInt32(), root.GetProperty("code").GetString() ?? "unknown")
            {
                Canary = root.TryGetProperty("canary", out var canary) ? canary.GetString() : null,
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or WorldDefinitionException)
        {
            throw new RunLogException(0, "the manifest cannot be read: " + error.Message, error);
        }
    }
}
