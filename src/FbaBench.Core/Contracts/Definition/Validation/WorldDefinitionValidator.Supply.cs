namespace FbaBench;

/// <summary>Quality and honesty of suppliers, receiving, adversaries, account health.</summary>
internal static partial class WorldDefinitionValidator
{
    private static void Quality(string at, SupplierDefinition supplier, bool laboratory)
    {
        Range(at + " unitsPerDay", supplier.UnitsPerDay, 0, 10_000_000);
        Range(at + " defectRate", supplier.DefectRate, 0, laboratory ? 0.5 : 0.06);
        Range(at + " badLotChance", supplier.BadLotChance, 0, 0.5);
        Range(at + " badLotDefectRate", supplier.BadLotDefectRate, 0, 0.5);
        Range(at + " bargain", supplier.Bargain, 0, 0.3);
        Range(at + " dishonestChance (of a verified supplier 0)", supplier.DishonestChance, 0, supplier.IsVerified ? 0 : 1);
    }

    private static void Supply(WorldDefinition world)
    {
        const string at = "supply";
        NotNull(at, world.Supply);
        var supply = world.Supply;
        Range(at + ".lostShare", supply.LostShare, 0, 0.05);
        Range(at + ".damagedShare", supply.DamagedShare, 0, 0.05);
        if (supply.ReturnDays is { } returns)
        {
            LeadTime(at + ".returnDays", returns, LongestReturnDays);
        }

        Range(at + ".inspectionFee (cents)", supply.InspectionFee.Cents, 0, 1_000_000);
        Range(at + ".toleratedDefects", supply.ToleratedDefects, 0, 0.5);
        Range(at + ".defectReturnChance", supply.DefectReturnChance, 0, 1);
        Range(at + ".falseReturnShare", supply.FalseReturnShare, 0, 0.15);
        Range(at + ".unansweredReviewChance", supply.UnansweredReviewChance, 0, 1);
        Range(at + ".reworkFee (cents)", supply.ReworkFee.Cents, 0, 10_000);
        Range(at + ".reworkShare", supply.ReworkShare, 0, 1);
        Range(at + ".reworkDays", supply.ReworkDays, 1, 45);
    }

    private static void Adversaries(WorldDefinition world)
    {
        const string at = "adversaries";
        NotNull(at, world.Adversaries);
        var (adversaries, laboratory) = (world.Adversaries, world.Laboratory);
        Range(at + ".hijackChance", adversaries.HijackChance, 0, laboratory ? 1 : 0.1);
        Range(at + ".hijackUndercut", adversaries.HijackUndercut, 0.05, 0.35);
        Range(at + ".hijackDays", adversaries.HijackDays, 1, 90);
        Range(at + ".authenticityClaimsPer1000Units", adversaries.AuthenticityClaimsPer1000Units, 0, laboratory ? 1_000 : 1);
        Range(at + ".rightsClaimChance", adversaries.RightsClaimChance, 0, laboratory ? 12 : 0.05);
        Range(at + ".reviewAttackChance", adversaries.ReviewAttackChance, 0, laboratory ? 1 : 0.02);
        Range(at + ".reviewsOfAttack", adversaries.ReviewsOfAttack, 1, 100);
        Range(at + ".ransom (cents)", adversaries.Ransom.Cents, 100, 1_000_000);
        Range(at + ".phishingChance", adversaries.PhishingChance, 0, 1);
        Range(at + ".phishingLoss (cents)", adversaries.PhishingLoss.Cents, 100, 10_000_000);
        Range(at + ".staffFallChance", adversaries.StaffFallChance, 0, 1);
        Range(at + ".noticeChance", adversaries.NoticeChance, 0, 1);
        Range(at + ".brokerChance", adversaries.BrokerChance, 0, 1);
        Range(at + ".reviewsOfBroker", adversaries.ReviewsOfBroker, 1, 1_000);
        Range(at + ".brokerPrice (cents)", adversaries.BrokerPrice.Cents, 100, 10_000_000);
        Range(at + ".injectionShare", adversaries.InjectionShare, 0, 1);
        Range(at + ".documentChance", adversaries.DocumentChance, 0, 1);
    }

    private static void Health(WorldDefinition world)
    {
        const string at = "health";
        NotNull(at, world.Health);
        var health = world.Health;
        Range(at + ".suspendedBelow", health.SuspendedBelow, 0, HealthTerms.OpeningPoints);
        Range(at + ".defectRateLimit", health.DefectRateLimit, 1e-6, 1);
        Range(at + ".fewestOrders", health.FewestOrders, 1, 1_000_000);
        Range(at + ".claimPoints", health.ClaimPoints, 0, 1_000);
        Range(at + ".noticePoints", health.NoticePoints, 0, 1_000);
        Range(at + ".violationPoints", health.ViolationPoints, 0, 1_000);
        LeadTime(at + ".reinstatement", health.Reinstatement, 90);
        Range(at + ".longestSuspension", health.LongestSuspension, 1, 365);
        Range(at + ".holdDays", health.HoldDays, 0, 90);
    }
}
