namespace FbaBench;

/// <summary>Gathers an agent's worlds one at a time; of each only some days of its net worth and sums are kept.</summary>
internal sealed class AgentPictureBuilder(string agent)
{
    private const int MostPoints = 160;
    private const double BandLow = 0.10;
    private const double BandHigh = 0.90;

    private readonly SortedDictionary<TransferReason, List<long>> _cents = [];
    private readonly List<long[]> _netWorth = [];
    private long _score;
    private int _step;
    private int _shortest = int.MaxValue;
    private int _months;

    /// <param name="agent">The agent.</param>
    /// <param name="episodes">Its episodes, at least one.</param>
    /// <param name="read">Reads a trajectory.</param>
    public static AgentPicture Build(string agent, IReadOnlyList<EpisodeResult> episodes, Func<EpisodeKey, EpisodeTrajectory> read)
    {
        var builder = new AgentPictureBuilder(agent);
        foreach (var episode in episodes)
        {
            builder.Take(episode, read(episode.Key));
        }

        return builder.Finish();
    }

    private void Take(EpisodeResult episode, EpisodeTrajectory days)
    {
        var values = days.NetWorthCents;
        _step = _step == 0 ? Math.Max(1, values.Count / MostPoints) : _step;
        _shortest = Math.Min(_shortest, values.Count);
        _netWorth.Add([.. Enumerable.Range(0, ((values.Count - 1) / _step) + 1).Select(i => values[i * _step]), values[^1]]);
        _score += episode.Score.Cents;
        foreach (var series in days.Postings)
        {
            if (!_cents.TryGetValue(series.Reason, out var months))
            {
                _cents.Add(series.Reason, months = []);
            }

            months.AddRange(new long[Math.Max(0, series.CentsByMonth.Count - months.Count)]);
            _months = Math.Max(_months, months.Count);
            for (var month = 0; month < series.CentsByMonth.Count; month++)
            {
                months[month] += series.CentsByMonth[month];
            }
        }
    }

    private AgentPicture Finish()
    {
        var charges = new Dictionary<TransferReason, double[]>();
        foreach (var (reason, months) in _cents)
        {
            if (ScoreReasons.Group(reason) != ScoreGroup.Fees)
            {
                continue;
            }

            var fee = ScoreReasons.FeeType(reason);
            if (!charges.TryGetValue(fee, out var means))
            {
                charges.Add(fee, means = new double[_months]);
            }

            for (var month = 0; month < months.Count; month++)
            {
                means[month] -= ScoreReasons.Sign(reason) * months[month] / 100.0 / _netWorth.Count;
            }
        }

        return new(agent, _netWorth.Count, _months, Band(), Lines(), Mean(_score), charges);
    }

    /// <summary>The settled end of every world stands on the last day of the shortest.</summary>
    private NetWorthBand Band()
    {
        var points = ((_shortest - 1) / _step) + 1;
        List<int> days = [.. Enumerable.Range(0, points).Select(i => i * _step)];
        var sorted = days.Select((_, i) => Sorted(world => world[i])).ToList();
        if (days[^1] == _shortest - 1)
        {
            days.RemoveAt(points - 1);
            sorted.RemoveAt(points - 1);
        }

        days.Add(_shortest - 1);
        sorted.Add(Sorted(world => world[^1]));
        return new(days, At(BandLow), At(0.5), At(BandHigh));

        double[] Sorted(Func<long[], long> pick) => [.. _netWorth.Select(world => pick(world) / 100.0).Order()];

        double[] At(double share) => [.. sorted.Select(values => Quantiles.Of(values, share))];
    }

    /// <summary>The running sum is rounded, not the line: so the lines add up.</summary>
    private List<ScoreLine> Lines()
    {
        var lines = new List<ScoreLine>();
        long sum = 0;
        long before = 0;
        foreach (var reason in ScoreReasons.Lines)
        {
            if (!_cents.TryGetValue(reason, out var months))
            {
                continue;
            }

            sum += ScoreReasons.Sign(reason) * months.Sum();
            lines.Add(new(reason, Mean(sum) - before));
            before = Mean(sum);
        }

        return sum == _score
            ? lines
            : throw new InvalidOperationException($"The postings of '{agent}' come to {sum} cents and its scores to {_score}; its trajectories are not those of its results.");
    }

    /// <summary>Over worlds, half up.</summary>
    private long Mean(long cents) => (long)Math.Floor((cents / (decimal)_netWorth.Count) + 0.5m);
}
