namespace FbaBench.Scenarios.Files;

/// <summary>What a misspelt word was probably meant to be.</summary>
internal static class Spelling
{
    /// <summary>A hint when a known word is at most a third of its letters away; else nothing.</summary>
    public static string Hint(string word, IEnumerable<string> known)
    {
        if (word.Length > 60)
        {
            return "";
        }

        var nearest = known.Select(one => (Word: one, Distance: Distance(word, one))).OrderBy(one => one.Distance).FirstOrDefault();
        return nearest.Word is { } meant && nearest.Distance <= Math.Max(1, meant.Length / 3) ? $" (meant is '{meant}'?)" : "";
    }

    /// <summary>Levenshtein's distance, letters of either case being equal.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (same ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
