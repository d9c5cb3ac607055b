namespace FbaBench;

/// <summary>
/// Ridge regression that goes on: mean rewards as a linear function of features, with a prior mean that counts as so many samples along every feature. Solved by Cholesky's decomposition with
/// basic operations and square roots alone: the same bits on every machine.
/// </summary>
internal sealed class LinearModel
{
    private readonly int _size;
    private readonly double[] _precision;
    private readonly double[] _sums;
    private readonly double[] _lower;
    private readonly double[] _mean;
    private bool _isSolved;

    public LinearModel(IReadOnlyList<double> mean, double samples)
    {
        _size = mean.Count;
        _precision = new double[_size * _size];
        _lower = new double[_size * _size];
        _sums = new double[_size];
        _mean = new double[_size];
        for (var i = 0; i < _size; i++)
        {
            _precision[(i * _size) + i] = samples;
            _sums[i] = samples * mean[i];
        }
    }

    private LinearModel(LinearModel other)
    {
        _size = other._size;
        _precision = [.. other._precision];
        _sums = [.. other._sums];
        _lower = [.. other._lower];
        _mean = [.. other._mean];
        _isSolved = other._isSolved;
    }

    /// <summary>Weights of the features as far as they are known.</summary>
    public ReadOnlySpan<double> Mean
    {
        get
        {
            Solve();
            return _mean;
        }
    }

    public LinearModel Copy() => new(this);

    /// <summary>Takes in samples of the same features: how many, and the sum of their rewards.</summary>
    public void Add(ReadOnlySpan<double> features, double samples, double rewards)
    {
        for (var i = 0; i < _size; i++)
        {
            for (var j = 0; j < _size; j++)
            {
                _precision[(i * _size) + j] += samples * features[i] * features[j];
            }

            _sums[i] += rewards * features[i];
        }

        _isSolved = false;
    }

    /// <summary>The reward that is expected.</summary>
    public double Expected(ReadOnlySpan<double> features)
    {
        Solve();
        var sum = 0.0;
        for (var i = 0; i < _size; i++)
        {
            sum += _mean[i] * features[i];
        }

        return sum;
    }

    /// <summary>Standard error of what is expected, for rewards of deviation 1: √(x′A⁻¹x).</summary>
    public double Width(ReadOnlySpan<double> features)
    {
        Solve();
        Span<double> solved = stackalloc double[_size];
        return Math.Sqrt(Forward(features, solved));
    }

    private void Solve()
    {
        if (_isSolved)
        {
            return;
        }

        for (var i = 0; i < _size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = _precision[(i * _size) + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= _lower[(i * _size) + k] * _lower[(j * _size) + k];
                }

                _lower[(i * _size) + j] = i == j ? Math.Sqrt(sum) : sum / _lower[(j * _size) + j];
            }
        }

        Forward(_sums, _mean);
        for (var i = _size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < _size; k++)
            {
                _mean[i] -= _lower[(k * _size) + i] * _mean[k];
            }

            _mean[i] /= _lower[(i * _size) + i];
        }

        _isSolved = true;
    }

    /// <summary>Solves with the lower triangle; the sum of squares of what it comes to.</summary>
    private double Forward(ReadOnlySpan<double> right, Span<double> solved)
    {
        var squares = 0.0;
        for (var i = 0; i < _size; i++)
        {
            var sum = right[i];
            for (var k = 0; k < i; k++)
            {
                sum -= _lower[(i * _size) + k] * solved[k];
            }

            solved[i] = sum / _lower[(i * _size) + i];
            squares += solved[i] * solved[i];
        }

        return squares;
    }
}
