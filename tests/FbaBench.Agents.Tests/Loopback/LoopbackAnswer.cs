using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FbaBench.Agents.Tests.Loopback;

/// <summary>
/// What the endpoint answers. The blocks are <see cref="Text"/>, <see cref="Calls"/>, <see cref="Structured"/>, <see cref="Status"/>, <see cref="Raw"/> and <see cref="Endless"/>; a change with
/// <c>with { … }</c> makes one late, sends other usage, or breaks the connection.
/// </summary>
internal sealed record LoopbackAnswer
{
    private readonly Func<LoopbackRequest, LoopbackAnswer, string> _body;

    private LoopbackAnswer(Func<LoopbackRequest, LoopbackAnswer, string> body) => _body = body;

    /// <summary>Status of the answer.</summary>
    public int Code { get; private init; } = StatusCodes.Status200OK;

    /// <summary>Further headers.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Tokens that it says it took; null says nothing of them.</summary>
    public LoopbackUsage? Usage { get; init; } = new(100, 20);

    /// <summary>Why the model stopped; null is <c>tool_calls</c> after calls, else <c>stop</c>.</summary>
    public string? FinishReason { get; init; }

    /// <summary>How long it thinks before the first byte.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Breaks the connection after so many bytes of the body; -1 before the status.</summary>
    public int? DropsAfter { get; init; }

    /// <summary>Stops after so many bytes of the body and keeps the connection until the client has gone.</summary>
    public int? StallsAfter { get; init; }

    /// <summary>Says beforehand how long the body is.</summary>
    public bool ShowsLength { get; init; }

    /// <summary>Repeats the body until the client has gone.</summary>
    public bool IsEndless { get; private init; }

    /// <summary>A text.</summary>
    public static LoopbackAnswer Text(string text) => new((request, answer) => LoopbackCompletion.Write(request, answer, text, []));

    /// <summary>One call of a tool, or several in parallel.</summary>
    public static LoopbackAnswer Calls(params LoopbackCall[] calls) => new((request, answer) => LoopbackCompletion.Write(request, answer, null, calls));

    /// <summary>Structured output: an object as the text.</summary>
    public static LoopbackAnswer Structured(object value) => Text(JsonSerializer.Serialize(value));

    /// <summary>A failure with a status, and a body in the form that services use for it.</summary>
    public static LoopbackAnswer Status(int code, string message = "It did not work.") =>
        new((_, _) => JsonSerializer.Serialize(new { error = new { message, type = "loopback", code = code.ToString(CultureInfo.InvariantCulture) } })) { Code = code };

    /// <summary>Too many requests.</summary>
    /// <param name="retryAfter">The header <c>Retry-After</c>: seconds or a date; null without.</param>
    public static LoopbackAnswer RateLimited(string? retryAfter = null) =>
        Status(StatusCodes.Status429TooManyRequests, "Too many requests.") with { Headers = retryAfter is null ? [] : [("Retry-After", retryAfter)] };

    /// <summary>A body as it is, whatever it is.</summary>
    public static LoopbackAnswer Raw(string body) => new((_, _) => body);

    /// <summary>A text that never ends.</summary>
    public static LoopbackAnswer Endless() => Raw(new('x', 64 << 10)) with { IsEndless = true };

    /// <summary>A text of a megabyte or ten.</summary>
    public static LoopbackAnswer Large(int characters) => Text(new('x', characters));

    /// <summary>The same with another status.</summary>
    public LoopbackAnswer WithCode(int code) => this with { Code = code };

    public async Task WriteAsync(HttpContext context, LoopbackRequest request, Action<int> written, CancellationToken cancellationToken)
    {
        if (Latency > TimeSpan.Zero)
        {
            await Task.Delay(Latency, cancellationToken);
        }

        if (DropsAfter < 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = Code;
        context.Response.ContentType = request.IsStreaming && Code == StatusCodes.Status200OK ? "text/event-stream" : "application/json";
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers.Append(name, value);
        }

        var body = Encoding.UTF8.GetBytes(_body(request, this));
        context.Response.ContentLength = ShowsLength ? body.Length : null;
        do
        {
            var part = body.AsMemory(0, Math.Min(body.Length, DropsAfter ?? StallsAfter ?? int.MaxValue));
            await context.Response.Body.WriteAsync(part, cancellationToken);
            await context.Response.Body.FlushAsync(cancellationToken);
            written(part.Length);
        }
        while (IsEndless);

        if (DropsAfter is not null)
        {
            context.Abort();
        }
        else if (StallsAfter is not null)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }
}

/// <summary>Tokens that an answer says it took.</summary>
/// <param name="Input">Tokens of the prompt.</param>
/// <param name="Output">Tokens of the answer.</param>
internal sealed record LoopbackUsage(int Input, int Output)
{
    /// <summary>Those of the prompt that were cached.</summary>
    public int Cached { get; init; }

    /// <summary>Those of the answer that were reasoning.</summary>
    public int Reasoning { get; init; }

    /// <summary>What OpenRouter adds: the cost in dollars, as a JSON number.</summary>
    public string? Cost { get; init; }
}
