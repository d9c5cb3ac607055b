namespace FbaBench;

/// <summary>A scenario file that cannot be used. The message begins with the file and the line, and says what would be right.</summary>
public sealed class ScenarioFileException : Exception
{
    /// <summary>An error at a place.</summary>
    /// <param name="file">The file as it was named.</param>
    /// <param name="line">The line, 1 the first; 0 for the file as a whole.</param>
    /// <param name="problem">What is wrong and what would be right.</param>
    /// <param name="innerException">Where it came from.</param>
    public ScenarioFileException(string file, int line, string problem, Exception? innerException = null)
        : base(line > 0 ? $"{file}:{line}: {problem}" : $"{file}: {problem}", innerException)
    {
        (File, Line, Problem) = (file, line, problem);
    }

    /// <summary>An error without a place.</summary>
    public ScenarioFileException(string message)
        : this("scenario", 0, message)
    {
    }

    /// <summary>An error without a place, with its cause.</summary>
    public ScenarioFileException(string message, Exception innerException)
        : this("scenario", 0, message, innerException)
    {
    }

    /// <summary>An error without details.</summary>
    public ScenarioFileException()
        : this("It cannot be used.")
    {
    }

    /// <summary>The file as it was named.</summary>
    public string File { get; }

    /// <summary>The line, 1 the first; 0 for the file as a whole.</summary>
    public int Line { get; }

    /// <summary>The message without the place.</summary>
    public string Problem { get; }
}
