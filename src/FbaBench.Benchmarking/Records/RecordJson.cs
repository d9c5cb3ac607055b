using System.Text.Json;
using System.Text.Json.Serialization;

namespace FbaBench;

/// <summary>
/// How records are written. A property that is added to a result or a trajectory is stored without further work; one that is
/// missing or unknown makes a record unreadable instead of half read.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    IgnoreReadOnlyProperties = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(CentsJsonConverter)])]
[JsonSerializable(typeof(EpisodeIdentity))]
[JsonSerializable(typeof(EpisodeResult))]
[JsonSerializable(typeof(EpisodeTrajectory))]
[JsonSerializable(typeof(EpisodeSeconds))]
[JsonSerializable(typeof(FailedAttempt))]
[JsonSerializable(typeof(PlanFile))]
[JsonSerializable(typeof(MetricsDocument))]
internal sealed partial class RecordJson : JsonSerializerContext;

/// <summary>Money as whole cents.</summary>
internal sealed class CentsJsonConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Cents);
}
