using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace FbaBench.Tests.Contracts.Json;

/// <summary>What is written is valid by the published schemas, and what is not so is not.</summary>
public sealed class SchemaTests
{
    private static readonly JsonSchema OfObservation = JsonSchema.FromText(ObservationJson.Schema);
    private static readonly JsonSchema OfDecision = JsonSchema.FromText(DecisionJson.Schema);

    [Theory]
    [InlineData("observation")]
    [InlineData("decision")]
    public void The_embedded_schema_is_the_published_file(string name) =>
        Assert.Equal(File.ReadAllText(Path.Combine(Root(), "docs", "schema", name + ".schema.json")), name == "observation" ? ObservationJson.Schema : DecisionJson.Schema);

    [Fact]
    public void The_schemas_are_valid_by_their_own_dialect()
    {
        Assert.Empty(Errors(MetaSchemas.Draft202012, Encoding.UTF8.GetBytes(ObservationJson.Schema)));
        Assert.Empty(Errors(MetaSchemas.Draft202012, Encoding.UTF8.GetBytes(DecisionJson.Schema)));
    }

    [Theory]
    [InlineData(ObservationDetail.Full)]
    [InlineData(ObservationDetail.Daily)]
    public void A_sample_is_valid(ObservationDetail detail) =>
        Assert.Empty(Errors(OfObservation, ObservationJson.Write(SampleObservation.Create(), detail)));

    /// <summary>Every object of the sample, at any depth, with a field more.</summary>
    [Fact]
    public void A_field_too_many_is_invalid_wherever_it_stands()
    {
        var sample = JsonNode.Parse(ObservationJson.Write(SampleObservation.Create()))!;
        var objects = Objects(sample).ToList();
        Assert.True(objects.Count > 40);
        foreach (var part in objects)
        {
            part["surplus"] = 1;
            Assert.NotEmpty(Errors(OfObservation, Encoding.UTF8.GetBytes(sample.ToJsonString())));
            part.Remove("surplus");
        }

        Assert.Empty(Errors(OfObservation, Encoding.UTF8.GetBytes(sample.ToJsonString())));
    }

    [Theory]
    [InlineData("cash")]
    [InlineData("offers")]
    [InlineData("refusalCount")]
    public void A_field_too_few_is_invalid(string name)
    {
        var sample = JsonNode.Parse(ObservationJson.Write(SampleObservation.Create()))!.AsObject();
        sample.Remove(name);
        Assert.NotEmpty(Errors(OfObservation, Encoding.UTF8.GetBytes(sample.ToJsonString())));
    }

    [Fact]
    public void Every_morning_of_a_played_run_is_valid_and_so_is_every_decision()
    {
        var run = new PlayedRun();
        foreach (var (observation, decision) in run.Days())
        {
            Assert.Empty(Errors(OfObservation, ObservationJson.Write(observation)));
            Assert.Empty(Errors(OfObservation, ObservationJson.Write(observation, ObservationDetail.Daily)));
            Assert.Empty(Errors(OfDecision, DecisionJson.Write(decision, observation)));
        }

        // The run shows what can be missing on a quieter one.
        Assert.Superset(new HashSet<string>(["promotion", "campaign", "report", "order", "refusal", "deal", "no price", "run-off", "review"]), run.Seen);
    }

    [Theory]
    [InlineData("""{"commands":[{"command":"closeBusiness"}]}""", true)]
    [InlineData("""[]""", true)]
    [InlineData("""{"command":"closeBusiness"}""", false)]
    [InlineData("""[{"command":"closeShop"}]""", false)]
    [InlineData("""[{"command":"closeBusiness","offer":"mugs/blue-mug"}]""", false)]
    [InlineData("""[{"command":"setPrice","offer":"mugs/blue-mug"}]""", false)]
    [InlineData("""[{"command":"setPrice","offer":"blue-mug","price":18.49}]""", false)]
    [InlineData("""[{"command":"setPrice","offer":"mugs/blue-mug","price":"18.49"}]""", false)]
    [InlineData("""[{"command":"setPrice","offer":"mugs/blue-mug","price":0}]""", false)]
    [InlineData("""[{"command":"placeOrder","offer":"mugs/blue-mug","supplier":"factory","units":200.5}]""", false)]
    public void The_schema_of_decisions_tells_good_from_bad(string json, bool isValid) =>
        Assert.Equal(isValid, Errors(OfDecision, Encoding.UTF8.GetBytes(json)).Count == 0);

    [Fact]
    public void The_schema_knows_every_command_reason_stage_and_exemption()
    {
        using var observation = JsonDocument.Parse(ObservationJson.Schema);
        var parts = observation.RootElement.GetProperty("$defs");
        Assert.Equal(Names<RefusalReason>(), Members(parts.GetProperty("refusal").GetProperty("properties").GetProperty("reason")));
        Assert.Equal(Names<OrderStage>(), Members(parts.GetProperty("openOrder").GetProperty("properties").GetProperty("stage")));
        Assert.Equal(Names<FeeExemption>(), Members(parts.GetProperty("exemption")));
        Assert.Equal(Names<SizeClass>(), Members(parts.GetProperty("storageUtilisation").GetProperty("properties").GetProperty("size")));
        using var decision = JsonDocument.Parse(DecisionJson.Schema);
        Assert.Equal(
            typeof(Command).Assembly.GetExportedTypes().Where(type => type.BaseType == typeof(Command)).Select(type => "#/$defs/" + JsonNamingPolicy.CamelCase.ConvertName(type.Name)).Order(StringComparer.Ordinal),
            decision.RootElement.GetProperty("$defs").GetProperty("command").GetProperty("oneOf").EnumerateArray().Select(item => item.GetProperty("$ref").GetString()!).Order(StringComparer.Ordinal));
    }

    private static List<string> Errors(JsonSchema schema, byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var results = schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid ? [] : [.. (results.Details ?? []).Where(detail => detail.Errors is not null).Select(detail => $"{detail.InstanceLocation}: {string.Join("; ", detail.Errors!.Values)}"), "invalid"];
    }

    private static IEnumerable<JsonObject> Objects(JsonNode node)
    {
        if (node is JsonObject part)
        {
            yield return part;
        }

        foreach (var child in node is JsonObject some ? some.Select(property => property.Value) : node is JsonArray list ? list : [])
        {
            foreach (var inner in child is null ? [] : Objects(child))
            {
                yield return inner;
            }
        }
    }

    private static IEnumerable<string> Names<TEnum>()
        where TEnum : struct, Enum => Enum.GetNames<TEnum>().Where(name => name != "None").Select(JsonNamingPolicy.CamelCase.ConvertName);

    private static IEnumerable<string> Members(JsonElement element) => element.GetProperty("enum").EnumerateArray().Select(item => item.GetString()!);

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FbaBench.Sdk.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The repository's folder was not found above the tests.");
    }
}
