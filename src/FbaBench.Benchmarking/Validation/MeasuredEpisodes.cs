namespace FbaBench;

/// <summary>The metrics that stand beside an experiment's records, read one by one and not kept.</summary>
internal sealed class MeasuredEpisodes
{
    private readonly MetricTable _table = new();
    private readonly List<EpisodeKey> _unbalanced = [];
    private readonly List<(EpisodeKey Key, string Reason)> _missing = [];

    /// <summary>Episodes with metrics.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<EpisodeKey> Unbalanced => _unbalanced;

    /// <summary>Episodes without, and why.</summary>
    public IReadOnlyList<(EpisodeKey Key, string Reason)> Missing => _missing;

    public IReadOnlyList<MetricSummary> Summaries() => _table.Summaries();

    public void Take(EpisodeStore store, EpisodeResult result)
    {
        try
        {
            if (store.ReadMetrics(result) is not { } document)
            {
                _missing.Add((result.Key, "there are none"));
                return;
            }

            Count++;
            _table.Add(result.Key, document.Values);
            if (document.UnbalancedDays > 0 || !document.Settled)
            {
                _unbalanced.Add(result.Key);
            }
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            _missing.Add((result.Key, error.Message));
        }
    }
}
