namespace FbaBench;

/// <summary>Exponential and logarithm by their series, with basic operations alone: the same bits on every machine. For few values of moderate size.</summary>
internal static class SeriesMath
{
    private const int Terms = 40;
    private const double Ln2 = 0.693147180559945309417232121458;

    /// <summary>e^x for |x| up to some hundreds.</summary>
    public static double Exp(double x)
    {
        var halvings = 0;
        while (x is > 0.5 or < -0.5)
        {
            x /= 2;
            halvings++;
        }

        var (sum, term) = (1.0, 1.0);
        for (var i = 1; i <= Terms; i++)
        {
            term *= x / i;
            sum += term;
        }

        for (var i = 0; i < halvings; i++)
        {
            sum *= sum;
        }

        return sum;
    }

    /// <summary>ln x for x above 0, as 2 artanh((x − 1) / (x + 1)) after halving or doubling.</summary>
    public static double Log(double x)
    {
        var doublings = 0;
        while (x > 1.5)
        {
            x /= 2;
            doublings++;
        }

        while (x < 0.75)
        {
            x *= 2;
            doublings--;
        }

        var y = (x - 1) / (x + 1);
        var (sum, power) = (0.0, y);
        for (var i = 1; i <= Terms; i += 2)
        {
            sum += power / i;
            power *= y * y;
        }

        return (2 * sum) + (doublings * Ln2);
    }
}
