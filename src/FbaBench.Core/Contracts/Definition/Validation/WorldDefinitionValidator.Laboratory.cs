using FbaBench.Primitives;

namespace FbaBench;

/// <summary>Legal limits of a laboratory's switches, and what they need of the rest of the definition.</summary>
internal static partial class WorldDefinitionValidator
{
    /// <summary>Means of drawn demand: with the season and the niche factor on top they stay below what a Poisson draw takes.</summary>
    private const double HighestDrawnMean = 1e5;
    private const double HighestMean = 1e9;

    /// <summary>Cents that an order may cost by itself: a laboratory's fixed cost is large against its costs of a unit.</summary>
    private const double HighestOrderCost = 1e13;

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
        var isNormal = switches.Demand is DemandSource.Normal or DemandSource.Ar1;
        Range(at + ".demandDeviation", switches.DemandDeviation, isNormal ? 1e-9 : 0, isNormal ? 1e6 : 0);
        Range(at + ".quantityScale", switches.QuantityScale, 1, 1e9);
        Range(at + ".moneyScale", switches.MoneyScale, 1e-6, 1e12);
        Range(at + ".shortagePenalty (cents)", switches.ShortagePenalty.Cents, 0, switches.Shortage == ShortageRule.Rechoice ? 0 : MaximumCents);
        Range(at + ".carryingCost (cents)", switches.CarryingCost.Cents, 0, MaximumCents);
        Range(at + ".orderFixedCost (cents)", switches.OrderFixedCost.Cents, 0, HighestOrderCost);
        Sources(at, world, switches);
        SupplyChain(at + ".supplyChain", world, switches.SupplyChain);
        if (switches.PriceSensitivity is { } sensitivity)
        {
            Require(switches.Demand == DemandSource.Choice, at + ".priceSensitivity", "it is of the choice model; leave it out with another demand");
            Range(at + ".priceSensitivity", sensitivity, 1e-6, 1e6);
        }

        Require(switches.ReservationPrice == Money.Zero || switches.Demand != DemandSource.Choice, at + ".reservationPrice", "the choice model has its own response to prices; leave it out");
        Range(at + ".reservationPrice (cents)", switches.ReservationPrice.Cents, 0, MaximumCents);
        if (switches.Fees is { } fees)
        {
            Require(world.Fees.Mode == FeeMode.None, at + ".fees", "they need fees: none, or the published tables would be charged instead");
            Range(at + ".fees.referralShare", fees.ReferralShare, 0, 1 - 1e-9);
            Range(at + ".fees.fulfilmentPerUnit (cents)", fees.FulfilmentPerUnit.Cents, 0, MaximumCents);
        }

        Require(
            switches.Shortage != ShortageRule.Rechoice || (switches.Demand == DemandSource.Choice && switches.Draws == DemandDraws.On),
            at + ".shortage",
            "only drawn demand of the choice model can choose once more; say shortage: lost");
        Require(
            switches.Shortage != ShortageRule.Backlog || switches.Demand != DemandSource.Choice,
            at + ".shortage",
            "shoppers of the choice model do not wait; say shortage: lost, or give another demand");
        foreach (var niche in world.Niches)
        {
            Require(switches.SettlementDelay || niche.Products.All(product => product.ReturnRate == 0), at + ".settlementDelay", $"off needs returnRate 0 of every product of niche '{niche.Name}'");
            Require(switches.Draws == DemandDraws.On || niche.OrderSizes[0] == 1, at + ".draws", $"expected demand has orders of one unit; give niche '{niche.Name}' orderSizes 1, 0, 0");
            Range($"{at}: mean units a day of niche '{niche.Name}'", niche.SessionsPerDay * DrawnScale(switches), 0, IsDrawnByCount(switches) ? HighestDrawnMean : HighestMean);
            Range($"{at}: mean units a day of niche '{niche.Name}' with settlementDelay", switches.SettlementDelay ? niche.SessionsPerDay * switches.QuantityScale : 0, 0, HighestSettledMean);
        }
    }

    /// <summary>What the sources of demand need.</summary>
    private static void Sources(string at, WorldDefinition world, LaboratoryDefinition switches)
    {
        var isCorrelated = switches.Demand == DemandSource.Ar1;
        Range(at + ".demandCorrelation", switches.DemandCorrelation, isCorrelated ? -0.999 : 0, isCorrelated ? 0.999 : 0);
        Require(!isCorrelated || world.Niches.All(niche => niche.Rivals.Count == 0), at + ".demand", "ar1 is demand of sellers' listings; leave the rivals out");
        var hasShape = switches.Demand == DemandSource.NegativeBinomial;
        Range(at + ".demandShape", switches.DemandShape, hasShape ? 0.01 : 0, hasShape ? 1_000 : 0);
        foreach (var niche in world.Niches)
        {
            Range($"{at}: mean units a day of niche '{niche.Name}', negative binomial", hasShape ? niche.SessionsPerDay : 0, 0, NegativeBinomialQuantile.MaximumMean);
        }

        Require((switches.Demand == DemandSource.Table) == switches.DemandTable is not null, at + ".demandTable", "it goes with demand: table, and demand: table with it");
        if (switches.DemandTable is { } table)
        {
            Count(at + ".demandTable (days)", table.Count, 1, 10_000);
            foreach (var units in table)
            {
                Range(at + ".demandTable (units)", units, 0, HighestMean);
                Range(at + ".demandTable (engine units)", units * switches.QuantityScale, 0, LaboratoryDefinition.HighestDailyDemand);
                Require(!switches.SettlementDelay || units * switches.QuantityScale <= HighestSettledMean, at + ".demandTable", "with settlementDelay a day may want at most 1,000,000 engine units");
            }
        }
    }

    private static void SupplyChain(string at, WorldDefinition world, SupplyChainDefinition? chain)
    {
        if (chain is null)
        {
            return;
        }

        Range(at + ".mailDays", chain.MailDays, 0, 60);
        Range(at + ".shippingDays", chain.ShippingDays, 1, 60);
        Range(at + ".openingUnitsPerDay", chain.OpeningUnitsPerDay, 0, 1_000_000);
        Range(at + ": seats", world.Seats, 2, 64);
        foreach (var product in world.Niches.SelectMany(niche => niche.Products))
        {
            var here = $"{at}: product '{product.Name}'";
            Require(product.Suppliers.Count == 1 && !product.Shared, here, "it needs one supplier, who serves the last stage, and listings of its own");
            var supplier = product.Suppliers[0];
            Range(here + " shippingDays and receiving, longest days", chain.ShippingDays + supplier.Receiving.MaximumDays, 1, world.Account.RunOffDays - 1);
            var lots = 1 + Math.Max(chain.MailDays + chain.ShippingDays, supplier.Production.MaximumDays + supplier.Transit.MaximumDays + supplier.Receiving.MaximumDays);
            Range(here + " lots under way at the start, one a day", chain.OpeningUnitsPerDay > 0 ? lots : 0, 0, world.Limits.LotsPerOffer - 1);
        }
    }

    private static bool IsDrawnByCount(LaboratoryDefinition switches) =>
        switches.Draws == DemandDraws.On && switches.Demand is not (DemandSource.Normal or DemandSource.Ar1 or DemandSource.Table);

    /// <summary>What is scaled after the draw does not count before it.</summary>
    private static double DrawnScale(LaboratoryDefinition switches) =>
        switches is { Demand: DemandSource.Poisson or DemandSource.Geometric or DemandSource.NegativeBinomial, Draws: DemandDraws.On } ? 1 : switches.QuantityScale;

    private static void Require(bool holds, string at, string right)
    {
        if (!holds)
        {
            throw new WorldDefinitionException($"{at}: {right}.");
        }
    }
}
