using System.Text;

namespace FbaBench.Scenarios;

/// <summary>Finds the encoding of a file from its beginning: byte order mark, else UTF-8, else Latin-1; what is not text is refused.</summary>
internal static class TextEncoding
{
    private const int LongestLine = 1 << 16;

    public static (Encoding Encoding, string Name) Of(byte[] head, string file)
    {
        if (head is [0xFF, 0xFE, ..])
        {
            return (new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), "UTF-16");
        }

        if (head is [0xFE, 0xFF, ..])
        {
            return (new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true), "UTF-16");
        }

        var line = 1L;
        foreach (var value in head)
        {
            line += value == (byte)'\n' ? 1 : 0;
            if (value < 0x20 && value is not ((byte)'\n' or (byte)'\r' or (byte)'\t' or 0x0C))
            {
                throw new ShopDataException(file, line, null, $"a byte of value {value} was found, which no text has; a text file in UTF-8 or Latin-1 is needed (a spreadsheet must be saved as CSV, UTF-16 needs its byte order mark).");
            }
        }

        return IsUtf8(head) ? (new UTF8Encoding(false, throwOnInvalidBytes: true), "UTF-8") : (Encoding.Latin1, "Latin-1");
    }

    /// <summary>A line of the header, bounded: a file without line ends is not a table.</summary>
    public static string? NextLine(StreamReader reader)
    {
        var text = new StringBuilder();
        int next;
        while ((next = reader.Read()) >= 0 && next != '\n' && text.Length < LongestLine)
        {
            text.Append((char)next);
        }

        return next < 0 && text.Length == 0 ? null : text.ToString().TrimEnd('\r');
    }

    private static bool IsUtf8(byte[] head)
    {
        // The head may end inside a character: its last three bytes are not judged.
        try
        {
            var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
            _ = decoder.GetCharCount(head, flush: false);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
