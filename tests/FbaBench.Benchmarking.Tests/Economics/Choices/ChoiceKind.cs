namespace FbaBench.Tests.Economics;

/// <summary>A kind of choice with all that can be chosen.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Options">At least two, by name.</param>
/// <param name="Quick">Cells that every test run plays, with the worlds that show a winner there.</param>
internal sealed record ChoiceKind(string Name, IReadOnlyList<(string Name, Choice Choice)> Options, IReadOnlyList<(string Cell, int Worlds)> Quick)
{
    /// <summary>Worlds of a cell in a whole run: as many as it takes to tell the options apart.</summary>
    public int WholeWorlds { get; init; } = 32;

    public static IReadOnlyList<ChoiceKind> All { get; } =
    [
        new(
            "freight",
            [("sea", new() { Freight = FreightMode.Sea }), ("air", new() { Freight = FreightMode.Air }), ("express", new() { Freight = FreightMode.Express })],
            [("first-year, as shipped", 4), ("first-year, 120 days from September", 4)]),
        new(
            "supplier",
            [("factory", new() { Supplier = 0 }), ("wholesaler", new() { Supplier = 1 })],
            [("gift-shop, as shipped", 4), ("first-year, 120 days from September", 4)]),
        new(
            "order size",
            [("minimum", new() { OrderDays = 0 }), ("30 days", new() { OrderDays = 30 }), ("60 days", new() { OrderDays = 60 }), ("120 days", new() { OrderDays = 120 })],
            [("first-year, a third of the cash", 4), ("first-year, tenth of a minimum order", 4)]),
        new(
            "credit",
            [("none", new()), ("to the limit", new() { Credit = CreditUse.ToTheLimit }), ("for orders", new() { Credit = CreditUse.ForOrders })],
            [("first-year, a third of the cash", 4), ("first-year, a third of the cash, no tariffs", 32)])
        {
            WholeWorlds = 96,
        },
        new(
            "disposal",
            [("keep", new()), ("liquidate", new() { Disposal = DisposalPath.Liquidate }), ("rework", new() { Disposal = DisposalPath.Rework })],
            [("first-year, as shipped", 4), ("gift-shop, cheap and large", 4)]),
    ];
}
