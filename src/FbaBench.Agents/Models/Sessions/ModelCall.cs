using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace FbaBench.Agents.Models;

/// <summary>Where a call stands: its number, the attempts that the tape has of it, the most tokens that it can take and what they cost.</summary>
internal readonly record struct CallPlace(int Day, int Step, int Attempts, TokenUsage Most, long MicroDollars)
{
    public ModelDemand Worst => new(Most.Total, MicroDollars);
}

/// <summary>One call of a model that no tape answers: limits, attempts, waits.</summary>
internal sealed class ModelCall(ModelSource source, ModelSessionOptions options, ModelPrice price, ModelBudget budget, CallPlace place, Action<TapeEntry> record)
{
    private readonly TimeProvider _time = options.Time;

    /// <summary>The answer as the tape has it, so that a run and its replay see the same.</summary>
    public async Task<ChatResponse> AskAsync(ChatMessage[] messages, ChatOptions chat, CancellationToken cancellationToken)
    {
        var wait = source.Retry.FirstWait;
        for (var attempt = place.Attempts + 1; ; attempt++)
        {
            Reserve(attempt);
            var (answer, failure) = await AttemptAsync(attempt, messages, chat, cancellationToken).ConfigureAwait(false);
            if (answer is not null)
            {
                return answer;
            }

            var pause = failure!.RetryAfter ?? wait;
            if (!failure.IsTransient || attempt - place.Attempts >= source.Retry.Attempts || pause > source.Retry.LongestWait)
            {
                throw failure;
            }

            wait = TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, source.Retry.LongestWait.Ticks));
            await WaitAsync(attempt + 1, pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Reserve(int attempt)
    {
        var limit = budget.TimeLeft() is { } time && time.Left <= TimeSpan.Zero ? time.Kind : budget.Reserve(place.Worst);
        if (limit is { } reached)
        {
            throw Reached(attempt, reached);
        }
    }

    private ModelLimitException Reached(int attempt, ModelLimitKind limit)
    {
        record(new(place.Day, place.Step, attempt, "") { Limit = limit });
        return new(limit);
    }

    private async Task<(ChatResponse? Answer, ModelCallException? Failure)> AttemptAsync(int attempt, ChatMessage[] messages, ChatOptions chat, CancellationToken cancellationToken)
    {
        using var activity = ModelTelemetry.Chat(source, options.Setting, place.Day);
        if (options.RecordContent)
        {
            activity?.SetTag("gen_ai.input.messages", TapedRequest.Text(json => TapedRequest.Write(json, messages)));
        }

        var limit = budget.TimeLeft();
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timer = limit is { } left ? _time.CreateTimer(_ => late.Cancel(), null, left.Left, Timeout.InfiniteTimeSpan) : null;
        var started = _time.GetTimestamp();
        try
        {
            var answer = await CallAsync(messages, chat, late.Token).ConfigureAwait(false);
            var taken = Spent(started);
            return (Answered(attempt, answer, taken, activity), null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The run stops. Whoever pays may have paid for the answer that nobody waits for.
            Spent(started);
            throw;
        }
        catch (OperationCanceledException) when (limit is not null && late.IsCancellationRequested)
        {
            var taken = Spent(started);
            record(new(place.Day, place.Step, attempt, "") { Failure = ModelFailureKind.TimedOut, Held = place.Worst, Time = taken });
            ModelTelemetry.Failed(activity, limit.Value.Kind.ToString());
            throw Reached(attempt + 1, limit.Value.Kind);
        }
        catch (Exception error)
        {
            var failure = Translate(error);
            var held = MayHaveBeenBilled(failure.Kind) ? place.Worst : default;
            budget.Settle(place.Worst, held);
            record(new(place.Day, place.Step, attempt, "") { Failure = failure.Kind, Held = held, Time = Spent(started) });
            ModelTelemetry.Failed(activity, failure.Kind.ToString());
            return (null, failure);
        }
        finally
        {
            timer?.Dispose();
        }
    }

    private Task<ChatResponse> CallAsync(ChatMessage[] messages, ChatOptions chat, CancellationToken cancellationToken) => options.Streaming
        ? source.Client.GetStreamingResponseAsync(messages, chat, cancellationToken).ToChatResponseAsync(cancellationToken)
        : source.Client.GetResponseAsync(messages, chat, cancellationToken);

    private ChatResponse Answered(int attempt, ChatResponse answer, TimeSpan taken, Activity? activity)
    {
        var played = TapedAnswer.Of(answer);
        var said = TokenUsage.Of(answer.Usage);
        var usage = said ?? place.Most;
        var cost = ModelCost.Of(answer) ?? price.MicroDollars(usage);
        budget.Settle(place.Worst, new(usage.Total, cost));
        record(new(place.Day, place.Step, attempt, "") { Answer = played, Usage = usage, MicroDollars = cost, IsEstimated = said is null, Time = taken });
        ModelTelemetry.Answered(activity, usage, cost);
        activity?.SetTag("gen_ai.response.model", answer.ModelId);
        activity?.SetTag("gen_ai.response.finish_reasons", answer.FinishReason?.Value);
        if (options.RecordContent)
        {
            activity?.SetTag("gen_ai.output.messages", TapedRequest.Text(json => TapedRequest.Write(json, answer.Messages)));
        }

        return played;
    }

    private async Task WaitAsync(int attempt, TimeSpan pause, CancellationToken cancellationToken)
    {
        if (budget.TimeLeft() is { } time && time.Left <= pause)
        {
            throw Reached(attempt, time.Kind);
        }

        var started = _time.GetTimestamp();
        await Task.Delay(pause, _time, cancellationToken).ConfigureAwait(false);
        Spent(started);
    }

    private TimeSpan Spent(long since)
    {
        var taken = _time.GetElapsedTime(since);
        budget.Spend(taken);
        return taken;
    }

    /// <summary>An answer that was lost on its way, or is none, may stand on a bill; a refusal does not.</summary>
    private static bool MayHaveBeenBilled(ModelFailureKind kind) =>
        kind is ModelFailureKind.TimedOut or ModelFailureKind.Disconnected or ModelFailureKind.Malformed or ModelFailureKind.TooLarge;

    /// <summary>Clients of others may throw anything. What they say may hold keys, headers and content: it is not repeated, and they are not handed on as causes.</summary>
    private ModelCallException Translate(Exception error) => error switch
    {
        ModelCallException known => known,
        OperationCanceledException or TimeoutException => new(ModelFailureKind.TimedOut, $"The model '{source.Name}' did not answer in time."),
        HttpRequestException { StatusCode: { } status } => new(ModelFailureKind.ServerError, $"The model '{source.Name}' answered with status {(int)status}.") { Status = (int)status },
        HttpRequestException or IOException or SocketException => new(ModelFailureKind.Disconnected, $"No connection to the model '{source.Name}', or it broke."),
        JsonException or FormatException => new(ModelFailureKind.Malformed, $"The answer of the model '{source.Name}' could not be read."),
        _ => new(ModelFailureKind.Rejected, $"The client of the model '{source.Name}' failed with {error.GetType().Name}."),
    };
}
