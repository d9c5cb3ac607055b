using System.Runtime.CompilerServices;
using FbaBench.Agents.Models;
using Microsoft.Extensions.AI;

namespace FbaBench;

/// <summary>
/// A model as one agent uses it in one episode, as a chat client: every call is numbered by day and step, played from the tape where it is on it, else reserved in the budget, asked with retries, settled, written
/// down and recorded. A limit that is reached is a <see cref="ModelLimitException"/>, a model that cannot be asked a <see cref="ModelCallException"/>.
/// </summary>
/// <remarks>Calls are made one at a time. <see cref="BeginDay"/> goes before the calls of a day; a day that is begun again gives what it gave.</remarks>
public sealed class ModelSession : IChatClient
{
    private readonly ModelSource _source;
    private readonly ModelSessionOptions _options;
    private readonly ModelPrice _price;
    private readonly ModelTape _tape;
    private readonly ModelBudget _budget;
    private readonly HashSet<(int Step, int Attempt)> _counted = [];
    private readonly SemaphoreSlim _one = new(1, 1);
    private int _day = -1;
    private int _step;

    /// <param name="source">The model.</param>
    /// <param name="options">How it is used.</param>
    /// <exception cref="ArgumentException">The model has no price.</exception>
    /// <exception cref="TapeException">The tape is another agent's.</exception>
    public ModelSession(ModelSource source, ModelSessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        _source = source;
        _options = options;
        _price = source.Price ?? PriceTable.Shipped.Find(source.Name, DateOnly.FromDateTime(options.Time.GetUtcNow().UtcDateTime)).Price;
        _tape = options.Tape ?? new ModelTape();
        _budget = options.Budget ?? new ModelBudget(ModelLimits.None);
        Ledger = options.Ledger ?? new ModelLedger();
        _tape.Begin(new(options.Setting.Name, options.Setting.Episode, options.Setting.Seat.Index, source.Name, options.PromptDigest, options.SettingsDigest));
    }

    /// <summary>What was called, charged and limited.</summary>
    public ModelLedger Ledger { get; }

    /// <summary>Name, episode and seat of the agent.</summary>
    public AgentSetting Setting => _options.Setting;

    /// <summary>The model's name with the provider.</summary>
    public string Model => _source.Name;

    internal BreachRule OnBreach => _budget.OnBreach;

    /// <summary>Writes down that the steps of a turn, or its calls of tools, are used up: a limit that the agent keeps by itself, whatever the tape holds.</summary>
    internal void ReachedSteps(int day)
    {
        var entry = new ModelLedgerEntry(day, _step, 1) { Limit = ModelLimitKind.StepsPerDay };
        if (_counted.Add((entry.Step, entry.Attempt)))
        {
            Ledger.Add(entry);
            ModelTelemetry.Attempted(_source, entry);
        }
    }

    /// <summary>Begins a day, or the same day anew.</summary>
    public void BeginDay(int day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, _day);
        if (day != _day)
        {
            _day = day;
            _counted.Clear();
            _budget.BeginDay();
        }

        _step = 0;
        _tape.BeginDay(day);
    }

    /// <summary>The command that charges a day's calls to the seller, or null where there were none.</summary>
    public ChargeInference? Charge(int day)
    {
        var total = Ledger.Day(day);
        return total.Calls == 0 ? null : new ChargeInference(total.MicroDollars, total.Usage.Input, total.Usage.Output);
    }

    /// <inheritdoc/>
    /// <exception cref="ModelLimitException">A limit is reached.</exception>
    /// <exception cref="ModelCallException">The model could not be asked.</exception>
    /// <exception cref="TapeException">The tape holds something else.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (_day < 0)
        {
            throw new InvalidOperationException("No day was begun: call BeginDay before the first call of a day.");
        }

        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            options = options?.Clone() ?? new ChatOptions();
            options.MaxOutputTokens ??= _options.MaxOutputTokens;
            ChatMessage[] all = [.. messages];
            var request = TapedRequest.Of(_source.Name, all, options, _tape.Before);
            var step = _step++;
            var taped = _tape.Find(step, request);
            var most = Most(request, options);
            var last = taped.Count == 0 ? null : Replay(taped);
            return last switch
            {
                { Answer: { } answer } => answer,
                { Limit: { } limit } => throw new ModelLimitException(limit),
                { Failure: { } failure } when _tape.Mode == TapeMode.Replay => throw new ModelCallException(failure, $"The tape ends with a call of day {_day} that was not answered ({failure})."),
                _ => await new ModelCall(_source, _options, _price, _budget, new(_day, step, taped.Count, most, _price.MicroDollars(most)), Record).AskAsync(all, options, cancellationToken).ConfigureAwait(false),
            };

            void Record(TapeEntry entry)
            {
                entry = entry with { Digest = request.Digest };
                _tape.Add(entry, request);
                _counted.Add((entry.Step, entry.Attempt));
                ModelTelemetry.Attempted(_source, Enter(entry, isReplayed: false));
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(_source.Name.Split('/')[0], null, _source.Name)
            : null;
    }

    /// <summary>Closes tape and ledger; the model, which others may share, stays open.</summary>
    public void Dispose()
    {
        _tape.Dispose();
        Ledger.Dispose();
        _one.Dispose();
    }

    /// <summary>An input token is at least a byte of text; messages and tools bring a few tokens of form with them that stand in no text, fewer than their JSON has bytes of form.</summary>
    private static TokenUsage Most(TapedRequest request, ChatOptions options) => new(request.Bytes, 0, options.MaxOutputTokens!.Value, 0);

    private TapeEntry Replay(IReadOnlyList<TapeEntry> taped)
    {
        foreach (var entry in taped.Where(entry => _counted.Add((entry.Step, entry.Attempt))))
        {
            Enter(entry, isReplayed: true);
            if (entry.Limit is null)
            {
                _budget.Replayed(entry.Failure is null ? new(entry.Usage.Total, entry.MicroDollars) : entry.Held, entry.Time);
            }
        }

        return taped[^1];
    }

    private ModelLedgerEntry Enter(TapeEntry taped, bool isReplayed)
    {
        var entry = new ModelLedgerEntry(taped.Day, taped.Step, taped.Attempt)
        {
            Failure = taped.Failure,
            Limit = taped.Limit,
            Usage = taped.Usage,
            MicroDollars = taped.MicroDollars,
            IsEstimated = taped.IsEstimated,
            HeldMicroDollars = taped.Held.MicroDollars,
            HeldTokens = taped.Held.Tokens,
            Time = taped.Time,
            IsReplayed = isReplayed,
        };
        Ledger.Add(entry);
        return entry;
    }
}
