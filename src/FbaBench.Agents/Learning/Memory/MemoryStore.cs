namespace FbaBench;

/// <summary>Episodes by action: recent ones as they were, older ones forgotten or merged into prototypes.</summary>
internal sealed class MemoryStore
{
    private readonly EpisodicTerms _terms;
    private readonly Queue<Episode> _recent = [];
    private readonly List<Episode>[] _recentByAction;
    private readonly List<Episode>[] _prototypes;

    public MemoryStore(EpisodicTerms terms, int actions)
    {
        _terms = terms;
        _recentByAction = [.. Enumerable.Range(0, actions).Select(_ => new List<Episode>())];
        _prototypes = [.. Enumerable.Range(0, actions).Select(_ => new List<Episode>())];
    }

    public MemoryStore(EpisodicMemory memory, int actions)
        : this(memory.Terms, actions)
    {
        DaysLived = memory.DaysLived;
        foreach (var episode in memory.Episodes)
        {
            if (episode.Day < 0)
            {
                _prototypes[episode.Action].Add(new(episode));
            }
            else
            {
                Keep(new(episode));
            }
        }
    }

    private MemoryStore(MemoryStore other)
        : this(other._terms, other._prototypes.Length)
    {
        DaysLived = other.DaysLived;
        foreach (var episode in other._recent)
        {
            Keep(episode.Copy());
        }

        for (var action = 0; action < _prototypes.Length; action++)
        {
            _prototypes[action].AddRange(other._prototypes[action].Select(prototype => prototype.Copy()));
        }
    }

    public int DaysLived { get; private set; }

    public MemoryStore Copy() => new(this);

    public IReadOnlyList<RememberedEpisode> ToList() => [.. _recent.Select(episode => episode.Shown()), .. _prototypes.SelectMany(list => list).Select(prototype => prototype.Shown())];

    public void Add(int action, in PriceSituation situation, double units, double reward)
    {
        if (_terms.Mode != MemoryMode.None)
        {
            Keep(new(DaysLived, action, situation, units, reward));
        }
    }

    /// <summary>A day passes: what is not recent any more is forgotten or merged.</summary>
    public void Pass()
    {
        DaysLived++;
        while (_recent.TryPeek(out var oldest) && oldest.Day < DaysLived - _terms.RecentDays)
        {
            _recent.Dequeue();
            _recentByAction[oldest.Action].RemoveAt(0);
            if (_terms.Mode == MemoryMode.Consolidated)
            {
                Merge(oldest);
            }
        }
    }

    /// <summary>Kernel-weighted units of an action's nearest episodes, and what they earned together.</summary>
    public (double Units, double Earned) Recall(int action, in PriceSituation situation, List<(double Distance, Episode Episode)> nearest)
    {
        nearest.Clear();
        Near(_recentByAction[action], situation, nearest);
        Near(_prototypes[action], situation, nearest);
        var (units, earned) = (0.0, 0.0);
        foreach (var (distance, episode) in nearest)
        {
            var weight = episode.Units * _terms.KernelWidth / (distance + _terms.KernelWidth);
            units += weight;
            earned += weight * episode.Reward;
        }

        return (units, earned);
    }

    private void Near(List<Episode> episodes, in PriceSituation situation, List<(double Distance, Episode Episode)> nearest)
    {
        foreach (var episode in episodes)
        {
            var distance = episode.Situation.DistanceTo(situation);
            if (nearest.Count == _terms.Neighbours)
            {
                if (distance >= nearest[^1].Distance)
                {
                    continue;
                }

                nearest.RemoveAt(nearest.Count - 1);
            }

            // Behind those as near: of equally near ones the older stays.
            var at = nearest.Count;
            while (at > 0 && nearest[at - 1].Distance > distance)
            {
                at--;
            }

            nearest.Insert(at, (distance, episode));
        }
    }

    private void Keep(Episode episode)
    {
        _recent.Enqueue(episode);
        _recentByAction[episode.Action].Add(episode);
    }

    /// <summary>Into the nearest prototype of its action once there are as many as are kept; before that it becomes one.</summary>
    private void Merge(Episode old)
    {
        var prototypes = _prototypes[old.Action];
        if (prototypes.Count < _terms.Prototypes)
        {
            old.Day = -1;
            prototypes.Add(old);
            return;
        }

        var nearest = prototypes[0];
        var least = double.PositiveInfinity;
        foreach (var prototype in prototypes)
        {
            if (prototype.Situation.DistanceTo(old.Situation) is var distance && distance < least)
            {
                (least, nearest) = (distance, prototype);
            }
        }

        nearest.Take(old);
    }
}
