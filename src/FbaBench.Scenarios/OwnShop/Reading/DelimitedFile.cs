using System.Text;
using nietras.SeparatedValues;

namespace FbaBench.Scenarios;

/// <summary>
/// A delimited text file whose encoding and separator are found in it. Quotes, line ends and buffers are the library's; the
/// header is read by ourselves, because it is what tells the separator.
/// </summary>
internal sealed class DelimitedFile
{
    private const int HeadBytes = 1 << 20;
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    private DelimitedFile(string path, Encoding encoding, string encodingName, char separator, long headerLine, string[] header) =>
        (Path, Encoding, EncodingName, Separator, HeaderLine, Header) = (path, encoding, encodingName, separator, headerLine, header);

    public string Path { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    public Encoding Encoding { get; }

    public string EncodingName { get; }

    public char Separator { get; }

    /// <summary>Line of the header, from 1.</summary>
    public long HeaderLine { get; }

    public string[] Header { get; }

    public static DelimitedFile Open(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        var head = Head(path, name);
        var (encoding, encodingName) = TextEncoding.Of(head, name);
        var (separator, line, header) = ReadHeader(new MemoryStream(head), encoding, name);
        return new DelimitedFile(path, encoding, encodingName, separator, line, header);
    }

    /// <summary>A reader over a stream of this file; the header comes as a row like the others.</summary>
    public SepReader Rows(Stream stream) => Sep.New(Separator)
        .Reader(options => options with { HasHeader = false, DisableColCountCheck = true, Unescape = true })
        .From(new StreamReader(stream, Encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16));

    /// <summary>Whether a row is the header or stands above it. By index: the library gives the first row no line of its own.</summary>
    public bool IsHeader(SepReader.Row row) => row.RowIndex < HeaderLine;

    public ShopDataException Error(long? line, string? field, string problem, Exception? cause = null) => new(Name, line, field, problem, cause);

    /// <summary>Runs over the file, with what the platform and the library throw said as an error of the file.</summary>
    public void Guard(Action read)
    {
        try
        {
            read();
        }
        catch (DecoderFallbackException error)
        {
            throw Error(null, null, $"the file begins as {EncodingName}, but holds bytes further down that are not; save it as UTF-8.", error);
        }
        catch (Exception error) when (error is NotSupportedException or InvalidDataException or OutOfMemoryException)
        {
            throw Error(null, null, "a field or line has more than 16 million characters; a quote is opened and never closed, or it is not a file of sales.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Error(null, null, $"it cannot be read: {error.Message}", error);
        }
    }

    private static byte[] Head(string path, string name)
    {
        if (Directory.Exists(path))
        {
            throw new ShopDataException(name, null, null, "it is a directory; name a file.");
        }

        try
        {
            using var stream = File.OpenRead(path);
            var head = new byte[(int)Math.Min(HeadBytes, stream.Length)];
            stream.ReadExactly(head);
            return head.Length > 0 ? head : throw new ShopDataException(name, null, null, "the file is empty; a header and lines with date, product, units and price are needed.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ShopDataException(name, null, null, error is FileNotFoundException or DirectoryNotFoundException ? "there is no such file." : $"it cannot be read: {error.Message}", error);
        }
    }

    private static (char Separator, long Line, string[] Header) ReadHeader(Stream head, Encoding encoding, string name)
    {
        using var reader = new StreamReader(head, (Encoding)encoding.Clone(), detectEncodingFromByteOrderMarks: true);
        char? told = null;
        long number = 0;
        while (TextEncoding.NextLine(reader) is { } line)
        {
            number++;
            if (line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Trim().Length == 5)
            {
                told = line.Trim()[4];
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                var separator = told ?? SeparatorOf(line) ?? throw new ShopDataException(name, number, null, $"the header '{Shorten(line)}' has one column; columns are separated by comma, semicolon, tab or bar, and date, product, units and price are needed.");
                return (separator, number, Split(line, separator));
            }
        }

        throw new ShopDataException(name, null, null, "the file holds blank lines only; a header and lines with date, product, units and price are needed.");
    }

    /// <summary>The separator that the header has most often outside quotes.</summary>
    private static char? SeparatorOf(string line)
    {
        var best = Separators.Select(separator => (Separator: separator, Count: Split(line, separator).Length)).MaxBy(one => one.Count);
        return best.Count > 1 ? best.Separator : null;
    }

    private static string[] Split(string line, char separator)
    {
        using var reader = Sep.New(separator).Reader(options => options with { HasHeader = false, DisableColCountCheck = true, Unescape = true }).FromText(line);
        foreach (var row in reader)
        {
            var cells = new string[row.ColCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = row[i].ToString().Trim();
            }

            return cells;
        }

        return [];
    }

    public static string Shorten(ReadOnlySpan<char> text) => text.Length <= 40 ? text.ToString() : text[..37].ToString() + "...";
}
