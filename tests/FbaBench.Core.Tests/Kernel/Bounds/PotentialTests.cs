using FbaBench.Primitives;

namespace FbaBench.Tests.Kernel.Bounds;

/// <summary>No command raises the potential on any day, and no run ends above it.</summary>
public sealed class PotentialTests
{
    [Fact]
    public void It_never_rises_in_small_worlds()
    {
        for (var world = 0; world < 40; world++)
        {
            foreach (var seller in Sellers.All)
            {
                Assert.Null(Raised(SmallWorlds.Draw(world), world, seller));
            }
        }
    }

    [Theory]
    [InlineData("random")]
    [InlineData("extreme")]
    [InlineData("rank-buying")]
    public void It_never_rises_where_every_mechanism_is_on(string seller)
    {
        var whole = WholeMarket.World(40, seats: 1);
        Assert.Null(Raised(whole with { Niches = [.. whole.Niches.Select(niche => niche with { Products = [.. niche.Products.OrderByDescending(product => product.Shared).Take(2)] })] }, 3, seller));
    }

    /// <summary>What is wrong with the potential along a run, or null.</summary>
    internal static string? Raised(WorldDefinition definition, int number, string seller)
    {
        var prepared = PreparedWorld.Of(definition);
        var seed = new WorldSeed((ulong)number);
        return Raised(prepared.Start(seed), ScoreBound.Of(prepared, seed), number, seller);
    }

    internal static string? Raised(Simulation simulation, ScoreBound bound, int number, string seller)
    {
        var draws = KeyedDraws.ForWorld(new WorldSeed((ulong)number + 1_000_000));
        var before = bound.Left(simulation);
        while (!simulation.IsOver)
        {
            simulation.Step([new(new Seat(0), Sellers.Decide(seller, simulation, draws))]);
            var after = bound.Left(simulation);
            if (after > before)
            {
                return $"world {number}, {seller}, day {simulation.Day - 1}: {before} to {after}; {string.Join(", ", simulation.Transfers.ToArray().GroupBy(one => one.Reason).Select(group => $"{group.Key} {group.Sum(one => one.Amount.Cents)}"))}";
            }

            before = after;
        }

        return simulation.Gain(new Seat(0)) <= bound.Score ? null : $"world {number}, {seller}: {simulation.Gain(new Seat(0))} above {bound.Score}";
    }
}
