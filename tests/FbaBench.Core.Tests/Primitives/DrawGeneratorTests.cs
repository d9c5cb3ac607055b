namespace FbaBench.Tests.Primitives;

public sealed class DrawGeneratorTests
{
    /// <summary>Random123, kat_vectors: philox4x32 10.</summary>
    [Fact]
    public void Block_gives_the_published_words()
    {
        uint[] expected = [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1];
        Assert.Equal(expected, DrawGenerator.Block([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0]));
    }

    [Fact]
    public void Block_of_another_number_of_words_is_refused()
    {
        Assert.Contains("got 3 and 2", Assert.Throws<ArgumentException>(() => DrawGenerator.Block([1, 2, 3], [1, 2])).Message, StringComparison.Ordinal);
        Assert.Contains("got 4 and 1", Assert.Throws<ArgumentException>(() => DrawGenerator.Block([1, 2, 3, 4], [1])).Message, StringComparison.Ordinal);
    }
}
