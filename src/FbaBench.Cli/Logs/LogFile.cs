using System.CommandLine;

namespace FbaBench.Cli;

/// <summary>A run log named on the command line. What is wrong with it is said with its name.</summary>
internal static class LogFile
{
    public static Argument<FileInfo> Argument(string name = "LOG") => new(name) { Description = "A run log (.fbalog)." };

    /// <exception cref="IOException">Not a log, damaged or cut; the message names file and entry.</exception>
    public static RunLogReader Open(FileInfo file) => Named(file, () => RunLogReader.Open(InputFile.Open(file)));

    /// <exception cref="IOException">As <see cref="Open"/>, or the log comes to something else than it says.</exception>
    public static int Use(FileInfo file, Func<RunLogReader, int> use)
    {
        using var reader = Open(file);
        return Named(file, () => use(reader));
    }

    /// <summary>What is wrong with a log, said with the file's name.</summary>
    public static T Named<T>(FileInfo file, Func<T> use)
    {
        try
        {
            return use();
        }
        catch (RunLogException error)
        {
            throw new IOException($"{file}: {error.Message}", error);
        }
    }

    /// <summary>A day that is in the log, or the error of an option that names another.</summary>
    /// <exception cref="ArgumentException">The log has no such day.</exception>
    public static int Recorded(RunLogReader log, int day, string option) => day >= 0 && day < log.Days.Count
        ? day
        : throw new ArgumentException(log.Days.Count == 0 ? $"{option} {day}: the log has no days." : $"{option} {day}: the log has days 0 to {log.Days.Count - 1}.");

    /// <summary>Says on standard error that a run was not played to its end.</summary>
    public static void NoteUnsealed(RunLogReader log)
    {
        if (!log.IsSealed)
        {
            Console.Error.WriteLine($"The run was stopped after {log.Days.Count} days; there is no seal.");
        }
    }
}
