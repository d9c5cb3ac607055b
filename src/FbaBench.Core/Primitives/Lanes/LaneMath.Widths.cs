using System.Runtime.CompilerServices;

namespace FbaBench.Primitives;

/// <inheritdoc cref="LaneMath"/>
internal sealed class LaneMath<TLanes> : LaneMath
    where TLanes : struct, ILanes<TLanes>
{
    private const double TwoTo52 = 1UL << 52;

    public override int Width => 64 * TLanes.Count;

    public override TResult Make<TResult>(LaneFactory<TResult> factory) => factory.Make<TLanes>();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Exp(Span<double> values)
    {
        Span<double> rest = stackalloc double[Tile];
        for (var at = 0; at < values.Length; at += TLanes.Count)
        {
            var part = Part(values, at, rest, neutral: 0);
            var x = TLanes.Load(in part[0]);
            if (TLanes.AllSet(Lanes.IsOrdinaryPower(x)))
            {
                Lanes.Exp(x).Store(ref part[0]);
            }
            else
            {
                for (var i = 0; i < TLanes.Count; i++)
                {
                    part[i] = DetMath.Exp(part[i]);
                }
            }

            Keep(values, at, part);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Log(Span<double> values)
    {
        Span<double> rest = stackalloc double[Tile];
        for (var at = 0; at < values.Length; at += TLanes.Count)
        {
            var part = Part(values, at, rest, neutral: 1);
            var x = TLanes.Load(in part[0]);
            if (TLanes.AllSet(Lanes.IsNormal(x)))
            {
                Lanes.Log(x).Store(ref part[0]);
            }
            else
            {
                for (var i = 0; i < TLanes.Count; i++)
                {
                    part[i] = DetMath.Log(part[i]);
                }
            }

            Keep(values, at, part);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void NormalQuantile(Span<double> values)
    {
        Span<double> rest = stackalloc double[Tile];
        Span<double> uniforms = stackalloc double[Tile];
        for (var at = 0; at < values.Length; at += TLanes.Count)
        {
            var part = Part(values, at, rest, neutral: 0.5);
            var p = TLanes.Load(in part[0]);
            var central = Lanes.IsCentral(p);
            p.Store(ref uniforms[0]);
            Lanes.CentralQuantile(p).Store(ref part[0]);
            if (!TLanes.AllSet(central))
            {
                for (var i = 0; i < TLanes.Count; i++)
                {
                    part[i] = DetMath.IsCentral(uniforms[i]) ? part[i] : DetMath.NormalQuantile(uniforms[i]);
                }
            }

            Keep(values, at, part);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void FirstWords(ReadOnlySpan<ulong> entities, uint word2, uint word3, uint key0, uint key1, Span<ulong> into)
    {
        Span<long> rest = stackalloc long[Tile];
        Span<long> keys = stackalloc long[2 * Philox4x32.Rounds];
        Lanes.RoundKeys(key0, key1, keys);
        for (var at = 0; at < entities.Length; at += TLanes.Count)
        {
            Block(entities, at, rest, word2, word3, keys).Store(ref rest[0]);
            for (var i = 0; i < TLanes.Count && at + i < entities.Length; i++)
            {
                into[at + i] = unchecked((ulong)rest[i]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Uniforms(in KeyedDraws draws, Mechanism mechanism, ReadOnlySpan<ulong> entities, int day, ushort ordinal, Span<double> into)
    {
        var (word3, key0, key1) = draws.Counter(mechanism, day, ordinal);
        Span<long> words = stackalloc long[Tile];
        Span<double> rest = stackalloc double[Tile];
        Span<long> keys = stackalloc long[2 * Philox4x32.Rounds];
        Lanes.RoundKeys(key0, key1, keys);
        for (var at = 0; at < entities.Length; at += TLanes.Count)
        {
            var bits = Block(entities, at, words, (uint)day, word3, keys);

            // 52 bits below the exponent of 2^52 are that number plus 2^52, exactly.
            var whole = ((bits >>> 12) | TLanes.All(BitConverter.DoubleToInt64Bits(TwoTo52))) - TLanes.All(TwoTo52);
            var uniforms = (whole + TLanes.All(0.5)) * TLanes.All(1 / TwoTo52);
            if (at + TLanes.Count <= into.Length)
            {
                uniforms.Store(ref into[at]);
            }
            else
            {
                uniforms.Store(ref rest[0]);
                Keep(into, at, rest);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void PoissonQuantiles(ReadOnlySpan<double> uniforms, ReadOnlySpan<double> means, Span<int> into)
    {
        Span<double> partOfUniforms = stackalloc double[Tile];
        Span<double> partOfMeans = stackalloc double[Tile];
        Span<double> counts = stackalloc double[Tile];
        for (var at = 0; at < means.Length; at += TLanes.Count)
        {
            var length = Math.Min(TLanes.Count, means.Length - at);
            if (length < TLanes.Count)
            {
                partOfUniforms.Fill(0.5);
                partOfMeans.Clear();
                uniforms[at..].CopyTo(partOfUniforms);
                means[at..].CopyTo(partOfMeans);
            }

            var u = TLanes.Load(in length < TLanes.Count ? ref partOfUniforms[0] : ref Unsafe.AsRef(in uniforms[at]));
            var mean = TLanes.Load(in length < TLanes.Count ? ref partOfMeans[0] : ref Unsafe.AsRef(in means[at]));
            var isSmall = Lanes.IsInvertedFromZero(u, mean);
            var count = Lanes.FromZero(u, TLanes.Select(isSmall, mean, TLanes.All(0.0)));
            if (!TLanes.AllSet(isSmall))
            {
                // What neither rule settles is one by one, and refused there if it is no draw at all.
                var isSettled = Lanes.IsExpanded(u, mean, out var expanded);
                count = TLanes.Select(isSmall, count, TLanes.Select(isSettled, expanded, TLanes.All(-1.0)));
            }

            count.Store(ref counts[0]);
            for (var i = 0; i < length; i++)
            {
                into[at + i] = counts[i] >= 0 ? (int)counts[i] : PoissonQuantile.Of(uniforms[at + i], means[at + i]);
            }
        }
    }

    /// <summary>A register's values: where they stand, or, past the last whole register, a padded copy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Span<double> Part(Span<double> values, int at, Span<double> rest, double neutral)
    {
        if (at + TLanes.Count <= values.Length)
        {
            return values[at..];
        }

        rest.Fill(neutral);
        values[at..].CopyTo(rest);
        return rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Keep(Span<double> values, int at, ReadOnlySpan<double> part)
    {
        if (at + TLanes.Count > values.Length)
        {
            part[..(values.Length - at)].CopyTo(values[at..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Block(ReadOnlySpan<ulong> entities, int at, Span<long> rest, uint word2, uint word3, ReadOnlySpan<long> keys)
    {
        if (at + TLanes.Count <= entities.Length)
        {
            return Lanes.FirstWords(TLanes.Load(in Unsafe.As<ulong, long>(ref Unsafe.AsRef(in entities[at]))), word2, word3, keys);
        }

        for (var i = 0; i < TLanes.Count; i++)
        {
            rest[i] = at + i < entities.Length ? unchecked((long)entities[at + i]) : 0;
        }

        return Lanes.FirstWords(TLanes.Load(in rest[0]), word2, word3, keys);
    }
}
