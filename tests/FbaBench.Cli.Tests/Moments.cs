namespace FbaBench.Tests.Cli;

/// <summary>
/// A moment in a run of another process, told by the files of its episodes: so many episodes have been begun, and so many more
/// changes have happened since. A log changes with every day that is played, a finished episode makes a record.
/// </summary>
internal sealed class Moments : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly HashSet<string> _logs = [];
    private readonly int _begun;
    private int _changes;

    private Moments(string runs, int begun, int changes)
    {
        _begun = begun;
        _changes = changes;
        _watcher = new FileSystemWatcher(runs) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.Size | NotifyFilters.LastWrite };
        _watcher.Created += Count;
        _watcher.Changed += Count;
        _watcher.Renamed += Count;
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Ends when the moment has come.</summary>
    public Task Reached => _reached.Task;

    /// <param name="runs">The folder of the episodes.</param>
    /// <param name="begun">Logs that are written to from now on, at least 1.</param>
    /// <param name="changes">Changes after that.</param>
    public static Moments After(string runs, int begun, int changes) => new(Directory.CreateDirectory(runs).FullName, begun, changes);

    public void Dispose() => _watcher.Dispose();

    private void Count(object sender, FileSystemEventArgs change)
    {
        lock (_lock)
        {
            // An episode that an earlier kill left half played changes its log; it makes none.
            if (change.Name!.EndsWith(".fbalog", StringComparison.Ordinal))
            {
                _logs.Add(change.Name);
            }

            if (_logs.Count >= _begun && --_changes <= 0)
            {
                _reached.TrySetResult();
            }
        }
    }
}
