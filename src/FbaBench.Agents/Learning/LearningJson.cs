using System.Text.Json;
using System.Text.Json.Serialization;

namespace FbaBench;

/// <summary>How policies are written: missing or unknown properties make a file unreadable instead of half read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true,
    Converters = [typeof(CentsConverter)])]
[JsonSerializable(typeof(LearnedPolicy))]
[JsonSerializable(typeof(BanditPolicy))]
[JsonSerializable(typeof(EpisodicMemory))]
[JsonSerializable(typeof(TunedParameters))]
internal sealed partial class LearningJson : JsonSerializerContext;

/// <summary>Money as whole cents.</summary>
internal sealed class CentsConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Cents);
}
