using System.Security.Cryptography;
using System.Text;

namespace FbaBench;

/// <summary>Writes a report's files, each whole or not at all.</summary>
internal static class ReportFiles
{
    public const string Results = StoredResults.FileName;
    private const string TimingsFile = "timings.json";
    private const string Page = "report.html";
    private const string Summary = "summary.md";

    public static IReadOnlyList<string> Names { get; } = [Results, TimingsFile, Page, Summary];

    /// <exception cref="IOException">A file could not be written. The episodes are kept.</exception>
    public static void Write(BenchmarkReport report, Timings timings, OutputFolder output)
    {
        try
        {
            // The page reads every record against its result: where one does not fit, nothing is replaced.
            var page = Encoding.UTF8.GetBytes(HtmlPage.Render(report));
            var results = ResultsJson.Results(report);
            var summary = Encoding.UTF8.GetBytes(SummaryMarkdown.Render(report, Convert.ToHexStringLower(SHA256.HashData(results))));
            Replace(output.Path(Results), results);
            Replace(output.Path(TimingsFile), TimingsJson.Write(timings));
            Replace(output.Path(Summary), summary);
            Replace(report.HtmlPath, page);
        }
        catch (StorageException error)
        {
            throw new IOException($"{error.Message.TrimEnd('.')}. All {Figures.Count(report.Episodes.Count, "finished episode")} are kept; the same run writes the report without playing them again.", error);
        }
    }

    private static void Replace(string path, byte[] content) => StorageException.Guard(path, file => WholeFile.Write(file, content));
}
