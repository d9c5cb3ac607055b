using System.Globalization;

namespace FbaBench.Scenarios;

/// <summary>A number as written: currency signs, thousands marks, a decimal point or comma.</summary>
internal static class NumberForm
{
    private const int LongestNumber = 40;

    /// <summary>What a number says about the decimal mark of its file: '.', ',' or null when it says nothing.</summary>
    public static char? DecimalMarkOf(ReadOnlySpan<char> text)
    {
        var point = text.LastIndexOf('.');
        var comma = text.LastIndexOf(',');
        if (point >= 0 && comma >= 0)
        {
            return point > comma ? '.' : ',';
        }

        var at = Math.Max(point, comma);
        if (at < 0)
        {
            return null;
        }

        var mark = text[at];
        var other = mark == '.' ? ',' : '.';
        if (text.IndexOf(mark) != at)
        {
            return other;
        }

        var after = 0;
        while (at + 1 + after < text.Length && char.IsAsciiDigit(text[at + 1 + after]))
        {
            after++;
        }

        // Three digits behind one mark are thousands or decimals; a zero, nothing or four digits before it tell.
        var before = 0;
        while (at - 1 - before >= 0 && char.IsAsciiDigit(text[at - 1 - before]))
        {
            before++;
        }

        return after != 3 || before is 0 or > 3 || text[at - before] == '0' ? mark : null;
    }

    /// <summary>Reads a number; false when it is not one.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, char decimalMark, out decimal value)
    {
        value = 0;
        Span<char> plain = stackalloc char[LongestNumber];
        text = text.Trim();
        var negative = false;
        if (text.Length > 2 && text[0] == '(' && text[^1] == ')')
        {
            negative = true;
            text = text[1..^1];
        }

        var length = 0;
        var digitsSinceMark = -1;
        var decimals = false;
        var letters = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                if (length == LongestNumber)
                {
                    return false;
                }

                plain[length++] = c;
                digitsSinceMark += digitsSinceMark >= 0 ? 1 : 0;
            }
            else if (c is '-' or '−' && length == 0 && !negative)
            {
                negative = true;
            }
            else if (c == decimalMark && !decimals && digitsSinceMark is -1 or 3 && length < LongestNumber)
            {
                (decimals, digitsSinceMark) = (true, -1);
                plain[length++] = '.';
            }
            else if (!decimals && IsThousands(c, decimalMark) && length > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && (digitsSinceMark == 3 || (digitsSinceMark == -1 && length <= 3)))
            {
                digitsSinceMark = 0;
            }
            else if (char.IsAsciiLetterUpper(c))
            {
                letters++;
            }
            else if (!IsCurrency(c) || (length > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))
            {
                return false;
            }
        }

        // Letters are the code of a currency, of three.
        if (length == 0 || letters is not (0 or 3) || digitsSinceMark is not (-1 or 3) || !decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
        {
            return false;
        }

        value = negative ? -value : value;
        return true;
    }

    private static bool IsThousands(char c, char decimalMark) => c is '\'' or '’' or ' ' or '\u00A0' or '\u202F' || (c is '.' or ',' && c != decimalMark);

    private static bool IsCurrency(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol || c is ' ' or '\u00A0';
}
