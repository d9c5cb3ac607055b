using System.Text.Json;
using System.Text.Json.Serialization;

namespace FbaBench;

/// <summary>A stylised fact: what is measured, and the interval that real markets show.</summary>
/// <param name="Id">Its name, for example SF01.</param>
/// <param name="Fact">What holds.</param>
/// <param name="Measure">How it is measured.</param>
/// <param name="Low">Lowest value that passes.</param>
/// <param name="High">Highest value that passes.</param>
/// <param name="IsMust">Whether it decides; otherwise it should hold.</param>
public sealed record RealismFact(string Id, string Fact, string Measure, double Low, double High, bool IsMust)
{
    /// <summary>Reads a file of facts.</summary>
    /// <param name="json">An object with <c>facts</c>: id, fact, measure, accept (two numbers), strength (must or should).</param>
    /// <exception cref="JsonException">The text is no such file; the message says where and why.</exception>
    public static IReadOnlyList<RealismFact> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var file = JsonSerializer.Deserialize(json, FactJson.Default.FactFile) ?? throw new JsonException("The file of facts is empty.");
        if (file.Facts is not { Count: > 0 })
        {
            throw new JsonException("The file has no list 'facts'.");
        }

        return [.. file.Facts.Select((entry, i) =>
        {
            if (entry.Id is null || entry.Accept is not { Length: 2 } || entry.Strength is not ("must" or "should"))
            {
                throw new JsonException($"facts[{i}] ({entry.Id ?? "without id"}) needs an id, accept with two numbers, and strength must or should.");
            }

            return new RealismFact(entry.Id, entry.Fact ?? "", entry.Measure ?? "", entry.Accept[0], entry.Accept[1], entry.Strength == "must");
        })];
    }

    /// <summary>The facts that come with the package, from the literature and computed from public data; each entry names its source.</summary>
    public static string BuiltIn
    {
        get
        {
            using var stream = typeof(RealismFact).Assembly.GetManifestResourceStream("FbaBench.Realism.stylised-facts.json")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }
}

internal sealed record FactFile(List<FactEntry>? Facts);

internal sealed record FactEntry(string? Id, string? Fact, string? Measure, double[]? Accept, string? Strength);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FactFile))]
internal sealed partial class FactJson : JsonSerializerContext;
