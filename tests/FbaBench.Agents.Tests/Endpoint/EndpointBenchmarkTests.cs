using FbaBench.Agents.Tests.Loopback;
using FbaBench.Agents.Tests.OpenAI;
using FbaBench.Agents.Tests.Policies;

namespace FbaBench.Agents.Tests.Endpoint;

/// <summary>A benchmark whose service goes away in the middle of an episode.</summary>
public sealed class EndpointBenchmarkTests
{
    private const int Days = 10;

    [Fact]
    public async Task An_episode_whose_service_went_down_has_no_score_and_goes_on_later_without_paying_twice()
    {
        using var steady = new TestFolder();
        await using var whole = await LoopbackServer.StartAsync(Sell);
        var expected = Assert.Single((await RunAsync(whole, steady)).Episodes);

        // Goes down after its ninth answer, in the middle of day 4, and answers the rest of that run with failures.
        using var broken = new TestFolder();
        var isDown = true;
        var answered = 0;
        await using var server = await LoopbackServer.StartAsync(request => isDown && answered == 9 ? LoopbackAnswer.Status(503) : Counted(request));
        var failed = await RunAsync(server, broken);
        Assert.Empty(failed.Episodes);
        Assert.Equal(nameof(ModelCallException), Assert.Single(failed.Failed).ErrorType);
        Assert.DoesNotContain("\"score\":", await File.ReadAllTextAsync(Path.Combine(broken.Path, "results.json")), StringComparison.Ordinal);
        Assert.Equal((9, 9 + 3), (answered, server.Requests.Count));

        isDown = false;
        var again = Assert.Single((await RunAsync(server, broken)).Episodes);
        Assert.Equal((expected.StateHash, expected.EventHash, expected.Score), (again.StateHash, again.EventHash, again.Score));
        Assert.Equal(whole.Requests.Count, answered);
        Assert.Equal(whole.Requests.Count + 3, server.Requests.Count);

        LoopbackAnswer Counted(LoopbackRequest request)
        {
            answered++;
            return Sell(request);
        }
    }

    /// <summary>What the policy of a seller decides, by the conversation alone.</summary>
    private static LoopbackAnswer Sell(LoopbackRequest request) => LoopbackAnswer.Calls(SellerPolicy.Decide(request.Messages));

    private static async Task<BenchmarkReport> RunAsync(LoopbackServer server, TestFolder folder)
    {
        using var provider = Providers.At(server, EndpointRun.Options);
        var recipe = new ChatRunner(new([provider])).Prepare(AgentSpecification.Parse("chat:local/small"));
        return await Benchmark.Create("endpoint").Scenario(new ShortShop("gift-shop", Days)).Agent("model", recipe).Worlds(1).Output(folder.Path).RunAsync();
    }
}
