// Agents of two frameworks over one scripted chat client, registered by name and found by specification, from packages alone.
using FbaBench;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

var thinker = new ChatClientAgent(new ClosesAtOnce());
var kernelServices = new ServiceCollection();
kernelServices.AddSingleton(new ClosesAtOnce().AsChatCompletionService());
var planner = new Kernel(kernelServices.BuildServiceProvider());

var services = new ServiceCollection();
services.AddFbaBenchCore().AddAgentFrameworkAgent("thinker", _ => thinker);
services.AddFbaBenchCore().AddSemanticKernelAgent("planner", _ => planner);
using var provider = services.BuildServiceProvider();
var runners = provider.GetRequiredService<AgentRunners>();
foreach (var specification in (string[])["agent-framework:thinker", "semantic-kernel:planner"])
{
    var agent = runners.Prepare(specification).Make(AgentSetting.Alone("mine"));
    await using var session = SimulationSession.Start(new FirstYear(), new WorldSeed(7)).Seat(new Seat(0), agent);
    await session.PlayDayAsync();
    Console.WriteLine($"{specification} trades: {session.Observe(new Seat(0)).IsTrading}, faults: {session.Faults.Count}");
}

/// <summary>A model that gives up on the first morning.</summary>
sealed class ClosesAtOnce : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, """{"commands":[{"command":"closeBusiness"}]}""")));

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Nobody asks for a stream.");

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("scripted", null, "closes-at-once") : null;

    public void Dispose()
    {
    }
}
