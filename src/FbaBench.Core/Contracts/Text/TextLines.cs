using System.Globalization;
using System.Text;

namespace FbaBench.Contracts;

/// <summary>Lines, and tables whose cells are parted by a bar. Values are written as <see cref="ObservationText"/> says.</summary>
internal sealed class TextLines
{
    private readonly StringBuilder _text = new();

    public void Section(string title) => _text.Append('\n').Append(title).Append('\n');

    public void Line(string line) => _text.Append(line).Append('\n');

    public void Row(params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            _text.Append(i == 0 ? "" : " | ").Append(cells[i]);
        }

        _text.Append('\n');
    }

    public override string ToString() => _text.ToString();

    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>At most three decimals. Adding zero turns −0 into 0.</summary>
    public static string Of(double number) => (Math.Round(number, 3, MidpointRounding.AwayFromZero) + 0.0).ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A count or number that may be missing.</summary>
    public static string Of(double? number, string missing) => number is { } value ? Of(value) : missing;

    /// <summary>A share as percent with at most three decimals.</summary>
    public static string Percent(double share) => Of(100 * share) + "%";

    /// <summary>A share as percent that may be missing.</summary>
    public static string Percent(double? share, string missing) => share is { } value ? Percent(value) : missing;

    /// <summary>Name of an enum member in words.</summary>
    public static string Words<TEnum>(TEnum value)
        where TEnum : struct, Enum => string.Concat(JsonValues.NameOf(value).Select(letter => char.IsAsciiLetterUpper(letter) ? " " + char.ToLowerInvariant(letter) : letter.ToString()));
}
