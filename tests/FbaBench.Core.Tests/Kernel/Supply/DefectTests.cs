using CsCheck;
using FbaBench.Market;
using FbaBench.Primitives;
using static FbaBench.Tests.SupplyWorlds;

namespace FbaBench.Tests.Kernel.Supply;

/// <summary>Defective units from the order to the buyer.</summary>
public sealed class DefectTests
{
    /// <summary>However a day's units are cut into orders, and whichever are rejected, what is left has the defects of one order of its size.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void Orders_of_a_day_have_the_defects_of_one_order_of_their_units() =>
        Gen.Select(Gen.ULong[1, 1_000], DayOfOrders.Any).Sample((seed, orders) =>
        {
            var world = Shop(Factory with { Ladder = [new(10, Money.Dollars(4))], DefectRate = 0.05, BadLotChance = 0.2 });
            var (many, one) = (TestWorlds.Start(world, seed), TestWorlds.Start(world, seed));
            Give(many, orders.Commands(day: 0));
            Give(one, orders.Left == 0 ? [] : [new PlaceOrder(Pan, First, orders.Left)]);
            Assert.Equal(orders.Left, many.State.LotUnits.ToArray().Sum());
            Assert.Equal(one.State.LotDefects.ToArray().Sum(), many.State.LotDefects.ToArray().Sum());
        });

    [Fact]
    public void The_next_day_brings_other_defects_and_the_same_day_the_same_to_every_seller()
    {
        var world = Shop(Factory with { DefectRate = 0.05 }) with { Seats = 2 };
        var simulation = TestWorlds.Start(world);
        var other = simulation.Observe(new(1)).Offers[0].Id;
        MarketWorlds.Play(simulation, [new PlaceOrder(Pan, First, 1_000)], [new PlaceOrder(other, First, 1_000)]);
        var defects = simulation.State.LotDefects.ToArray();
        Assert.Equal(defects[0], defects[simulation.State.Layout.Lots]);
        Assert.InRange(defects[0], 20, 80);
        var draws = KeyedDraws.ForWorld(simulation.Seed);
        var key = simulation.State.Model.Own[0].SupplierKeys[0];
        Assert.Equal(defects[0], SupplierCharacter.Defects(draws, key, world.Niches[0].Products[0].Suppliers[0], 0, 0, 1_000));
        Assert.Contains(Enumerable.Range(1, 5), day => SupplierCharacter.Defects(draws, key, world.Niches[0].Products[0].Suppliers[0], day, 0, 1_000) != defects[0]);
    }

    /// <summary>
    /// Every defective unit comes back here, so they can be counted: those sold, and those that warehouse and liquidator took in the lot's proportion,
    /// are those that were ordered.
    /// </summary>
    [Fact]
    public void Defective_units_of_a_lot_are_sold_or_taken_exactly_once()
    {
        for (ulong seed = 1; seed <= 12; seed++)
        {
            var world = Shop(AtOnce with { DefectRate = 0.3 }, days: 200, sessions: 600) with { Supply = new() { DefectReturnChance = 1, LostShare = 0.05, DamagedShare = 0.05 } };
            var simulation = TestWorlds.Start(world, seed);
            Give(simulation, new PlaceOrder(Pan, First, 600));
            var ordered = SupplierCharacter.Defects(KeyedDraws.ForWorld(simulation.Seed), simulation.State.Model.Own[0].SupplierKeys[0], world.Niches[0].Products[0].Suppliers[0], 0, 0, 600);
            var damaged = Offer(simulation).UnsellableUnits;
            var lost = 600 - damaged - Offer(simulation).UnitsOnHand;
            var left = ordered - (ordered * damaged / 600);
            left -= lost == 0 ? 0 : left * lost / (600 - damaged);
            Assert.Equal(left, simulation.State.LotDefects[0]);

            var back = 0;
            Day(new SetPrice(Pan, Money.Dollars(20)));
            Day(new CloseOffer(Pan));
            var onHand = Offer(simulation).UnitsOnHand;
            var unsold = simulation.State.LotDefects[0];
            Day(new Liquidate(Pan, 50));
            var taken = unsold - simulation.State.LotDefects[0];
            Assert.Equal(unsold * 50 / onHand, taken);
            Day(new SetPrice(Pan, Money.Dollars(18)));
            for (var day = 0; day < 150; day++)
            {
                Day();
            }

            Assert.Equal(0, Offer(simulation).UnitsOnHand);
            Assert.Equal(left - taken, back);

            void Day(params Command[] commands)
            {
                Give(simulation, commands);
                back += Offer(simulation).ReturnedDefectiveYesterday;
                Assert.Equal(Offer(simulation).ReturnedYesterday, Offer(simulation).ReturnedDefectiveYesterday);
            }
        }
    }

    /// <summary>The chance that a defective unit comes back; the buyers of the others complain, each of them.</summary>
    [Fact]
    public void A_defective_unit_comes_back_or_its_buyer_complains()
    {
        var (back, complaints) = (0L, 0L);
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var simulation = TestWorlds.Start(Shop(Factory with { DefectRate = 0.01 }, days: 200, stock: 500, sessions: 3_000) with { Supply = new() { UnansweredReviewChance = 0 } }, seed);
            simulation.State.LotDefects[0] = 500;
            Give(simulation, new SetPrice(Pan, Money.Dollars(20)));
            for (var day = 0; day < 150; day++)
            {
                simulation.Step([]);
                back += Offer(simulation).ReturnedDefectiveYesterday;
                complaints += Happened(simulation, EventKind.MailSent).Sum(item => item.Units);
            }

            Assert.Equal(500, simulation.Summary(Me).UnitsSold);
            Assert.Equal(500 * (long)seed, back + complaints);
        }

        Within(back, 20 * 500, 0.7);
    }

    /// <summary>Sound units never come back as defective, unless their buyers lie.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.137)]
    public void Some_sound_returns_come_back_as_if_they_were_defective(double share)
    {
        var (returned, defective) = (0L, 0L);
        for (ulong seed = 1; seed <= 12; seed++)
        {
            var world = With(Shop(days: 200, stock: 90_000, sessions: 6_000), product => product with { ReturnRate = 0.5, ResellableShare = 1 }) with { Supply = new() { FalseReturnShare = share } };
            var simulation = TestWorlds.Start(world, seed);
            Give(simulation, new SetPrice(Pan, Money.Dollars(20)));
            var unsellable = 0;
            for (var day = 0; day < 60; day++)
            {
                simulation.Step([]);
                returned += Offer(simulation).ReturnedYesterday;
                defective += Offer(simulation).ReturnedDefectiveYesterday;
                unsellable += Offer(simulation).ReturnedDefectiveYesterday;
            }

            Assert.Equal(unsellable, Offer(simulation).UnsellableUnits);
        }

        Assert.True(returned > 5_000);
        if (share == 0)
        {
            Assert.Equal(0, defective);
        }
        else
        {
            Within(defective, returned, share);
        }
    }
}
