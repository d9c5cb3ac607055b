using System.Globalization;
using System.Text;

namespace FbaBench.Agents.OpenAI;

/// <summary>
/// A file of settings: lines <c>KEY=VALUE</c>, with <c>export</c> before it or not; <c>#</c> begins a comment at the start of a line and after a space. In single quotes a value is taken as it is,
/// in double quotes <c>\n</c>, <c>\t</c>, <c>\"</c> and <c>\\</c> are what they stand for. No error shows a value: it may be a key.
/// </summary>
internal static class DotEnv
{
    public const string FileName = ".env";

    /// <summary>The settings of a folder's file, each with its line; none where there is no file.</summary>
    /// <exception cref="InvalidDataException">A line is none of these; the message has its number.</exception>
    public static IReadOnlyDictionary<string, (string Value, int Line)> Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? Parse(File.ReadAllText(path), path) : new SortedDictionary<string, (string, int)>(StringComparer.Ordinal);
    }

    public static IReadOnlyDictionary<string, (string Value, int Line)> Parse(string text, string path)
    {
        var settings = new SortedDictionary<string, (string, int)>(StringComparer.Ordinal);
        var number = 0;
        foreach (var whole in text.Split('\n'))
        {
            number++;
            var line = whole.Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var equals = line.IndexOf('=', StringComparison.Ordinal);
            var key = equals < 0 ? "" : line[..equals].TrimEnd();
            key = key.StartsWith("export ", StringComparison.Ordinal) ? key["export ".Length..].TrimStart() : key;
            if (key.Length == 0 || !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' or '/' or ':') || char.IsAsciiDigit(key[0]))
            {
                throw Error("is no KEY=VALUE and no # comment");
            }

            if (!settings.TryAdd(key, (ValueOf(line[(equals + 1)..].Trim()), number)))
            {
                throw Error($"sets {key} a second time");
            }
        }

        return settings;

        InvalidDataException Error(string what) => new(string.Create(CultureInfo.InvariantCulture, $"{path}({number}): this line {what}."));

        string ValueOf(string raw)
        {
            if (raw.Length == 0 || raw[0] is not ('\'' or '"'))
            {
                var comment = raw.IndexOf(" #", StringComparison.Ordinal);
                return raw.StartsWith('#') ? "" : comment < 0 ? raw : raw[..comment].TrimEnd();
            }

            var value = new StringBuilder();
            for (var i = 1; i < raw.Length; i++)
            {
                if (raw[i] == raw[0])
                {
                    var rest = raw[(i + 1)..].TrimStart();
                    return rest.Length == 0 || rest[0] == '#' ? value.ToString() : throw Error("goes on after the closing quote");
                }

                value.Append(raw[0] == '"' && raw[i] == '\\' ? Escaped(++i < raw.Length ? raw[i] : ' ') : raw[i]);
            }

            throw Error("has no closing quote");
        }

        char Escaped(char c) => c switch
        {
            'n' => '\n',
            't' => '\t',
            '"' or '\\' or '$' => c,
            _ => throw Error("has a backslash before something else than n, t, $, \" and \\; write \\\\ for a backslash, or use single quotes"),
        };
    }
}
