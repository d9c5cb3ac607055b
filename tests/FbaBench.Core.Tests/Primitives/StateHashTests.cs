namespace FbaBench.Tests.Primitives;

public sealed class StateHashTests
{
    [Fact]
    public void Every_bit_of_every_word_changes_the_hash()
    {
        var words = Enumerable.Range(0, 11).Select(i => (long)i * 0x1234567).ToArray();
        var before = StateHash.Of(words);
        var seen = new HashSet<StateHash> { before };
        for (var word = 0; word < words.Length; word++)
        {
            for (var bit = 0; bit < 64; bit++)
            {
                words[word] ^= 1L << bit;
                Assert.True(seen.Add(StateHash.Of(words)), $"word {word}, bit {bit}");
                words[word] ^= 1L << bit;
            }
        }

        Assert.Equal(before, StateHash.Of(words));
    }

    [Fact]
    public void Order_length_and_seed_matter()
    {
        Assert.NotEqual(StateHash.Of([1, 2, 3, 4, 5, 6, 7, 8]), StateHash.Of([2, 1, 3, 4, 5, 6, 7, 8]));
        Assert.NotEqual(StateHash.Of([1, 2, 3, 4, 5, 6, 7, 8]), StateHash.Of([5, 6, 7, 8, 1, 2, 3, 4]));
        Assert.NotEqual(StateHash.Of([0]), StateHash.Of([0, 0]));
        Assert.NotEqual(StateHash.Of([]), StateHash.Of([0]));
        Assert.NotEqual(StateHash.Of([1, 2]), StateHash.Of([1, 2], new StateHash(1, 0)));
        Assert.NotEqual(StateHash.Of([1, 2], new StateHash(1, 0)), StateHash.Of([1, 2], new StateHash(0, 1)));
    }

    [Fact]
    public void Every_bit_of_every_byte_and_the_length_change_the_digest_of_bytes()
    {
        var bytes = Enumerable.Range(0, 19).Select(i => (byte)(i * 37)).ToArray();
        var seen = new HashSet<StateHash> { StateHash.OfBytes(bytes) };
        for (var at = 0; at < bytes.Length * 8; at++)
        {
            bytes[at / 8] ^= (byte)(1 << (at % 8));
            Assert.True(seen.Add(StateHash.OfBytes(bytes)));
            bytes[at / 8] ^= (byte)(1 << (at % 8));
        }

        Assert.True(seen.Add(StateHash.OfBytes([.. bytes, 0])));
        Assert.True(seen.Add(StateHash.OfBytes(bytes, new StateHash(1, 1))));
        Assert.NotEqual(StateHash.OfBytes([]), StateHash.OfBytes([0]));

        // Number of bytes first, then little-endian words, the last one padded.
        Assert.Equal(StateHash.Of([9, 0x0807060504030201, 0x09]), StateHash.OfBytes([1, 2, 3, 4, 5, 6, 7, 8, 9]));
    }

    /// <summary>The hash is part of logs and saved states: these bits must never change.</summary>
    [Fact]
    [Trait("Category", "Golden")]
    public void Known_words_give_known_digits()
    {
        Assert.Equal("35abc7b7a539b9463098dd32fb922905", StateHash.Of([]).ToString());
        Assert.Equal("e5967ed22def6ad01a4052b8dd10da8b", StateHash.Of([1, 2, 3, 4, 5, -6]).ToString());
        Assert.Equal("35351b34272c22b47f1b8bdba9bce6b4", StateHash.Of([1, 2, 3, 4]).ToString());
        Assert.Equal("65a43f6ebf3af191a546750d5d3aa685", StateHash.Of([1, 2, 3, 4, 5, 6, 7, 8]).ToString());
        Assert.Equal("c15070e165450b48fb64897252e8c2bd", StateHash.Of([long.MaxValue, long.MinValue], new StateHash(3, 4)).ToString());
    }
}
