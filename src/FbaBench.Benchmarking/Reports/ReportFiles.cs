namespace FbaBench;

/// <summary>Writes a report's files, each whole or not at all.</summary>
internal static class ReportFiles
{
    public static async Task WriteAsync(BenchmarkReport report, Timings timings, OutputFolder output, CancellationToken cancellationToken)
    {
        await ReplaceAsync(output.Path("results.json"), ResultsJson.Results(report), cancellationToken).ConfigureAwait(false);
        await ReplaceAsync(output.Path("timings.json"), ResultsJson.Timings(report, timings), cancellationToken).ConfigureAwait(false);
        await ReplaceAsync(report.HtmlPath, System.Text.Encoding.UTF8.GetBytes(HtmlPage.Render(report)), cancellationToken).ConfigureAwait(false);
    }

    private static async Task ReplaceAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        var part = path + ".part";
        await File.WriteAllBytesAsync(part, content, cancellationToken).ConfigureAwait(false);
        File.Move(part, path, overwrite: true);
    }
}
