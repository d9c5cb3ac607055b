using static FbaBench.Tests.SupplyWorlds;

namespace FbaBench.Tests.Kernel.Supply;

/// <summary>Suppliers that cheat, each in its way, and how an inspection tells.</summary>
public sealed class HonestyTests
{
    /// <summary>500 units: 1,800 dollars of goods and 500 of inbound, 540 of it the deposit.</summary>
    private const long Deposit = 54_000;
    private const long Landed = 230_000;

    [Fact]
    public void Without_a_factory_the_deposit_is_lost_when_the_goods_should_be_ready()
    {
        var simulation = Order(SupplierFinding.NoFactory);
        Pass(simulation, 9);
        Assert.Equal(OrderStage.InProduction, Assert.Single(simulation.Observe(Me).OpenOrders).Stage);
        simulation.Step([]);
        var lost = Assert.Single(Happened(simulation, EventKind.DepositLost));
        Assert.Equal((500, 0, Deposit), (lost.Units, lost.Detail, lost.Amount.Cents));
        Assert.Empty(simulation.Observe(Me).OpenOrders);
        Assert.Equal(Deposit, Balance(simulation, Account.Deceptions).Cents);
        Assert.Equal(Deposit, 50_000_000 - Balance(simulation, Account.Cash).Cents);
        Assert.Equal(Money.Zero, Balance(simulation, Account.SupplierDeposits));
        Assert.Equal(0, Offer(simulation).UnitsOnHand);
        Assert.Equal(new Reactions(1, 0, 0, 0), simulation.Reactions(Me, AdversaryKind.SupplierFraud));
    }

    [Fact]
    public void Short_counts_ship_four_fifths_for_the_whole_price()
    {
        var simulation = Order(SupplierFinding.ShortCounts);
        Pass(simulation, 15);
        var missing = Assert.Single(Happened(simulation, EventKind.ShippedShort));
        Assert.Equal((100, 0), (missing.Units, missing.Detail));
        Assert.Equal((400, new Money(Landed / 400)), (Offer(simulation).UnitsOnHand, Offer(simulation).LandedCost));
        Assert.Equal(Landed, Balance(simulation, Account.Inventory).Cents);
        Assert.Equal(new Reactions(1, 0, 0, 0), simulation.Reactions(Me, AdversaryKind.SupplierFraud));
    }

    [Fact]
    public void Poor_goods_arrive_whole_a_quarter_of_them_defective()
    {
        var simulation = Order(SupplierFinding.PoorGoods);
        Pass(simulation, 15);
        Assert.Equal(500, Offer(simulation).UnitsOnHand);
        Within(simulation.State.LotDefects[0], 500, 0.25);
        Assert.Equal(new Reactions(1, 0, 0, 0), simulation.Reactions(Me, AdversaryKind.SupplierFraud));
    }

    [Fact]
    public void Who_is_overbooked_delivers_ten_days_late()
    {
        var simulation = Order(SupplierFinding.Overbooked);
        Pass(simulation, 24);
        Assert.Equal(0, Offer(simulation).UnitsOnHand);
        simulation.Step([]);
        Assert.Equal((500, 0), (Offer(simulation).UnitsOnHand, simulation.State.LotDefects[0]));
        Assert.Equal(new Reactions(1, 0, 0, 0), simulation.Reactions(Me, AdversaryKind.SupplierFraud));
    }

    /// <summary>The inspector is paid each time; the same cheat is found once.</summary>
    [Theory]
    [InlineData(SupplierFinding.NoFactory)]
    [InlineData(SupplierFinding.ShortCounts)]
    [InlineData(SupplierFinding.PoorGoods)]
    [InlineData(SupplierFinding.Overbooked)]
    [InlineData(SupplierFinding.Sound)]
    public void An_inspection_tells_what_kind_of_supplier_it_is(SupplierFinding finding)
    {
        var simulation = Start(finding);
        Assert.Equal((SupplierFinding.None, (int?)null), (Dealings(simulation).Finding, Dealings(simulation).FindingDay));
        Pass(simulation, 3);
        Give(simulation, new InspectSupplier(Pan, First), new InspectSupplier(Pan, First));
        Assert.Equal((finding, 3), (Dealings(simulation).Finding, Dealings(simulation).FindingDay));
        Assert.All(Happened(simulation, EventKind.SupplierInspected), item => Assert.Equal((30_000, (int)finding), (item.Amount.Cents, item.Detail)));
        Assert.Equal(60_000, Balance(simulation, Account.Inspections).Cents);
        Assert.Equal(60_000, simulation.CashHeldBy(CashHolder.Others).Cents);
        Give(simulation, new InspectSupplier(Pan, First));
        Assert.Equal(4, Dealings(simulation).FindingDay);
        Assert.Equal(new Reactions(0, 0, finding == SupplierFinding.Sound ? 0 : 1, 0), simulation.Reactions(Me, AdversaryKind.SupplierFraud));
    }

    [Fact]
    public void An_inspection_counts_the_defects_of_what_is_not_shipped()
    {
        var simulation = Order(SupplierFinding.PoorGoods);
        Assert.Null(Assert.Single(simulation.Observe(Me).OpenOrders).Defects);
        Give(simulation, new InspectSupplier(Pan, First));
        Assert.Equal(simulation.State.LotDefects[0], Assert.Single(simulation.Observe(Me).OpenOrders).Defects);
        Give(simulation, new PlaceOrder(Pan, First, 100));
        Assert.Null(simulation.Observe(Me).OpenOrders[1].Defects);
    }

    [Fact]
    public void An_inspector_is_paid_at_once_or_not_sent()
    {
        var simulation = TestWorlds.Start(Shop(Cheat) with { Cash = new(29_999) });
        Assert.Equal(new Refusal(0, RefusalReason.NotEnoughCash, 30_000, 0, 29_999), Refused(simulation, new InspectSupplier(Pan, First)));
        Assert.Equal(SupplierFinding.None, Dealings(simulation).Finding);
        Assert.Equal(new Refusal(0, RefusalReason.UnknownSupplier, 1, 0, 0), Refused(simulation, new InspectSupplier(Pan, new(1))));
    }

    /// <summary>The deposit comes back where an inspector counted more than the tolerated four in a hundred, or short counts, and nowhere else.</summary>
    [Theory]
    [InlineData(SupplierFinding.Sound, 20, true, false)]
    [InlineData(SupplierFinding.Sound, 21, true, true)]
    [InlineData(SupplierFinding.Sound, 500, false, false)]
    [InlineData(SupplierFinding.ShortCounts, 0, true, true)]
    [InlineData(SupplierFinding.ShortCounts, 0, false, false)]
    [InlineData(SupplierFinding.PoorGoods, 125, true, true)]
    [InlineData(SupplierFinding.PoorGoods, 125, false, false)]
    [InlineData(SupplierFinding.Overbooked, 0, true, false)]
    [InlineData(SupplierFinding.NoFactory, 500, true, false)]
    public void A_rejection_brings_the_deposit_back_only_where_an_inspection_found_too_much(SupplierFinding finding, int defects, bool isInspected, bool isReturned)
    {
        var simulation = Order(finding);
        simulation.State.LotDefects[0] = defects;
        Give(simulation, isInspected ? [new InspectSupplier(Pan, First)] : []);
        var cash = Balance(simulation, Account.Cash);
        Give(simulation, new RejectOrder(new(Me, 0, 0)));
        Assert.Equal(isReturned ? Deposit : 0, (Balance(simulation, Account.Cash) - cash).Cents);
        Assert.Equal(isReturned ? 0 : Deposit, Balance(simulation, Account.Deceptions).Cents);
        Assert.Single(Happened(simulation, isReturned ? EventKind.OrderCancelled : EventKind.DepositLost));
        Assert.Empty(simulation.Observe(Me).OpenOrders);
    }

    [Fact]
    public void Only_an_own_order_that_is_not_shipped_can_be_rejected()
    {
        var simulation = Order(SupplierFinding.Sound);
        Assert.Equal(new Refusal(0, RefusalReason.UnknownOrder, 0, 0, 0), Refused(simulation, new RejectOrder(new(Me, 0, 1))));
        Assert.Equal(new Refusal(0, RefusalReason.UnknownOrder, 1, 0, 0), Refused(simulation, new RejectOrder(new(Me, 1, 0))));
        Assert.Equal(new Refusal(0, RefusalReason.UnknownOrder, 0, 0, 0), Refused(simulation, new RejectOrder(new(new(1), 0, 0))));
        Pass(simulation, 7);
        Assert.Equal(OrderStage.InTransit, Assert.Single(simulation.Observe(Me).OpenOrders).Stage);
        Assert.Equal(new Refusal(0, RefusalReason.UnknownOrder, 0, 0, 0), Refused(simulation, new RejectOrder(new(Me, 0, 0))));
    }

    [Theory]
    [InlineData(SupplierFinding.NoFactory, true)]
    [InlineData(SupplierFinding.ShortCounts, false)]
    [InlineData(SupplierFinding.Sound, false)]
    public void At_the_run_off_only_who_has_no_factory_keeps_the_deposit(SupplierFinding finding, bool isLost)
    {
        var simulation = Order(finding);
        Give(simulation, new CloseBusiness());
        Assert.Equal(isLost ? Deposit : 0, Balance(simulation, Account.Deceptions).Cents);
        Assert.Equal(isLost ? Deposit : 0, 50_000_000 - Balance(simulation, Account.Cash).Cents);
        Assert.Equal(new Reactions(isLost ? 1 : 0, 0, 0, 0), simulation.Reactions(Me, AdversaryKind.SupplierFraud));
        End(simulation);
        Assert.Equal(isLost ? -Deposit : 0, simulation.Gain(Me).Cents);
    }

    private static Simulation Start(SupplierFinding finding) =>
        TestWorlds.Start(Shop(finding == SupplierFinding.Sound ? Factory : Cheat), finding == SupplierFinding.Sound ? 1 : SeedOf(Cheat, finding));

    private static Simulation Order(SupplierFinding finding)
    {
        var simulation = Start(finding);
        Give(simulation, new PlaceOrder(Pan, First, 500));
        return simulation;
    }
}
