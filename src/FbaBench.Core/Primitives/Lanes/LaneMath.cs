using System.Runtime.Intrinsics;

namespace FbaBench.Primitives;

/// <summary>
/// Columns of numbers at the width the machine has vector instructions for. Every width gives the bits of the scalar forms (<see cref="DetMath"/>,
/// <see cref="KeyedDraws"/>, <see cref="PoissonQuantile"/>), which stay as what the rule reads like.
/// </summary>
internal abstract class LaneMath
{
    /// <summary>Most lanes of any width: buffers of this many entries, or a multiple, need no remainder.</summary>
    public const int Tile = 8;

    /// <summary>Every width, the widest first.</summary>
    public static IReadOnlyList<LaneMath> All { get; } = [new LaneMath<Lanes512>(), new LaneMath<Lanes256>(), new LaneMath<Lanes128>(), new LaneMath<Lanes64>()];

    /// <summary>The widest that the machine accelerates: a wider one is slower than scalar code.</summary>
    public static LaneMath Best { get; } = All[Vector512.IsHardwareAccelerated ? 0 : Vector256.IsHardwareAccelerated ? 1 : Vector128.IsHardwareAccelerated ? 2 : 3];

    /// <summary>Bits of a register: 512, 256, 128, or 64 for scalar code.</summary>
    public abstract int Width { get; }

    /// <summary>Length of a buffer that holds so many entries in whole tiles.</summary>
    public static int Padded(int count) => (count + Tile - 1) / Tile * Tile;

    /// <summary>Makes what is written over lanes at this width.</summary>
    public abstract TResult Make<TResult>(LaneFactory<TResult> factory);

    /// <summary>e to the power of each value, in place.</summary>
    public abstract void Exp(Span<double> values);

    /// <summary>Natural logarithm of each value, in place.</summary>
    public abstract void Log(Span<double> values);

    /// <summary>Quantile of the standard normal distribution of each value, in place.</summary>
    public abstract void NormalQuantile(Span<double> values);

    /// <summary>The first 64 bits of the draws of many entities: X1 above X0 of <see cref="KeyedDraws.Bits"/>.</summary>
    public void Words(in KeyedDraws draws, Mechanism mechanism, ReadOnlySpan<ulong> entities, int day, ushort ordinal, Span<ulong> into)
    {
        var (word3, key0, key1) = draws.Counter(mechanism, day, ordinal);
        FirstWords(entities, (uint)day, word3, key0, key1, into);
    }

    /// <summary>The first 64 bits (X1 above X0) of the blocks of counters that differ in their entity, words 0 and 1.</summary>
    public abstract void FirstWords(ReadOnlySpan<ulong> entities, uint word2, uint word3, uint key0, uint key1, Span<ulong> into);

    /// <summary>The uniforms of many entities: each as <see cref="KeyedDraws.Uniform"/> gives it.</summary>
    public abstract void Uniforms(in KeyedDraws draws, Mechanism mechanism, ReadOnlySpan<ulong> entities, int day, ushort ordinal, Span<double> into);

    /// <summary>Poisson quantiles, each as <see cref="PoissonQuantile.Of"/> gives it.</summary>
    public abstract void PoissonQuantiles(ReadOnlySpan<double> uniforms, ReadOnlySpan<double> means, Span<int> into);
}

/// <summary>Makes what is written over lanes, once its width is known.</summary>
internal abstract class LaneFactory<TResult>
{
    public abstract TResult Make<TLanes>()
        where TLanes : struct, ILanes<TLanes>;
}
