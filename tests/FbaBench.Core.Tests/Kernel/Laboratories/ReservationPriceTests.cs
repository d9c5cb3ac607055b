using System.Text;
using static FbaBench.Tests.Kernel.Laboratories.ShelfWorld;

namespace FbaBench.Tests.Kernel.Laboratories;

/// <summary>The most that shoppers of a laboratory pay, and whose shoppers they are in a supply chain.</summary>
public sealed class ReservationPriceTests
{
    private static readonly LaboratoryDefinition Five = Table(5) with { ReservationPrice = new(1_000) };

    [Theory]
    [InlineData(1, 5)]
    [InlineData(999, 5)]
    [InlineData(1_000, 5)]
    [InlineData(1_001, 0)]
    [InlineData(100_000_000, 0)]
    public void Above_it_nobody_wants_a_unit(long price, int wanted)
    {
        var simulation = TestWorlds.Start(Of(Five, stock: 20));
        simulation.Step([Do(new SetPrice(Shelf, new(price)))]);
        Assert.Equal((wanted, wanted), (See(simulation).SessionsYesterday, See(simulation).UnitsYesterday));
    }

    [Fact]
    public void Who_waits_does_not_pay_more_either()
    {
        var simulation = TestWorlds.Start(Of(Five));
        simulation.Step([Do(new SetPrice(Shelf, new(1_000)))]);
        simulation.Step([Do(new SetPrice(Shelf, new(1_001)), new PlaceOrder(Shelf, new(0), 9))]);
        Assert.Equal((9, 5, 0), (See(simulation).UnitsOnHand, See(simulation).UnitsBacklogged, See(simulation).UnitsYesterday));
        simulation.Step([Do(new SetPrice(Shelf, new(1_000)))]);
        Assert.Equal((0, 9, 1), (See(simulation).UnitsOnHand, See(simulation).UnitsYesterday, See(simulation).UnitsBacklogged));
    }

    [Fact]
    public void Shoppers_of_a_supply_chain_come_to_its_first_stage_alone()
    {
        var simulation = TestWorlds.Start(Of(Five with { SupplyChain = new() }, stock: 20, seats: 3));
        simulation.Step([.. Enumerable.Range(0, 3).Select(seat => new SeatDecision(new(seat), new([new SetPrice(simulation.Observe(new(seat)).Offers[0].Id, new(900))])))]);
        Assert.Equal([5, 0, 0], Enumerable.Range(0, 3).Select(seat => See(simulation, seat).SessionsYesterday));
    }

    [Fact]
    public void Worlds_without_one_are_written_as_before()
    {
        Assert.DoesNotContain("reservationPrice", Encoding.UTF8.GetString(DefinitionJson.Write(Of(Table(5)))), StringComparison.Ordinal);
        Assert.Equal(new Money(1_000), DefinitionJson.Read(DefinitionJson.Write(Of(Five))).LaboratorySwitches!.ReservationPrice);
    }

    [Fact]
    public void It_needs_another_demand_than_the_choice_model() =>
        Assert.Contains(
            "laboratorySwitches.reservationPrice: the choice model has its own response to prices",
            Assert.Throws<WorldDefinitionException>(() => TestWorlds.Start(Of(new() { ReservationPrice = new(1) }))).Message,
            StringComparison.Ordinal);
}
