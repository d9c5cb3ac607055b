namespace FbaBench;

/// <summary>An experiment file that cannot be used. The message begins with the file and the line, names the field, and says what would be right.</summary>
public sealed class ExperimentFileException : Exception
{
    /// <summary>An error at a place.</summary>
    /// <param name="file">The file as it was named.</param>
    /// <param name="line">The line, 1 the first; 0 for the file as a whole.</param>
    /// <param name="problem">What is wrong and what would be right.</param>
    /// <param name="innerException">Where it came from.</param>
    public ExperimentFileException(string file, int line, string problem, Exception? innerException = null)
        : base(line > 0 ? $"{file}:{line}: {problem}" : $"{file}: {problem}", innerException)
    {
        (File, Line, Problem) = (file, line, problem);
    }

    /// <summary>An error without a place.</summary>
    public ExperimentFileException(string message)
        : this("experiment", 0, message)
    {
    }

    /// <summary>An error without a place, with its cause.</summary>
    public ExperimentFileException(string message, Exception innerException)
        : this("experiment", 0, message, innerException)
    {
    }

    /// <summary>An error without details.</summary>
    public ExperimentFileException()
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
