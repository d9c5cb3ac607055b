using FbaBench.Primitives;

namespace FbaBench.Market;

/// <summary>
/// Units that a mechanism marks, each with the same chance: a fixed set of positions for identity and day, found by its geometric gaps. However the
/// units of a day are cut into parts, the same of them are marked.
/// </summary>
/// <param name="draws">Draws of the world.</param>
/// <param name="mechanism">What marks them.</param>
/// <param name="key">Identity.</param>
/// <param name="day">Day.</param>
/// <param name="chance">Chance of a unit, above 0 and below 1.</param>
internal struct MarkedUnits(KeyedDraws draws, Mechanism mechanism, ulong key, int day, double chance)
{
    private readonly double _unmarked = DetMath.Log(1 - chance);
    private int _count;

    /// <summary>Position of the marked unit in hand, from 0; −1 before the first.</summary>
    public long Position { get; private set; } = -1;

    /// <summary>Uniform on (0, 1), independent of the position.</summary>
    public double Uniform { get; private set; }

    /// <summary>Goes on to the next marked unit.</summary>
    public void Next()
    {
        var bits = draws.Bits(mechanism, key, day, _count++);
        Position += 1 + (long)Math.Min(int.MaxValue, Math.Floor(DetMath.Log(KeyedDraws.ToUniform(bits)) / _unmarked));
        Uniform = KeyedDraws.ToUniform(bits.X2);
    }
}
