using System.Text;

namespace FbaBench.Tests.Files;

/// <summary>A scenario file that is wrong in one way.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Line">The line that the error must name; null where any line, or none, is right.</param>
internal sealed record BrokenFile(string Name, byte[] Bytes, int? Line)
{
    public BrokenFile(string name, string text, int? line)
        : this(name, Encoding.UTF8.GetBytes(text), line)
    {
    }

    public override string ToString() => Name;
}

/// <summary>Some hundreds of them, made of <see cref="FileFolder.Mugs"/> by breaking one line after the other in every way.</summary>
internal static class BrokenFiles
{
    private static readonly string[] Lines = FileFolder.Mugs.Split('\n');

    public static IEnumerable<BrokenFile> All() =>
    [
        .. UnknownKeys(), .. WrongValues(), .. MissingKeys(), .. Repeated(), .. Syntax(), .. Encodings(), .. Bombs(), .. Worlds(),
    ];

    /// <summary>Every key misspelt, and strange ones beside it.</summary>
    private static IEnumerable<BrokenFile> UnknownKeys() => Keys().Where(key => key.Key is not ("factory" or "acme" or "bold" or "calm" or "dull")).SelectMany(key => new[]
    {
        With($"unknown key in line {key.Line}", key.Line, key.Text.Replace(key.Key + ":", key.Key + "x:", StringComparison.Ordinal)),
        With($"unknown key after line {key.Line}", key.Line, key.Text + $"\n{key.Indent}colour: red", key.IsLeaf ? key.Line + 1 : null),
    });

    /// <summary>Every single value written as another kind of thing, with a unit, and out of range.</summary>
    private static IEnumerable<BrokenFile> WrongValues()
    {
        foreach (var key in Keys().Where(key => key.IsLeaf && key.Value[0] is not '{'))
        {
            yield return With($"list in line {key.Line}", key.Line, key.Replaced("[1, 2]"));
            yield return With($"keys in line {key.Line}", key.Line, key.Replaced("{ a: 1 }"));
            if (key.Key is "about" or "name" or "category")
            {
                continue;
            }

            foreach (var wrong in new[] { "many", "true", "'7'", "1e400", ".nan", "${NOWHERE}", "5 %", "$5", "1,000.5", "[]" })
            {
                yield return With($"{wrong} in line {key.Line}", key.Line, key.Replaced(wrong));
            }

            if (key.Key != "start")
            {
                yield return With($"far below in line {key.Line}", key.Line, key.Replaced("-1000000000000"));
                yield return With($"far above in line {key.Line}", key.Line, key.Replaced("1e20"));
            }
        }

        foreach (var key in Keys().Where(key => !key.IsLeaf))
        {
            yield return new($"a number in place of line {key.Line}", Cut(key.Line, key.Text.TrimEnd() + " 5"), key.Line);
            yield return new($"text in place of line {key.Line}", Cut(key.Line, key.Text.TrimEnd() + " some"), key.Line);
        }
    }

    private static IEnumerable<BrokenFile> MissingKeys() => Keys()
        .Where(key => key.Key is "name" or "start" or "days" or "cash" or "sessionsPerDay" or "ownPriceElasticity" or "category" or "referencePrice" or "size" or "weightPounds" or "returnRate" or "inboundPerUnit" && key.Text.TrimStart()[0] != '-')
        .Where(key => key.Text.TrimStart()[0] != '-')
        .Select(key => new BrokenFile($"line {key.Line} missing", string.Join('\n', Lines.Where((_, i) => i != key.Line - 1)), null));

    private static IEnumerable<BrokenFile> Repeated() => Keys()
        .Where(key => key.IsLeaf && key.Text.TrimStart()[0] != '-')
        .Select(key => With($"line {key.Line} twice", key.Line, key.Text + "\n" + key.Text, key.Line + 1));

    private static IEnumerable<BrokenFile> Syntax()
    {
        for (var line = 2; line <= Lines.Length; line++)
        {
            var text = Lines[line - 1];
            yield return With($"tab in line {line}", line, "\t" + text, null);
            if (!text.StartsWith("about", StringComparison.Ordinal))
            {
                yield return With($"open bracket in line {line}", line, text.TrimEnd() + " [", null);
                yield return With($"open quote in line {line}", line, text.TrimEnd() + " \"", null);
            }

            yield return With($"stray word after line {line}", line, text + "\nstray", null);
        }

        foreach (var key in Keys().Where(key => key.IsLeaf))
        {
            yield return With($"tag in line {key.Line}", key.Line, key.Replaced("!!python/object:os.system " + key.Value));
            yield return With($"alias of nothing in line {key.Line}", key.Line, key.Replaced("*nothing"));
        }

        yield return new("second document", FileFolder.Mugs + "\n---\nname: other\n", Lines.Length + 1);
        yield return new("empty", "", null);
        yield return new("comments only", "# nothing\n# more\n", null);
        yield return new("a list", "- name: a\n- name: b\n", 1);
        yield return new("a word", "scenario\n", 1);
    }

    private static IEnumerable<BrokenFile> Encodings()
    {
        yield return new("UTF-16, little end first", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(FileFolder.Mugs)], 1);
        yield return new("UTF-16, big end first", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(FileFolder.Mugs)], 1);
        yield return new("UTF-16 without mark", Encoding.Unicode.GetBytes(FileFolder.Mugs), 1);
        for (var line = 1; line <= Lines.Length; line++)
        {
            yield return new($"Latin-1 in line {line}", Encoding.Latin1.GetBytes(Changed(line, Lines[line - 1] + " # caf\u00e9")), line);
            yield return new($"code zero in line {line}", Changed(line, Lines[line - 1] + " # \0"), line);
        }
    }

    private static IEnumerable<BrokenFile> Bombs()
    {
        foreach (var width in new[] { 9, 60, 900 })
        {
            var bomb = new StringBuilder("a0: &a0 [1, 2]\n");
            for (var i = 1; i <= 40; i++)
            {
                bomb.Append("a").Append(i).Append(": &a").Append(i).Append(" [").Append(string.Join(", ", Enumerable.Repeat($"*a{i - 1}", width))).Append("]\n");
            }

            yield return new($"aliases of {width} aliases", bomb.ToString(), null);
        }

        foreach (var depth in new[] { 50, 1_000, 100_000 })
        {
            yield return new($"{depth} lists in each other", "name: " + new string('[', depth) + new string(']', depth), 1);
            yield return new($"{depth} keys in each other", "name: " + string.Concat(Enumerable.Repeat("{a: ", depth)) + "1" + new string('}', depth), 1);
        }

        yield return new("400,000 niches", "name: many\nniches: [" + string.Join(",", Enumerable.Repeat("1", 400_000)) + "]\n", null);
        yield return new("two megabytes", "name: big\nabout: " + new string('x', 2_000_000), null);
        yield return new("a long line", "name: " + new string('x', 900_000) + "\nbase: gift-shop\n", 1);
        yield return new("ten million sellers", FileFolder.Mugs.Replace("days: 90", "days: 90\nseats: 10000000", StringComparison.Ordinal), 6);
        yield return new("ten million units of a lot", FileFolder.Mugs.Replace("units: 300", "units: 10000000000", StringComparison.Ordinal), 23);
    }

    private static IEnumerable<BrokenFile> Worlds()
    {
        yield return Of("no products", "products:", "products: []\n    goods:", null);
        yield return new("no niches", "name: none\nstart: 2025-01-15\ndays: 10\ncash: 1\nniches: []\n", 5);
        yield return new("no cash", "name: none\nbase: gift-shop\ncash: -1\n", 3);
        yield return new("no suppliers' ladder", Changed(23, "            ladder: []\n            other:"), null);
        foreach (var date in new[] { "2020-01-15", "2023-06-01", "2026-12-31", "2040-01-01", "0001-01-01", "9999-12-31", "2025-02-30", "15.01.2025", "2025-1-15", "tomorrow" })
        {
            yield return Of($"start on {date}", "start: 2025-01-15", "start: " + date, 4);
        }

        yield return Of("a category without fees", "category: home_kitchen", "category: spaceships", 13);
        yield return Of("a policy that no rival has", "policy: hold", "policy: chaos", 28);
        yield return Of("another schema", "schema: 1", "schema: 2", 1);
        yield return new("an unknown base", "name: mine\nbase: no-such-scenario\n", 2);
        yield return new("a base that is a list", "name: mine\nbase: [gift-shop]\n", 2);
        yield return new("a base that is not there", "name: mine\nbase: nowhere.yaml\n", 2);
        yield return new("an include that is not there", "name: mine\nbase: gift-shop\ninclude:\n  - nowhere.yaml\n", 4);
        yield return new("an include that is no file", "name: mine\nbase: gift-shop\ninclude: gift-shop\n", 3);
        yield return new("itself as base", "name: mine\nbase: broken.yaml\n", 2);
        yield return new("itself included", "name: mine\nbase: gift-shop\ninclude: broken.yaml\n", 3);
        yield return new("a circle of two", "name: mine\nbase: circle.yaml\n", null);
        yield return new("a niche taken away that is not there", "name: mine\nbase: gift-shop\nniches:\n  mugs: null\n", 4);
        yield return new("times without a value", "name: mine\nstart: 2025-01-15\ndays: { times: 2 }\ncash: 1\nniches: []\n", 3);
        yield return new("times a word", "name: mine\nbase: gift-shop\ndays: { times: two }\n", 3);
        yield return new("times of a word", "name: mine\nbase: gift-shop\nsources: { times: 2 }\n", 3);
        yield return new("a draw of an unknown kind", "name: mine\nbase: gift-shop\ncash: { draw: dice, low: 1, high: 6 }\n", 3);
        yield return new("a draw without spread", "name: mine\nbase: gift-shop\ncash: { draw: normal, mean: 1 }\n", 3);
        yield return new("a draw upside down", "name: mine\nbase: gift-shop\ncash: { draw: uniform, low: 6, high: 1 }\n", 3);
        yield return new("a draw of a date", "name: mine\nbase: gift-shop\nstart: { draw: uniform, low: 1, high: 2 }\n", 3);
        yield return new("a draw far out of range", "name: mine\nbase: gift-shop\ncash: { draw: uniform, low: 1e17, high: 2e17 }\n", 3);
        yield return new("a name with blanks", "name: my own shop\nbase: gift-shop\n", 1);
        yield return new("laboratory values outside a laboratory", "name: mine\nbase: gift-shop\nniches:\n  each:\n    ownPriceElasticity: -50\n", 5);
    }

    private static BrokenFile Of(string name, string text, string by, int? line)
    {
        Assert.Contains(text, FileFolder.Mugs, StringComparison.Ordinal);
        return new(name, FileFolder.Mugs.Replace(text, by, StringComparison.Ordinal), line);
    }

    private static BrokenFile With(string name, int line, string text) => With(name, line, text, line);

    private static BrokenFile With(string name, int line, string text, int? named) => new(name, Changed(line, text), named);

    private static string Changed(int line, string text) => string.Join('\n', Lines.Select((old, i) => i == line - 1 ? text : old));

    /// <summary>A line replaced, and what is nested below it left out.</summary>
    private static string Cut(int line, string text)
    {
        var indent = IndentOf(Lines[line - 1]);
        var below = Lines.Skip(line).TakeWhile(next => IndentOf(next) > indent).Count();
        return string.Join('\n', [.. Lines.Take(line - 1), text, .. Lines.Skip(line + below)]);
    }

    private static int IndentOf(string line) => line.Length - line.TrimStart().Length;

    private static IEnumerable<KeyLine> Keys() => Lines.Select((text, i) =>
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || text.TrimStart().StartsWith("- {", StringComparison.Ordinal) ? null : new KeyLine(i + 1, text, text[..colon].TrimStart(' ', '-'), text[(colon + 1)..].Trim());
    }).OfType<KeyLine>();

    private sealed record KeyLine(int Line, string Text, string Key, string Value)
    {
        public bool IsLeaf => Value.Length > 0;

        /// <summary>Blanks to where a further key of the same thing begins.</summary>
        public string Indent => new(' ', Text.Length - Text.TrimStart(' ', '-').Length);

        public string Replaced(string value) => Text[..(Text.IndexOf(':', StringComparison.Ordinal) + 2)] + value;
    }
}
