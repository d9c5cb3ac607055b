using FbaBench.Agents.Tests.Loopback;
using Microsoft.Extensions.AI;

namespace FbaBench.Agents.Tests.OpenAI;

/// <summary>What a provider sends, and what comes of a good answer.</summary>
public sealed class CallTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_has_its_text_its_tokens_and_its_cost(bool streams)
    {
        var usage = new LoopbackUsage(1_000, 50) { Cached = 400, Reasoning = 30, Cost = "0.0012345" };
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Text("Buy forty mugs.") with { Usage = usage });
        using var provider = Providers.At(server);
        var response = await provider.AskAsync(streams);
        Assert.Equal("Buy forty mugs.", response.Text);
        Assert.Equal(new TokenUsage(1_000, 400, 50, 30), TokenUsage.Of(response.Usage));
        Assert.Equal(1_235L, ModelCost.Of(response));
        var asked = Assert.Single(server.Requests);
        Assert.Equal(("small", $"Bearer {Providers.Key}", streams), (asked.Model, asked.Headers["Authorization"], asked.IsStreaming));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_without_usage_has_unknown_tokens_and_no_cost(bool streams)
    {
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Text("Nothing.") with { Usage = null });
        using var provider = Providers.At(server);
        var response = await provider.AskAsync(streams);
        Assert.Equal("Nothing.", response.Text);
        Assert.Null(TokenUsage.Of(response.Usage));
        Assert.Null(ModelCost.Of(response));
    }

    [Theory]
    [InlineData("\"much\"")]
    [InlineData("-1")]
    [InlineData("1e300")]
    [InlineData("null")]
    public async Task A_cost_that_cannot_be_is_none(string cost)
    {
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Text("Nothing.") with { Usage = new(1, 1) { Cost = cost } });
        using var provider = Providers.At(server);
        Assert.Null(ModelCost.Of(await provider.AskAsync(false)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Parallel_calls_of_tools_arrive_whole(bool streams)
    {
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Calls(LoopbackCall.With("buy", new { units = 40 }), LoopbackCall.With("price", new { dollars = 12.5 })));
        using var provider = Providers.At(server);
        var response = await provider.AskAsync(streams);
        Assert.Equal(["buy 40", "price 12.5"], response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Select(call => $"{call.Name} {call.Arguments!.Values.Single()}"));
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
    }

    [Fact]
    public async Task A_service_on_this_machine_gets_no_key_where_there_is_none_and_the_headers_of_the_options()
    {
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Text("Yes."));
        using var provider = Providers.At(server, new() { Name = "vllm", Headers = new Dictionary<string, string> { ["X-Title"] = "FbaBench" } });
        await provider.AskAsync(false);
        await provider.AskAsync(true);
        Assert.All(server.Requests, asked => Assert.False(asked.Headers.ContainsKey("Authorization")));
        Assert.All(server.Requests, asked => Assert.Equal("FbaBench", asked.Headers["X-Title"]));
    }

    [Fact]
    public async Task A_key_of_the_environment_is_taken_by_the_providers_name_or_the_variable_that_is_set()
    {
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Text("Yes."));
        using var named = Providers.At(server, new() { Name = "my-cloud" }, ("MY_CLOUD_API_KEY", "k1"), ("OPENAI_API_KEY", "k2"));
        await named.AskAsync(false);
        Assert.Equal("Bearer k1", server.Requests[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_model_is_opened_once_with_its_price_and_refused_under_another_provider()
    {
        await using var server = await LoopbackServer.StartAsync(LoopbackAnswer.Text("Yes."));
        using var provider = Providers.At(server, new() { Name = "local", Prices = new Dictionary<string, ModelPrice> { ["a/b:free"] = new(1, 1, 2) } });
        Assert.Equal(("local/a/b:free", new ModelPrice(1, 1, 2)), (provider.Open("local/a/b:free").Name, provider.Open("local/a/b:free").Price));
        Assert.Same(provider.Open("local/small"), provider.Open("local/small"));
        Assert.Null(provider.Open("local/small").Price);
        await provider.Open("local/a/b:free").Client.GetResponseAsync("?");
        Assert.Equal("a/b:free", server.Requests[0].Model);
        foreach (var wrong in new[] { "openai/small", "local/", "local", "" })
        {
            Assert.Contains("write local/MODEL", Assert.Throws<ArgumentException>(() => provider.Open(wrong)).Message, StringComparison.Ordinal);
        }
    }
}
