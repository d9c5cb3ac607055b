using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace FbaBench.Tests.Remote;

/// <summary>The messages of fbabench-agent/1: what is said when, and that a day asked again is the same.</summary>
public sealed class RemoteDialogueTests
{
    private static readonly JsonSchema Schema = ReadSchema();

    [Fact]
    public async Task The_first_message_says_everything_and_later_ones_what_changes()
    {
        var dialogue = new RemoteDialogue(new("mine", "first-year_003_mine", new(0)));
        var (today, context) = await Episode.MorningAsync();
        var first = Parse(dialogue.Morning(today, context));
        Assert.Equal(("fbabench-agent/1", "first-year_003_mine", "mine", 0, 0), ((string)first["protocol"]!, (string)first["episode"]!, (string)first["agent"]!, (int)first["seat"]!, (int)first["day"]!));
        Assert.Equal((true, false), ((bool)first["first"]!, (bool)first["restarted"]!));
        Assert.NotNull(first["observation"]!["rules"]);
        Assert.Equal(context.Uniform("remote agent", 0), (double)first["random"]!);

        dialogue.Read("""{"commands":[]}"""u8, today);
        (today, context) = await Episode.MorningAsync(1);
        var second = Parse(dialogue.Morning(today, context));
        Assert.Equal((false, 1), ((bool)second["first"]!, (int)second["day"]!));
        Assert.Null(second["observation"]!["rules"]);
        Assert.NotEqual((double)first["random"]!, (double)second["random"]!);
    }

    [Fact]
    public async Task A_day_asked_again_is_the_same_to_the_byte_and_one_line()
    {
        var dialogue = new RemoteDialogue(AgentSetting.Alone("mine"));
        var (today, context) = await Episode.MorningAsync(5);
        var message = dialogue.Morning(today, context);
        Assert.Equal(message, dialogue.Morning(today, context));
        Assert.DoesNotContain((byte)'\n', message);
    }

    [Fact]
    public async Task Mistakes_of_an_answer_stand_in_the_next_message_and_the_other_commands_count()
    {
        var dialogue = new RemoteDialogue(AgentSetting.Alone("mine"));
        var (today, _) = await Episode.MorningAsync();
        var offer = today.Offers[0].Info.Name;
        var decision = dialogue.Read(Encoding.UTF8.GetBytes($$"""{"commands":[{"command":"fly\u2028away"},{"command":"closeOffer","offer":"{{offer}}"}]}"""), today);
        Assert.Equal([new CloseOffer(today.Offers[0].Id)], decision.Commands);

        var (tomorrow, context) = await Episode.MorningAsync(1);
        var bytes = dialogue.Morning(tomorrow, context);
        var next = Parse(bytes);
        Assert.Contains("is no command", (string)Assert.Single(next["problems"]!.AsArray())!, StringComparison.Ordinal);
        Assert.Equal(1, (int)Assert.Single(next["positions"]!.AsArray())!);

        // Some readers of lines end one there.
        Assert.DoesNotContain('\u2028', Encoding.UTF8.GetString(bytes));
        dialogue.Read("[]"u8, tomorrow);
        (tomorrow, context) = await Episode.MorningAsync(2);
        Assert.Empty(Parse(dialogue.Morning(tomorrow, context))["problems"]!.AsArray());
    }

    [Theory]
    [InlineData("I would wait.", false, "no JSON")]
    [InlineData("\"wait\"", true, "no decision")]
    [InlineData("""{"command":"closeBusiness"}""", true, "no decision")]
    [InlineData("""{"commands":7}""", true, "no decision")]
    public async Task An_answer_that_is_no_decision_is_the_agents_failure_and_is_told(string answer, bool isJson, string problem)
    {
        var dialogue = new RemoteDialogue(AgentSetting.Alone("mine"));
        var (today, _) = await Episode.MorningAsync();
        Assert.Contains(problem, Assert.Throws<FormatException>(() => dialogue.Read(Encoding.UTF8.GetBytes(answer), today)).Message, StringComparison.Ordinal);
        Assert.Equal(isJson, dialogue.WasJson);
        var (tomorrow, context) = await Episode.MorningAsync(1);
        Assert.NotEmpty(Parse(dialogue.Morning(tomorrow, context))["problems"]!.AsArray());
    }

    [Fact]
    public async Task Who_is_new_in_the_middle_is_told_everything_and_that_somebody_was_before()
    {
        var dialogue = new RemoteDialogue(AgentSetting.Alone("mine"));
        var (today, _) = await Episode.MorningAsync();
        dialogue.Read("[]"u8, today);
        dialogue.Restart();
        var (tomorrow, context) = await Episode.MorningAsync(1);
        var message = Parse(dialogue.Morning(tomorrow, context));
        Assert.Equal((true, true), ((bool)message["first"]!, (bool)message["restarted"]!));
        Assert.NotNull(message["observation"]!["rules"]);
        dialogue.Read("[]"u8, tomorrow);
        (tomorrow, context) = await Episode.MorningAsync(2);
        message = Parse(dialogue.Morning(tomorrow, context));
        Assert.Equal((false, false), ((bool)message["first"]!, (bool)message["restarted"]!));
    }

    [Fact]
    public async Task Every_message_is_valid_by_the_published_schema_and_one_with_another_protocol_is_not()
    {
        var dialogue = new RemoteDialogue(AgentSetting.Alone("mine"));
        for (var day = 0; day < 40; day += 13)
        {
            var (today, context) = await Episode.MorningAsync(day);
            var message = dialogue.Morning(today, context);
            Assert.True(IsValid(message), $"day {day}");
            var other = Parse(message);
            other["protocol"] = "fbabench-agent/2";
            Assert.False(IsValid(Encoding.UTF8.GetBytes(other.ToJsonString())));
            dialogue.Read("[{}]"u8, today);
        }

        Assert.True(IsValid(dialogue.End()));
        Assert.False(IsValid("""{"end":true}"""u8.ToArray()));
    }

    private static JsonObject Parse(byte[] message) => JsonNode.Parse(message)!.AsObject();

    private static bool IsValid(byte[] message)
    {
        using var document = JsonDocument.Parse(message);
        return Schema.Evaluate(document.RootElement).IsValid;
    }

    private static JsonSchema ReadSchema()
    {
        SchemaRegistry.Global.Register(JsonSchema.FromText(ObservationJson.Schema));
        return JsonSchema.FromText(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "agent-message.schema.json")));
    }
}
