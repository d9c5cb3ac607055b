namespace FbaBench.Tests.Kernel;

/// <summary>The whole engine on common draws: one day at one price after the other, everything else equal.</summary>
[Trait("Category", "Property")]
public sealed class MonotoneDayTests
{
    /// <summary>
    /// A dearer offer never sells or is visited more, on any day of any world, and no other listing sells less for it. Advertised sales are a second
    /// draw beside the others, so that in a world with an own campaign this holds for the means alone.
    /// </summary>
    [Fact]
    public void A_higher_price_never_sells_more_and_never_costs_another_listing_sales()
    {
        var (fell, rose) = (0, 0);
        for (ulong seed = 1; seed <= 12; seed++)
        {
            var world = TestWorlds.Start(MarketWorlds.World(60, MarketWorlds.Niche(products: 2, rivals: 6)), seed);
            MarketWorlds.Open(world);
            for (var day = 1; day < 40; day += 3)
            {
                for (var own = 0; own < 2; own++)
                {
                    int[]? before = null;
                    for (var price = 1_400; price <= 3_000; price += 80)
                    {
                        var orders = Day(world, own, price);
                        for (var row = 0; row < orders.Length && before is not null; row++)
                        {
                            Assert.True(row == own ? orders[row] <= before[row] : orders[row] >= before[row], $"seed {seed}, day {day}: row {row} went from {before[row]} to {orders[row]} orders when row {own} asked {price}");
                            fell += row == own ? before[row] - orders[row] : 0;
                            rose += row == own ? 0 : orders[row] - before[row];
                        }

                        before = orders;
                    }
                }

                for (var i = 0; i < 3; i++)
                {
                    world.Step([]);
                }
            }
        }

        Assert.True(fell > 1_000 && rose > 100, $"{fell} orders fell, {rose} rose");
    }

    private static int[] Day(Simulation world, int own, int price)
    {
        var fork = world.Fork();
        MarketWorlds.Play(fork, [new SetPrice(new(own), new(price))]);
        return fork.State.Orders[..8].ToArray();
    }
}
