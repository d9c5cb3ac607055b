using System.Text.Encodings.Web;
using System.Text.Json;

namespace FbaBench.Contracts;

/// <summary>Collects problems up to a bound, and says what was found in place of what was wanted.</summary>
internal sealed class DecisionProblems
{
    private const int LongestQuote = 60;

    private readonly List<DecisionProblem> _listed = [];

    public int Count { get; private set; }

    public IReadOnlyList<DecisionProblem> Listed => _listed.AsReadOnly();

    public void Add(DecisionProblem problem)
    {
        Count++;
        if (_listed.Count < DecisionReading.MostProblems)
        {
            _listed.Add(problem);
        }
    }

    /// <summary>A value as a problem names it, cut where it is long.</summary>
    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "the text " + Quote(value.GetString()!),
        JsonValueKind.Number => "the number " + Cut(value.GetRawText()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => "null",
    };

    /// <summary>A text in quotation marks, cut where it is long, control characters escaped.</summary>
    public static string Quote(string text) => "\"" + JsonEncodedText.Encode(Cut(text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";

    /// <summary>The path of a field.</summary>
    public static string Field(string path, string name) => name.Length is > 0 and <= LongestQuote && name.All(char.IsAsciiLetterOrDigit) ? $"{path}.{name}" : $"{path}[{Quote(name)}]";

    /// <summary>A text, cut where it is long and not inside a pair of surrogates.</summary>
    public static string Cut(string text)
    {
        if (text.Length <= LongestQuote)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)] + "…";
    }
}
