using System.Buffers;
using System.Text.Json;

namespace FbaBench;

/// <summary>
/// Writes down what an agent decided, a JSON object a line: <c>day</c>, <c>commands</c> as <see cref="DecisionJson"/> writes them, <c>outcome</c> (<c>decided</c>, <c>failed</c>, <c>threw</c>, <c>unavailable</c>) and
/// <c>milliseconds</c>. Of what was thrown the type is written, not the words.
/// </summary>
public sealed class RecordingAgent : DelegatingAgent
{
    private readonly Stream _file;
    private readonly TimeProvider _time;

    /// <param name="inner">The agent.</param>
    /// <param name="file">Where it is written, from the start. Owned by the layer.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public RecordingAgent(IAgent inner, Stream file, TimeProvider? time = null)
        : base(inner)
    {
        ArgumentNullException.ThrowIfNull(file);
        _file = file;
        _file.SetLength(0);
        _time = time ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public override bool ReadsOnlyWhileDeciding => Inner.ReadsOnlyWhileDeciding;

    /// <inheritdoc/>
    public override async ValueTask<Decision> DecideAsync(Observation today, AgentContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(today);
        var started = _time.GetTimestamp();
        try
        {
            var decision = await Inner.DecideAsync(today, context, cancellationToken).ConfigureAwait(false);
            var isDecision = decision is { IsFailure: false, Commands: not null };
            Write(today, started, isDecision ? "decided" : "failed", decision?.Commands is null ? null : decision, null);
            return decision!;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Write(today, started, error is AgentUnavailableException ? "unavailable" : "threw", null, error.GetType().Name);
            throw;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private void Write(Observation today, long started, string outcome, Decision? decision, string? error)
    {
        var line = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteNumber("day", today.Day);
            json.WriteString("outcome", outcome);
            if (error is not null)
            {
                json.WriteString("error", error);
            }

            json.WritePropertyName("commands");
            json.WriteRawValue(Commands(decision, today));
            json.WriteNumber("milliseconds", (long)_time.GetElapsedTime(started).TotalMilliseconds);
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        _file.Write(line.WrittenSpan);
        _file.Flush();
    }

    /// <summary>A decision of an agent may name offers that are not there; the market refuses them, and here they are counted.</summary>
    private static byte[] Commands(Decision? decision, Observation today)
    {
        try
        {
            return decision is null ? "[]"u8.ToArray() : DecisionJson.Write(decision, today);
        }
        catch (ArgumentException error)
        {
            return JsonSerializer.SerializeToUtf8Bytes(error.Message, Microsoft.Extensions.AI.AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(string)));
        }
    }
}
