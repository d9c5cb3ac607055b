using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FbaBench.Benchmarks;

/// <summary>The same model behind the chat completions protocol, on this machine and in this process. It reads a request without understanding it, so that it costs as little as it can.</summary>
internal sealed class DelayedService : IAsyncDisposable
{
    private static readonly byte[] Tool = "\"role\":\"tool\""u8.ToArray();
    private static readonly byte[] Acts = Answer("""{"id":"a","type":"function","function":{"name":"readHistory","arguments":"{\"days\":3}"}},{"id":"b","type":"function","function":{"name":"setPrice","arguments":"{\"offer\":\"cake-stands/regency-cakestand\",\"price\":25.5}"}}""");
    private static readonly byte[] Ends = Answer("""{"id":"c","type":"function","function":{"name":"finish","arguments":"{\"note\":\"done\"}"}}""");

    private readonly WebApplication _application;
    private readonly TimeSpan _delay;

    private DelayedService(WebApplication application, TimeSpan delay)
    {
        _application = application;
        _delay = delay;
        application.MapPost("/v1/chat/completions", AnswerAsync);
    }

    public Uri Endpoint => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1");

    public static async Task<DelayedService> StartAsync(TimeSpan delay)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var service = new DelayedService(builder.Build(), delay);
        await service._application.StartAsync().ConfigureAwait(false);
        return service;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var length = (int)context.Request.ContentLength!.Value;
        var body = System.Buffers.ArrayPool<byte>.Shared.Rent(length);
        await context.Request.Body.ReadExactlyAsync(body.AsMemory(0, length), context.RequestAborted).ConfigureAwait(false);
        var answer = body.AsSpan(0, length).IndexOf(Tool) >= 0 ? Ends : Acts;
        System.Buffers.ArrayPool<byte>.Shared.Return(body);
        await Task.Delay(_delay, context.RequestAborted).ConfigureAwait(false);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted).ConfigureAwait(false);
    }

    private static byte[] Answer(string calls) => Encoding.UTF8.GetBytes(
        $$$"""{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":null,"tool_calls":[{{{calls}}}]},"finish_reason":"tool_calls"}],"usage":{"prompt_tokens":10000,"completion_tokens":50,"total_tokens":10050}}""");
}
