namespace FbaBench;

/// <summary>Runs in a folder: <c>RUN.fbalog</c> and <c>RUN/DOCUMENT.json</c>. A log has one writer at a time; readers may look on.</summary>
public sealed class FileRunStore : IRunStore
{
    private const string LogExtension = ".fbalog";
    private readonly string _root;

    /// <summary>A store in a folder, which is created when it is missing.</summary>
    public FileRunStore(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _root = Directory.CreateDirectory(folder).FullName;
    }

    /// <inheritdoc/>
    public ValueTask<Stream> CreateLogAsync(string run, CancellationToken cancellationToken = default) =>
        new(new LockedLog(LogPath(run), FileMode.CreateNew));

    /// <inheritdoc/>
    public ValueTask<Stream?> OpenLogAsync(string run, bool write, CancellationToken cancellationToken = default)
    {
        var path = LogPath(run);
        if (!File.Exists(path))
        {
            return new((Stream?)null);
        }

        return new(write ? new LockedLog(path, FileMode.Open) : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
    }

    /// <inheritdoc/>
    public async ValueTask PutDocumentAsync(string run, string name, ReadOnlyMemory<byte> json, CancellationToken cancellationToken = default)
    {
        var path = DocumentPath(run, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = path + ".part";
        await File.WriteAllBytesAsync(part, json, cancellationToken).ConfigureAwait(false);
        File.Move(part, path, overwrite: true);
    }

    /// <inheritdoc/>
    public async ValueTask<byte[]?> GetDocumentAsync(string run, string name, CancellationToken cancellationToken = default)
    {
        var path = DocumentPath(run, name);
        return File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken = default)
    {
        var logs = Directory.EnumerateFiles(_root, "*" + LogExtension).Select(path => Path.GetFileNameWithoutExtension(path)!);
        var folders = Directory.EnumerateDirectories(_root).Select(path => Path.GetFileName(path)!);
        return new([.. logs.Concat(folders).Distinct().Order(StringComparer.Ordinal)]);
    }

    private string LogPath(string run) => Path.Combine(_root, StoreNames.Check(run, "run") + LogExtension);

    private string DocumentPath(string run, string name) =>
        Path.Combine(_root, StoreNames.Check(run, "run"), StoreNames.Check(name, "document") + ".json");

    /// <summary>A log with its writer's lock beside it: sharing modes alone do not keep a second process from writing everywhere.</summary>
    private sealed class LockedLog : FileStream
    {
        private readonly FileStream _lock;

        public LockedLog(string path, FileMode mode)
            : this(path, mode, new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose))
        {
        }

        private LockedLog(string path, FileMode mode, FileStream @lock)
            : base(path, mode, FileAccess.ReadWrite, FileShare.ReadWrite) => _lock = @lock;

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            _lock?.Dispose();
        }
    }
}
