namespace FbaBench;

/// <summary>A check of a conformance suite.</summary>
/// <param name="Name">Its name, stable from version to version.</param>
/// <param name="Passed">Whether it passed.</param>
/// <param name="Detail">What was found: where it did not pass, what was wrong and what would be right; where it was not asked, why.</param>
public sealed record ConformanceCheck(string Name, bool Passed, string Detail);

/// <summary>What a conformance suite found.</summary>
/// <param name="Subject">What was checked.</param>
/// <param name="Checks">All checks, in the suite's order.</param>
public sealed record ConformanceReport(string Subject, IReadOnlyList<ConformanceCheck> Checks)
{
    /// <summary>Whether all passed.</summary>
    public bool Passed => Checks.All(check => check.Passed);

    /// <summary>Throws where a check did not pass, with all that did not.</summary>
    /// <exception cref="ConformanceException">A check did not pass.</exception>
    public void Assert()
    {
        if (!Passed)
        {
            throw new ConformanceException(this);
        }
    }

    /// <summary>The checks, a line each.</summary>
    public override string ToString() => $"{Subject}: {Checks.Count(check => check.Passed)} of {Checks.Count} checks passed\n" + string.Join('\n', Checks.Select(Line));

    internal static string Line(ConformanceCheck check) => $"  {(check.Passed ? "pass" : "FAIL")}  {check.Name}: {check.Detail}";
}

/// <summary>Something does not conform; the message names every check that did not pass, and is what a test runner shows.</summary>
public sealed class ConformanceException : Exception
{
    internal ConformanceException(ConformanceReport report)
        : base($"{report.Subject} does not conform: {report.Checks.Count(check => !check.Passed)} of {report.Checks.Count} checks failed.\n" + string.Join('\n', report.Checks.Where(check => !check.Passed).Select(ConformanceReport.Line))) =>
        Report = report;

    /// <summary>All checks.</summary>
    public ConformanceReport Report { get; }
}
