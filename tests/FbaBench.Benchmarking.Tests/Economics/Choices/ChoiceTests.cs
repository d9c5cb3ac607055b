namespace FbaBench.Tests.Economics;

/// <summary>
/// No freight mode, supplier, order size, credit policy or disposal path is the best everywhere (docs/evidence/choices.md): the base-stock rule with one choice forced, over a grid of
/// scenarios and seasons. A few worlds and cells by default; FBABENCH_LONG=1 plays all and writes the tables.
/// </summary>
[Trait("Category", "Long")]
public sealed class ChoiceTests
{
    public static TheoryData<string> Kinds => [.. ChoiceKind.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_choice_is_the_best_in_every_cell(string name)
    {
        var kind = ChoiceKind.All.Single(kind => kind.Name == name);
        var table = new ChoiceTable(kind);
        foreach (var (cell, worlds) in LongRun.IsWhole ? ChoiceCell.All.Select(cell => (cell, kind.WholeWorlds)) : kind.Quick.Select(quick => (ChoiceCell.Of(quick.Cell), quick.Worlds)))
        {
            table.Add(cell, cell.Worlds(worlds));
        }

        Evidence.Write("choices-" + name.Replace(' ', '-'), table.ToString(), "md");
        Assert.True(table.WinnersAlone >= 2, table.ToString());
        Assert.All(table.Options, option => Assert.True(table.Best(option) < table.Cells && (table.Beaten(option) > 0 || !LongRun.IsWhole), table.ToString()));
    }

    /// <summary>Of many cells one may show a gain by luck: this one shows it in worlds that the grid does not play.</summary>
    [Fact]
    public void Borrowing_for_orders_pays_in_other_worlds_too_where_cash_alone_is_short()
    {
        var count = LongRun.Scale(128);
        var first = ChoiceKind.All.Single(kind => kind.Name == "credit").WholeWorlds;
        var worlds = ChoiceCell.Of("first-year, a third of the cash, no tariffs").Worlds(first + count);
        var with = worlds.Play(() => new ChosenPolicy(new() { Credit = CreditUse.ForOrders }), first, count);
        var without = worlds.Play(() => new ChosenPolicy(new()), first, count);
        var gain = MeanInterval.Of([.. with.Zip(without, (own, other) => own - other)]);
        Evidence.Write("choices-borrowing", $"For orders against none: {gain.Mean:0} ± {gain.HalfWidth:0} in {count} worlds.", "md");
        Assert.True(gain.Low > 0 || (!LongRun.IsWhole && gain.Mean > 0), $"borrowing brings {gain}");
    }

    /// <summary>A choice that is made twice is nowhere the best alone, and a worse one is beaten.</summary>
    [Fact]
    public void Equal_choices_share_a_cell_that_worse_ones_lose()
    {
        var cell = ChoiceCell.Of("first-year, as shipped");
        var table = new ChoiceTable(new("twice", [("sea", new() { Freight = FreightMode.Sea }), ("again", new() { Freight = FreightMode.Sea }), ("air", new() { Freight = FreightMode.Air })], []));
        table.Add(cell, cell.Worlds(8));
        Assert.Equal((0, 1, 1, 0), (table.WinnersAlone, table.Best(0), table.Best(1), table.Best(2)));
        Assert.Equal((0, 1), (table.Beaten(0), table.Beaten(2)));
    }

    /// <summary>Without a choice the policy is the shipped agent, to the cent.</summary>
    [Theory]
    [InlineData("first-year")]
    [InlineData("gift-shop")]
    public void The_policy_without_a_choice_is_the_shipped_base_stock_agent(string scenario)
    {
        var worlds = SearchWorlds.ForEvaluation(scenario, 2);
        Assert.Equal(worlds.Play(() => new SearchedPolicy(Genes.BaseStock)), worlds.Play(() => new ChosenPolicy(new())));
    }

    [Theory]
    [InlineData(FreightMode.Sea)]
    [InlineData(FreightMode.Air)]
    [InlineData(FreightMode.Express)]
    public void A_forced_way_is_taken_by_every_order(FreightMode mode) =>
        Assert.All(Orders(new() { Freight = mode }), order => Assert.Equal((0, mode), (order.Supplier.Index, order.Freight)));

    [Fact]
    public void A_forced_supplier_and_a_forced_size_hold_for_every_order()
    {
        Assert.All(Orders(new() { Supplier = 1 }), order => Assert.Equal((1, FreightMode.Quoted), (order.Supplier.Index, order.Freight)));

        // Minimum orders of the wholesaler: forty or fifty.
        Assert.All(Orders(new() { Supplier = 1, OrderDays = 0 }), order => Assert.Contains(order.Units, (int[])[40, 50]));
        Assert.Contains(Orders(new() { Supplier = 1, OrderDays = 120 }), order => order.Units > 150);
    }

    [Theory]
    [InlineData(CreditUse.Never, false)]
    [InlineData(CreditUse.ToTheLimit, true)]
    [InlineData(CreditUse.ForOrders, true)]
    public void Credit_is_drawn_by_those_who_borrow(object use, bool borrows)
    {
        // A tenth of the cash: orders wait for it.
        var commands = Commands(new() { Credit = (CreditUse)use }, world => world with { Cash = new(world.Cash.Cents / 10) });
        Assert.Equal(borrows, commands.OfType<DrawCredit>().Any());
        Assert.Equal((CreditUse)use == CreditUse.ForOrders, commands.OfType<RepayCredit>().Any());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(DisposalPath.Liquidate)]
    [InlineData(DisposalPath.Rework)]
    public void A_forced_path_is_the_way_of_all_unsellable_units(DisposalPath? path)
    {
        DisposeUnsellable[] sent = [.. Commands(new() { Disposal = path }, world => world).OfType<DisposeUnsellable>()];
        Assert.Equal(path is null, sent.Length == 0);
        Assert.All(sent, command => Assert.Equal(path, command.Path));
    }

    private static IReadOnlyList<PlaceOrder> Orders(Choice choice)
    {
        PlaceOrder[] orders = [.. Commands(choice, world => world).OfType<PlaceOrder>()];
        Assert.NotEmpty(orders);
        return orders;
    }

    /// <summary>All commands of a seller in one first year, or until it is insolvent; none of them refused.</summary>
    private static List<Command> Commands(Choice choice, Func<WorldDefinition, WorldDefinition> change)
    {
        var seed = new WorldSeed(11);
        var world = Simulation.Create(change(new FirstYear().Define(seed)), seed);
        var policy = new ChosenPolicy(choice);
        var commands = new List<Command>();
        while (world.Observe(new(0)) is { IsTrading: true } morning)
        {
            var today = policy.Decide(morning);
            world.Step([new SeatDecision(new(0), new(today))]);
            commands.AddRange(today);
        }

        Assert.Equal(0, world.Summary(new(0)).Refusals);
        return commands;
    }
}
