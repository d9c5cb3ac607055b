namespace FbaBench.Scenarios;

/// <summary>A positive definite system by Cholesky's method, in a fixed order of summation.</summary>
internal sealed class Symmetric
{
    private readonly double[][] _lower;

    private Symmetric(double[][] lower) => _lower = lower;

    public int Size => _lower.Length;

    /// <summary>Factors a matrix of which the lower half is read.</summary>
    /// <exception cref="ArithmeticException">It is not positive definite.</exception>
    public static Symmetric Factor(double[][] matrix)
    {
        var n = matrix.Length;
        var lower = new double[n][];
        for (var i = 0; i < n; i++)
        {
            var row = lower[i] = new double[i + 1];
            for (var j = 0; j <= i; j++)
            {
                var other = lower[j];
                var sum = matrix[i][j];
                for (var k = 0; k < j; k++)
                {
                    sum -= row[k] * other[k];
                }

                row[j] = i != j ? sum / other[j] : sum > 0 ? Math.Sqrt(sum) : throw new ArithmeticException("The matrix is not positive definite.");
            }
        }

        return new Symmetric(lower);
    }

    public double[] Solve(IReadOnlyList<double> right)
    {
        var x = HalfSolve(right);
        for (var i = Size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < Size; k++)
            {
                x[i] -= _lower[k][i] * x[k];
            }

            x[i] /= _lower[i][i];
        }

        return x;
    }

    public double[][] Inverse()
    {
        var inverse = new double[Size][];
        for (var i = 0; i < Size; i++)
        {
            var unit = new double[Size];
            unit[i] = 1;
            inverse[i] = Solve(unit);
        }

        return inverse;
    }

    /// <summary>L · z: with independent standard normal z, a draw whose covariance is the factored matrix.</summary>
    public double[] Times(IReadOnlyList<double> z)
    {
        var x = new double[Size];
        for (var i = 0; i < Size; i++)
        {
            for (var k = 0; k <= i; k++)
            {
                x[i] += _lower[i][k] * z[k];
            }
        }

        return x;
    }

    private double[] HalfSolve(IReadOnlyList<double> right)
    {
        var x = new double[Size];
        for (var i = 0; i < Size; i++)
        {
            var sum = right[i];
            for (var k = 0; k < i; k++)
            {
                sum -= _lower[i][k] * x[k];
            }

            x[i] = sum / _lower[i][i];
        }

        return x;
    }

    public static double[][] Square(int size)
    {
        var matrix = new double[size][];
        for (var i = 0; i < size; i++)
        {
            matrix[i] = new double[size];
        }

        return matrix;
    }

    /// <summary>w' · M · w.</summary>
    public static double Form(double[][] matrix, IReadOnlyList<double> weights)
    {
        double sum = 0;
        for (var i = 0; i < weights.Count; i++)
        {
            for (var j = 0; weights[i] != 0 && j < weights.Count; j++)
            {
                sum += weights[i] * weights[j] * matrix[i][j];
            }
        }

        return sum;
    }
}
