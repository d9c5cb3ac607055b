namespace FbaBench.Tests.Economics;

/// <summary>How policies are searched.</summary>
public enum SearchMethod
{
    Random,
    HillClimbing,
    Extreme,
}

/// <summary>The best that a search found.</summary>
/// <param name="Genes">Its genes.</param>
/// <param name="Candidates">Policies tried.</param>
/// <param name="Days">Episode-days played.</param>
internal sealed record SearchResult(Genes Genes, int Candidates, long Days);

/// <summary>
/// Searches genes within a budget of episode-days. A candidate plays the worlds two by two, on the draws of all others, and
/// is given up once it lies behind the best so far: most are worse, and more of them can be tried.
/// </summary>
internal sealed class PolicySearch
{
    private const int WorldsAtOnce = 2;

    /// <summary>A candidate goes on while it has at least this share of what the best has in the same worlds.</summary>
    private const double Patience = 0.985;
    private const double WidestStep = 0.5;
    private const double NarrowestStep = 0.04;

    private readonly IReadOnlyList<SearchWorlds> _worlds;
    private readonly double[] _scales;
    private readonly long _budget;
    private readonly WorldSeed _seed;
    private Genes _best;
    private double[] _bestScores;
    private int _candidates;
    private int _draws;
    private long _days;

    /// <param name="worlds">Worlds of one scenario, or of several: then scores count in units of the start's mean.</param>
    /// <param name="budget">Episode-days.</param>
    /// <param name="seed">Of the search's draws.</param>
    /// <param name="start">Where it starts.</param>
    public PolicySearch(IReadOnlyList<SearchWorlds> worlds, long budget, ulong seed, Genes start)
    {
        _best = start;
        _worlds = worlds;
        _budget = budget;
        _seed = new(seed);
        var plain = worlds.Select(set => set.Play(() => new SearchedPolicy(start))).ToArray();
        _days = worlds.Sum(set => (long)set.Count * set.EpisodeDays);
        _scales = [.. plain.Select(scores => scores.Average())];
        _bestScores = [.. Enumerable.Range(0, plain[0].Length).SelectMany(world => plain.Select((scores, set) => scores[world] / _scales[set]))];
    }

    public SearchResult Run(SearchMethod method, IReadOnlyList<Gene> genes)
    {
        switch (method)
        {
            case SearchMethod.HillClimbing:
                Climb(genes);
                break;
            case SearchMethod.Random:
                Forget();
                Sample(() => Genes.Random(Next));
                break;
            case SearchMethod.Extreme:
                Extremes(_best, genes);
                break;
        }

        return new(_best, _candidates, _days);
    }

    /// <summary>The start is no sample: the best of the samples is wanted, even if it is worse.</summary>
    private void Forget() => Array.Fill(_bestScores, double.NegativeInfinity);

    private void Sample(Func<Genes> draw)
    {
        while (_days < _budget)
        {
            Try(draw());
        }
    }

    /// <summary>Each gene at the ends of its range, the others as they are; then all genes at ends.</summary>
    private void Extremes(Genes start, IReadOnlyList<Gene> genes)
    {
        Forget();
        foreach (var gene in genes)
        {
            for (var end = 0; end <= 1 && _days < _budget; end++)
            {
                Try(start.With(gene, end));
            }
        }

        Sample(() => Genes.Corner(Next));
    }

    /// <summary>Small and large moves from the best: steps narrow while nothing is better, and start wide again from the best.</summary>
    private void Climb(IReadOnlyList<Gene> genes)
    {
        var step = WidestStep;
        while (_days < _budget)
        {
            step = Try(_best.Mutated(genes, Next, step)) ? Math.Min(WidestStep, step * 1.5)
                : step < NarrowestStep ? WidestStep
                : step * 0.93;
        }
    }

    /// <summary>Plays a candidate, and keeps it when it is the best.</summary>
    private bool Try(Genes candidate)
    {
        _candidates++;
        var scores = new double[_bestScores.Length];
        var played = 0;
        for (var world = 0; world < _worlds[0].Count; world += WorldsAtOnce)
        {
            for (var set = 0; set < _worlds.Count; set++)
            {
                var some = _worlds[set].Play(() => new SearchedPolicy(candidate), world, WorldsAtOnce);
                _days += (long)WorldsAtOnce * _worlds[set].EpisodeDays;
                for (var i = 0; i < WorldsAtOnce; i++)
                {
                    scores[((world + i) * _worlds.Count) + set] = some[i] / _scales[set];
                }
            }

            played += WorldsAtOnce * _worlds.Count;
            var best = _bestScores.Take(played).Sum();
            if (scores.Take(played).Sum() < (best > 0 && played < scores.Length ? Patience : 1) * best)
            {
                return false;
            }
        }

        if (scores.Sum() <= _bestScores.Sum())
        {
            return false;
        }

        (_best, _bestScores) = (candidate, scores);
        return true;
    }

    private double Next() => _seed.Uniform("search", _draws++);
}
