namespace FbaBench;

/// <summary>Legal limits of a laboratory's switches, and what they need of the rest of the definition.</summary>
internal static partial class WorldDefinitionValidator
{
    /// <summary>Means of drawn demand: with the season and the niche factor on top they stay below what a Poisson draw takes.</summary>
    private const double HighestDrawnMean = 1e5;
    private const double HighestMean = 1e9;

    /// <summary>Units a day whose deliveries can be drawn one by one.</summary>
    private const double HighestSettledMean = 1e6;

    private static void Laboratory(WorldDefinition world)
    {
        if (world.LaboratorySwitches is not { } switches)
        {
            return;
        }

        const string at = "laboratorySwitches";
        Require(world.Laboratory, at, "they need laboratory: true");
        Known(at + ".demand", switches.Demand);
        Known(at + ".draws", switches.Draws);
        Known(at + ".shortage", switches.Shortage);
        Range(at + ".demandDeviation", switches.DemandDeviation, switches.Demand == DemandSource.Normal ? 1e-9 : 0, switches.Demand == DemandSource.Normal ? 1e6 : 0);
        Range(at + ".quantityScale", switches.QuantityScale, 1, 1e9);
        Range(at + ".moneyScale", switches.MoneyScale, 1e-6, 1e12);
        Range(at + ".shortagePenalty (cents)", switches.ShortagePenalty.Cents, 0, switches.Shortage == ShortageRule.Lost ? MaximumCents : 0);
        Range(at + ".carryingCost (cents)", switches.CarryingCost.Cents, 0, MaximumCents);
        if (switches.PriceSensitivity is { } sensitivity)
        {
            Require(switches.Demand == DemandSource.Choice, at + ".priceSensitivity", "it is of the choice model; leave it out with another demand");
            Range(at + ".priceSensitivity", sensitivity, 1e-6, 1e6);
        }

        if (switches.Fees is { } fees)
        {
            Require(world.Fees.Mode == FeeMode.None, at + ".fees", "they need fees: none, or the published tables would be charged instead");
            Range(at + ".fees.referralShare", fees.ReferralShare, 0, 1 - 1e-9);
            Range(at + ".fees.fulfilmentPerUnit (cents)", fees.FulfilmentPerUnit.Cents, 0, MaximumCents);
        }

        Require(
            switches.Shortage == ShortageRule.Lost || (switches.Demand == DemandSource.Choice && switches.Draws == DemandDraws.On),
            at + ".shortage",
            "only drawn demand of the choice model can choose once more; say shortage: lost");
        foreach (var niche in world.Niches)
        {
            Require(switches.SettlementDelay || niche.Products.All(product => product.ReturnRate == 0), at + ".settlementDelay", $"off needs returnRate 0 of every product of niche '{niche.Name}'");
            Require(switches.Draws == DemandDraws.On || niche.OrderSizes[0] == 1, at + ".draws", $"expected demand has orders of one unit; give niche '{niche.Name}' orderSizes 1, 0, 0");
            Range($"{at}: mean units a day of niche '{niche.Name}'", niche.SessionsPerDay * DrawnScale(switches), 0, IsDrawnByCount(switches) ? HighestDrawnMean : HighestMean);
            Range($"{at}: mean units a day of niche '{niche.Name}' with settlementDelay", switches.SettlementDelay ? niche.SessionsPerDay * switches.QuantityScale : 0, 0, HighestSettledMean);
        }
    }

    private static bool IsDrawnByCount(LaboratoryDefinition switches) => switches.Draws == DemandDraws.On && switches.Demand != DemandSource.Normal;

    /// <summary>What is scaled after the draw does not count before it.</summary>
    private static double DrawnScale(LaboratoryDefinition switches) =>
        switches is { Demand: DemandSource.Poisson, Draws: DemandDraws.On } ? 1 : switches.QuantityScale;

    private static void Require(bool holds, string at, string right)
    {
        if (!holds)
        {
            throw new WorldDefinitionException($"{at}: {right}.");
        }
    }
}
