using System.Globalization;

namespace FbaBench.Benchmarks;

/// <summary>The command <c>comparators</c>: first that all versions of the hot phases come to the same, then what each takes.</summary>
internal static class ComparatorRun
{
    private const int DefaultDays = 60;

    /// <summary>Copies of first-year in the world whose rules go beyond it.</summary>
    private const int EstablishedCopies = 4;

    /// <summary>Runs the command. Returns the exit code: 0, 1 where anything differs, 2 for arguments that are none.</summary>
    /// <param name="arguments">What follows the command's name.</param>
    /// <param name="write">Takes the figures of a section.</param>
    public static int Run(ReadOnlySpan<string> arguments, Action<string, Figure[]> write)
    {
        if (Days(arguments) is not { } days)
        {
            Console.Error.WriteLine("Usage: FbaBench.Benchmarks comparators [--days N] [--json], 1 to 100 days");
            return 2;
        }

        var scaled = ScaledFirstYear.Of();
        var comparator = new Comparator(scaled);
        var isEqual = Check(scaled.Name, comparator, days, write);
        var established = ScaledFirstYear.Established(EstablishedCopies);
        isEqual &= Check("beyond it: " + established.Name, new Comparator(established), days, write);
        if (!isEqual)
        {
            return 1;
        }

        write("comparators", [.. ComparatorSpeed.Measure(comparator, days)]);
        return 0;
    }

    private static bool Check(string name, Comparator comparator, int days, Action<string, Figure[]> write)
    {
        var comparison = comparator.Check(days);
        foreach (var difference in comparison.Differences)
        {
            Console.Error.WriteLine(difference);
        }

        if (comparison.Differences.Count > 0)
        {
            return false;
        }

        write("compared",
        [
            new("compared", name, "equal days", days, ""),
            new("compared", name, "listings", comparator.Listings, ""),
            .. comparison.Events.OrderBy(one => one.Key).Select(one => new Figure("compared", name, one.Key.ToString(), one.Value, "")),
        ]);
        return true;
    }

    private static int? Days(ReadOnlySpan<string> arguments) => arguments switch
    {
        [] => DefaultDays,
        ["--days", var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 100 => days,
        _ => null,
    };
}
