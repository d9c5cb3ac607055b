using System.Security.Cryptography;

namespace FbaBench;

/// <summary>Takes deliveries in, checks them and writes them down.</summary>
internal sealed class DeliveryDesk(BenchmarkPlan plan, AgentIdentities agents, EpisodeStore store, BenchmarkOutcome outcome, TimingJournal timings, ProgressFeed progress, bool logs)
{
    private readonly Lock _lock = new();
    private readonly FailureJournal _failures = store.Failures();
    private readonly Dictionary<int, string> _taken = [];
    private readonly Dictionary<int, EpisodeFailure> _failed = [];
    private readonly Dictionary<int, string> _refused = [];
    private readonly Dictionary<int, EpisodeIdentity?> _asked = [];
    private bool _closed;

    /// <summary>An episode that may be delivered, and the identity that its record must have; null where it cannot be played.</summary>
    public void Ask(int index, EpisodeIdentity? identity) => _asked.Add(index, identity);

    public bool Deliver(EpisodeDelivery delivery)
    {
        lock (_lock)
        {
            if (_closed)
            {
                throw new InvalidOperationException("The run is over; deliver before ExecuteAsync returns.");
            }

            if (plan.IndexOf(delivery.Key) is not { } index || !_asked.TryGetValue(index, out var asked))
            {
                throw new ArgumentException($"{EpisodeStore.Words(delivery.Key)} is no job of this run.", nameof(delivery));
            }

            try
            {
                return delivery.Record is null ? Fail(index, delivery) : Take(index, asked, delivery, [.. delivery.Record.Value.Span]);
            }
            catch (InvalidDataException error)
            {
                _refused[index] = error.Message;
                throw;
            }
        }
    }

    /// <summary>No more is taken: what was not delivered has failed.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            foreach (var index in _asked.Keys.Where(index => outcome.Results[index] is null).Order())
            {
                if (!_failed.TryGetValue(index, out var failure))
                {
                    var refused = _refused.TryGetValue(index, out var why) ? " The last delivery was refused: " + why : "";
                    failure = new(plan.Key(index), "NotDelivered", "The executor delivered no record of it." + refused);
                    _failures.Add(new(failure.Key, failure.ErrorType, failure.Message, 0));
                }

                outcome.Failures[index] = failure;
                progress.Ended(plan.Key(index), failed: true, 0);
            }
        }
    }

    private bool Fail(int index, EpisodeDelivery delivery)
    {
        if (string.IsNullOrEmpty(delivery.ErrorType) || delivery.Message is null)
        {
            throw Refused(delivery.Key, "it has neither a record nor an error; give ErrorType and Message of what kept the episode from being played");
        }

        if (outcome.Results[index] is not null)
        {
            return false;
        }

        _failed[index] = new(delivery.Key, delivery.ErrorType, delivery.Message);
        _failures.Add(new(delivery.Key, delivery.ErrorType, delivery.Message, delivery.MicroDollars));
        progress.Spent(delivery.MicroDollars);
        return true;
    }

    private bool Take(int index, EpisodeIdentity? asked, EpisodeDelivery delivery, byte[] bytes)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (_taken.TryGetValue(index, out var before))
        {
            return before == digest ? false : throw Refused(delivery.Key, $"another record was delivered before (SHA-256 {before[..16]} there, {digest[..16]} now): the agent is not deterministic, or two workers differ");
        }

        var record = Read(asked, delivery.Key, bytes);
        var metrics = Metrics(delivery, record.Result);
        CheckLog(delivery, record.Result);
        agents.Saw(record.Identity);
        timings.Add(delivery.Key, delivery.Seconds);

        // The record last: an episode that counts as finished has what belongs to it.
        store.WriteLog(delivery.Key, logs ? delivery.Log : null);
        store.WriteMetrics(delivery.Key, metrics);
        store.Write(delivery.Key, bytes);
        outcome.Results[index] = record.Result;
        _taken.Add(index, digest);
        _failed.Remove(index);
        progress.Spent(record.Result.Inference.MicroDollars);
        progress.Ended(delivery.Key, failed: false, record.Result.Inference.MicroDollars);
        return true;
    }

    private static EpisodeRecord Read(EpisodeIdentity? asked, EpisodeKey key, byte[] bytes)
    {
        EpisodeRecord record;
        try
        {
            record = EpisodeRecord.Read(bytes);
        }
        catch (InvalidDataException error)
        {
            throw Refused(key, "of its record " + error.Message);
        }

        return asked is null ? throw Refused(key, "its world cannot be defined here")
            : JobPlayer.Difference(record.Identity, asked) is { } difference ? throw Refused(key, "its record is another episode's: " + difference)
            : record.Result.Key != key ? throw Refused(key, $"its result is of {EpisodeStore.Words(record.Result.Key)}")
            : record;
    }

    private MetricsDocument? Metrics(EpisodeDelivery delivery, EpisodeResult result)
    {
        if (plan.Metrics.Count == 0)
        {
            return null;
        }

        if (delivery.Metrics is not { } bytes)
        {
            throw Refused(delivery.Key, "its metrics are missing; the run measures episodes");
        }

        try
        {
            var document = MetricsDocument.Read([.. bytes.Span]);
            return document.IsOf(result) ? document : throw Refused(delivery.Key, "its metrics are those of another attempt");
        }
        catch (InvalidDataException error) when (!error.Message.StartsWith("The delivery of", StringComparison.Ordinal))
        {
            throw Refused(delivery.Key, "of its metrics " + error.Message);
        }
    }

    /// <summary>That the log is whole and ends where the record does; it replays itself later (<c>fbabench verify</c>).</summary>
    private void CheckLog(EpisodeDelivery delivery, EpisodeResult result)
    {
        if (!logs)
        {
            return;
        }

        if (delivery.Log is not { } bytes)
        {
            throw Refused(delivery.Key, "its log is missing; the run writes logs");
        }

        try
        {
            using var log = RunLogReader.Open(new MemoryStream([.. bytes.Span], writable: false));
            if (!log.IsSealed || log.Days is not [.., var last] || last.Hash.ToString() != result.StateHash || last.EventHash.ToString() != result.EventHash)
            {
                throw Refused(delivery.Key, "its log is not sealed, or ends elsewhere than its record");
            }
        }
        catch (RunLogException error)
        {
            throw Refused(delivery.Key, "of its log: " + error.Message);
        }
    }

    private static InvalidDataException Refused(EpisodeKey key, string why) => new($"The delivery of {EpisodeStore.Words(key)} is refused: {why}.");
}
