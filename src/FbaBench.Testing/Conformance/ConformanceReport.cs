namespace FbaBench;

/// <summary>A check of a conformance suite.</summary>
/// <param name="Name">What is checked.</param>
/// <param name="Passed">Whether it holds.</param>
/// <param name="Detail">What was seen; where it does not hold, what would be right.</param>
public sealed record ConformanceCheck(string Name, bool Passed, string Detail);

/// <summary>What a conformance suite saw.</summary>
public sealed class ConformanceReport
{
    internal ConformanceReport(string subject, IReadOnlyList<ConformanceCheck> checks) => (Subject, Checks) = (subject, checks);

    /// <summary>What was looked at.</summary>
    public string Subject { get; }

    /// <summary>The checks, in their order.</summary>
    public IReadOnlyList<ConformanceCheck> Checks { get; }

    /// <summary>Whether all hold.</summary>
    public bool Passed => Checks.All(check => check.Passed);

    /// <summary>Passes where all hold.</summary>
    /// <returns>This report.</returns>
    /// <exception cref="ConformanceException">One does not; the message has all that do not.</exception>
    public ConformanceReport Assert() => Passed ? this : throw new ConformanceException(this);

    /// <summary>A line a check.</summary>
    public override string ToString() => string.Join('\n', Checks.Select(check => $"{(check.Passed ? "ok  " : "FAIL")}  {check.Name}: {check.Detail}"));
}

/// <summary>A conformance suite that does not hold.</summary>
public sealed class ConformanceException : Exception
{
    internal ConformanceException(ConformanceReport report)
        : base($"{report.Subject}: {report.Checks.Count(check => !check.Passed)} of {report.Checks.Count} checks do not hold.\n{string.Join('\n', report.Checks.Where(check => !check.Passed).Select(check => $"{check.Name}: {check.Detail}"))}") => Report = report;

    /// <summary>What was seen.</summary>
    public ConformanceReport Report { get; }
}

/// <summary>Runs checks one after the other: one that throws does not hold and the next one is run all the same.</summary>
internal sealed class ConformanceRun
{
    private readonly List<ConformanceCheck> _checks = [];

    /// <param name="name">What is checked.</param>
    /// <param name="holds">What is said where it holds.</param>
    /// <param name="check">What is wrong, or null.</param>
    public async Task CheckAsync(string name, string holds, Func<Task<string?>> check)
    {
        try
        {
            var wrong = await check().ConfigureAwait(false);
            _checks.Add(new(name, wrong is null, wrong ?? holds));
        }
        catch (Exception error)
        {
            _checks.Add(new(name, false, $"{error.GetType().Name}: {error.Message}"));
        }
    }

    public ConformanceReport Report(string subject) => new(subject, _checks.AsReadOnly());
}
