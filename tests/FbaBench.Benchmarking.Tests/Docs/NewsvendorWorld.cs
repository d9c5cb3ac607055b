namespace FbaBench.Tests.Docs;

/// <summary>The laboratory of docs/certify.md.</summary>
public sealed class NewsvendorWorld
{
    private static readonly WorldDefinition Definition = new("newsvendor", new SimDate(2025, 1, 15), Days: 365, Cash: Money.Zero,
    [
        new NicheDefinition("stand", SessionsPerDay: 6, OwnPriceElasticity: -2)
        {
            FactorVariance = 0,
            Products = [new ProductDefinition("paper", "home_kitchen", Money.Dollars(1))
            {
                Size = new(10, 8, 1), WeightPounds = 0.5, ReturnRate = 0,
                Suppliers = [new SupplierDefinition("press", [new(1, Money.Zero)])
                {
                    InboundPerUnit = Money.Zero, DepositShare = 0,
                    Production = new(0, 0, 0, 0), Transit = new(0, 0, 0, 0), Receiving = new(0, 0, 0, 0),
                }],
            }],
        },
    ])
    {
        Fees = FeePolicy.None,
        Laboratory = true,
        LaboratorySwitches = new LaboratoryDefinition
        {
            Demand = DemandSource.Poisson,
            Shortage = ShortageRule.Lost,
            CarryingCost = Money.Dollars(1),
            ShortagePenalty = Money.Dollars(4),
            SettlementDelay = false,
            Insolvency = false,
        },
    };

    [Fact]
    public void The_laboratory_shown_costs_what_theory_says()
    {
        var seat = new Seat(0);
        var total = 0m;
        for (var index = 0; index < 60; index++)
        {
            var world = Simulation.Create(Definition, WorldSeed.OfExperiment(1, index));
            while (world.Day < Definition.Days)
            {
                var paper = world.Observe(seat).Offers[0];
                Command[] order = paper.UnitsOnHand < 8 ? [new PlaceOrder(paper.Id, paper.BestQuote.Supplier, 8 - paper.UnitsOnHand)] : [];
                world.Step([new SeatDecision(seat, new Decision([new SetPrice(paper.Id, Money.Dollars(1)), .. order]))]);
            }

            var books = world.Books(seat);
            total += (books.Balance(Account.StorageFees) + books.Balance(Account.Refunds)).Cents / 100m / Definition.Days;
        }

        // Theory: 3.5701. The deviation of a day's cost is about 2.2, so four standard errors of 21,900 days are 0.06.
        Assert.InRange(total / 60, 3.5101m, 3.6301m);
    }
}
