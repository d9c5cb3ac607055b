using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FbaBench.Agents.Tests.Loopback;

/// <summary>
/// An endpoint on this machine that speaks the chat completions protocol, <c>POST /v1/chat/completions</c>, as JSON and as a stream of events. What it
/// answers is a function of the request; what it was asked is kept. A script that throws fails the test when the server is disposed.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Func<LoopbackRequest, ValueTask<LoopbackAnswer>> _script;
    private readonly ConcurrentQueue<LoopbackRequest> _requests = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _counters = new();
    private Exception? _failure;
    private int _asked;
    private int _now;
    private int _most;
    private long _sent;

    private LoopbackServer(WebApplication application, Func<LoopbackRequest, ValueTask<LoopbackAnswer>> script)
    {
        _application = application;
        _script = script;
        application.MapPost("/v1/chat/completions", AnswerAsync);
    }

    /// <summary>The address to configure, with the version: <c>http://127.0.0.1:PORT/v1</c>.</summary>
    public Uri Endpoint => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1");

    /// <summary>What it was asked so far, in order of arrival.</summary>
    public IReadOnlyList<LoopbackRequest> Requests => [.. _requests.OrderBy(request => request.Number)];

    /// <summary>The most requests that were open at the same time.</summary>
    public int MostAtOnce
    {
        get
        {
            lock (_counters)
            {
                return _most;
            }
        }
    }

    /// <summary>Bytes of bodies that were written so far, also to clients that had just gone.</summary>
    public long BytesSent => Interlocked.Read(ref _sent);

    /// <summary>Starts one that answers in this order, and with the last answer from then on.</summary>
    public static Task<LoopbackServer> StartAsync(params LoopbackAnswer[] answers) =>
        StartAsync(request => answers[Math.Min(request.Number, answers.Length) - 1]);

    /// <summary>Starts one that answers by a function, called on any thread.</summary>
    public static Task<LoopbackServer> StartAsync(Func<LoopbackRequest, LoopbackAnswer> script) =>
        StartAsync(request => ValueTask.FromResult(script(request)));

    /// <summary>Starts one that answers when a function has come to its end: a test can hold a request open without a clock.</summary>
    public static async Task<LoopbackServer> StartAsync(Func<LoopbackRequest, ValueTask<LoopbackAnswer>> script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var server = new LoopbackServer(builder.Build(), script);
        await server._application.StartAsync();
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _application.DisposeAsync();
        _stop.Dispose();
        if (_failure is not null)
        {
            throw new InvalidOperationException($"The script of the loopback server failed: {_failure.Message}", _failure);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stop.Token);
        Count(1);
        try
        {
            var request = await LoopbackRequest.ReadAsync(context, Interlocked.Increment(ref _asked), gone.Token);
            _requests.Enqueue(request);
            var answer = await _script(request);
            await answer.WriteAsync(context, request, bytes => Interlocked.Add(ref _sent, bytes), gone.Token);
        }
        catch (Exception exception) when (exception is BadHttpRequestException or IOException || (exception is OperationCanceledException && gone.IsCancellationRequested))
        {
            // The client has gone, in the middle of its request too.
            context.Abort();
        }
        catch (Exception exception)
        {
            _failure ??= exception;
            context.Abort();
        }
        finally
        {
            Count(-1);
        }
    }

    private void Count(int change)
    {
        lock (_counters)
        {
            _now += change;
            _most = Math.Max(_most, _now);
        }
    }
}
