namespace FbaBench.Tests.Docs;

/// <summary>The code of docs/decision-values.md.</summary>
internal static class DecisionValuesPage
{
    public static async Task RunAsync()
    {
        using var log = RunLogReader.Open(File.OpenRead("run.fbalog"));
        var values = await DecisionValuation.MeasureAsync(log, new DecisionValueOptions { Reference = "base-stock", Futures = 32 });
        File.WriteAllText("value.html", values.ToHtml());
    }
}
