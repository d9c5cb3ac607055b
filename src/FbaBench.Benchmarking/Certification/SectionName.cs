using System.Globalization;

namespace FbaBench;

/// <summary>Numbers in a section's name: a beginning, then words of a fixed start and a number, joined by underlines.</summary>
internal static class SectionName
{
    /// <summary>The numbers, each at least 0.</summary>
    /// <param name="kind">The name, as <c>zheng_federgruen_K64_h1_p9_L0</c>.</param>
    /// <param name="start">Its beginning, the last underline included.</param>
    /// <param name="words">What stands before each number.</param>
    /// <param name="example">A name of the form, for the error.</param>
    /// <exception cref="ExampleException">The name has another form.</exception>
    public static double[] Numbers(string kind, string start, string[] words, string example)
    {
        var parts = kind.StartsWith(start, StringComparison.Ordinal) ? kind[start.Length..].Split('_') : [];
        var numbers = new double[words.Length];
        var isForm = parts.Length == words.Length;
        for (var i = 0; isForm && i < words.Length; i++)
        {
            isForm = parts[i].StartsWith(words[i], StringComparison.Ordinal)
                && double.TryParse(parts[i][words[i].Length..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out numbers[i]);
        }

        return isForm ? numbers : throw new ExampleException($"'{kind}' has another form than {example}.");
    }

    /// <summary>A number of a name within legal limits.</summary>
    /// <exception cref="ExampleException">It is outside.</exception>
    public static double Within(string what, double value, double low, double high) => value >= low && value <= high
        ? value
        : throw new ExampleException(FormattableString.Invariant($"{what} is {value:R}; allowed is {low:R} to {high:R}."));
}
