using System.Text;

namespace FbaBench;

/// <summary>What a session needs of an <see cref="IRunStore"/>: logs that are there once, can be read while they are written and gone on with; documents that are replaced whole; names that are checked; runs in ordinal order.</summary>
public static class StoreConformance
{
    private static readonly byte[] First = Encoding.UTF8.GetBytes("{\"a\":1}");
    private static readonly byte[] Second = Encoding.UTF8.GetBytes("{\"b\":2,\"c\":3}");
    private static readonly string[] BadNames = ["", "../up", ".hidden", "With-Capitals", "a/b", "a\\b", "ä"];

    /// <summary>Looks at a store.</summary>
    /// <param name="make">Makes an empty store each time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<ConformanceReport> CheckAsync(Func<IRunStore> make, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(make);
        var run = new ConformanceRun();
        await run.CheckAsync("what is not there", "a missing log and a missing document are null", async () =>
        {
            var store = make();
            var log = await store.OpenLogAsync("none", write: false, cancellationToken).ConfigureAwait(false);
            var document = await store.GetDocumentAsync("none", "manifest", cancellationToken).ConfigureAwait(false);
            return log is null && document is null && (await store.ListAsync(cancellationToken).ConfigureAwait(false)).Count == 0 ? null : "return null for what is missing, and list nothing of an empty store";
        }).ConfigureAwait(false);
        await run.CheckAsync("a log is written, read and gone on with", "its bytes came back, and those appended later too", async () =>
        {
            var store = make();
            await WriteAsync(await store.CreateLogAsync("run-1", cancellationToken).ConfigureAwait(false), First, cancellationToken).ConfigureAwait(false);
            var again = await store.OpenLogAsync("run-1", write: true, cancellationToken).ConfigureAwait(false) ?? throw new InvalidOperationException("the log that was created is not there");
            again.Seek(0, SeekOrigin.End);
            await WriteAsync(again, Second, cancellationToken).ConfigureAwait(false);
            return (await ReadAsync(store, "run-1", cancellationToken).ConfigureAwait(false)).SequenceEqual(First.Concat(Second)) ? null : "the log holds other bytes than were written";
        }).ConfigureAwait(false);
        await run.CheckAsync("a log is read while it is written", "a reader saw what was flushed", async () =>
        {
            var store = make();
            var writing = await store.CreateLogAsync("run-1", cancellationToken).ConfigureAwait(false);
            await using (writing.ConfigureAwait(false))
            {
                await writing.WriteAsync(First, cancellationToken).ConfigureAwait(false);
                await writing.FlushAsync(cancellationToken).ConfigureAwait(false);
                return (await ReadAsync(store, "run-1", cancellationToken).ConfigureAwait(false)).SequenceEqual(First) ? null : "a reader did not see what the writer had flushed";
            }
        }).ConfigureAwait(false);
        await run.CheckAsync("a run has one log", "a second one was refused with an IOException, and the first is whole", async () =>
        {
            var store = make();
            await WriteAsync(await store.CreateLogAsync("run-1", cancellationToken).ConfigureAwait(false), First, cancellationToken).ConfigureAwait(false);
            try
            {
                await (await store.CreateLogAsync("run-1", cancellationToken).ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
                return "a second log was created over the first; throw an IOException";
            }
            catch (IOException)
            {
                return (await ReadAsync(store, "run-1", cancellationToken).ConfigureAwait(false)).SequenceEqual(First) ? null : "the first log was changed";
            }
        }).ConfigureAwait(false);
        await run.CheckAsync("a log can be sought in", "it is writable and seekable", async () =>
        {
            var log = await make().CreateLogAsync("run-1", cancellationToken).ConfigureAwait(false);
            await using (log.ConfigureAwait(false))
            {
                return log is { CanWrite: true, CanSeek: true } ? null : "a log must be writable and seekable";
            }
        }).ConfigureAwait(false);
        await DocumentsAsync(run, make, cancellationToken).ConfigureAwait(false);
        return run.Report(make().GetType().Name);
    }

    private static async Task DocumentsAsync(ConformanceRun run, Func<IRunStore> make, CancellationToken cancellationToken)
    {
        await run.CheckAsync("a document is replaced whole", "the later one came back, of one run only", async () =>
        {
            var store = make();
            await store.PutDocumentAsync("run-1", "result", Second, cancellationToken).ConfigureAwait(false);
            await store.PutDocumentAsync("run-1", "result", First, cancellationToken).ConfigureAwait(false);
            await store.PutDocumentAsync("run-2", "result", Second, cancellationToken).ConfigureAwait(false);
            var read = await store.GetDocumentAsync("run-1", "result", cancellationToken).ConfigureAwait(false);
            return read is not null && read.SequenceEqual(First) && await store.GetDocumentAsync("run-1", "manifest", cancellationToken).ConfigureAwait(false) is null ? null : "a document came back with other bytes than were put last";
        }).ConfigureAwait(false);
        await run.CheckAsync("runs are listed", "all that have a log or a document, once, in ordinal order", async () =>
        {
            var store = make();
            await WriteAsync(await store.CreateLogAsync("b-run", cancellationToken).ConfigureAwait(false), First, cancellationToken).ConfigureAwait(false);
            await store.PutDocumentAsync("b-run", "result", First, cancellationToken).ConfigureAwait(false);
            await store.PutDocumentAsync("a_run", "result", First, cancellationToken).ConfigureAwait(false);
            await store.PutDocumentAsync("a-run", "result", First, cancellationToken).ConfigureAwait(false);
            var listed = await store.ListAsync(cancellationToken).ConfigureAwait(false);
            return listed.SequenceEqual(["a-run", "a_run", "b-run"]) ? null : $"listed {string.Join(", ", listed)}; right is a-run, a_run, b-run";
        }).ConfigureAwait(false);
        await run.CheckAsync("names are checked", "each bad name was refused with an ArgumentException", async () =>
        {
            foreach (var name in BadNames)
            {
                try
                {
                    await make().PutDocumentAsync(name, "result", First, cancellationToken).ConfigureAwait(false);
                    return $"the run '{name}' was taken; its name is none";
                }
                catch (ArgumentException)
                {
                }
            }

            return null;
        }).ConfigureAwait(false);
        await run.CheckAsync("runs at once", "sixteen runs written at once are all there", async () =>
        {
            var store = make();
            await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
            {
                var name = FormattableString.Invariant($"run-{i}");
                await WriteAsync(await store.CreateLogAsync(name, cancellationToken).ConfigureAwait(false), Encoding.UTF8.GetBytes(name), cancellationToken).ConfigureAwait(false);
            }, cancellationToken))).ConfigureAwait(false);
            for (var i = 0; i < 16; i++)
            {
                var name = FormattableString.Invariant($"run-{i}");
                if (Encoding.UTF8.GetString(await ReadAsync(store, name, cancellationToken).ConfigureAwait(false)) != name)
                {
                    return $"the log of {name} holds something else";
                }
            }

            return null;
        }).ConfigureAwait(false);
    }

    private static async Task WriteAsync(Stream log, byte[] bytes, CancellationToken cancellationToken)
    {
        await using (log.ConfigureAwait(false))
        {
            await log.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<byte[]> ReadAsync(IRunStore store, string run, CancellationToken cancellationToken)
    {
        var log = await store.OpenLogAsync(run, write: false, cancellationToken).ConfigureAwait(false) ?? throw new InvalidOperationException($"the log of {run} is not there");
        await using (log.ConfigureAwait(false))
        {
            using var bytes = new MemoryStream();
            await log.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
            return bytes.ToArray();
        }
    }
}
