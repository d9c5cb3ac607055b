using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using ChatKernel = Microsoft.SemanticKernel.Kernel;

namespace FbaBench.Tests.Conversations;

/// <summary>Agents of two frameworks over a scripted model: the year of the fixed rule, conversations that last for the episode, failures, registration by name.</summary>
public sealed class FrameworkTests
{
    private static readonly ConversationOptions Json = new() { MorningsAsJson = true };

    public static TheoryData<string> Frameworks => ["agent-framework", "semantic-kernel"];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public async Task The_fixed_rule_in_a_framework_plays_the_same_year(string framework)
    {
        var expected = await Episode.YearAsync(new FixedRule());
        var played = await Episode.YearAsync(Agent(framework, new ScriptedClient(FixedRuleOfTheLastMessage())));
        Assert.Empty(played.Faults);
        Assert.Equal((expected.State, expected.Events), (played.State, played.Events));
    }

    [Theory]
    [MemberData(nameof(Frameworks))]
    public async Task The_conversation_lasts_for_the_episode_and_episodes_share_none(string framework)
    {
        var client = new ScriptedClient(_ => "[]");
        await Episode.DaysAsync(Agent(framework, client), 3);
        Assert.Equal([1, 3, 5], client.Calls.Select(call => call.Count(message => message.Role != ChatRole.System)));
        await Episode.DaysAsync(Agent(framework, client), 1);
        Assert.Single(client.Calls[3], message => message.Role != ChatRole.System);
    }

    [Theory]
    [MemberData(nameof(Frameworks))]
    public async Task A_call_that_failed_is_made_again_and_leaves_no_trace_in_the_conversation(string framework)
    {
        var fails = true;
        var client = new ScriptedClient(_ => fails ? throw new HttpRequestException("down") : "[]");
        await using var session = Episode.Start(Agent(framework, client));
        await Assert.ThrowsAsync<AgentServiceException>(() => session.PlayDayAsync());
        fails = false;
        await session.PlayDayAsync();
        await session.PlayDayAsync();
        Assert.Empty(session.Faults);
        Assert.Equal([1, 1, 3], client.Calls.Select(call => call.Count(message => message.Role != ChatRole.System)));
    }

    [Fact]
    public async Task A_failed_request_of_semantic_kernel_is_infrastructure()
    {
        var client = new ScriptedClient(_ => throw new HttpOperationException(HttpStatusCode.TooManyRequests, null, "busy", null));
        await using var session = Episode.Start(Agent("semantic-kernel", client));
        Assert.Contains("busy", (await Assert.ThrowsAsync<AgentServiceException>(() => session.PlayDayAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kernel_without_a_chat_service_is_refused() =>
        Assert.Contains("IChatCompletionService", Assert.Throws<ArgumentException>(() => new SemanticKernelAgent(new ChatKernel())).Message, StringComparison.Ordinal);

    [Fact]
    public void Registered_agents_are_found_by_specification_and_an_unknown_name_lists_them()
    {
        var client = new ScriptedClient(_ => "[]");
        var services = new ServiceCollection();
        services.AddFbaBenchCore()
            .AddAgentFrameworkAgent("thinker", _ => new ChatClientAgent(client))
            .AddAgentFrameworkAgent("another", _ => new ChatClientAgent(client))
            .AddSemanticKernelAgent("planner", _ => KernelOf(client));
        using var provider = services.BuildServiceProvider();
        var runners = provider.GetRequiredService<AgentRunners>();
        Assert.Equal(["agent-framework", "semantic-kernel"], runners.Schemes);
        Assert.Equal(["another", "planner", "thinker"], provider.GetRequiredService<FbaBenchCatalog>().Agents);
        var recipe = runners.Prepare("agent-framework:thinker?version=4");
        Assert.Equal("4", recipe.Version);
        Assert.NotSame(Assert.IsType<AgentFrameworkAgent>(recipe.Make(AgentSetting.Alone("a"))), recipe.Make(AgentSetting.Alone("a")));
        Assert.IsType<SemanticKernelAgent>(runners.Prepare("semantic-kernel:planner").Make(AgentSetting.Alone("a")));
        var unknown = Assert.Throws<ArgumentException>(() => runners.Prepare("agent-framework:planner"));
        Assert.Contains("registered are: another, thinker.", unknown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => services.AddFbaBenchCore().AddSemanticKernelAgent("thinker", _ => KernelOf(client)));
    }

    private static IAgent Agent(string framework, ScriptedClient client) => framework == "semantic-kernel"
        ? new SemanticKernelAgent(KernelOf(client), options: Json)
        : new AgentFrameworkAgent(new ChatClientAgent(client), Json);

    private static ChatKernel KernelOf(ScriptedClient client)
    {
        var services = new ServiceCollection();
        services.AddSingleton(client.AsChatCompletionService());
        return new(services.BuildServiceProvider());
    }

    private static Func<IReadOnlyList<ChatMessage>, string> FixedRuleOfTheLastMessage()
    {
        var seller = new WireSeller();
        return messages =>
        {
            var morning = JsonNode.Parse(messages[^1].Text.Split('\n')[^1])!;
            return $"```json\n{seller.Decide("only", morning, morning["rules"] is not null)}\n```";
        };
    }
}
