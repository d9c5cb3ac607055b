namespace FbaBench.Scenarios.Generator;

/// <summary>Suppliers of a drawn product: two factories and a wholesaler of brands' own goods, wholesalers alone of goods of others.</summary>
internal static class DrawnSuppliers
{
    /// <summary>Duty of 3.5 % and section 301 of 25 % (market-parameters.json, supply_chain).</summary>
    public const double DutyShare = 0.285;

    /// <summary>Ocean freight in dollars a cubic foot (supply_chain: 2,500 dollars for 2,000 of them), as in first-year.</summary>
    private const decimal FreightPerCubicFoot = 1.25m;

    /// <summary>Published minimum orders are 100 to 3,000 units (supply_chain/moq_units).</summary>
    private const int FewestUnits = 100;
    private const int MostUnits = 3_000;

    /// <param name="draws">Draws of the product.</param>
    /// <param name="product">The product.</param>
    /// <param name="unitsPerDay">Its expected sales.</param>
    /// <param name="family">The family of the world.</param>
    /// <param name="knobs">Supply and adversity count.</param>
    public static IReadOnlyList<SupplierDefinition> Draw(Draws draws, DrawnProduct product, double unitsPerDay, FamilyRecipe family, WorldKnobs knobs) =>
        family.IsShared ? Wholesalers(draws, product, unitsPerDay, knobs) : Factories(draws, product, unitsPerDay, family, knobs);

    /// <summary>Landed cost of a unit by sea, for opening stock.</summary>
    public static Money Landed(DrawnProduct product, FamilyRecipe family, IReadOnlyList<SupplierDefinition> suppliers)
    {
        var beside = family.IsShared ? suppliers[0].InboundPerUnit : SupplierRecipe.Cents(((decimal)product.Size.CubicFeet * FreightPerCubicFoot) + ((decimal)DutyShare * product.UnitCost));
        return SupplierRecipe.Cents(product.UnitCost) + beside;
    }

    private static SupplierDefinition[] Factories(Draws draws, DrawnProduct product, double unitsPerDay, FamilyRecipe family, WorldKnobs knobs)
    {
        var days = draws.LogNormal("minimum", Knob.Linear(knobs.Supply, 45, 180), 0.2);
        var minimum = Math.Clamp(50 * (int)Math.Round(days * unitsPerDay / 50), FewestUnits, MostUnits);
        var production = Math.Round(Math.Clamp(draws.LogNormal("production", Knob.Linear(knobs.Supply, 18, 38), 0.1) + family.LateDays, 15, 45), 1);
        var factory = Erring(new("factory", SupplierRecipe.Ladder(minimum, product.UnitCost)) { InboundPerUnit = Money.Zero }, knobs.Supply) with
        {
            Origin = NicheRecipe.Origin,
            DutyShare = DutyShare,
            Routes = [FreightRoute.Sea, FreightRoute.Air, FreightRoute.Express],
            Bargain = SupplierRecipe.Bargain,
            UnitsPerDay = Math.Max(1, (int)(minimum * Knob.Linear(knobs.Supply, 0.5, 0.05))),
            Production = new(production, 0.3, 15, 45),
        };
        var wholesaler = Erring(SupplierRecipe.Wholesaler(minimum, product.UnitCost, product.WeightPounds), knobs.Supply);
        return [factory, wholesaler, SupplierRecipe.Newcomer(factory, Cheats(knobs))];
    }

    /// <summary>A wholesaler in small lots, a distributor who has it sooner, in lots of a third, for 8 % more, and a newcomer (modelling assumptions).</summary>
    private static SupplierDefinition[] Wholesalers(Draws draws, DrawnProduct product, double unitsPerDay, WorldKnobs knobs)
    {
        var days = draws.LogNormal("minimum", Knob.Linear(knobs.Supply, 7, 28), 0.2);
        var minimum = Math.Max(6, (int)Math.Round(days * unitsPerDay));
        PriceStep[] ladder = [new(minimum, SupplierRecipe.Cents(product.UnitCost)), new(minimum * 3, SupplierRecipe.Cents(product.UnitCost * 0.97m)), new(minimum * 10, SupplierRecipe.Cents(product.UnitCost * 0.94m))];
        var wholesaler = Erring(SupplierRecipe.Domestic("wholesaler", ladder, product.WeightPounds), knobs.Supply) with
        {
            Bargain = 0.05,
            Production = new(Math.Round(Knob.Linear(knobs.Supply, 3, 12), 1), 0.3, 1, 25),
            UnitsPerDay = Math.Max(1, (int)(minimum * Knob.Linear(knobs.Supply, 2, 0.25))),
        };
        var distributor = Erring(SupplierRecipe.Domestic("distributor", [new(Math.Max(2, minimum / 3), SupplierRecipe.Cents(product.UnitCost * 1.08m))], product.WeightPounds), knobs.Supply);
        return [wholesaler, distributor, SupplierRecipe.Newcomer(wholesaler, Cheats(knobs))];
    }

    private static SupplierDefinition Erring(SupplierDefinition supplier, double supply) => supplier with
    {
        DefectRate = Math.Round(Knob.Linear(supply, 0.003, 0.02), 4),
        BadLotChance = Math.Round(Knob.Linear(supply, 0.02, 0.15), 4),
        BadLotDefectRate = SupplierRecipe.BadLotDefects,
        Receiving = new(Math.Round(Knob.Linear(supply, 4, 12), 1), 0.6, 2, 30),
    };

    private static double Cheats(WorldKnobs knobs) => Math.Round(Knob.Linear(knobs.Adversity, 0.2, 0.7), 3);
}
