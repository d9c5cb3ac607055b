using System.Text;

namespace FbaBench;

/// <summary>The checks of <see cref="StoreConformance"/>.</summary>
internal sealed class StoreChecks(Func<IRunStore> create, Func<IRunStore, IRunStore>? reopen, CancellationToken cancellationToken)
{
    private const int LargeBytes = 1 << 20;
    private static readonly byte[] First = Encoding.UTF8.GetBytes("{\"of\":\"first\"}");
    private static readonly byte[] Second = Encoding.UTF8.GetBytes("{\"of\":\"second, and longer\"}");
    private static readonly string[] WrongNames = ["", ".hidden", "Upper", "with space", "a/b", "a\\b", "..", "ä", new string('a', 151)];

    public async Task<ConformanceReport> RunAsync()
    {
        var suite = new Suite("store", cancellationToken);
        await CheckAsync("empty", "has nothing to begin with", EmptyAsync).ConfigureAwait(false);
        await CheckAsync("creates", "creates the log of a run once", CreatesAsync).ConfigureAwait(false);
        await CheckAsync("reads", "a log is read while it grows, and a reader does not move it", ReadsAsync).ConfigureAwait(false);
        await CheckAsync("goes-on", "a log is opened to go on with it, and can be cut", GoesOnAsync).ConfigureAwait(false);
        await CheckAsync("documents", "a document comes back as it was put, the later one of a name", DocumentsAsync).ConfigureAwait(false);
        await CheckAsync("copies", "what is put and got is nobody's to change", CopiesAsync).ConfigureAwait(false);
        await CheckAsync("whole", "a document that is put again and again is always read whole", WholeAsync).ConfigureAwait(false);
        await CheckAsync("separate", "runs and names do not touch each other", SeparateAsync).ConfigureAwait(false);
        await CheckAsync("lists", "lists runs with a log or a document, each once, in ordinal order", ListsAsync).ConfigureAwait(false);
        await CheckAsync("names", "refuses names that are none", NamesAsync).ConfigureAwait(false);
        await CheckAsync("concurrent", "is used by several runs at once", ConcurrentAsync).ConfigureAwait(false);
        await CheckAsync("resumes", "a run that was killed goes on from its log to the same end", store => new StoredRun(store, cancellationToken).ResumesAsync()).ConfigureAwait(false);
        if (reopen is not null)
        {
            await CheckAsync("lasts", "another process finds what was written", LastsAsync).ConfigureAwait(false);
        }
        else
        {
            suite.Skip("lasts", "no way to open the content again was given");
        }

        return suite.Report;

        Task CheckAsync(string name, string passed, Func<IRunStore, Task> check) => suite.RunAsync(name, passed, async () =>
        {
            var store = create() ?? throw new NotConforming("the factory returned null");
            try
            {
                await check(store).ConfigureAwait(false);
            }
            finally
            {
                await EndAsync(store).ConfigureAwait(false);
            }
        });
    }

    private async Task EmptyAsync(IRunStore store)
    {
        Suite.Need((await store.ListAsync(cancellationToken).ConfigureAwait(false)) is { Count: 0 }, "a new store lists runs");
        Suite.Need(await store.OpenLogAsync("none", write: false, cancellationToken).ConfigureAwait(false) is null, "OpenLogAsync of a run that is not there is not null");
        Suite.Need(await store.OpenLogAsync("none", write: true, cancellationToken).ConfigureAwait(false) is null, "OpenLogAsync of a run that is not there, to write, is not null; only CreateLogAsync makes one");
        Suite.Need(await store.GetDocumentAsync("none", "result", cancellationToken).ConfigureAwait(false) is null, "GetDocumentAsync of a document that is not there is not null");
        Suite.Need((await store.ListAsync(cancellationToken).ConfigureAwait(false)).Count == 0, "asking for what is not there has made a run");
    }

    private async Task CreatesAsync(IRunStore store)
    {
        await WriteAsync(store, "run", First).ConfigureAwait(false);
        await RefusesAsync<IOException>("CreateLogAsync of a run that has a log", async () => await DisposeAsync(await store.CreateLogAsync("run", cancellationToken).ConfigureAwait(false)).ConfigureAwait(false)).ConfigureAwait(false);
        Suite.Need((await ReadAsync(store, "run").ConfigureAwait(false)).AsSpan().SequenceEqual(First), "a refused CreateLogAsync has changed the log");
    }

    private async Task ReadsAsync(IRunStore store)
    {
        var log = await store.CreateLogAsync("run", cancellationToken).ConfigureAwait(false);
        await using (log.ConfigureAwait(false))
        {
            Suite.Need(log is { CanWrite: true, CanSeek: true }, "the log is not writable and seekable");
            await PutAsync(log, First).ConfigureAwait(false);
            Suite.Need((await ReadAsync(store, "run").ConfigureAwait(false)).AsSpan().SequenceEqual(First), "a reader does not see what was flushed before");
            await PutAsync(log, Second).ConfigureAwait(false);
        }

        Suite.Need((await ReadAsync(store, "run").ConfigureAwait(false)).AsSpan().SequenceEqual([.. First, .. Second]), "what was written after a reader had come and gone is not the log's end");
    }

    private async Task GoesOnAsync(IRunStore store)
    {
        await WriteAsync(store, "run", [.. First, .. Second]).ConfigureAwait(false);
        var log = await store.OpenLogAsync("run", write: true, cancellationToken).ConfigureAwait(false);
        Suite.Need(log is { CanRead: true, CanWrite: true, CanSeek: true }, "a log that was opened to write is not readable, writable and seekable");
        await using (log!.ConfigureAwait(false))
        {
            Suite.Need(log!.Length == First.Length + Second.Length, "a log that was opened to write has lost what was in it");
            Suite.Need(log.Position == 0, "a log that was opened to write does not stand at its beginning");
            log.SetLength(First.Length);
            log.Position = log.Length;
            await PutAsync(log, First).ConfigureAwait(false);
        }

        Suite.Need((await ReadAsync(store, "run").ConfigureAwait(false)).AsSpan().SequenceEqual([.. First, .. First]), "a log that was cut and gone on with holds something else");
    }

    private async Task DocumentsAsync(IRunStore store)
    {
        await store.PutDocumentAsync("run", "result", Second, cancellationToken).ConfigureAwait(false);
        await HoldsAsync(store, "run", "result", Second).ConfigureAwait(false);
        await store.PutDocumentAsync("run", "result", First, cancellationToken).ConfigureAwait(false);
        await HoldsAsync(store, "run", "result", First).ConfigureAwait(false);
        await store.PutDocumentAsync("run", "empty", ReadOnlyMemory<byte>.Empty, cancellationToken).ConfigureAwait(false);
        await HoldsAsync(store, "run", "empty", []).ConfigureAwait(false);
        var large = Large(1);
        await store.PutDocumentAsync("run", "large", large, cancellationToken).ConfigureAwait(false);
        await HoldsAsync(store, "run", "large", large).ConfigureAwait(false);
    }

    private async Task CopiesAsync(IRunStore store)
    {
        byte[] given = [.. First];
        await store.PutDocumentAsync("run", "result", given, cancellationToken).ConfigureAwait(false);
        given[0] ^= 1;
        await HoldsAsync(store, "run", "result", First).ConfigureAwait(false);
        (await store.GetDocumentAsync("run", "result", cancellationToken).ConfigureAwait(false))![0] ^= 1;
        await HoldsAsync(store, "run", "result", First).ConfigureAwait(false);
    }

    private async Task WholeAsync(IRunStore store)
    {
        byte[][] versions = [Large(1), Large(2)[..(LargeBytes / 2)]];
        await store.PutDocumentAsync("run", "result", versions[0], cancellationToken).ConfigureAwait(false);
        var writing = Task.Run(
            async () =>
            {
                for (var i = 1; i <= 20; i++)
                {
                    await store.PutDocumentAsync("run", "result", versions[i % 2], cancellationToken).ConfigureAwait(false);
                }
            },
            cancellationToken);
        var isTorn = false;
        do
        {
            var read = await store.GetDocumentAsync("run", "result", cancellationToken).ConfigureAwait(false);
            isTorn |= read is null || !versions.Any(version => version.AsSpan().SequenceEqual(read));
        }
        while (!writing.IsCompleted);
        await writing.ConfigureAwait(false);
        Suite.Need(!isTorn, "while a document was put in place of another one, neither of the two was read");
    }

    private async Task SeparateAsync(IRunStore store)
    {
        await store.PutDocumentAsync("one", "result", First, cancellationToken).ConfigureAwait(false);
        await store.PutDocumentAsync("one", "metrics", Second, cancellationToken).ConfigureAwait(false);
        await store.PutDocumentAsync("two", "result", Second, cancellationToken).ConfigureAwait(false);
        await WriteAsync(store, "two", First).ConfigureAwait(false);
        await WriteAsync(store, "one.result", Second).ConfigureAwait(false);
        await HoldsAsync(store, "one", "result", First).ConfigureAwait(false);
        await HoldsAsync(store, "one", "metrics", Second).ConfigureAwait(false);
        await HoldsAsync(store, "two", "result", Second).ConfigureAwait(false);
        Suite.Need(await store.OpenLogAsync("one", write: false, cancellationToken).ConfigureAwait(false) is null, "a run with documents alone has a log");
        Suite.Need((await ReadAsync(store, "two").ConfigureAwait(false)).AsSpan().SequenceEqual(First), "a log was changed by another run");
    }

    private async Task ListsAsync(IRunStore store)
    {
        foreach (var run in new[] { "b", "a-2", "a.1", "a_3", "a10", "a9" })
        {
            await WriteAsync(store, run, First).ConfigureAwait(false);
        }

        await store.PutDocumentAsync("b", "result", First, cancellationToken).ConfigureAwait(false);
        await store.PutDocumentAsync("only-document", "result", First, cancellationToken).ConfigureAwait(false);
        string[] expected = ["a-2", "a.1", "a10", "a9", "a_3", "b", "only-document"];
        var listed = await store.ListAsync(cancellationToken).ConfigureAwait(false);
        Suite.Need(listed.SequenceEqual(expected, StringComparer.Ordinal), $"lists {string.Join(", ", listed)}; right is {string.Join(", ", expected)}");
    }

    private async Task NamesAsync(IRunStore store)
    {
        var longest = new string('a', 150);
        await store.PutDocumentAsync(longest, "a.b_c-9", First, cancellationToken).ConfigureAwait(false);
        await HoldsAsync(store, longest, "a.b_c-9", First).ConfigureAwait(false);
        foreach (var name in WrongNames)
        {
            await RefusesAsync<ArgumentException>($"CreateLogAsync of the run '{name}'", async () => await DisposeAsync(await store.CreateLogAsync(name, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false)).ConfigureAwait(false);
            await RefusesAsync<ArgumentException>($"OpenLogAsync of the run '{name}'", async () => await store.OpenLogAsync(name, false, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            await RefusesAsync<ArgumentException>($"PutDocumentAsync of the run '{name}'", async () => await store.PutDocumentAsync(name, "result", First, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            await RefusesAsync<ArgumentException>($"PutDocumentAsync of the document '{name}'", async () => await store.PutDocumentAsync("run", name, First, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            await RefusesAsync<ArgumentException>($"GetDocumentAsync of the document '{name}'", async () => await store.GetDocumentAsync("run", name, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    private async Task ConcurrentAsync(IRunStore store)
    {
        const int runs = 16;
        await Parallel.ForAsync(0, runs, cancellationToken, async (i, _) =>
        {
            var name = FormattableString.Invariant($"run-{i:00}");
            await WriteAsync(store, name, Large(i)).ConfigureAwait(false);
            await store.PutDocumentAsync(name, "result", Large(i + 1), cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        for (var i = 0; i < runs; i++)
        {
            var name = FormattableString.Invariant($"run-{i:00}");
            Suite.Need((await ReadAsync(store, name).ConfigureAwait(false)).AsSpan().SequenceEqual(Large(i)), "a log that was written beside others holds something else");
            await HoldsAsync(store, name, "result", Large(i + 1)).ConfigureAwait(false);
        }

        Suite.Need((await store.ListAsync(cancellationToken).ConfigureAwait(false)).Count == runs, "runs that were written at once are not all listed");
    }

    private async Task LastsAsync(IRunStore store)
    {
        await WriteAsync(store, "run", First).ConfigureAwait(false);
        await store.PutDocumentAsync("run", "result", Second, cancellationToken).ConfigureAwait(false);
        var other = reopen!(store);
        Suite.Need(!ReferenceEquals(other, store), "the store itself was opened again; open its content with another one");
        Suite.Need((await ReadAsync(other, "run").ConfigureAwait(false)).AsSpan().SequenceEqual(First), "another process finds another log");
        await HoldsAsync(other, "run", "result", Second).ConfigureAwait(false);
        Suite.Need((await other.ListAsync(cancellationToken).ConfigureAwait(false)).SequenceEqual(["run"]), "another process lists other runs");
        await EndAsync(other).ConfigureAwait(false);
    }

    private async Task WriteAsync(IRunStore store, string run, byte[] content)
    {
        var log = await store.CreateLogAsync(run, cancellationToken).ConfigureAwait(false);
        await using (log.ConfigureAwait(false))
        {
            await PutAsync(log, content).ConfigureAwait(false);
        }
    }

    private async Task PutAsync(Stream log, byte[] content)
    {
        await log.WriteAsync(content, cancellationToken).ConfigureAwait(false);
        await log.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<byte[]> ReadAsync(IRunStore store, string run)
    {
        var log = await store.OpenLogAsync(run, write: false, cancellationToken).ConfigureAwait(false) ?? throw new NotConforming("a log that was created is not there");
        await using (log.ConfigureAwait(false))
        {
            using var content = new MemoryStream();
            await log.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
            return content.ToArray();
        }
    }

    private async Task HoldsAsync(IRunStore store, string run, string name, byte[] content)
    {
        var read = await store.GetDocumentAsync(run, name, cancellationToken).ConfigureAwait(false);
        Suite.Need(read is not null, $"the document '{name}' that was put is not there");
        Suite.Need(read.AsSpan().SequenceEqual(content), $"the document '{name}' holds {read!.Length} bytes that are not the {content.Length} that were put last");
    }

    private static async Task RefusesAsync<TError>(string what, Func<Task> act)
        where TError : Exception
    {
        try
        {
            await act().ConfigureAwait(false);
        }
        catch (TError)
        {
            return;
        }
        catch (Exception error)
        {
            throw new NotConforming($"{what} is refused with {error.GetType().Name}; right is {typeof(TError).Name}");
        }

        throw new NotConforming($"{what} is not refused; right is {typeof(TError).Name}");
    }

    private static byte[] Large(int seed)
    {
        var bytes = new byte[LargeBytes];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)((i * 31) + seed + (i >> 8));
        }

        return bytes;
    }

    private static ValueTask DisposeAsync(Stream stream) => stream.DisposeAsync();

    private static async ValueTask EndAsync(IRunStore store)
    {
        switch (store)
        {
            case IAsyncDisposable later:
                await later.DisposeAsync().ConfigureAwait(false);
                break;
            case IDisposable now:
                now.Dispose();
                break;
        }
    }
}
