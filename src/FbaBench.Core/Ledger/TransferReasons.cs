namespace FbaBench;

/// <summary>The accounts that a reason moves between, and the pockets between which cash moves, if any.</summary>
/// <param name="Debit">Debited account of the seller's book.</param>
/// <param name="Credit">Credited account of the seller's book.</param>
/// <param name="CashTo">Who receives cash, or null.</param>
/// <param name="CashFrom">Who pays cash, or null.</param>
public readonly record struct PostingRule(Account Debit, Account Credit, CashHolder? CashTo = null, CashHolder? CashFrom = null);

/// <summary>The chart of postings: one rule a reason.</summary>
public static class TransferReasons
{
    private static readonly PostingRule[] Rules = Build();

    /// <summary>The rule of a reason.</summary>
    public static PostingRule Rule(TransferReason reason) => Rules[(int)reason];

    private static PostingRule[] Build()
    {
        var rules = new PostingRule[Enum.GetValues<TransferReason>().Length];
        rules[(int)TransferReason.OpeningCash] = new(Account.Cash, Account.Capital, CashHolder.Sellers, CashHolder.Owners);
        rules[(int)TransferReason.OpeningStock] = new(Account.Inventory, Account.Capital);
        rules[(int)TransferReason.Deposit] = new(Account.SupplierDeposits, Account.Cash, CashHolder.Suppliers, CashHolder.Sellers);
        rules[(int)TransferReason.DepositReturned] = new(Account.Cash, Account.SupplierDeposits, CashHolder.Sellers, CashHolder.Suppliers);
        rules[(int)TransferReason.DepositApplied] = new(Account.Inventory, Account.SupplierDeposits);
        rules[(int)TransferReason.Balance] = new(Account.Inventory, Account.Cash, CashHolder.Suppliers, CashHolder.Sellers);
        rules[(int)TransferReason.Sale] = new(Account.Receivable, Account.Sales, CashHolder.Marketplace, CashHolder.Shoppers);
        rules[(int)TransferReason.ReferralFee] = new(Account.ReferralFees, Account.Receivable);
        rules[(int)TransferReason.FulfilmentFee] = new(Account.FulfilmentFees, Account.Receivable);
        rules[(int)TransferReason.CostOfSale] = new(Account.CostOfGoodsSold, Account.Inventory);
        rules[(int)TransferReason.Refund] = new(Account.Refunds, Account.Receivable, CashHolder.Shoppers, CashHolder.Marketplace);
        rules[(int)TransferReason.ReferralReturned] = new(Account.Receivable, Account.ReferralFees);
        rules[(int)TransferReason.RefundAdministration] = new(Account.RefundAdministrationFees, Account.Receivable);
        rules[(int)TransferReason.ReturnToStock] = new(Account.Inventory, Account.CostOfGoodsSold);
        rules[(int)TransferReason.ReturnWrittenOff] = new(Account.WriteOffs, Account.CostOfGoodsSold);
        rules[(int)TransferReason.Storage] = new(Account.StorageFees, Account.Receivable);
        rules[(int)TransferReason.StorageUtilisation] = new(Account.StorageUtilisationFees, Account.Receivable);
        rules[(int)TransferReason.AgedInventory] = new(Account.AgedInventoryFees, Account.Receivable);
        rules[(int)TransferReason.LowInventory] = new(Account.LowInventoryFees, Account.Receivable);
        rules[(int)TransferReason.InboundPlacement] = new(Account.InboundPlacementFees, Account.Receivable);
        rules[(int)TransferReason.ReturnsProcessing] = new(Account.ReturnsProcessingFees, Account.Receivable);
        rules[(int)TransferReason.Subscription] = new(Account.SubscriptionFees, Account.Receivable);
        rules[(int)TransferReason.Payout] = new(Account.Cash, Account.Receivable, CashHolder.Sellers, CashHolder.Marketplace);
        rules[(int)TransferReason.Due] = new(Account.Receivable, Account.DuesPayable);
        rules[(int)TransferReason.DuePaid] = new(Account.DuesPayable, Account.Cash, CashHolder.Marketplace, CashHolder.Sellers);
        rules[(int)TransferReason.LateFee] = new(Account.LateFees, Account.DuesPayable);
        rules[(int)TransferReason.Liquidation] = new(Account.Cash, Account.LiquidationProceeds, CashHolder.Sellers, CashHolder.Liquidators);
        rules[(int)TransferReason.LiquidationCost] = new(Account.WriteOffs, Account.Inventory);
        rules[(int)TransferReason.RemovalFee] = new(Account.RemovalFees, Account.Receivable);
        rules[(int)TransferReason.Advertising] = new(Account.AdvertisingFees, Account.Receivable);
        rules[(int)TransferReason.PromotionFee] = new(Account.PromotionFees, Account.Receivable);
        rules[(int)TransferReason.ReviewPurchase] = new(Account.BoughtReviews, Account.Cash, CashHolder.Shoppers, CashHolder.Sellers);
        rules[(int)TransferReason.Fine] = new(Account.Fines, Account.Receivable);
        rules[(int)TransferReason.Duty] = new(Account.Inventory, Account.Cash, CashHolder.Suppliers, CashHolder.Sellers);
        rules[(int)TransferReason.DutyAdvanced] = new(Account.Inventory, Account.DuesPayable, CashHolder.Suppliers, CashHolder.Marketplace);
        rules[(int)TransferReason.CarryingCost] = new(Account.StorageFees, Account.Receivable);
        rules[(int)TransferReason.ShortagePenalty] = new(Account.Refunds, Account.Receivable, CashHolder.Shoppers, CashHolder.Marketplace);
        rules[(int)TransferReason.OrderFixedCost] = new(Account.InboundPlacementFees, Account.Receivable);
        rules[(int)TransferReason.StageSale] = new(Account.Cash, Account.Sales, CashHolder.Sellers, CashHolder.Suppliers);
        rules[(int)TransferReason.CreditDrawn] = new(Account.Cash, Account.Loan, CashHolder.Sellers, CashHolder.Lenders);
        rules[(int)TransferReason.CreditRepaid] = new(Account.Loan, Account.Cash, CashHolder.Lenders, CashHolder.Sellers);
        rules[(int)TransferReason.Interest] = new(Account.Interest, Account.DuesPayable);
        rules[(int)TransferReason.DepositLost] = new(Account.WriteOffs, Account.SupplierDeposits);
        rules[(int)TransferReason.Inspection] = new(Account.Inspections, Account.Cash, CashHolder.Others, CashHolder.Sellers);
        rules[(int)TransferReason.StockLost] = new(Account.WriteOffs, Account.Inventory);
        rules[(int)TransferReason.Reimbursement] = new(Account.Receivable, Account.Reimbursements);
        rules[(int)TransferReason.Deceived] = new(Account.Deceptions, Account.Cash, CashHolder.Others, CashHolder.Sellers);
        rules[(int)TransferReason.Inference] = new(Account.Inference, Account.DuesPayable);
        rules[(int)TransferReason.StorageOverage] = new(Account.StorageUtilisationFees, Account.Receivable);
        return rules;
    }
}
