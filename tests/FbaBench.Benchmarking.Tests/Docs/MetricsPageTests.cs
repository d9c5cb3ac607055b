using System.Text;

namespace FbaBench.Tests.Docs;

/// <summary>The catalogue in docs/metrics.md is what the code declares.</summary>
public sealed class MetricsPageTests
{
    [Fact]
    public void The_catalogue_is_the_codes()
    {
        var expected = new StringBuilder();
        foreach (var group in ShippedMetrics.All.GroupBy(metric => metric.Category))
        {
            expected.Append($"### {group.Key}\n\n| metric | unit | better | says | formula | read from |\n| --- | --- | --- | --- | --- | --- |\n");
            foreach (var metric in group)
            {
                expected.Append($"| `{metric.Name}` | {metric.Unit} | {metric.Better.ToString().ToLowerInvariant()} | {metric.Interpretation} | {Escaped(metric.Formula)} | {metric.ReadFrom} |\n");
            }

            expected.Append('\n');
        }

        var page = Path.Combine(DocsTests.Root(), "docs", "metrics.md");
        var text = File.ReadAllText(page);
        var written = Path.Combine(AppContext.BaseDirectory, "metrics-catalogue.md");
        if (!text.Contains(expected.ToString(), StringComparison.Ordinal))
        {
            File.WriteAllText(written, expected.ToString());
            Assert.Fail($"The catalogue in {page} is not the code's; what it should be was written to {written}.");
        }
    }

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
