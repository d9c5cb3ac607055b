namespace FbaBench.Tests.Contracts;

/// <summary>Terms of suppliers, warehouses, adversaries and account health that lie outside their ranges, and those at their ends.</summary>
public sealed class SupplyDefinitionTests
{
    public static TheoryData<string, WorldDefinition> Wrong()
    {
        var world = TestWorlds.Mugs();
        var laboratory = world with { Laboratory = true };
        return new()
        {
            { "supplier 'factory' unitsPerDay: -1 is outside 0 to 10000000", Supplier(supplier => supplier with { UnitsPerDay = -1 }) },
            { "supplier 'factory' unitsPerDay: 10000001", Supplier(supplier => supplier with { UnitsPerDay = 10_000_001 }) },
            { "supplier 'factory' defectRate: 0.07 is outside 0 to 0.06", Supplier(supplier => supplier with { DefectRate = 0.07 }) },
            { "supplier 'factory' defectRate: 0.6 is outside 0 to 0.5", Supplier(supplier => supplier with { DefectRate = 0.6 }, laboratory) },
            { "supplier 'factory' defectRate: NaN", Supplier(supplier => supplier with { DefectRate = double.NaN }) },
            { "supplier 'factory' badLotChance: 0.6 is outside 0 to 0.5", Supplier(supplier => supplier with { BadLotChance = 0.6 }) },
            { "supplier 'factory' badLotDefectRate: 0.6 is outside 0 to 0.5", Supplier(supplier => supplier with { BadLotDefectRate = 0.6 }) },
            { "supplier 'factory' bargain: 0.4 is outside 0 to 0.3", Supplier(supplier => supplier with { Bargain = 0.4 }) },
            { "supplier 'factory' dishonestChance (of a verified supplier 0): 0.1 is outside 0 to 0", Supplier(supplier => supplier with { DishonestChance = 0.1 }) },
            { "supplier 'factory' dishonestChance (of a verified supplier 0): 1.1 is outside 0 to 1", Supplier(supplier => supplier with { IsVerified = false, DishonestChance = 1.1 }) },
            { "supply: null", world with { Supply = null! } },
            { "supply.lostShare: 0.06 is outside 0 to 0.05", world with { Supply = new() { LostShare = 0.06 } } },
            { "supply.damagedShare: -0.01 is outside 0 to 0.05", world with { Supply = new() { DamagedShare = -0.01 } } },
            { "supply.inspectionFee (cents): 1000001 is outside 0 to 1000000", world with { Supply = new() { InspectionFee = new(1_000_001) } } },
            { "supply.toleratedDefects: 0.6 is outside 0 to 0.5", world with { Supply = new() { ToleratedDefects = 0.6 } } },
            { "supply.defectReturnChance: 1.1 is outside 0 to 1", world with { Supply = new() { DefectReturnChance = 1.1 } } },
            { "supply.falseReturnShare: 0.2 is outside 0 to 0.15", world with { Supply = new() { FalseReturnShare = 0.2 } } },
            { "supply.unansweredReviewChance: -1 is outside 0 to 1", world with { Supply = new() { UnansweredReviewChance = -1 } } },
            { "supply.reworkFee (cents): 10001 is outside 0 to 10000", world with { Supply = new() { ReworkFee = new(10_001) } } },
            { "supply.reworkShare: 2 is outside 0 to 1", world with { Supply = new() { ReworkShare = 2 } } },
            { "supply.reworkDays: 0 is outside 1 to 45", world with { Supply = new() { ReworkDays = 0 } } },
            { "supply.reworkDays: 46 is outside 1 to 45", world with { Supply = new() { ReworkDays = 46 } } },
            { "adversaries: null", world with { Adversaries = null! } },
            { "adversaries.hijackChance: 0.2 is outside 0 to 0.1", world with { Adversaries = new() { HijackChance = 0.2 } } },
            { "adversaries.hijackChance: 1.1 is outside 0 to 1", laboratory with { Adversaries = new() { HijackChance = 1.1 } } },
            { "adversaries.hijackUndercut: 0.04 is outside 0.05 to 0.35", world with { Adversaries = new() { HijackUndercut = 0.04 } } },
            { "adversaries.hijackDays: 91 is outside 1 to 90", world with { Adversaries = new() { HijackDays = 91 } } },
            { "adversaries.authenticityClaimsPer1000Units: 1.1 is outside 0 to 1", world with { Adversaries = new() { AuthenticityClaimsPer1000Units = 1.1 } } },
            { "adversaries.authenticityClaimsPer1000Units: 1001 is outside 0 to 1000", laboratory with { Adversaries = new() { AuthenticityClaimsPer1000Units = 1_001 } } },
            { "adversaries.rightsClaimChance: 0.06 is outside 0 to 0.05", world with { Adversaries = new() { RightsClaimChance = 0.06 } } },
            { "adversaries.rightsClaimChance: 13 is outside 0 to 12", laboratory with { Adversaries = new() { RightsClaimChance = 13 } } },
            { "adversaries.reviewAttackChance: 0.03 is outside 0 to 0.02", world with { Adversaries = new() { ReviewAttackChance = 0.03 } } },
            { "adversaries.reviewAttackChance: 2 is outside 0 to 1", laboratory with { Adversaries = new() { ReviewAttackChance = 2 } } },
            { "adversaries.reviewsOfAttack: 0 is outside 1 to 100", world with { Adversaries = new() { ReviewsOfAttack = 0 } } },
            { "adversaries.ransom (cents): 99 is outside 100 to 1000000", world with { Adversaries = new() { Ransom = new(99) } } },
            { "adversaries.phishingChance: 1.1 is outside 0 to 1", world with { Adversaries = new() { PhishingChance = 1.1 } } },
            { "adversaries.phishingLoss (cents): 10000001 is outside 100 to 10000000", world with { Adversaries = new() { PhishingLoss = new(10_000_001) } } },
            { "adversaries.staffFallChance: 1.1 is outside 0 to 1", world with { Adversaries = new() { StaffFallChance = 1.1 } } },
            { "adversaries.noticeChance: 1.1 is outside 0 to 1", world with { Adversaries = new() { NoticeChance = 1.1 } } },
            { "adversaries.brokerChance: 1.1 is outside 0 to 1", world with { Adversaries = new() { BrokerChance = 1.1 } } },
            { "adversaries.reviewsOfBroker: 1001 is outside 1 to 1000", world with { Adversaries = new() { ReviewsOfBroker = 1_001 } } },
            { "adversaries.brokerPrice (cents): 99 is outside 100 to 10000000", world with { Adversaries = new() { BrokerPrice = new(99) } } },
            { "adversaries.injectionShare: 1.1 is outside 0 to 1", world with { Adversaries = new() { InjectionShare = 1.1 } } },
            { "adversaries.documentChance: 1.1 is outside 0 to 1", world with { Adversaries = new() { DocumentChance = 1.1 } } },
            { "health: null", world with { Health = null! } },
            { "health.suspendedBelow: 201 is outside 0 to 200", world with { Health = new() { SuspendedBelow = 201 } } },
            { "health.defectRateLimit: 0 is outside", world with { Health = new() { DefectRateLimit = 0 } } },
            { "health.fewestOrders: 0 is outside 1 to 1000000", world with { Health = new() { FewestOrders = 0 } } },
            { "health.claimPoints: -1 is outside 0 to 1000", world with { Health = new() { ClaimPoints = -1 } } },
            { "health.noticePoints: 1001 is outside 0 to 1000", world with { Health = new() { NoticePoints = 1_001 } } },
            { "health.violationPoints: 1001 is outside 0 to 1000", world with { Health = new() { ViolationPoints = 1_001 } } },
            { "health.reinstatement maximumDays: 91", world with { Health = new() { Reinstatement = new(10, 0.9, 2, 91) } } },
            { "health.longestSuspension: 0 is outside 1 to 365", world with { Health = new() { LongestSuspension = 0 } } },
            { "health.holdDays: 91 is outside 0 to 90", world with { Health = new() { HoldDays = 91 } } },
        };
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Terms_outside_their_ranges_are_refused_with_path_value_and_range(string expected, WorldDefinition definition) =>
        Assert.Contains(expected, Assert.Throws<WorldDefinitionException>(() => TestWorlds.Start(definition)).Message, StringComparison.Ordinal);

    /// <summary>Every term at its upper end, and at its lower: such worlds play through.</summary>
    [Fact]
    public void Terms_at_the_ends_of_their_ranges_are_worlds()
    {
        var high = Supplier(supplier => supplier with { UnitsPerDay = 10_000_000, DefectRate = 0.06, BadLotChance = 0.5, BadLotDefectRate = 0.5, Bargain = 0.3, IsVerified = false, DishonestChance = 1 }) with
        {
            Supply = new() { LostShare = 0.05, DamagedShare = 0.05, InspectionFee = new(1_000_000), ToleratedDefects = 0.5, DefectReturnChance = 1, FalseReturnShare = 0.15, UnansweredReviewChance = 1, ReworkFee = new(10_000), ReworkShare = 1, ReworkDays = 45 },
            Adversaries = new()
            {
                HijackChance = 0.1,
                HijackUndercut = 0.35,
                HijackDays = 90,
                AuthenticityClaimsPer1000Units = 1,
                RightsClaimChance = 0.05,
                ReviewAttackChance = 0.02,
                ReviewsOfAttack = 100,
                Ransom = new(1_000_000),
                PhishingChance = 1,
                PhishingLoss = new(10_000_000),
                StaffFallChance = 1,
                NoticeChance = 1,
                BrokerChance = 1,
                ReviewsOfBroker = 1_000,
                BrokerPrice = new(10_000_000),
                InjectionShare = 1,
                DocumentChance = 1,
            },
            Health = new() { SuspendedBelow = 200, DefectRateLimit = 1, FewestOrders = 1_000_000, ClaimPoints = 1_000, NoticePoints = 1_000, ViolationPoints = 1_000, Reinstatement = new(90, 1, 0, 90), LongestSuspension = 365, HoldDays = 90 },
        };
        var low = Supplier(supplier => supplier with { BadLotDefectRate = 0, UnitsPerDay = 1 }) with
        {
            Supply = new() { InspectionFee = Money.Zero, ToleratedDefects = 0, DefectReturnChance = 0, UnansweredReviewChance = 0, ReworkFee = Money.Zero, ReworkShare = 0, ReworkDays = 1, DamagedShare = 0.001 },
            Adversaries = new() { HijackUndercut = 0.05, HijackDays = 1, ReviewsOfAttack = 1, Ransom = new(100), PhishingLoss = new(100), StaffFallChance = 0, ReviewsOfBroker = 1, BrokerPrice = new(100), PhishingChance = 0.001 },
            Health = new() { SuspendedBelow = 0, DefectRateLimit = 1e-6, FewestOrders = 1, ClaimPoints = 0, NoticePoints = 0, ViolationPoints = 0, Reinstatement = new(0, 0, 0, 0), LongestSuspension = 1, HoldDays = 0 },
        };
        foreach (var world in (WorldDefinition[])[high, low])
        {
            var simulation = TestWorlds.Start(world);
            WholeMarket.Play(simulation, int.MaxValue);
            Assert.Equal(simulation.Books(new(0)).NetWorth, simulation.Books(new(0)).Balance(Account.Cash));
        }
    }

    /// <summary>The terms survive writing and reading, every field of them.</summary>
    [Fact]
    public void A_definition_with_all_terms_written_and_read_is_the_same_world()
    {
        var definition = WholeMarket.World() with { Health = new() { SuspendedBelow = 120, FewestOrders = 50, Reinstatement = new(5, 0.5, 1, 30) } };
        var read = DefinitionJson.Read(DefinitionJson.Write(definition));
        Assert.Equal(DefinitionDigest.Of(definition), DefinitionDigest.Of(read));
        Assert.Equal((definition.Supply, definition.Adversaries, definition.Health), (read.Supply, read.Adversaries, read.Health));
        var (supplier, again) = (definition.Niches[0].Products[0].Suppliers[0], read.Niches[0].Products[0].Suppliers[0]);
        Assert.Equal(
            (supplier.UnitsPerDay, supplier.DefectRate, supplier.BadLotChance, supplier.BadLotDefectRate, supplier.Bargain, supplier.IsVerified, supplier.DishonestChance),
            (again.UnitsPerDay, again.DefectRate, again.BadLotChance, again.BadLotDefectRate, again.Bargain, again.IsVerified, again.DishonestChance));
    }

    private static WorldDefinition Supplier(Func<SupplierDefinition, SupplierDefinition> change, WorldDefinition? world = null)
    {
        world ??= TestWorlds.Mugs();
        var niche = world.Niches[0];
        var product = niche.Products[0];
        return world with { Niches = [niche with { Products = [product with { Suppliers = [change(product.Suppliers[0]), product.Suppliers[1]] }, .. niche.Products.Skip(1)] }, .. world.Niches.Skip(1)] };
    }
}
