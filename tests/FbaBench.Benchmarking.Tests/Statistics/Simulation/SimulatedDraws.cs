namespace FbaBench.Tests.Statistics;

/// <summary>Fast draws of simulations: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014) and the polar method. The same key gives the same draws everywhere.</summary>
internal sealed class SimulatedDraws(ulong key)
{
    private ulong _state = Mix(unchecked((key + 1) * 0xD1342543DE82EF95));
    private double? _spare;

    /// <summary>Uniform on (0, 1).</summary>
    public double Uniform()
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15);
        return ((Mix(_state) >> 12) + 0.5) / (1UL << 52);
    }

    public double Normal()
    {
        if (_spare is { } spare)
        {
            _spare = null;
            return spare;
        }

        while (true)
        {
            var (x, y) = ((2 * Uniform()) - 1, (2 * Uniform()) - 1);
            var square = (x * x) + (y * y);
            if (square is > 0 and < 1)
            {
                var scale = Math.Sqrt(-2 * Math.Log(square) / square);
                _spare = y * scale;
                return x * scale;
            }
        }
    }

    public double[] Normals(int count)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = Normal();
        }

        return values;
    }

    /// <summary>Student's t with three degrees of freedom: no third moment.</summary>
    public double StudentThree()
    {
        var (a, b, c) = (Normal(), Normal(), Normal());
        return Normal() / Math.Sqrt(((a * a) + (b * b) + (c * c)) / 3);
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
