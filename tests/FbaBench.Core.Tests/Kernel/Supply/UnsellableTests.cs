using CsCheck;
using FbaBench.Kernel.Supply;
using static FbaBench.Tests.SupplyWorlds;

namespace FbaBench.Tests.Kernel.Supply;

/// <summary>Units that cannot be sold: where they come from, what they cost, where they go.</summary>
public sealed class UnsellableTests
{
    /// <summary>A unit's removal of 0.9 pounds in 2025, see <see cref="CommandTests"/>.</summary>
    private const long Removal = 153;

    [Fact]
    public void Returns_that_cannot_be_sold_again_and_damaged_units_are_unsellable()
    {
        var world = With(Shop(AtOnce, days: 200, sessions: 600), product => product with { ReturnRate = 0.3, ResellableShare = 0.4 }) with { Supply = new() { DamagedShare = 0.05 } };
        var simulation = TestWorlds.Start(world);
        Give(simulation, new PlaceOrder(Pan, First, 600), new SetPrice(Pan, Money.Dollars(20)));
        var damaged = Assert.Single(Happened(simulation, EventKind.OrderReceived)).Detail;
        Assert.InRange(damaged, 10, 60);
        Assert.Equal(damaged, Offer(simulation).UnsellableUnits);
        var unsellable = damaged;
        for (var day = 0; day < 90; day++)
        {
            simulation.Step([]);
            unsellable += Happened(simulation, EventKind.Returned).Sum(item => item.Units - item.Detail);
            Assert.Equal(unsellable, Offer(simulation).UnsellableUnits);
        }

        Assert.InRange(unsellable - damaged, 50, 160);
    }

    /// <summary>A tenth of a landed cost of 5 dollars is less than a twenty-fifth of 20 dollars; of 10 dollars it is more.</summary>
    [Theory]
    [InlineData(500, 50)]
    [InlineData(1_000, 80)]
    public void A_liquidator_pays_a_tenth_of_the_cost_and_at_most_a_twenty_fifth_of_the_reference_price(long cost, long paid)
    {
        var simulation = Start(40, cost);
        Give(simulation, new DisposeUnsellable(Pan, 30, DisposalPath.Liquidate));
        Assert.Equal(30 * paid, Income(simulation, Account.LiquidationProceeds).Cents);
        Assert.Equal(30 * Removal, Balance(simulation, Account.RemovalFees).Cents);
        Assert.Equal(-30 * Removal, simulation.Observe(Me).Available.Cents);
        Assert.Equal((10, 10 * cost), (Offer(simulation).UnsellableUnits, simulation.State.UnsellableCost[0]));
        var removed = Assert.Single(Happened(simulation, EventKind.UnsellableRemoved));
        Assert.Equal((30, (int)DisposalPath.Liquidate, 30 * Removal), (removed.Units, removed.Detail, removed.Amount.Cents));
    }

    /// <summary>Removal and 1.50 dollars a unit; three fifths come back after 21 days, without book value.</summary>
    [Fact]
    public void A_workshop_brings_a_share_back_as_sellable_stock_without_book_value()
    {
        var simulation = Start(40, 500);
        Give(simulation, new DisposeUnsellable(Pan, 30, DisposalPath.Rework));
        Assert.Equal(30 * (Removal + 250), Balance(simulation, Account.RemovalFees).Cents);
        Assert.Equal(-30 * (Removal + 250), simulation.Observe(Me).Available.Cents);
        Assert.Equal(10, Offer(simulation).UnsellableUnits);
        Pass(simulation, 20);
        Assert.Equal(0, Offer(simulation).UnitsOnHand);
        simulation.Step([]);
        Assert.Equal(18, Assert.Single(Happened(simulation, EventKind.Reworked)).Units);
        Assert.Equal((18, Money.Zero), (Offer(simulation).UnitsOnHand, Balance(simulation, Account.Inventory)));
        Assert.Equal(10, Offer(simulation).UnsellableUnits);
    }

    [Theory]
    [InlineData(0.29, 29)]
    [InlineData(0.57, 57)]
    [InlineData(1, 100)]
    [InlineData(0, 0)]
    public void A_share_of_a_hundred_units_is_that_many(double share, int saved)
    {
        var simulation = Start(100, 500, share);
        Give(simulation, new DisposeUnsellable(Pan, 100, DisposalPath.Rework));
        Pass(simulation, 21);
        Assert.Equal(saved, Offer(simulation).UnitsOnHand);
    }

    /// <summary>However units are cut into batches over however many days, as many are saved as of one batch; liquidators pay no cent more for parts.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void Parts_gain_nothing() =>
        Gen.Select(Gen.Int[1, 40].Array[1, 8], Gen.Double[0, 1], Gen.Int[1, 2_000], Gen.Bool).Sample((parts, share, cost, daily) =>
        {
            var total = parts.Sum();
            foreach (var path in Enum.GetValues<DisposalPath>())
            {
                var (many, one) = (Start(total, cost, share), Start(total, cost, share));
                Command[] commands = [.. parts.Select(units => new DisposeUnsellable(Pan, units, path))];
                for (var i = 0; i < (daily ? commands.Length : 1); i++)
                {
                    Give(many, daily ? [commands[i]] : commands);
                    Give(one, i == 0 ? [new DisposeUnsellable(Pan, total, path)] : []);
                }

                Pass(many, 21);
                Pass(one, 21);
                Assert.Equal(Offer(one).UnitsOnHand, Offer(many).UnitsOnHand);
                Assert.Equal(Balance(one, Account.RemovalFees), Balance(many, Account.RemovalFees));
                Assert.True(Income(many, Account.LiquidationProceeds) <= Income(one, Account.LiquidationProceeds));
                Assert.Equal((0, 0L), (Offer(many).UnsellableUnits, many.State.UnsellableCost[0]));
            }
        });

    /// <summary>A twin with as many sellable units that nobody buys pays the same storage.</summary>
    [Fact]
    public void Unsellable_units_pay_storage_like_any_other()
    {
        var unsellable = Start(300, 500);
        var sellable = TestWorlds.Start(Shop(stock: 300) with { Fees = FeePolicy.Published });
        Pass(unsellable, 17);
        Pass(sellable, 17);
        var storage = Assert.Single(Happened(unsellable, EventKind.Storage)).Amount;
        Assert.InRange(storage.Cents, 300, 3_000);
        Assert.Equal(storage, Assert.Single(Happened(sellable, EventKind.Storage)).Amount);
    }

    /// <summary>What is left is liquidated on the day after the last selling day, those that come back later on theirs.</summary>
    [Fact]
    public void What_is_left_at_the_end_is_liquidated()
    {
        var simulation = Start(40, 500);
        Give(simulation, new CloseBusiness());
        Pass(simulation, 60);
        Assert.Equal(40, Offer(simulation).UnsellableUnits);
        simulation.Step([]);
        Assert.Equal(40, Assert.Single(Happened(simulation, EventKind.UnsellableRemoved)).Units);
        Assert.Equal(0, Offer(simulation).UnsellableUnits);
        Assert.Equal(40 * 50, Income(simulation, Account.LiquidationProceeds).Cents);
        End(simulation);
        Assert.Equal(40 * 50, Income(simulation, Account.LiquidationProceeds).Cents);
    }

    [Fact]
    public void Units_in_the_workshop_when_the_business_closes_are_sold_on()
    {
        var simulation = Start(40, 500);
        Give(simulation, new DisposeUnsellable(Pan, 40, DisposalPath.Rework), new CloseBusiness());
        Pass(simulation, 21);
        Assert.Equal(24, Offer(simulation).UnitsOnHand);
        End(simulation);
        Assert.Equal((0, 0), (Offer(simulation).UnitsOnHand, Offer(simulation).UnsellableUnits));
    }

    [Fact]
    public void Refusals_say_what_would_be_right()
    {
        var simulation = Start(40, 500);
        Assert.Equal(new Refusal(0, RefusalReason.UnsellableOutOfRange, 41, 1, 40), Refused(simulation, new DisposeUnsellable(Pan, 41, DisposalPath.Rework)));
        Assert.Equal(new Refusal(0, RefusalReason.UnsellableOutOfRange, 0, 1, 40), Refused(simulation, new DisposeUnsellable(Pan, 0, DisposalPath.Liquidate)));
        Assert.Equal(new Refusal(0, RefusalReason.UnknownPath, 2, 0, 1), Refused(simulation, new DisposeUnsellable(Pan, 5, (DisposalPath)2)));
        Assert.Equal(40, Offer(simulation).UnsellableUnits);
        Assert.Equal(new Refusal(1, RefusalReason.UnsellableOutOfRange, 1, 1, 0), Refused(simulation, new DisposeUnsellable(Pan, 40, DisposalPath.Liquidate), new DisposeUnsellable(Pan, 1, DisposalPath.Liquidate)));
        Assert.Contains("there are no unsellable units", simulation.Observe(Me).Refusals[0].Message, StringComparison.Ordinal);
    }

    /// <summary>A shelf with nothing but unsellable units of a landed cost, under the fees of 2025.</summary>
    private static Simulation Start(int units, long cost, double share = 0.6)
    {
        var simulation = TestWorlds.Start(Shop() with { Fees = FeePolicy.Published, Supply = new() { ReworkShare = share } });
        Unsellable.Add(simulation.State, 0, units, units * cost);
        return simulation;
    }
}
