using System.Threading.RateLimiting;

namespace FbaBench.Agents.OpenAI;

/// <summary>
/// The limits of a provider, shared by all its models and agents. Who came first goes first: a call that needs many tokens is not overtaken by small ones.
/// </summary>
internal sealed class ProviderLimits : IDisposable
{
    private readonly ConcurrencyLimiter _places;
    private readonly ConcurrencyLimiter _turn = Limiter(1);
    private readonly MinuteWindow? _requests;
    private readonly MinuteWindow? _tokens;
    private readonly TimeProvider _time;

    public ProviderLimits(OpenAIProviderOptions options)
    {
        _time = options.Time;
        _places = Limiter(options.MaxConcurrency);
        _requests = options.RequestsPerMinute is { } requests ? new(requests, _time) : null;
        _tokens = options.TokensPerMinute is { } tokens ? new(tokens, _time) : null;
    }

    /// <summary>Waits for a place and for the rates.</summary>
    /// <param name="tokens">What the call is expected to take.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async ValueTask<Call> EnterAsync(long tokens, CancellationToken cancellationToken)
    {
        var place = await _places.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        try
        {
            if (_requests is null && _tokens is null)
            {
                return new(place, null, null);
            }

            using var turn = await _turn.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
            while (Longer(_requests?.WaitFor(1), _tokens?.WaitFor(tokens)) is { Ticks: > 0 } wait)
            {
                // Whole milliseconds: a timer that is early would be asked again and again.
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), _time, cancellationToken).ConfigureAwait(false);
            }

            _requests?.Take(1);
            return new(place, _tokens, _tokens?.Take(tokens));
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _turn.Dispose();
    }

    private static ConcurrencyLimiter Limiter(int most) =>
        new(new() { PermitLimit = most, QueueLimit = int.MaxValue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    private static TimeSpan Longer(TimeSpan? one, TimeSpan? other) => TimeSpan.FromTicks(Math.Max(one?.Ticks ?? 0, other?.Ticks ?? 0));

    /// <summary>A call under way.</summary>
    internal sealed class Call(RateLimitLease place, MinuteWindow? tokens, MinuteWindow.Entry? entry) : IDisposable
    {
        /// <summary>Counts what the answer says that it took; what it does not say stays as expected.</summary>
        public void Settle(TokenUsage? usage)
        {
            if (usage is not null && entry is not null)
            {
                tokens!.Settle(entry, usage.Total);
            }
        }

        public void Dispose() => place.Dispose();
    }
}
