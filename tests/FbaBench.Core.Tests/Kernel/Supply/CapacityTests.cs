using CsCheck;
using static FbaBench.Tests.SupplyWorlds;

namespace FbaBench.Tests.Kernel.Supply;

/// <summary>A supplier that makes forty units a day for one buyer, ten days after the order at the earliest.</summary>
public sealed class CapacityTests
{
    private static readonly SupplierDefinition Small = Factory with { Ladder = [new(10, Money.Dollars(4))], UnitsPerDay = 40 };

    [Theory]
    [InlineData(40, 10)]
    [InlineData(41, 11)]
    [InlineData(400, 19)]
    [InlineData(401, 20)]
    public void A_large_order_takes_a_day_for_every_forty_units_after_the_first(int units, int ready)
    {
        var simulation = TestWorlds.Start(Shop(Small));
        Give(simulation, new PlaceOrder(Pan, First, units));
        Assert.Equal(ready, Ready(simulation));
    }

    [Fact]
    public void Without_a_limit_any_number_is_ready_on_the_tenth_day()
    {
        var simulation = TestWorlds.Start(Shop(Factory));
        Give(simulation, new PlaceOrder(Pan, First, 30_000));
        Assert.Equal(10, Ready(simulation));
    }

    /// <summary>400 units ordered on the first day; 100 of the next day wait for them: ten days and 499 units at forty a day.</summary>
    [Fact]
    public void An_order_waits_for_what_was_ordered_before_it()
    {
        var simulation = TestWorlds.Start(Shop(Small));
        Give(simulation, new PlaceOrder(Pan, First, 400));
        Give(simulation, new PlaceOrder(Pan, First, 100));
        Assert.Equal(19, Ready(simulation));
        Assert.Equal(1 + 10 + 12, Ready(simulation));
    }

    [Fact]
    public void Another_buyers_orders_do_not_wait_for_mine()
    {
        var simulation = TestWorlds.Start(Shop(Small) with { Seats = 2 });
        MarketWorlds.Play(simulation, [new PlaceOrder(Pan, First, 4_000)], [new PlaceOrder(simulation.Observe(new(1)).Offers[0].Id, First, 40)]);
        Assert.Equal(10, Ready(simulation));
    }

    /// <summary>However a day's units are cut into orders, and whichever are rejected, what is left is ready together, when one order of it would be.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void Orders_of_a_day_are_ready_when_one_order_of_their_units_is() =>
        Gen.Select(DayOfOrders.Any, Gen.Int[0, 900]).Sample((orders, before) =>
        {
            var (many, one) = (TestWorlds.Start(Shop(Small)), TestWorlds.Start(Shop(Small)));
            foreach (var simulation in (Simulation[])[many, one])
            {
                Give(simulation, before < 10 ? [] : [new PlaceOrder(Pan, First, before)]);
            }

            Give(many, orders.Commands(day: 1));
            Give(one, orders.Left == 0 ? [] : [new PlaceOrder(Pan, First, orders.Left)]);
            Assert.Equal(Days(one).Distinct(), Days(many).Distinct());

            static IEnumerable<int> Days(Simulation simulation)
            {
                for (var slot = 0; slot < simulation.State.Layout.Lots; slot++)
                {
                    if (simulation.State.LotUnits[slot] > 0 && simulation.State.LotOrderDay[slot] == 1)
                    {
                        yield return simulation.State.LotNextDay[slot];
                    }
                }
            }
        });

    /// <summary>The day on which the next order gets ready.</summary>
    private static int Ready(Simulation simulation)
    {
        do
        {
            simulation.Step([]);
        }
        while (Happened(simulation, EventKind.OrderReady).Length == 0);
        return simulation.Day - 1;
    }
}
