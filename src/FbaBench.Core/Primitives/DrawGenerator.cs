using FbaBench.Primitives;

namespace FbaBench;

/// <summary>
/// The generator behind every draw of a world, open to known-answer tests: Philox4x32 with ten rounds (Salmon, Moraes, Dror,
/// Shaw, SC 2011). It holds no seed and has no stream; agents draw through their <see cref="AgentContext"/>.
/// </summary>
public static class DrawGenerator
{
    /// <summary>The block of a counter and a key, as the engine draws it: one by one, and at every width of vectors.</summary>
    /// <param name="counter">Four words.</param>
    /// <param name="key">Two words.</param>
    /// <returns>Four words.</returns>
    /// <exception cref="ArgumentException">Another number of words.</exception>
    /// <exception cref="InvariantException">Two forms of the generator differ on this processor.</exception>
    public static uint[] Block(ReadOnlySpan<uint> counter, ReadOnlySpan<uint> key)
    {
        if (counter.Length != 4 || key.Length != 2)
        {
            throw new ArgumentException($"A counter has four words and a key two; got {counter.Length} and {key.Length}.");
        }

        var block = Philox4x32.Block(new(counter[0], counter[1], counter[2], counter[3]), key[0], key[1]);
        var first = ((ulong)block.X1 << 32) | block.X0;
        var words = new ulong[1];
        foreach (var lanes in LaneMath.All)
        {
            lanes.FirstWords([((ulong)counter[1] << 32) | counter[0]], counter[2], counter[3], key[0], key[1], words);
            if (words[0] != first)
            {
                throw new InvariantException($"The generator gives {words[0]:x16} at {lanes.Width} bits where its scalar form gives {first:x16}.");
            }
        }

        return [block.X0, block.X1, block.X2, block.X3];
    }
}
