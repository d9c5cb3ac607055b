using System.Text.Json;
using System.Text.Json.Nodes;
using FbaBench.Scenarios.Files;
using Json.Schema;

namespace FbaBench.Tests.Files;

/// <summary>The published schema is that of the records, and takes what the reader takes.</summary>
public sealed class ScenarioSchemaTests
{
    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.FromText(File.ReadAllText(Published)));

    private static string Published => Path.Combine(Repository.Root, "docs", "schema", "scenario.schema.json");

    /// <summary>FBABENCH_UPDATE=1 writes it.</summary>
    [Fact]
    public void The_published_schema_is_the_one_of_the_records()
    {
        var written = ScenarioSchema.Write(Path.Combine(AppContext.BaseDirectory, "FbaBench.Core.xml"));
        if (Environment.GetEnvironmentVariable("FBABENCH_UPDATE") == "1")
        {
            File.WriteAllText(Published, written);
        }

        Assert.Equal(File.ReadAllText(Published), written);
    }

    [Fact]
    public void It_takes_whole_scenarios_and_what_is_laid_over_them()
    {
        Assert.True(IsTaken(FileFolder.Mugs));
        Assert.True(IsTaken("name: mine\nbase: first-year\nniches: { each: { sessionsPerDay: { times: 2 }, rivals: { rival-1: null } } }\ncash: ${CASH:-7}\n"));
        Assert.True(IsTaken(ScenarioFile.Over(new FirstYear(), new()).ToYaml()));
        Assert.True(IsTaken("name: mine\ngenerator:\n  family: seasonal\n  margin: 0.25\n  supply: ${SUPPLY:-1}\n  products: 3\n"));
        Assert.False(IsTaken("name: mine\ngenerator: { family: seasonal, margin: 1.25 }\n"));
        Assert.False(IsTaken("name: mine\ngenerator: { margin: 1 }\n"));
    }

    [Theory]
    [InlineData("sessionsPerDay: 400", "sesionsPerDay: 400")]
    [InlineData("policy: hold", "policy: chaos")]
    [InlineData("days: 90", "days: many")]
    [InlineData("start: 2025-01-15", "start: tomorrow")]
    [InlineData("schema: 1", "schema: 2")]
    [InlineData("weightPounds: 0.9", "weightPounds: [1]")]
    public void It_refuses_what_the_reader_refuses(string right, string wrong) =>
        Assert.False(IsTaken(FileFolder.Mugs.Replace(right, wrong, StringComparison.Ordinal)));

    private static bool IsTaken(string yaml)
    {
        using var json = JsonDocument.Parse(Json(YamlTree.Parse("test.yaml", yaml))!.ToJsonString());
        return Schema.Value.Evaluate(json.RootElement).IsValid;
    }

    private static JsonNode? Json(Node node) => node switch
    {
        Mapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Json(entry.Value)))),
        Sequence sequence => new JsonArray([.. sequence.Items.Select(Json)]),
        Scalar { IsNull: true } => null,
        Scalar { IsPlain: true, Text: "true" or "false" } scalar => JsonValue.Create(scalar.Text == "true"),
        Scalar { IsPlain: true } scalar when decimal.TryParse(scalar.Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(((Scalar)node).Text),
    };
}
