namespace FbaBench.Architecture.Tests;

/// <summary>A rule holds when nothing was found against it; all findings are shown at once.</summary>
internal static class Findings
{
    public static void None(IEnumerable<string?> findings)
    {
        var all = findings.Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.True(all.Length == 0, string.Join(Environment.NewLine, all));
    }
}
