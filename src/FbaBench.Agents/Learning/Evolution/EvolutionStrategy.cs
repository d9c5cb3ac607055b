namespace FbaBench;

/// <summary>
/// Searches the parameters of the highest score by a (μ/μ_w, λ) evolution strategy with covariance matrix adaptation and cumulative step-size adaptation (Hansen, "The CMA evolution strategy: a
/// tutorial", 2016, with its default constants and without negative weights). The step-size path goes by the triangular factor of the covariance instead of its square root (Krause, Arbonès, Igel,
/// NIPS 2016). Ask for candidates, tell their scores, and again. Everything is a function of parameters, terms and scores: the same on every machine.
/// </summary>
/// <remarks>It searches shares of the ranges. What leaves a range is folded back into it at its ends.</remarks>
public sealed class EvolutionStrategy
{
    private readonly TunedParameter[] _parameters;
    private readonly int _candidates;
    private readonly StrategyDraws _draws;
    private readonly StrategyConstants _use;
    private readonly double[] _mean;
    private readonly double[] _stepPath;
    private readonly double[] _path;
    private readonly TriangularMatrix _covariance;
    private readonly double[][] _directions;
    private double _kept = 1;
    private ulong _drawn;
    private bool _isAsked;

    /// <summary>A search from the parameters' starts.</summary>
    /// <param name="parameters">1 to 100 parameters.</param>
    /// <param name="terms">How far and how widely it searches.</param>
    /// <exception cref="ArgumentException">A parameter has no range, or starts outside of it.</exception>
    public EvolutionStrategy(IReadOnlyList<TunedParameter> parameters, EvolutionTerms terms)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(terms);
        if (parameters.Count is < 1 or > 100)
        {
            throw new ArgumentException($"{parameters.Count} parameters given; allowed is 1 to 100.", nameof(parameters));
        }

        _parameters = [.. parameters];
        foreach (var one in _parameters)
        {
            if (!(one.Low < one.High && one.Start >= one.Low && one.Start <= one.High && double.IsFinite(one.High - one.Low)))
            {
                throw new ArgumentException(FormattableString.Invariant($"{one.Name} goes from {one.Low} to {one.High} and starts at {one.Start}; it needs a range, and a start inside."), nameof(parameters));
            }
        }

        var size = _parameters.Length;
        (_candidates, _draws, _use, StepSize) = (terms.Candidates, new(terms.Seed), new(size, terms.Candidates), terms.StepSize);
        _mean = [.. _parameters.Select(one => (one.Start - one.Low) / (one.High - one.Low))];
        (_stepPath, _path, _covariance) = (new double[size], new double[size], new(size));
        _directions = [.. Enumerable.Range(0, _candidates).Select(_ => new double[size])];
    }

    /// <summary>Generations that were told.</summary>
    public int Generation { get; private set; }

    /// <summary>σ, as a share of the ranges.</summary>
    public double StepSize { get; private set; }

    /// <summary>Where the search stands: the weighted mean of the better half of the last generation, in the parameters' units and order.</summary>
    public IReadOnlyList<double> Mean => Shown(_mean);

    /// <summary>The candidates of a generation, each in the parameters' units and order.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Ask()
    {
        if (!_isAsked)
        {
            foreach (var direction in _directions)
            {
                for (var i = 0; i < direction.Length; i++)
                {
                    direction[i] = _draws.Normal(_drawn++);
                }
            }

            _isAsked = true;
        }

        return [.. _directions.Select(direction => Shown(Point(direction)))];
    }

    /// <summary>Takes in what the candidates asked for last scored; of equal ones the first counts as the better.</summary>
    /// <param name="scores">A finite number a candidate, in their order; more is better.</param>
    /// <exception cref="InvalidOperationException">No candidates were asked for since the last scores.</exception>
    /// <exception cref="ArgumentException">Another number of scores, or one that is not finite.</exception>
    public void Tell(IReadOnlyList<double> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (!_isAsked)
        {
            throw new InvalidOperationException("Ask for candidates before their scores are told.");
        }

        if (scores.Count != _candidates || !scores.All(double.IsFinite))
        {
            throw new ArgumentException($"{scores.Count} scores told; a finite one for each of {_candidates} candidates is needed.", nameof(scores));
        }

        _isAsked = false;
        Generation++;
        int[] order = [.. Enumerable.Range(0, _candidates).OrderByDescending(i => scores[i])];
        Move(order);
    }

    private void Move(int[] order)
    {
        var size = _mean.Length;
        var drawn = new double[size];
        for (var rank = 0; rank < _use.Weights.Length; rank++)
        {
            for (var i = 0; i < size; i++)
            {
                drawn[i] += _use.Weights[rank] * _directions[order[rank]][i];
            }
        }

        var step = _covariance.Times(drawn);
        var length = 0.0;
        for (var i = 0; i < size; i++)
        {
            _mean[i] += StepSize * step[i];
            _stepPath[i] = ((1 - _use.StepRate) * _stepPath[i]) + (_use.StepGain * drawn[i]);
            length += _stepPath[i] * _stepPath[i];
        }

        length = Math.Sqrt(length);

        // While the path is short of its usual length the covariance would follow it too far.
        _kept *= (1 - _use.StepRate) * (1 - _use.StepRate);
        var isUsual = length / Math.Sqrt(1 - _kept) < (1.4 + (2.0 / (size + 1))) * _use.UsualLength;
        for (var i = 0; i < size; i++)
        {
            _path[i] = ((1 - _use.PathRate) * _path[i]) + (isUsual ? _use.PathGain * step[i] : 0);
        }

        // The candidates' steps are of the old covariance.
        var steps = _use.Weights.Select((weight, rank) => (weight * _use.RankMu, _covariance.Times(_directions[order[rank]]))).ToArray();
        var shortfall = isUsual ? 0 : _use.RankOne * _use.PathRate * (2 - _use.PathRate);
        _covariance.Update(1 - _use.RankOne - _use.RankMu + shortfall, [(_use.RankOne, _path), .. steps]);
        StepSize *= SeriesMath.Exp(Math.Min(1, _use.StepRate / _use.StepDamping * ((length / _use.UsualLength) - 1)));
    }

    private double[] Point(double[] direction)
    {
        var point = _covariance.Times(direction);
        for (var i = 0; i < point.Length; i++)
        {
            point[i] = _mean[i] + (StepSize * point[i]);
        }

        return point;
    }

    private double[] Shown(double[] point) => [.. point.Select((share, i) => _parameters[i].Low + ((_parameters[i].High - _parameters[i].Low) * Folded(share)))];

    /// <summary>Into 0 to 1, as if the line were folded at every whole number.</summary>
    private static double Folded(double share)
    {
        var turn = share - (2 * Math.Floor(share / 2));
        return turn > 1 ? 2 - turn : turn;
    }
}
