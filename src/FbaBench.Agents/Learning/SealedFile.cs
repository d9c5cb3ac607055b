using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FbaBench;

/// <summary>Something learned as a file: its JSON, and the SHA-256 of that, so that what was changed since is refused.</summary>
internal static class SealedFile
{
    public static string Digest<T>(T learned, JsonTypeInfo<T> type) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(learned, type)));

    public static void Save<T>(Stream stream, string name, T learned, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("sha256", Digest(learned, type));
        json.WritePropertyName(name);
        json.WriteRawValue(JsonSerializer.SerializeToUtf8Bytes(learned, type));
        json.WriteEndObject();
    }

    /// <param name="stream">What was saved.</param>
    /// <param name="name">What it is, in a word.</param>
    /// <param name="type">How it is read.</param>
    /// <param name="problem">What is wrong with one that has its digest, or null.</param>
    /// <exception cref="InvalidDataException">It is something else, was changed since, or has a problem.</exception>
    public static T Load<T>(Stream stream, string name, JsonTypeInfo<T> type, Func<T, string?> problem)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            using var document = JsonDocument.Parse(stream);
            var learned = document.RootElement.GetProperty(name).Deserialize(type)!;
            if (Digest(learned, type) != document.RootElement.GetProperty("sha256").GetString())
            {
                throw new InvalidDataException($"The {name} does not have the digest that its file states: one of them was changed.");
            }

            return problem(learned) is { } wrong ? throw new InvalidDataException(wrong) : learned;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"This is no saved {name}: {error.Message}", error);
        }
    }
}
