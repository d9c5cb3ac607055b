namespace FbaBench.Tests.Conformance;

public sealed class StoreConformanceTests
{
    [Fact]
    public async Task Stores_of_the_core_conform()
    {
        var report = await StoreConformance.AssertAsync(() => new MemoryRunStore());
        Assert.Equal(["empty", "creates", "reads", "goes-on", "documents", "copies", "whole", "separate", "lists", "names", "concurrent", "resumes", "lasts"], report.Checks.Select(check => check.Name));
        Assert.StartsWith("not asked", report.Checks[^1].Detail);
        var root = Path.Combine(AppContext.BaseDirectory, "stores", Guid.NewGuid().ToString("N"));
        var folders = new Dictionary<IRunStore, string>();
        var files = await StoreConformance.AssertAsync(
            () =>
            {
                var folder = Path.Combine(root, Guid.NewGuid().ToString("N"));
                var store = new FileRunStore(folder);
                folders.Add(store, folder);
                return store;
            },
            store => new FileRunStore(folders[store]));
        Assert.DoesNotContain("not asked", files.Checks[^1].Detail);
        Directory.Delete(root, recursive: true);
    }

    [Theory]
    [InlineData("empty", "lists runs")]
    [InlineData("creates", "is not refused; right is IOException")]
    [InlineData("reads", "does not see what was flushed")]
    [InlineData("goes-on", "has lost what was in it")]
    [InlineData("documents", "bytes that are not the")]
    [InlineData("copies", "bytes that are not the")]
    [InlineData("whole", "neither of the two was read")]
    [InlineData("separate", "bytes that are not the")]
    [InlineData("lists", "right is a-2, a.1, a10")]
    [InlineData("names", "is not refused; right is ArgumentException")]
    [InlineData("concurrent", "holds something else")]
    [InlineData("resumes", "RunLogException: Entry 0")]
    [InlineData("lasts", "another process finds another log")]
    public async Task A_planted_fault_is_found(string fault, string said)
    {
        var report = await StoreConformance.CheckAsync(() => new Faulty(fault), store => new Faulty(fault, (Faulty)store));
        var check = report.Checks.Single(check => check.Name == fault);
        Assert.False(check.Passed, report.ToString());
        Assert.Contains(said, check.Detail);
        Assert.Throws<ConformanceException>(report.Assert);
    }

    [Fact]
    public async Task The_store_of_the_planted_faults_conforms_without_one() =>
        await StoreConformance.AssertAsync(() => new Faulty(""), store => new Faulty("", (Faulty)store));

    /// <summary>A store over another one that does one thing wrong.</summary>
    private sealed class Faulty(string fault, Faulty? before = null) : IRunStore
    {
        private readonly MemoryRunStore _inner = before?._inner ?? new();
        private readonly Dictionary<string, byte[]> _given = [];

        public async ValueTask<Stream> CreateLogAsync(string run, CancellationToken cancellationToken = default)
        {
            if (fault == "creates" && await _inner.OpenLogAsync(run, true, cancellationToken) is { } there)
            {
                return there;
            }

            if (fault == "names" && run.Contains('/'))
            {
                return Stream.Null;
            }

            if (fault == "concurrent" && run == "run-07")
            {
                return new Losing(await _inner.CreateLogAsync(run, cancellationToken));
            }

            return fault is "reads" ? new Buffering(await _inner.CreateLogAsync(run, cancellationToken)) : await _inner.CreateLogAsync(run, cancellationToken);
        }

        public async ValueTask<Stream?> OpenLogAsync(string run, bool write, CancellationToken cancellationToken = default)
        {
            if (fault == "lasts" && before is not null && !write)
            {
                return new MemoryStream([1, 2, 3]);
            }

            if (fault == "names" && run.Contains('/'))
            {
                return null;
            }

            var log = await _inner.OpenLogAsync(run, write, cancellationToken);
            if (fault is "goes-on" && write && log is not null)
            {
                log.SetLength(0);
            }

            if (fault is "resumes" && write && log is not null)
            {
                log.SetLength(log.Length / 2);
                log.Position = 0;
            }

            return log;
        }

        public async ValueTask PutDocumentAsync(string run, string name, ReadOnlyMemory<byte> json, CancellationToken cancellationToken = default)
        {
            if (fault == "documents" && await _inner.GetDocumentAsync(run, name, cancellationToken) is not null)
            {
                return;
            }

            if (fault == "copies")
            {
                // The caller's array itself.
                _ = System.Runtime.InteropServices.MemoryMarshal.TryGetArray(json, out var given);
                _given[run + "/" + name] = given.Array ?? [];
            }

            if (fault == "whole" && json.Length > 1_000)
            {
                await _inner.PutDocumentAsync(run, name, json[..(json.Length / 3)], cancellationToken);
                await Task.Delay(1, cancellationToken);
            }

            await _inner.PutDocumentAsync(fault == "separate" ? "one" : run, name, json, cancellationToken);
        }

        public ValueTask<byte[]?> GetDocumentAsync(string run, string name, CancellationToken cancellationToken = default) =>
            fault == "copies" && _given.TryGetValue(run + "/" + name, out var given) ? new(given) : _inner.GetDocumentAsync(fault == "separate" ? "one" : run, name, cancellationToken);

        public async ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken = default)
        {
            var listed = await _inner.ListAsync(cancellationToken);
            return fault == "empty" ? [.. listed, "ghost"] : fault == "lists" ? [.. listed.Order(StringComparer.OrdinalIgnoreCase).Reverse()] : listed;
        }
    }

    /// <summary>Keeps everything back until it is closed.</summary>
    private sealed class Buffering(Stream inner) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            inner.Write(ToArray());
            base.Dispose(disposing);
        }
    }

    /// <summary>Loses the second half of everything.</summary>
    private sealed class Losing(Stream inner) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            inner.Write(ToArray().AsSpan(0, (int)Length / 2));
            base.Dispose(disposing);
        }
    }
}
