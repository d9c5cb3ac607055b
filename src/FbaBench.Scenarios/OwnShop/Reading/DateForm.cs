namespace FbaBench.Scenarios;

/// <summary>The three numbers of a date as written, before it is known which is the month.</summary>
/// <param name="First">First number, or the month when the year stands first.</param>
/// <param name="Second">Second number, or the day when the year stands first.</param>
/// <param name="Year">The year.</param>
/// <param name="Mark">The mark between them; '\0' when the year stands first, so that nothing is open.</param>
internal readonly record struct DateForm(int First, int Second, int Year, char Mark)
{
    private const int Century = 2000;

    public bool IsOpen => Mark != '\0';

    /// <summary>
    /// Reads yyyy-mm-dd, yyyy/mm/dd, yyyy.mm.dd, yyyymmdd and d/m/y, d.m.y, d-m-y in either order, the year of two or four
    /// digits (two: of this century), a time behind it.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, out DateForm form)
    {
        form = default;
        text = text.Trim();
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '-' or '/' or '.'))
        {
            end++;
        }

        if (!IsTime(text[end..]))
        {
            return false;
        }

        var date = text[..end];
        if (date.Length == 8 && int.TryParse(date, System.Globalization.CultureInfo.InvariantCulture, out var packed) && date.IndexOfAny('-', '/', '.') < 0)
        {
            form = new(packed / 100 % 100, packed % 100, packed / 10_000, '\0');
            return true;
        }

        var one = date.IndexOfAny('-', '/', '.');
        if (one is < 1 or > 4 || date[(one + 1)..].IndexOf(date[one]) is not (1 or 2) || !Number(date[..one], out var a))
        {
            return false;
        }

        var rest = date[(one + 1)..];
        var two = rest.IndexOf(date[one]);
        if (!Number(rest[..two], out var b) || !Number(rest[(two + 1)..], out var c) || one == 3)
        {
            return false;
        }

        var yearDigits = rest.Length - two - 1;
        form = one == 4 && yearDigits <= 2 ? new(b, c, a, '\0') : new(a, b, yearDigits == 2 ? Century + c : c, date[one]);
        return one == 4 ? yearDigits <= 2 : yearDigits is 2 or 4;
    }

    /// <summary>The day, or null when there is no such one.</summary>
    public SimDate? Day(bool dayFirst)
    {
        var (month, day) = IsOpen && dayFirst ? (Second, First) : (First, Second);
        return Year is >= 1900 and <= 9800 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(Year, month) ? new SimDate(Year, month, day) : null;
    }

    private static bool Number(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out value) && text.Length <= 4;

    /// <summary>Nothing, or what looks like a time of day behind a blank, a comma or a T.</summary>
    private static bool IsTime(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] is not (' ' or 'T' or ',' or '_') || text.Length < 2)
        {
            return false;
        }

        foreach (var c in text[1..])
        {
            if (!char.IsAsciiDigit(c) && c is not (':' or '.' or ',' or '+' or '-' or ' ' or 'A' or 'P' or 'M' or 'a' or 'p' or 'm' or 'Z' or 'U' or 'T' or 'C' or 'G'))
            {
                return false;
            }
        }

        return true;
    }
}
