namespace FbaBench;

/// <summary>Writes a report's files, each whole or not at all.</summary>
internal static class ReportFiles
{
    public static async Task WriteAsync(BenchmarkReport report, Timings timings, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await ReplaceAsync(Path.Combine(folder, "results.json"), ResultsJson.Results(report), cancellationToken).ConfigureAwait(false);
        await ReplaceAsync(Path.Combine(folder, "timings.json"), ResultsJson.Timings(report, timings), cancellationToken).ConfigureAwait(false);
        await ReplaceAsync(report.HtmlPath, System.Text.Encoding.UTF8.GetBytes(HtmlPage.Render(report)), cancellationToken).ConfigureAwait(false);
    }

    private static async Task ReplaceAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        var part = path + ".part";
        await File.WriteAllBytesAsync(part, content, cancellationToken).ConfigureAwait(false);
        File.Move(part, path, overwrite: true);
    }
}
