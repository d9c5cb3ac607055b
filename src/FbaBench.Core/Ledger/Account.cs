namespace FbaBench;

/// <summary>Accounts of a seller's book. Assets and costs carry debit balances, liabilities, capital and income credit balances.</summary>
public enum Account
{
    /// <summary>Asset: money in the bank.</summary>
    Cash,

    /// <summary>Asset: money the marketplace holds for the seller; a credit balance is owed to the marketplace.</summary>
    Receivable,

    /// <summary>Asset: deposits on orders that are not shipped.</summary>
    SupplierDeposits,

    /// <summary>Asset: shipped and received goods at landed cost.</summary>
    Inventory,

    /// <summary>Liability: dues that cash did not cover.</summary>
    DuesPayable,

    /// <summary>Liability: credit that is drawn.</summary>
    Loan,

    /// <summary>Capital: what the seller began with.</summary>
    Capital,

    /// <summary>Income: what shoppers paid, and the stage below in a laboratory's supply chain.</summary>
    Sales,

    /// <summary>Cost: what shoppers got back, and a laboratory's penalties for units that were not there.</summary>
    Refunds,

    /// <summary>Cost: referral fees, less those given back on refunds.</summary>
    ReferralFees,

    /// <summary>Cost: fulfilment fees.</summary>
    FulfilmentFees,

    /// <summary>Cost: refund administration fees.</summary>
    RefundAdministrationFees,

    /// <summary>Cost: monthly storage, and a laboratory's carrying cost.</summary>
    StorageFees,

    /// <summary>Cost: surcharge on storage that is large against what is shipped, and the fee on storage above the limit.</summary>
    StorageUtilisationFees,

    /// <summary>Cost: surcharge on units that have been stored for long.</summary>
    AgedInventoryFees,

    /// <summary>Cost: fee on units shipped while stock is low against what is shipped.</summary>
    LowInventoryFees,

    /// <summary>Cost: distribution of received units over warehouses, and a laboratory's fixed cost of orders.</summary>
    InboundPlacementFees,

    /// <summary>Cost: processing of returns beyond the share that is free.</summary>
    ReturnsProcessingFees,

    /// <summary>Cost: clicks on sponsored slots.</summary>
    AdvertisingFees,

    /// <summary>Cost: fees of promotions.</summary>
    PromotionFees,

    /// <summary>Cost: reviews that were bought.</summary>
    BoughtReviews,

    /// <summary>Cost: fines for breaking the marketplace's policy.</summary>
    Fines,

    /// <summary>Cost: the selling plan.</summary>
    SubscriptionFees,

    /// <summary>Cost: removal of units that are liquidated.</summary>
    RemovalFees,

    /// <summary>Cost: landed cost of units sold and kept by shoppers.</summary>
    CostOfGoodsSold,

    /// <summary>Cost: landed cost of units that came back unsellable, were lost or damaged in a warehouse, or were liquidated; deposits that were lost.</summary>
    WriteOffs,

    /// <summary>Income: what liquidators paid.</summary>
    LiquidationProceeds,

    /// <summary>Cost: late fees on unpaid dues.</summary>
    LateFees,

    /// <summary>Cost: interest on credit.</summary>
    Interest,

    /// <summary>Cost: inspections of suppliers.</summary>
    Inspections,

    /// <summary>Cost: what went to impostors.</summary>
    Deceptions,

    /// <summary>Income: what the marketplace pays for units that its warehouses lost.</summary>
    Reimbursements,

    /// <summary>Cost: what thinking cost, where the world charges it.</summary>
    Inference,
}

/// <summary>
/// Accounts of the world's cash book: whose pocket money is in. Every movement of money between a seller and somebody else
/// stands here too, so that cash is conserved over all parties together.
/// </summary>
public enum CashHolder
{
    /// <summary>All sellers together; equals the sum of their cash accounts.</summary>
    Sellers,

    /// <summary>The marketplace.</summary>
    Marketplace,

    /// <summary>Suppliers, carriers and customs.</summary>
    Suppliers,

    /// <summary>Shoppers.</summary>
    Shoppers,

    /// <summary>Liquidators.</summary>
    Liquidators,

    /// <summary>Where opening cash comes from.</summary>
    Owners,

    /// <summary>Lenders.</summary>
    Lenders,

    /// <summary>Impostors, inspectors and whoever else.</summary>
    Others,
}
