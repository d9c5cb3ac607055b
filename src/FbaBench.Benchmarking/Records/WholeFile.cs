namespace FbaBench;

/// <summary>Writes a file whole or not at all: beside it, to the disk, then into its place.</summary>
internal static class WholeFile
{
    public const string Part = ".part";

    /// <param name="path">The file.</param>
    /// <param name="content">Its content.</param>
    /// <param name="toDisk">Whether it has to outlive a loss of power; without, a file that can be made again is written faster.</param>
    public static void Write(string path, ReadOnlySpan<byte> content, bool toDisk = true)
    {
        var part = path + Part;
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            file.Write(content);
            file.Flush(toDisk);
        }

        File.Move(part, path, overwrite: true);
    }
}
