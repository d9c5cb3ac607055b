using System.Text.Json.Nodes;

namespace FbaBench.Tests.Conversations;

/// <summary>What is said each morning, which answers count, and whose fault it is when none comes.</summary>
public sealed class ConversationAgentTests
{
    [Fact]
    public async Task The_first_message_teaches_the_form_and_later_ones_hold_the_morning_alone()
    {
        var agent = new Talk(_ => "[]");
        Assert.Empty((await Episode.DaysAsync(agent, 2)).Faults);
        Assert.Contains(DecisionJson.Schema, agent.Heard[0], StringComparison.Ordinal);
        Assert.Contains("TERMS that never change", agent.Heard[0], StringComparison.Ordinal);
        Assert.StartsWith("Day 1, ", agent.Heard[1], StringComparison.Ordinal);
        Assert.DoesNotContain("TERMS that never change", agent.Heard[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_morning_as_JSON_is_the_last_line_of_its_message()
    {
        var agent = new Talk(_ => "[]", new() { MorningsAsJson = true, Instructions = "Sell." });
        await Episode.DaysAsync(agent, 2);
        Assert.StartsWith("Sell.\n\n{", agent.Heard[0], StringComparison.Ordinal);
        Assert.Equal(1, (int)JsonNode.Parse(agent.Heard[1].Split('\n')[^1])!["day"]!);
        Assert.Throws<ArgumentException>(() => new ConversationOptions { Instructions = " " });
    }

    [Theory]
    [InlineData("""[{"command":"closeBusiness"}]""", true)]
    [InlineData("I close.\n```json\n{\"commands\":[{\"command\":\"closeBusiness\"}]}\n```\nGood bye.", true)]
    [InlineData("```\n[{\"command\":\"closeBusiness\"}]\n```", true)]
    [InlineData("I close: [{\"command\":\"closeBusiness\"}]", false)]
    [InlineData("```json\n[]\n```\nor\n```json\n[{\"command\":\"closeBusiness\"}]\n```", false)]
    [InlineData("```json\n[{\"command\":\"closeBusiness\"}]", false)]
    [InlineData("""{"command":"closeBusiness"}""", false)]
    [InlineData("", false)]
    public async Task An_answer_is_JSON_alone_or_in_the_one_fenced_block(string answer, bool counts)
    {
        var agent = new Talk(day => day == 0 ? answer : "[]");
        await using var session = Episode.Start(agent);
        await session.PlayDayAsync();
        Assert.Equal(counts, !session.Observe(new(0)).IsTrading);
        Assert.Equal(counts ? [] : [FaultKind.Threw], session.Faults.Select(fault => fault.Kind));
    }

    [Fact]
    public async Task Mistakes_are_told_in_the_next_message_and_then_no_more()
    {
        var agent = new Talk(day => day switch { 0 => """[{"command":"fly"}]""", 1 => "rubbish", _ => "[]" });
        Assert.Equal(1, Assert.Single((await Episode.DaysAsync(agent, 4)).Faults).Day);
        Assert.Contains("Wrong in your last answer:\n- $[0].command: \"fly\" is no command", agent.Heard[1], StringComparison.Ordinal);
        Assert.Contains("is no JSON", agent.Heard[2], StringComparison.Ordinal);
        Assert.StartsWith("Day 3, ", agent.Heard[3], StringComparison.Ordinal);
    }

    public static TheoryData<Exception, bool> Failures => new()
    {
        { new HttpRequestException("down"), true },
        { new TaskCanceledException("timed out"), true },
        { new TimeoutException(), true },
        { new InvalidOperationException("pipeline", new IOException("broken")), true },
        { new ModelCallException(ModelFailureKind.RateLimited, "busy"), true },
        { new NotSupportedException("told by the options"), true },
        { new InvalidOperationException("a bug of the agent"), false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Infrastructure_leaves_the_day_unplayed_and_the_agents_own_failure_costs_it(Exception failure, bool isInfrastructure)
    {
        var fails = true;
        var agent = new Talk(_ => fails ? throw failure : "[]", new() { IsInfrastructure = error => error is NotSupportedException });
        await using var session = Episode.Start(agent);
        if (isInfrastructure)
        {
            await Assert.ThrowsAnyAsync<AgentUnavailableException>(() => session.PlayDayAsync());
            Assert.Equal(0, session.Day);
            fails = false;
            await session.PlayDayAsync();
            Assert.Equal(agent.Heard[0], agent.Heard[1]);
            Assert.Empty(session.Faults);
        }
        else
        {
            await session.PlayDayAsync();
            Assert.Same(failure, Assert.Single(session.Faults).Error);
        }
    }

    private sealed class Talk(Func<int, string> answer, ConversationOptions? options = null) : ConversationAgent(options)
    {
        private int _answered;

        public List<string> Heard { get; } = [];

        protected override ValueTask<string> AskAsync(string message, CancellationToken cancellationToken)
        {
            Heard.Add(message);
            var text = answer(_answered);
            _answered++;
            return new(text);
        }
    }
}
