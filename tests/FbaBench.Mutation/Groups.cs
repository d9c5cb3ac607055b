namespace FbaBench.Mutation;

/// <summary>A part of the core by its files, as ends of paths under src/FbaBench.Core.</summary>
internal sealed record Group(string Name, IReadOnlyList<string> Files);

internal static class Groups
{
    public static IReadOnlyList<Group> All { get; } =
    [
        new("fees",
        [
            "Market/Fees/FeeSchedule.cs", "Market/Fees/FeeSchedule.Stock.cs", "Market/Fees/FeeTables.cs", "Market/Fees/FeeTablesReader.cs", "Market/Fees/ProductFees.cs", "Market/Fees/RateRows.cs",
            "Market/Fees/ReferralRule.cs", "Market/Fees/SizeTiers.cs", "Market/Fees/FeeRounding.cs", "Market/Fees/DatedTables.cs", "Market/Fees/FeeCalendar.cs",
        ]),
        new("charges", ["Kernel/Charges/AgedCharge.cs", "Kernel/Charges/LowInventoryCharge.cs", "Kernel/Charges/PlacementCharge.cs", "Kernel/Charges/ReturnsCharge.cs", "Kernel/Charges/StockHistory.cs", "Kernel/Charges/StorageCharge.cs"]),
        new("ledger", ["Ledger/LedgerView.cs", "Ledger/Books.cs", "Kernel/Audit.cs", "Kernel/Lots.cs", "Kernel/Phases/AccountPhase.cs", "Kernel/Phases/PeriodEndPhase.cs", "Kernel/Phases/ReturnsPhase.cs", "Kernel/Phases/FulfilmentPhase.cs"]),
        new("demand", ["Market/Choice/Consideration.cs", "Market/Choice/NestedLogit.cs", "Market/Choice/Shelf.cs", "Market/Choice/DiversionRace.cs", "Market/Choice/FeaturedOffer.cs", "Market/Durations.cs", "Market/Rivals/RivalPricing.cs", "Market/NicheFactor.cs", "Market/Season.cs", "Kernel/Phases/ChoicePhase.cs", "Kernel/Phases/Rechoice.cs"]),
        new("draws", ["Primitives/Philox4x32.cs", "Primitives/KeyedDraws.cs", "Primitives/PoissonQuantile.cs", "Primitives/DetMath.cs", "Primitives/EntityKey.cs"]),
        new("hash", ["Primitives/StateHash.cs", "Contracts/Definition/DefinitionDigest.cs", "Kernel/Snapshot.cs", "Runtime/Log/RunLogFormat.cs"]),
    ];
}
