using System.Security.Cryptography;
using System.Text.Json;

namespace FbaBench;

/// <summary>A price for every pair of last prices, as a seller learned it, with what it was trained on.</summary>
public sealed record LearnedPolicy
{
    /// <summary>The seat it learned on.</summary>
    public required int Seat { get; init; }

    /// <summary>The prices to choose from, rising.</summary>
    public required IReadOnlyList<Money> Prices { get; init; }

    /// <summary>Position of the price of the first day: the last one set in training.</summary>
    public required int Start { get; init; }

    /// <summary>Positions of the answers: to own last price i and the other's j stands at i × number of prices + j.</summary>
    public required IReadOnlyList<int> Answers { get; init; }

    /// <summary>Units on hand below which it orders.</summary>
    public required int RestockBelow { get; init; }

    /// <summary>Units of an order.</summary>
    public required int OrderUnits { get; init; }

    /// <summary>What it was trained on.</summary>
    public required TrainingOrigin TrainedOn { get; init; }

    /// <summary>SHA-256 of the policy and of what it was trained on, as a saved file states it.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(Bytes()));

    /// <summary>Writes it as JSON.</summary>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("sha256", Digest());
        json.WritePropertyName("policy");
        json.WriteRawValue(Bytes());
        json.WriteEndObject();
    }

    /// <summary>Reads a saved policy.</summary>
    /// <exception cref="InvalidDataException">No policy, one that was changed since, or one whose answers are no prices of it.</exception>
    public static LearnedPolicy Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            using var document = JsonDocument.Parse(stream);
            var policy = document.RootElement.GetProperty("policy").Deserialize(LearningJson.Default.LearnedPolicy)!;
            if (policy.Digest() != document.RootElement.GetProperty("sha256").GetString())
            {
                throw new InvalidDataException("The policy does not have the digest that its file states: one of them was changed.");
            }

            return policy.IsWhole
                ? policy
                : throw new InvalidDataException($"The policy has {policy.Prices.Count} prices and {policy.Answers.Count} answers; an answer to every pair, and each one of the prices, is needed.");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException("This is no saved policy: " + error.Message, error);
        }
    }

    private bool IsWhole => Answers.Count == Prices.Count * Prices.Count && Answers.Append(Start).All(answer => answer >= 0 && answer < Prices.Count);

    private byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, LearningJson.Default.LearnedPolicy);
}
