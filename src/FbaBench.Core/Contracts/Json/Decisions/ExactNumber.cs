using System.Globalization;

namespace FbaBench.Contracts;

/// <summary>What a number is when counted in whole steps.</summary>
internal enum ExactAnswer
{
    /// <summary>A whole number of steps.</summary>
    Whole,

    /// <summary>It has decimals below a step.</summary>
    Fraction,

    /// <summary>It does not fit into 64 bits.</summary>
    TooLarge,
}

/// <summary>
/// Numbers of JSON read digit by digit. Neither double nor decimal will do: both round what has too many digits, and a price that
/// is not a whole number of cents must be refused, not rounded.
/// </summary>
internal static class ExactNumber
{
    private const int MostDigits = 19;

    // Far beyond what any text can shift with its digits.
    private const long ExponentLimit = 1_000_000_000_000;

    /// <summary>Reads a number.</summary>
    /// <param name="number">By the grammar of JSON.</param>
    /// <param name="decimals">Decimals of a step: 0 for whole numbers, 2 for cents.</param>
    /// <param name="steps">The number of steps, if whole.</param>
    public static ExactAnswer Read(ReadOnlySpan<char> number, int decimals, out long steps)
    {
        steps = 0;
        var mark = number.IndexOfAny('e', 'E');
        var shift = mark < 0 ? 0 : Exponent(number[(mark + 1)..]);
        var mantissa = mark < 0 ? number : number[..mark];
        var isNegative = mantissa[0] == '-';
        mantissa = isNegative ? mantissa[1..] : mantissa;
        var point = mantissa.IndexOf('.');
        shift -= point < 0 ? 0 : mantissa.Length - point - 1;
        var digits = (point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..])).TrimStart('0');
        var significant = digits.TrimEnd('0');
        if (significant.Length == 0)
        {
            return ExactAnswer.Whole;
        }

        shift += digits.Length - significant.Length + decimals;
        if (shift < 0)
        {
            return ExactAnswer.Fraction;
        }

        return significant.Length + shift <= MostDigits
            && long.TryParse((isNegative ? "-" : "") + significant + new string('0', (int)shift), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out steps)
            ? ExactAnswer.Whole
            : ExactAnswer.TooLarge;
    }

    private static long Exponent(ReadOnlySpan<char> text)
    {
        var isNegative = text[0] == '-';
        var exponent = 0L;
        foreach (var digit in text.TrimStart("+-"))
        {
            exponent = Math.Min(ExponentLimit, (exponent * 10) + (digit - '0'));
        }

        return isNegative ? -exponent : exponent;
    }
}
