using System.Globalization;

namespace FbaBench;

/// <summary>
/// A file of shop data that cannot be used. The message is one sentence with the file, the line and field where there is one,
/// what was found and what would be right.
/// </summary>
public sealed class ShopDataException : Exception
{
    /// <summary>An error of a file.</summary>
    /// <param name="file">The file as it was named.</param>
    /// <param name="line">Line of the file, from 1, or null when the file as a whole is meant.</param>
    /// <param name="field">Column as the header names it, or null.</param>
    /// <param name="problem">What was found, and what would be right.</param>
    /// <param name="cause">The error behind it, if there is one.</param>
    public ShopDataException(string file, long? line, string? field, string problem, Exception? cause = null)
        : base(Text(file, line, field, problem), cause) => (File, Line, Field) = (file, line, field);

    /// <summary>The file as it was named.</summary>
    public string File { get; }

    /// <summary>Line of the file, from 1, or null when the file as a whole is meant.</summary>
    public long? Line { get; }

    /// <summary>Column as the header names it, or null.</summary>
    public string? Field { get; }

    private static string Text(string file, long? line, string? field, string problem)
    {
        var place = line is { } number ? string.Create(CultureInfo.InvariantCulture, $"{file}, line {number}") : file;
        return field is null ? $"{place}: {problem}" : $"{place}, {field}: {problem}";
    }
}
