namespace FbaBench.Tests.Kernel.Laboratories;

/// <summary>Laboratories of one product without fees, season and returns.</summary>
internal static class ShelfWorld
{
    public static readonly OfferId Shelf = new(0);

    public static WorldDefinition Of(LaboratoryDefinition switches, double sessions = 5, int lead = 0, int stock = 0, int seats = 1, int days = 400, long cost = 10) =>
        new("shelf", new SimDate(2025, 1, 15), days, Money.Dollars(1_000_000), [Niche(sessions, lead, stock, cost)])
        {
            Seats = seats,
            Laboratory = true,
            Fees = FeePolicy.None,
            Account = new AccountTerms { PayoutEveryDays = 1, ReserveDays = 0 },
            LaboratorySwitches = switches with { Search = false, Reviews = false, Suppression = false, SettlementDelay = false, Insolvency = false },
        };

    public static LaboratoryDefinition Table(params double[] units) =>
        new() { Demand = DemandSource.Table, DemandTable = units, Shortage = ShortageRule.Backlog };

    public static SeatDecision Do(params Command[] commands) => new(new(0), new(commands));

    public static OfferObservation See(Simulation simulation, int seat = 0) => simulation.Observe(new(seat)).Offers[0];

    private static NicheDefinition Niche(double sessions, int lead, int stock, long cost) => new("shelf", sessions, -2)
    {
        FactorVariance = 0,
        NestSigma = 0,
        OrderSizes = [1, 0, 0],
        Segments = [new("all", 1, 1, 1)],
        Products =
        [
            new ProductDefinition("item", "home_kitchen", new(1_000))
            {
                Size = new(1, 1, 1),
                WeightPounds = 1,
                ReturnRate = 0,
                OpeningStock = stock,
                OpeningUnitCost = new(cost),
                Suppliers =
                [
                    new SupplierDefinition("source", [new(1, new(cost))])
                    {
                        InboundPerUnit = Money.Zero,
                        DepositShare = 0,
                        Production = new(0, 0, 0, 0),
                        Transit = new(lead, 0, lead, lead),
                        Receiving = new(0, 0, 0, 0),
                    },
                ],
            },
        ],
    };
}
