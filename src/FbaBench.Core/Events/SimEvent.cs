namespace FbaBench;

/// <summary>What happened. Numbers are part of the event digest: never reuse or change one.</summary>
public enum EventKind
{
    /// <summary>An own offer got a price: Amount is the price.</summary>
    PriceSet = 1,

    /// <summary>An own offer was closed.</summary>
    OfferClosed = 2,

    /// <summary>An order was placed: Units, Amount is the deposit, Detail the supplier.</summary>
    OrderPlaced = 3,

    /// <summary>Goods are ready at the supplier: Units, Amount is the balance owed.</summary>
    OrderReady = 4,

    /// <summary>Goods were paid and shipped: Units, Amount is the balance paid.</summary>
    OrderShipped = 5,

    /// <summary>Goods became sellable: Units, Amount is their landed cost, Detail how many of them the warehouse lost or damaged.</summary>
    OrderReceived = 6,

    /// <summary>An order was cancelled by the run-off or rejected: Units, Amount is the deposit returned.</summary>
    OrderCancelled = 7,

    /// <summary>A command was refused: Units is its index in the batch, Detail the <see cref="RefusalReason"/>, Amount the offending value.</summary>
    CommandRefused = 8,

    /// <summary>A rival changed its price: Amount is the new price; Seat is −1.</summary>
    RivalPrice = 9,

    /// <summary>Units were sold: Units, Amount is the revenue, Detail the orders.</summary>
    Sale = 10,

    /// <summary>Shoppers wanted more than there was: Units is what was lacking.</summary>
    StockOut = 11,

    /// <summary>Units came back: Units, Amount is what was refunded on them, Detail how many can be sold again.</summary>
    Returned = 12,

    /// <summary>Monthly storage: Amount.</summary>
    Storage = 13,

    /// <summary>Monthly selling plan: Amount.</summary>
    Subscription = 14,

    /// <summary>Funds reached the bank: Amount.</summary>
    Payout = 15,

    /// <summary>A negative marketplace balance fell due: Amount.</summary>
    Due = 16,

    /// <summary>A late fee: Amount.</summary>
    LateFee = 17,

    /// <summary>The seller became insolvent: Amount is what could not be paid.</summary>
    Insolvent = 18,

    /// <summary>The run-off starts tomorrow.</summary>
    RunOff = 19,

    /// <summary>Units were liquidated: Units, Amount is what the liquidator paid.</summary>
    Liquidated = 20,

    /// <summary>The account is settled: Amount is the final cash.</summary>
    Settled = 21,

    /// <summary>Monthly surcharge on storage: Amount.</summary>
    StorageUtilisation = 22,

    /// <summary>Surcharge on aged stock: Units, Amount.</summary>
    AgedInventory = 23,

    /// <summary>Units were shipped while stock was low: Units, Amount is the fee on them.</summary>
    LowInventory = 24,

    /// <summary>Received units pay placement: Units, Amount.</summary>
    InboundPlacement = 25,

    /// <summary>Returns beyond the free share: Units that pay, Amount, Detail the month of shipment, 1 to 12.</summary>
    ReturnsProcessing = 26,

    /// <summary>A promotion began: Amount is its price, Units its days.</summary>
    PromotionStarted = 27,

    /// <summary>A promotion ended.</summary>
    PromotionEnded = 28,

    /// <summary>Fee of a promotion: Amount.</summary>
    PromotionFee = 29,

    /// <summary>A campaign was created or changed: Amount is the bid, Units the last day, Detail the first.</summary>
    CampaignSet = 30,

    /// <summary>A campaign was stopped, or ended with its last day.</summary>
    CampaignEnded = 31,

    /// <summary>A campaign's day: Units are the clicks, Detail the attributed orders, Amount the spend.</summary>
    Advertising = 32,

    /// <summary>Reviews of an own listing appeared: Units how many, Detail the sum of their stars.</summary>
    Reviewed = 33,

    /// <summary>Reviews were bought: Units, Amount is what they cost.</summary>
    ReviewsBought = 34,

    /// <summary>Bought reviews were found and deleted: Units, Amount is the fine.</summary>
    ReviewsFound = 35,

    /// <summary>A rival came to the market or left it, for good or for a time: Units is 1 or 0; Seat is −1.</summary>
    RivalPresence = 36,

    /// <summary>Goods cleared customs: Units, Amount is duty and tariff.</summary>
    Customs = 37,

    /// <summary>Credit was drawn, by command or for dues that cash did not cover: Amount.</summary>
    CreditDrawn = 50,

    /// <summary>Credit was repaid: Amount.</summary>
    CreditRepaid = 51,

    /// <summary>A day's interest on credit: Amount.</summary>
    Interest = 52,

    /// <summary>A deposit was lost: Units, Detail the supplier, Amount.</summary>
    DepositLost = 70,

    /// <summary>A supplier packed fewer units than were paid: Units missing, Detail the supplier.</summary>
    ShippedShort = 71,

    /// <summary>A supplier was inspected: Amount is the fee, Detail the <see cref="SupplierFinding"/>.</summary>
    SupplierInspected = 72,

    /// <summary>A price was agreed with a supplier: Amount, Units from which it holds, Detail the supplier.</summary>
    PriceAgreed = 73,

    /// <summary>A supplier asks a price: Amount, Units, Detail the supplier.</summary>
    PriceAsked = 74,

    /// <summary>A supplier walked away: Amount is the last proposal, Units, Detail the supplier.</summary>
    TalksEnded = 75,

    /// <summary>Unsellable units were removed: Units, Detail the <see cref="DisposalPath"/>, Amount is the fee.</summary>
    UnsellableRemoved = 76,

    /// <summary>Reworked units went on the shelf: Units.</summary>
    Reworked = 77,

    /// <summary>A message was sent to a seller: Units and Amount as it says, Detail what it really is.</summary>
    MailSent = 78,

    /// <summary>A message ended: Units is how it was met (0 fell for it, 1 ignored, 2 reported, 3 resisted), Detail what it really was.</summary>
    MailSettled = 79,

    /// <summary>Buyers of defective units were refunded: Units, Amount.</summary>
    ComplaintRefunded = 80,

    /// <summary>The marketplace paid for lost units: Units, Amount.</summary>
    Reimbursed = 81,

    /// <summary>Money went to impostors: Amount.</summary>
    Deceived = 82,

    /// <summary>A counterfeiter came to a listing: Units is for how many days at most.</summary>
    Hijacked = 83,

    /// <summary>A counterfeiter left a listing.</summary>
    HijackEnded = 84,

    /// <summary>A claim closed a listing: Units is for how many days at most, Detail what the message is.</summary>
    ListingClosed = 85,

    /// <summary>False one-star reviews were written: Units how many will appear.</summary>
    ReviewAttack = 86,

    /// <summary>False reviews were deleted: Units.</summary>
    AttackDeleted = 87,

    /// <summary>A violation: Units are the points it costs.</summary>
    Violation = 88,

    /// <summary>The account was suspended: Detail the <see cref="SuspensionCause"/>.</summary>
    Suspended = 89,

    /// <summary>The seller appealed: Detail the cause it names.</summary>
    Appealed = 90,

    /// <summary>An appeal was refused.</summary>
    AppealRefused = 91,

    /// <summary>The account was reinstated.</summary>
    Reinstated = 92,

    /// <summary>Monthly fee on storage above the limit: Amount.</summary>
    StorageOverage = 93,

    /// <summary>A laboratory's carrying cost of a day: Units on hand, Amount.</summary>
    CarryingCost = 40,

    /// <summary>A laboratory's penalty for units that were not there: Units, Amount.</summary>
    ShortagePenalty = 41,

    /// <summary>A laboratory's fixed cost of an order: Amount.</summary>
    OrderFixedCost = 42,

    /// <summary>A stage of a laboratory's supply chain shipped to the stage below: Units, Detail the buyer's seat, Amount what it is paid.</summary>
    StageShipped = 43,

    /// <summary>A forecast was registered: Units is the day it falls due, Detail the expected units of an offer, Amount the expected cash.</summary>
    ForecastRegistered = 60,

    /// <summary>A forecast fell due: Units is 1 inside its interval and 0 outside, Detail the units an offer sold (at most what an int holds), Amount the cash.</summary>
    ForecastScored = 61,

    /// <summary>What thinking cost was written down: Amount is the whole cents by which the sum rose, Units the input and Detail the output tokens (at most what an int holds).</summary>
    InferenceCharged = 62,

    /// <summary>A shock began: Units is its index in the definition; Seat is −1. One from before the start begins on day 0.</summary>
    ShockStarted = 63,

    /// <summary>The first day without a shock: Units is its index in the definition; Seat is −1.</summary>
    ShockEnded = 64,
}

/// <summary>Something that happened in a world on a day: 32 bytes, fixed layout.</summary>
/// <param name="Day">Day, from 0.</param>
/// <param name="Kind">What happened; says what the other fields mean.</param>
/// <param name="Seat">The seller concerned, or index −1.</param>
/// <param name="Offer">The offer concerned, or index −1.</param>
/// <param name="Units">A number of units, or 0.</param>
/// <param name="Detail">As the kind says, or 0.</param>
/// <param name="Amount">Money, or zero.</param>
public readonly record struct SimEvent(int Day, EventKind Kind, Seat Seat, OfferId Offer, int Units, int Detail, Money Amount);
