namespace FbaBench;

/// <summary>A covariance matrix and its lower triangular factor; it begins as the unit matrix.</summary>
internal sealed class TriangularMatrix
{
    private readonly int _size;
    private readonly double[] _whole;
    private readonly double[] _lower;

    public TriangularMatrix(int size)
    {
        _size = size;
        _whole = new double[size * size];
        _lower = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            _whole[(i * size) + i] = _lower[(i * size) + i] = 1;
        }
    }

    /// <summary>The factor times a vector.</summary>
    public double[] Times(ReadOnlySpan<double> vector)
    {
        var product = new double[_size];
        for (var i = 0; i < _size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                product[i] += _lower[(i * _size) + j] * vector[j];
            }
        }

        return product;
    }

    /// <summary>Scales the covariance, adds weighted squares of vectors, and factors it anew.</summary>
    public void Update(double scale, IReadOnlyList<(double Weight, double[] Vector)> squares)
    {
        for (var i = 0; i < _size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var value = scale * _whole[(i * _size) + j];
                foreach (var (weight, vector) in squares)
                {
                    value += weight * vector[i] * vector[j];
                }

                _whole[(i * _size) + j] = value;
            }
        }

        for (var i = 0; i < _size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = _whole[(i * _size) + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= _lower[(i * _size) + k] * _lower[(j * _size) + k];
                }

                // Rounding can take the last of a long thin shape below zero.
                _lower[(i * _size) + j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-300)) : sum / _lower[(j * _size) + j];
            }
        }
    }
}
