namespace FbaBench;

/// <summary>The metrics that come with the SDK; every experiment measures them unless it says otherwise. The catalogue with formulas and sources is docs/metrics.md.</summary>
public static class ShippedMetrics
{
    /// <summary>All of them, in the order of the catalogue.</summary>
    public static IReadOnlyList<Metric> All { get; } = Array.AsReadOnly<Metric>(
    [
        .. FinanceFold.Metrics,
        .. OperationsFold.Metrics,
        .. MarketingFold.Metrics,
        .. TrustFold.Metrics,
        .. StressFold.Metrics,
        .. AdversaryFold.Metrics,
        .. HonestyFold.Metrics,
        .. ConductFold.Metrics,
        .. DecisionFold.Metrics,
        .. CostFold.Metrics,
    ]);

    /// <summary>A shipped metric.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is no such metric.</exception>
    public static Metric Find(string name) => All.FirstOrDefault(metric => metric.Name == name)
        ?? throw new ArgumentException($"There is no shipped metric '{name}'; there are {string.Join(", ", All.Select(metric => metric.Name))}.", nameof(name));
}

/// <summary>Declares the metrics of a fold.</summary>
internal sealed class MetricsOf<T>(MetricCategory category)
    where T : DayFold, new()
{
    public Metric Metric(string name, string unit, MetricDirection better, string interpretation, string formula, string readFrom, Func<T, MetricReading> read) =>
        new(name, new ShippedReading(typeof(T), static () => new T(), fold => read((T)fold)))
        {
            Category = category,
            Unit = unit,
            Better = better,
            Interpretation = interpretation,
            Formula = formula,
            ReadFrom = readFrom,
        };
}
