namespace FbaBench.Contracts;

/// <summary>The names that somebody may have meant.</summary>
internal static class NearestNames
{
    private const int Shown = 3;

    // Two names, see EntityName, and the slash between them.
    private const int LongestName = 121;

    /// <summary>The names that are the fewest changed letters away, nearest first; as in the list where equal.</summary>
    public static IReadOnlyList<string> Of(string given, IReadOnlyList<string> names)
    {
        var wanted = given[..Math.Min(given.Length, LongestName)].ToLowerInvariant();
        return [.. names.OrderBy(name => Distance(wanted, name)).Take(Shown)];
    }

    /// <summary>Letters to insert, drop or replace, to come to a name or to its last part.</summary>
    private static int Distance(string given, string name)
    {
        var slash = name.LastIndexOf('/');
        var whole = Changes(given, name.ToLowerInvariant());
        return slash < 0 ? whole : Math.Min(whole, Changes(given, name[(slash + 1)..].ToLowerInvariant()));
    }

    /// <summary>Levenshtein distance by rows.</summary>
    private static int Changes(string from, string to)
    {
        var above = Enumerable.Range(0, to.Length + 1).ToArray();
        var row = new int[to.Length + 1];
        for (var i = 1; i <= from.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = above[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(above[j], row[j - 1]) + 1);
            }

            (above, row) = (row, above);
        }

        return above[to.Length];
    }
}
