namespace FbaBench;

/// <summary>Sums up metrics episode by episode: two numbers are kept of each value, so that an experiment of any size fits into memory.</summary>
internal sealed class MetricTable
{
    private readonly Dictionary<(string Scenario, string Agent, string Metric, int Version), Row> _rows = [];
    private readonly List<Row> _order = [];

    public void Add(EpisodeKey key, IReadOnlyList<MetricValue> values)
    {
        foreach (var value in values)
        {
            var at = (key.Scenario, key.Agent, value.Name, value.Version);
            if (!_rows.TryGetValue(at, out var row))
            {
                _rows.Add(at, row = new(key, value));
                _order.Add(row);
            }

            row.Add(key.World, value);
        }
    }

    /// <summary>In the order in which scenario, agent and metric came.</summary>
    public IReadOnlyList<MetricSummary> Summaries() =>
        [.. _order.GroupBy(row => (row.Key.Scenario, row.Key.Agent)).SelectMany(group => group).Select(row => row.Summary())];

    private sealed class Row(EpisodeKey key, MetricValue first)
    {
        private readonly List<(int World, double Value)> _values = [];
        private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);

        public EpisodeKey Key => key;

        public void Add(int world, MetricValue value)
        {
            if (value.Value is { } number)
            {
                _values.Add((world, number));
            }
            else
            {
                _reasons[value.Reason ?? ""] = _reasons.GetValueOrDefault(value.Reason ?? "") + 1;
            }
        }

        public MetricSummary Summary()
        {
            // The world is the unit: repeats of one are no further evidence about worlds.
            var worlds = _values.GroupBy(pair => pair.World).OrderBy(group => group.Key).Select(group => group.Average(pair => pair.Value)).ToArray();
            var reason = _reasons.Count == 0 ? null : _reasons.MaxBy(pair => pair.Value).Key;
            return new(key.Scenario, key.Agent, first.Name, first.Version, first.Unit, worlds.Length == 0 ? null : MeanInterval.Of(worlds), _values.Count + _reasons.Values.Sum(), _values.Count, reason);
        }
    }
}
