namespace FbaBench;

/// <summary>Definitions of laboratories: nothing of the marketplace but shelves, supply without lead time, and prices.</summary>
internal static class LaboratoryWorld
{
    public static readonly SimDate Start = new(2025, 1, 15);

    /// <summary>A product that its supplier sells singly, paid at once and on the shelf the same morning or days later.</summary>
    public static ProductDefinition Product(string name, long referenceCents, long unitCostCents, double appeal = 1, int leadDays = 0) => new(name, "home_kitchen", new(referenceCents))
    {
        Size = new(1, 1, 1),
        WeightPounds = 1,
        ReturnRate = 0,
        Appeal = appeal,
        Suppliers =
        [
            new SupplierDefinition("source", [new(1, new(unitCostCents))])
            {
                InboundPerUnit = Money.Zero,
                DepositShare = 0,
                Production = new(0, 0, 0, 0),
                Transit = new(leadDays, 0, leadDays, leadDays),
                Receiving = new(0, 0, 0, 0),
            },
        ],
    };

    /// <summary>A niche without season, noise, nest and order sizes.</summary>
    public static NicheDefinition Niche(double sessions, IReadOnlyList<ProductDefinition> products) => new("shelf", sessions, -2)
    {
        Products = products,
        NestSigma = 0,
        FactorVariance = 0,
        OrderSizes = [1, 0, 0],
        Segments = [new("all", 1, 1, 1)],
    };

    /// <summary>A world without fees whose sellers are paid every evening.</summary>
    public static WorldDefinition World(string name, int days, Money cash, int seats, NicheDefinition niche, KernelLimits limits, LaboratoryDefinition switches) =>
        new(name, Start, days, cash, [niche])
        {
            Seats = seats,
            Fees = FeePolicy.None,
            Account = new AccountTerms { PayoutEveryDays = 1, ReserveDays = 0 },
            Credit = new CreditTerms { LimitShare = 0 },
            Limits = limits,
            Laboratory = true,
            LaboratorySwitches = switches with
            {
                Search = false,
                Reviews = false,
                Suppression = false,
                Insolvency = false,
                SettlementDelay = false,
                Shortage = switches.Shortage == ShortageRule.Backlog ? ShortageRule.Backlog : ShortageRule.Lost,
            },
        };
}
