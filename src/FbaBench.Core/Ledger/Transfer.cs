namespace FbaBench;

/// <summary>Why money or value moved. Each reason fixes its accounts; see <see cref="TransferReasons"/>.</summary>
public enum TransferReason
{
    /// <summary>Cash the seller begins with.</summary>
    OpeningCash,

    /// <summary>Stock the seller begins with, at landed cost.</summary>
    OpeningStock,

    /// <summary>Deposit paid at an order.</summary>
    Deposit,

    /// <summary>Deposit of a cancelled order, paid back.</summary>
    DepositReturned,

    /// <summary>Deposit becomes part of the cost of shipped goods.</summary>
    DepositApplied,

    /// <summary>Balance, freight and duty paid at shipment.</summary>
    Balance,

    /// <summary>Shoppers pay for units.</summary>
    Sale,

    /// <summary>Referral fee on a sale.</summary>
    ReferralFee,

    /// <summary>Fulfilment fee on a sale.</summary>
    FulfilmentFee,

    /// <summary>Landed cost of units sold.</summary>
    CostOfSale,

    /// <summary>A shopper gets the price back.</summary>
    Refund,

    /// <summary>Referral fee given back on a refund.</summary>
    ReferralReturned,

    /// <summary>Fee the marketplace keeps on a refund.</summary>
    RefundAdministration,

    /// <summary>Returned units that can be sold again.</summary>
    ReturnToStock,

    /// <summary>Returned units that cannot be sold again.</summary>
    ReturnWrittenOff,

    /// <summary>Monthly storage.</summary>
    Storage,

    /// <summary>Monthly surcharge on storage that is large against what is shipped.</summary>
    StorageUtilisation,

    /// <summary>Surcharge on units that have been stored for long, on the 15th.</summary>
    AgedInventory,

    /// <summary>Fee on units shipped while stock is low against what is shipped.</summary>
    LowInventory,

    /// <summary>Distribution of received units over warehouses; taken from the account 45 days after receipt.</summary>
    InboundPlacement,

    /// <summary>Processing of a month's returns beyond the share that is free.</summary>
    ReturnsProcessing,

    /// <summary>Monthly selling plan.</summary>
    Subscription,

    /// <summary>Available funds paid to the bank.</summary>
    Payout,

    /// <summary>A negative marketplace balance falls due.</summary>
    Due,

    /// <summary>A due is paid.</summary>
    DuePaid,

    /// <summary>Late fee on unpaid dues.</summary>
    LateFee,

    /// <summary>A liquidator pays for units.</summary>
    Liquidation,

    /// <summary>Landed cost of liquidated units.</summary>
    LiquidationCost,

    /// <summary>Removal fee on liquidated units.</summary>
    RemovalFee,

    /// <summary>A laboratory's cost of a day on units on hand.</summary>
    CarryingCost,

    /// <summary>What a laboratory pays to shoppers for units that were not there.</summary>
    ShortagePenalty,

    /// <summary>A day's clicks on sponsored slots.</summary>
    Advertising,

    /// <summary>Fee of a promotion.</summary>
    PromotionFee,

    /// <summary>Reviews are bought.</summary>
    ReviewPurchase,

    /// <summary>Fine for breaking the marketplace's policy.</summary>
    Fine,

    /// <summary>Duty and tariff on goods that arrive.</summary>
    Duty,

    /// <summary>Duty that cash did not cover: the marketplace's broker advances it, and it falls due.</summary>
    DutyAdvanced,

    /// <summary>What an order costs by itself in a laboratory.</summary>
    OrderFixedCost,

    /// <summary>A stage of a laboratory's supply chain is paid for goods it shipped to the stage below.</summary>
    StageSale,

    /// <summary>Credit is drawn.</summary>
    CreditDrawn,

    /// <summary>Credit is repaid.</summary>
    CreditRepaid,

    /// <summary>A day's interest on credit.</summary>
    Interest,

    /// <summary>A deposit is lost: the goods were rejected without cause, or never made.</summary>
    DepositLost,

    /// <summary>A supplier is inspected.</summary>
    Inspection,

    /// <summary>Received units are lost or damaged in a warehouse.</summary>
    StockLost,

    /// <summary>The marketplace pays for lost units.</summary>
    Reimbursement,

    /// <summary>Money goes to impostors.</summary>
    Deceived,

    /// <summary>What thinking cost falls due.</summary>
    Inference,

    /// <summary>Monthly fee on storage above the limit.</summary>
    StorageOverage,
}

/// <summary>An immutable posting: value moves from the credited to the debited account. Corrections are new transfers.</summary>
/// <param name="Id">Identity: the world's transfer count; posting an identity again changes nothing.</param>
/// <param name="Day">Day of the posting; −1 before the first.</param>
/// <param name="Seat">Whose book.</param>
/// <param name="Offer">The offer it concerns, or −1.</param>
/// <param name="Reason">Why; fixes the accounts.</param>
/// <param name="Amount">Above zero.</param>
public readonly record struct Transfer(long Id, int Day, Seat Seat, OfferId Offer, TransferReason Reason, Money Amount)
{
    /// <summary>The debited account.</summary>
    public Account Debit => TransferReasons.Rule(Reason).Debit;

    /// <summary>The credited account.</summary>
    public Account Credit => TransferReasons.Rule(Reason).Credit;
}
