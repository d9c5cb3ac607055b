namespace FbaBench;

/// <summary>The folder of an experiment, held by one run at a time.</summary>
internal sealed class OutputFolder : IDisposable
{
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
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The output folder '{folder}' cannot be written to, or another run is writing to it; wait for it, or name another folder. ({error.Message})", error);
        }
    }

    public string Path(string file) => System.IO.Path.Combine(_folder, file);

    /// <summary>The folder of the run logs, emptied of those of an earlier run.</summary>
    public string Logs()
    {
        var logs = Directory.CreateDirectory(Path("runs")).FullName;
        foreach (var old in Directory.EnumerateFiles(logs, "*.fbalog"))
        {
            File.Delete(old);
        }

        return logs;
    }

    public void Dispose() => _lock.Dispose();
}
