using System.Collections.Concurrent;

namespace FbaBench;

/// <summary>Runs in memory, gone with the process. Safe for concurrent use by different runs.</summary>
public sealed class MemoryRunStore : IRunStore
{
    private readonly ConcurrentDictionary<string, MemoryStream> _logs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Run, string Name), byte[]> _documents = new();

    /// <inheritdoc/>
    public ValueTask<Stream> CreateLogAsync(string run, CancellationToken cancellationToken = default)
    {
        var log = new LeftOpen();
        return _logs.TryAdd(StoreNames.Check(run, "run"), log) ? new(log) : throw new IOException($"The run '{run}' has a log already.");
    }

    /// <inheritdoc/>
    public ValueTask<Stream?> OpenLogAsync(string run, bool write, CancellationToken cancellationToken = default)
    {
        if (!_logs.TryGetValue(StoreNames.Check(run, "run"), out var log))
        {
            return new((Stream?)null);
        }

        if (!write)
        {
            return new(new MemoryStream(log.ToArray(), writable: false));
        }

        log.Position = 0;
        return new(log);
    }

    /// <inheritdoc/>
    public ValueTask PutDocumentAsync(string run, string name, ReadOnlyMemory<byte> json, CancellationToken cancellationToken = default)
    {
        _documents[(StoreNames.Check(run, "run"), StoreNames.Check(name, "document"))] = json.ToArray();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<byte[]?> GetDocumentAsync(string run, string name, CancellationToken cancellationToken = default) =>
        new(_documents.TryGetValue((StoreNames.Check(run, "run"), StoreNames.Check(name, "document")), out var json) ? json.ToArray() : null);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken = default) =>
        new([.. _logs.Keys.Concat(_documents.Keys.Select(key => key.Run)).Distinct().Order(StringComparer.Ordinal)]);

    /// <summary>A session disposes its log; here the content must outlive it.</summary>
    private sealed class LeftOpen : MemoryStream
    {
        protected override void Dispose(bool disposing) => base.Dispose(disposing: false);
    }
}
