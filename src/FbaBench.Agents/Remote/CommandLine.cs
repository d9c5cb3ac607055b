using System.Text;

namespace FbaBench;

/// <summary>
/// Splits a command into program and arguments, the same on every system: words end at spaces and tabs; what is in double or single quotes belongs to its word
/// as it stands, without the quotes; a backslash is a character like others, as in paths of Windows.
/// </summary>
internal static class CommandLine
{
    /// <exception cref="ArgumentException">A quote is not closed.</exception>
    public static IReadOnlyList<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var isWord = false;
        char? quote = null;
        foreach (var c in text)
        {
            if (quote is null && c is (' ' or '\t'))
            {
                End();
            }
            else if (c == quote)
            {
                quote = null;
            }
            else if (quote is null && c is ('"' or '\''))
            {
                (quote, isWord) = (c, true);
            }
            else
            {
                word.Append(c);
                isWord = true;
            }
        }

        if (quote is not null)
        {
            throw new ArgumentException($"The command '{text}' opens a quote {quote} that is not closed.", nameof(text));
        }

        End();
        return words;

        void End()
        {
            if (isWord)
            {
                words.Add(word.ToString());
            }

            word.Clear();
            isWord = false;
        }
    }
}
