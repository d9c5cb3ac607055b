using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FbaBench.Primitives;

/// <summary>Four blocks at once, one in each 64-bit lane. Whole numbers alone: the bits are those of the scalar form.</summary>
internal static partial class Philox4x32
{
    private const ulong LowWord = uint.MaxValue;

    /// <summary>The first two words of the blocks of four counters, as 64-bit numbers (X1 above X0).</summary>
    /// <param name="entities">Words 0 and 1 of each counter.</param>
    /// <param name="word2">Word 2 of all counters.</param>
    /// <param name="word3">Word 3 of all counters.</param>
    /// <param name="key0">First word of the key.</param>
    /// <param name="key1">Second word of the key.</param>
    public static Vector256<ulong> FirstWords(Vector256<ulong> entities, uint word2, uint word3, uint key0, uint key1)
    {
        var low = Vector256.Create(LowWord);
        var x0 = entities & low;
        var x1 = entities >>> 32;
        var x2 = Vector256.Create((ulong)word2);
        var x3 = Vector256.Create((ulong)word3);
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = Product(x0, Multiplier0);
            var product1 = Product(x2, Multiplier1);
            x0 = (product1 >>> 32) ^ x1 ^ Vector256.Create((ulong)key0);
            x1 = product1 & low;
            x2 = (product0 >>> 32) ^ x3 ^ Vector256.Create((ulong)key1);
            x3 = product0 & low;

            // The key schedule wraps around by design.
            key0 = unchecked(key0 + Weyl0);
            key1 = unchecked(key1 + Weyl1);
        }

        return (x1 << 32) | x0;
    }

    /// <summary>Products of 32-bit words that stand in 64-bit lanes; AVX2 multiplies just these in one instruction.</summary>
    private static Vector256<ulong> Product(Vector256<ulong> words, uint multiplier) => Avx2.IsSupported
        ? Avx2.Multiply(words.AsUInt32(), Vector256.Create((ulong)multiplier).AsUInt32())
        : words * multiplier;
}
