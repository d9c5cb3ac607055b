namespace FbaBench;

/// <summary>A fee was due on a date for which its table is not published here. The message names fee, date and category.</summary>
public sealed class FeeTableMissingException : Exception
{
    /// <summary>An error without details.</summary>
    public FeeTableMissingException()
    {
    }

    /// <summary>An error with a message.</summary>
    public FeeTableMissingException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and its cause.</summary>
    public FeeTableMissingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static string Describe(string fee, SimDate date, string category) =>
        $"No {fee} table is in force on {date} for {category}; choose a date that the published tables cover, or repeat a complete fee year (FeePolicy.RepeatYear = 2025).";
}
