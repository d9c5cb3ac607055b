using System.Globalization;

namespace FbaBench.Tests.Statistics;

/// <summary>Collects the sections of docs/evidence/statistics.md and writes it when a whole run came to all of them.</summary>
public sealed class EvidenceFile : IDisposable
{
    private const int Sections = 7;
    private readonly SortedDictionary<int, string> _sections = [];

    public void Add(int place, string title, params string[] lines) =>
        _sections[place] = string.Create(CultureInfo.InvariantCulture, $"\n## {title}\n\n{string.Join('\n', lines)}\n");

    public void Dispose()
    {
        if (LongRun.IsWhole && _sections.Count == Sections)
        {
            File.WriteAllText(
                Path.Combine(Docs.DocsTests.Root(), "docs", "evidence", "statistics.md"),
                "# Statistics\n\nWhat the intervals, sequences, ranks and plans of [statistics](../statistics.md) do where the truth is known, by the types that reports use. Simulated, unless a section says computed; written by\n"
                + "`FBABENCH_LONG=1 dotnet test -c Release tests/FbaBench.Benchmarking.Tests --filter FullyQualifiedName~StatisticsEvidence`. The gate runs a tenth.\n"
                + string.Concat(_sections.Values));
        }
    }
}
