namespace FbaBench;

/// <summary>Writes a file whole or not at all: beside it, to the disk, then into its place.</summary>
internal static class WholeFile
{
    public const string Part = ".part";

    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var part = path + Part;
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
    }
}
