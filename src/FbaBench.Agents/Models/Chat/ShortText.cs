namespace FbaBench.Agents.Models;

/// <summary>Texts of a model within a length.</summary>
internal static class ShortText
{
    /// <summary>The beginning of a text, with a mark where something was cut.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        // Half a surrogate pair is no text.
        var end = length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end] + "…";
    }
}
