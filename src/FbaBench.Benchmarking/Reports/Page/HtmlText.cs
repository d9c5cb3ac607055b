using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace FbaBench;

/// <summary>
/// Markup under construction. Text put into an interpolated string is escaped and numbers are written without culture; a number
/// that is not finite throws, so that no page can hold one.
/// </summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _part = new();

    /// <summary>Appends markup; the values in it are escaped.</summary>
    public HtmlText Add([InterpolatedStringHandlerArgument("")] ref Handler markup)
    {
        markup.CopyTo(_text);
        return this;
    }

    /// <summary>Appends markup as it is.</summary>
    public HtmlText Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>Text that may stand in an element or an attribute; control characters, which no page may hold, become U+FFFD.</summary>
    public static string Escape(string text) =>
        WebUtility.HtmlEncode(string.Create(text.Length, text, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = (char.IsControl(from[i]) && from[i] is not ('\n' or '\t')) || from[i] is '\uFFFE' or '\uFFFF' ? '\uFFFD' : from[i];
            }
        }));

    /// <summary>Takes the parts of an interpolated string.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Handler
    {
        private readonly StringBuilder _text;

        public Handler(int literalLength, int formattedCount, HtmlText owner)
        {
            _text = owner._part.Clear();
            _text.EnsureCapacity(literalLength + (formattedCount * 8));
        }

        public void CopyTo(StringBuilder text) => text.Append(_text);

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(string? text) => _text.Append(Escape(text ?? ""));

        public void AppendFormatted(int number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(double number) => AppendFormatted(number, "0.##");

        public void AppendFormatted(double number, string format)
        {
            if (!double.IsFinite(number))
            {
                throw new ArgumentException("A page cannot hold a number that is not finite.", nameof(number));
            }

            var text = number.ToString(format, CultureInfo.InvariantCulture);
            _text.Append(text == "-0" ? "0" : text);
        }
    }
}
