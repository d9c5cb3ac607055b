namespace FbaBench;

/// <summary>The folder of an experiment, held by one run at a time.</summary>
internal sealed class OutputFolder : IDisposable
{
    /// <summary>What the system answers when another process holds the lock: EAGAIN on Linux and macOS, a sharing violation on Windows.</summary>
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    /// <summary>The folder of records and logs in it.</summary>
    public const string Runs = "runs";

    private readonly string _folder;
    private readonly FileStream _lock;

    private OutputFolder(string folder, FileStream @lock)
    {
        _folder = folder;
        _lock = @lock;
    }

    /// <exception cref="IOException">The folder cannot be used, or another run holds it.</exception>
    public static OutputFolder Open(string folder)
    {
        try
        {
            folder = Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The output folder '{folder}' cannot be made: {error.Message}", error);
        }

        if (Directory.Exists(System.IO.Path.Combine(folder, "report.html")))
        {
            throw new IOException($"The output folder '{folder}' has a directory named report.html; name another folder.");
        }

        try
        {
            var held = new FileStream(System.IO.Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            return new OutputFolder(folder, held);
        }
        catch (IOException error) when (Held.Contains(error.HResult))
        {
            throw new IOException($"Another run is writing to the output folder '{folder}'; wait for it, or name another folder.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The output folder '{folder}' cannot be written to: {error.Message}", error);
        }
    }

    public string Path(string file) => System.IO.Path.Combine(_folder, file);

    /// <summary>The records and logs in <c>runs</c>.</summary>
    public EpisodeStore Episodes()
    {
        var runs = Path(Runs);
        StorageException.Guard(runs, path => Directory.CreateDirectory(path));
        return new EpisodeStore(runs);
    }

    /// <summary>Deletes what earlier runs wrote, and nothing else.</summary>
    public void Clear()
    {
        Episodes().Clear();
        foreach (var file in ReportFiles.Names.Append(PlanFile.Name))
        {
            StorageException.Guard(Path(file), File.Delete);
            StorageException.Guard(Path(file) + WholeFile.Part, File.Delete);
        }
    }

    public void Dispose() => _lock.Dispose();
}
