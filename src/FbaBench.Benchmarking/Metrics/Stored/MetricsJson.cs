using System.Text.Json;

namespace FbaBench;

/// <summary>Metrics in results.json and in the tool's output.</summary>
internal static class MetricsJson
{
    private const int Decimals = 9;

    /// <summary>What was measured: each metric with its meaning, formula and source.</summary>
    public static void Definitions(Utf8JsonWriter json, IReadOnlyList<Metric> metrics)
    {
        json.WriteStartArray("metrics");
        foreach (var metric in metrics)
        {
            json.WriteStartObject();
            json.WriteString("name", metric.Name);
            json.WriteNumber("version", metric.Version);
            json.WriteString("category", metric.Category.ToString());
            json.WriteString("unit", metric.Unit);
            json.WriteString("better", metric.Better.ToString());
            json.WriteString("interpretation", metric.Interpretation);
            json.WriteString("formula", metric.Formula);
            json.WriteString("readFrom", metric.ReadFrom);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Summaries(Utf8JsonWriter json, IReadOnlyList<MetricSummary> summaries)
    {
        json.WriteStartArray("metricSummaries");
        foreach (var row in summaries)
        {
            json.WriteStartObject();
            json.WriteString("scenario", row.Scenario);
            json.WriteString("agent", row.Agent);
            json.WriteString("metric", row.Metric);
            json.WriteNumber("version", row.Version);
            json.WriteString("unit", row.Unit);
            json.WriteNumber("episodes", row.Episodes);
            json.WriteNumber("said", row.Said);
            if (row.Mean is { } mean)
            {
                Mean(json, mean);
            }

            if (row.Reason is { } reason)
            {
                json.WriteString("reason", reason);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Mean(Utf8JsonWriter json, MeanInterval mean)
    {
        json.WriteNumber("mean", Math.Round(mean.Mean, Decimals));
        if (mean is { Low: { } low, High: { } high })
        {
            json.WriteNumber("low", Math.Round(low, Decimals));
            json.WriteNumber("high", Math.Round(high, Decimals));
        }

        json.WriteNumber("worlds", mean.Count);
        json.WriteNumber("skewness", Math.Round(mean.Skewness, 4));
        json.WriteBoolean("trusted", mean.IsTrusted);
    }
}
