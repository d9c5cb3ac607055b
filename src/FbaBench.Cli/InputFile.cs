namespace FbaBench.Cli;

/// <summary>A file named on the command line. What is wrong with it is said with its name.</summary>
internal static class InputFile
{
    public static FileStream Open(FileInfo file)
    {
        if (Directory.Exists(file.FullName))
        {
            throw new IOException($"{file} is a directory; name a file.");
        }

        return file.Exists
            ? new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)
            : throw new FileNotFoundException($"{file} does not exist.");
    }

    public static string ReadText(FileInfo file)
    {
        using var reader = new StreamReader(Open(file));
        return reader.ReadToEnd();
    }
}
