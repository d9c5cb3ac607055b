using System.Globalization;

namespace FbaBench;

/// <summary>random_known_answers: the generator of all draws against Random123's words.</summary>
internal static class DrawsKind
{
    private static readonly Dictionary<string, (uint[] Counter, uint[] Key)> Philox = new(StringComparer.Ordinal)
    {
        ["zeros"] = ([0, 0, 0, 0], [0, 0]),
        ["ones"] = ([uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue], [uint.MaxValue, uint.MaxValue]),
        ["pi_digits"] = ([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0]),
    };

    public static void Run(CertifyEntry entry, ExampleFields fields)
    {
        foreach (var generator in fields.Names.Where(name => !name.EndsWith("_note", StringComparison.Ordinal)).ToArray())
        {
            if (generator != "philox4x32_10")
            {
                entry.Holds(generator, "draws", false, $"The generator '{generator}' is unknown; this engine draws with philox4x32_10.");
                continue;
            }

            var words = fields.Object(generator);
            foreach (var name in words.Names.Where(name => !name.EndsWith("_note", StringComparison.Ordinal)).ToArray())
            {
                One(entry, name, words.Text(name));
            }
        }

        if (entry.Lines.Count == 0)
        {
            throw new ExampleException("The section has no known answers.");
        }
    }

    private static void One(CertifyEntry entry, string name, string expected)
    {
        if (!Philox.TryGetValue(name, out var input))
        {
            entry.Holds(name, "draws", false, $"The input '{name}' is unknown; known are {string.Join(", ", Philox.Keys)}.");
            return;
        }

        var found = string.Join(' ', DrawGenerator.Block(input.Counter, input.Key).Select(word => word.ToString("x8", CultureInfo.InvariantCulture)));
        var same = string.Equals(found, expected.Trim(), StringComparison.OrdinalIgnoreCase);
        entry.Holds(name, "draws", same, same ? found : $"{found}; expected {expected}");
    }
}
