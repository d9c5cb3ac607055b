using System.Text;
using System.Text.Json;

namespace FbaBench.Tests.Docs;

/// <summary>What docs/observation.md shows is what is written.</summary>
public sealed class ObservationPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(DocsTests.Root(), "docs", "observation.md"));

    [Fact]
    public void The_JSON_shown_is_what_is_written() =>
        Assert.Equal(Encoding.UTF8.GetString(ObservationJson.Write(ShownMorning.Create(), ObservationDetail.Daily)), string.Concat(Block("```json\n{\"seat\"").Split('\n').Select(line => line.TrimStart(' '))));

    [Fact]
    public void The_text_shown_is_what_is_written() =>
        Assert.Equal(ObservationText.Write(ShownMorning.Create(), ObservationDetail.Daily), Block("```text\nDay 13,"));

    [Fact]
    public void The_decision_and_its_problems_shown_are_those_read()
    {
        Assert.Equal(ShownMorning.Answer, Block("```json\n[\n").TrimEnd('\n'));
        var reading = DecisionJson.Read(ShownMorning.Answer, ShownMorning.Create());
        Assert.Equal(2, reading.Decision.Commands.Count);
        Assert.Equal(string.Join('\n', reading.Problems.Select(problem => problem.Message)), Block("```text\n$[").TrimEnd('\n'));
    }

    [Fact]
    public void The_page_names_every_command_with_its_fields_and_every_reason()
    {
        using var schema = JsonDocument.Parse(DecisionJson.Schema);
        foreach (var reference in schema.RootElement.GetProperty("$defs").GetProperty("command").GetProperty("oneOf").EnumerateArray())
        {
            var name = reference.GetProperty("$ref").GetString()!["#/$defs/".Length..];
            var fields = schema.RootElement.GetProperty("$defs").GetProperty(name).GetProperty("required").EnumerateArray().Select(field => field.GetString()!).Where(field => field != "command");
            Assert.Contains($"\n| `{name}` | {string.Join(", ", fields.Select(field => $"`{field}`"))}", Page, StringComparison.Ordinal);
        }

        Assert.All(Enum.GetNames<RefusalReason>().Where(name => name != "None"), name => Assert.Contains($"`{JsonNamingPolicy.CamelCase.ConvertName(name)}`", Page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_agent_outside_is_asked_every_day_and_told_its_mistakes()
    {
        var asked = new List<string>();
        await using var session = SimulationSession.Start(new TwoMugs(), new WorldSeed(7)).Seat(new Seat(0), new Outside(text =>
        {
            asked.Add(text);
            return asked.Count == 1 ? ShownMorning.Answer : "[]";
        }));
        await session.PlayDayAsync();
        await session.PlayDayAsync();
        Assert.Equal(2, asked.Count);
        Assert.Contains("\nYOUR PRODUCTS", asked[0], StringComparison.Ordinal);
        Assert.DoesNotContain("\nYOUR PRODUCTS", asked[1], StringComparison.Ordinal);
        Assert.Contains("\n$[2].offer: \"blue-mug\" is not one of your offers; use \"mugs/blue-mug\" or \"mugs/red-mug\".\n", asked[1], StringComparison.Ordinal);
    }

    /// <summary>The block of the page that begins so, without its fences.</summary>
    private static string Block(string beginning)
    {
        var from = Page.IndexOf(beginning, StringComparison.Ordinal);
        Assert.True(from >= 0, $"docs/observation.md has no block that begins with {beginning}");
        from = Page.IndexOf('\n', from) + 1;
        return Page[from..Page.IndexOf("```", from, StringComparison.Ordinal)];
    }
}
