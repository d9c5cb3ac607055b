namespace FbaBench;

/// <summary>
/// A file of the experiment's folder could not be written. It ends the run: a full disk or a folder that went away would meet
/// every later episode too, after it was played and paid for.
/// </summary>
internal sealed class StorageException : IOException
{
    public StorageException(string path, Exception cause)
        : base($"{path} could not be written: {cause.Message}", cause)
    {
    }

    /// <summary>Whether an error is that of a file.</summary>
    public static bool IsOfStorage(Exception error) => error is IOException or UnauthorizedAccessException;

    /// <summary>Does something with a file and names the file when that fails.</summary>
    public static void Guard(string path, Action<string> action)
    {
        try
        {
            action(path);
        }
        catch (Exception error) when (IsOfStorage(error))
        {
            throw new StorageException(path, error);
        }
    }
}
