using FbaBench.Primitives;

namespace FbaBench.Tests.Primitives;

public sealed class PhiloxTests
{
    /// <summary>Known answers of Random123 (kat_vectors, philox4x32 10).</summary>
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Block_of_known_counters_gives_known_answers(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint x0, uint x1, uint x2, uint x3) =>
        Assert.Equal(new PhiloxBlock(x0, x1, x2, x3), Philox4x32.Block(new(c0, c1, c2, c3), k0, k1));
}

public sealed class KeyedDrawsTests
{
    private static readonly KeyedDraws Draws = KeyedDraws.ForWorld(new WorldSeed(3));

    [Fact]
    public void Uniform_repeated_gives_the_same_and_lies_inside_the_unit_interval()
    {
        for (var day = 0; day < 1000; day++)
        {
            var value = Draws.Uniform(Mechanism.Orders, 5, day, 2);
            Assert.Equal(value, Draws.Uniform(Mechanism.Orders, 5, day, 2));
            Assert.InRange(value, 1e-17, 1 - 1e-17);
        }
    }

    [Fact]
    public void Uniform_of_the_extreme_words_stays_inside_the_unit_interval()
    {
        Assert.True(KeyedDraws.ToUniform(new PhiloxBlock(0, 0, 0, 0)) > 0);
        Assert.True(KeyedDraws.ToUniform(new PhiloxBlock(uint.MaxValue, uint.MaxValue, 0, 0)) < 1);
        Assert.True(KeyedDraws.ToUniform(0u) > 0);
        Assert.True(KeyedDraws.ToUniform(uint.MaxValue) < 1);
    }

    [Fact]
    public void Bits_differ_in_every_part_of_the_key()
    {
        var seen = new HashSet<PhiloxBlock>
        {
            Draws.Bits(Mechanism.Orders, 5, 1, 2),
            Draws.Bits(Mechanism.Sessions, 5, 1, 2),
            Draws.Bits(Mechanism.Orders, 6, 1, 2),
            Draws.Bits(Mechanism.Orders, 5UL << 32, 1, 2),
            Draws.Bits(Mechanism.Orders, 5, 2, 2),
            Draws.Bits(Mechanism.Orders, 5, 1, 3),
            Draws.Bits(Mechanism.Orders, 5, 1, 2 + 65_536),
            KeyedDraws.ForWorld(new WorldSeed(4)).Bits(Mechanism.Orders, 5, 1, 2),
            KeyedDraws.ForWorld(new WorldSeed(3UL << 32)).Bits(Mechanism.Orders, 5, 1, 2),
            KeyedDraws.ForAgent(new WorldSeed(3), new Seat(0), 0).Bits(Mechanism.Orders, 5, 1, 2),
            KeyedDraws.ForAgent(new WorldSeed(3), new Seat(1), 0).Bits(Mechanism.Orders, 5, 1, 2),
            KeyedDraws.ForAgent(new WorldSeed(3), new Seat(0), 1).Bits(Mechanism.Orders, 5, 1, 2),
        };
        Assert.Equal(12, seen.Count);
    }

    /// <summary>Mean 1/2 and variance 1/12 within five standard errors over 40,000 keys.</summary>
    [Fact]
    public void Uniform_over_entities_has_mean_and_variance_of_the_unit_interval()
    {
        const int count = 40_000;
        double sum = 0, squares = 0;
        for (var i = 0; i < count; i++)
        {
            var value = Draws.Uniform(Mechanism.Rival, EntityKey.Of("offer-" + i), 11);
            sum += value;
            squares += value * value;
        }

        var mean = sum / count;
        Assert.InRange(mean, 0.5 - (5 * 0.2887 / 200), 0.5 + (5 * 0.2887 / 200));
        Assert.InRange((squares / count) - (mean * mean), (1 / 12.0) - 0.002, (1 / 12.0) + 0.002);
    }

    [Fact]
    public void World_seeds_of_an_experiment_are_distinct_and_fixed()
    {
        var seeds = Enumerable.Range(0, 1000).Select(world => WorldSeed.OfExperiment(1, world)).ToHashSet();
        Assert.Equal(1000, seeds.Count);
        Assert.NotEqual(WorldSeed.OfExperiment(1, 0), WorldSeed.OfExperiment(2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorldSeed.OfExperiment(1, -1));
    }

    [Fact]
    public void Scenario_draws_are_functions_of_seed_purpose_and_ordinal()
    {
        var world = new WorldSeed(9);
        Assert.Equal(world.Uniform("level"), world.Uniform("level"));
        Assert.NotEqual(world.Uniform("level"), world.Uniform("level", 1));
        Assert.NotEqual(world.Uniform("level"), new WorldSeed(10).Uniform("level"));
        Assert.Equal(1, world.LogNormal("level", 0));
        Assert.Equal(Math.Exp(0.3 * world.Normal("x")), world.LogNormal("x", 0.3), 12);
    }
}
