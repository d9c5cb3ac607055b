namespace FbaBench;

/// <summary>How observations and actions of a seat lie in their spans. It depends on the world's numbers of seats and products alone.</summary>
/// <param name="Seats">Sellers of the world, each with rows of its own.</param>
/// <param name="Offers">Own offers of a seat, in the order of its <see cref="Observation.Offers"/>.</param>
public sealed record TrainingLayout(int Seats, int Offers)
{
    /// <summary>Values that a seat's observation begins with, see <see cref="SeatFeature"/>.</summary>
    public const int SeatFeatures = (int)SeatFeature.NetWorth + 1;

    /// <summary>Values of each offer after them, see <see cref="OfferFeature"/>.</summary>
    public const int OfferFeatures = (int)OfferFeature.LeadTimeDays + 1;

    /// <summary>Values of each offer in an action, see <see cref="OfferAction"/>.</summary>
    public const int OfferActions = (int)OfferAction.LiquidateUnits + 1;

    /// <summary>Values of a seat's observation.</summary>
    public int ObservationLength => SeatFeatures + (Offers * OfferFeatures);

    /// <summary>Values of a seat's action.</summary>
    public int ActionLength => Offers * OfferActions;

    /// <summary>Place of an offer's value in the observation of its seat.</summary>
    public static int IndexOf(int offer, OfferFeature feature) => SeatFeatures + (offer * OfferFeatures) + (int)feature;

    /// <summary>Place of an offer's value in the action of its seat.</summary>
    public static int IndexOf(int offer, OfferAction action) => (offer * OfferActions) + (int)action;
}

/// <summary>What an observation tells of a seat, in this order. Numbers as the seller's <see cref="Observation"/> and book have them; money in dollars.</summary>
public enum SeatFeature
{
    /// <summary>The day to decide, from 0.</summary>
    Day,

    /// <summary>Decision days left, this one included; 0 once the seat no longer trades.</summary>
    DaysLeft,

    /// <summary>Month, 1 to 12.</summary>
    Month,

    /// <summary>Day of the week, 0 (Monday) to 6.</summary>
    Weekday,

    /// <summary>Money in the bank.</summary>
    Cash,

    /// <summary>What the marketplace owes.</summary>
    Receivable,

    /// <summary>Dues that cash did not cover.</summary>
    UnpaidDues,

    /// <summary>Credit drawn.</summary>
    Loan,

    /// <summary>Paid to suppliers for goods that are not shipped.</summary>
    SupplierDeposits,

    /// <summary>Goods shipped and received, at landed cost.</summary>
    Inventory,

    /// <summary>Assets less liabilities.</summary>
    NetWorth,
}

/// <summary>What an observation tells of each own offer, in this order. Money in dollars.</summary>
public enum OfferFeature
{
    /// <summary>Own list price over the reference price; 0 while closed.</summary>
    PriceOfReference,

    /// <summary>The usual price of such a product.</summary>
    ReferencePrice,

    /// <summary>Lowest price of the niche's other offers over the reference price; 0 where none is on sale.</summary>
    LowestOtherPriceOfReference,

    /// <summary>Landed cost of a unit, see <see cref="OfferObservation.LandedCost"/>.</summary>
    LandedCost,

    /// <summary>Referral fee of a unit, see <see cref="OfferObservation.ReferralFee"/>.</summary>
    ReferralFee,

    /// <summary>Fulfilment fee of a unit, see <see cref="OfferObservation.FulfilmentFee"/>.</summary>
    FulfilmentFee,

    /// <summary>Sellable units.</summary>
    UnitsOnHand,

    /// <summary>Units ordered and not yet sellable.</summary>
    UnitsInbound,

    /// <summary>Units sold yesterday.</summary>
    UnitsYesterday,

    /// <summary>Sessions yesterday.</summary>
    SessionsYesterday,

    /// <summary>Units wanted yesterday that were not there.</summary>
    LostYesterday,

    /// <summary>Units that came back yesterday.</summary>
    ReturnedYesterday,

    /// <summary>Units sold on the last 30 days.</summary>
    UnitsLast30Days,

    /// <summary>Of the last 30 days, those on which the offer was open with stock.</summary>
    LiveDaysLast30,

    /// <summary>Share of yesterday's shoppers to whom the offer was the featured one, 0 to 1.</summary>
    FeaturedOfferShare,

    /// <summary>Place in yesterday's search results, from 1; 0 where it was in none.</summary>
    SearchPosition,

    /// <summary>Reviews of the listing.</summary>
    Reviews,

    /// <summary>Mean stars, 1 to 5; 0 without reviews.</summary>
    Rating,

    /// <summary>Bid of the offer's campaign; 0 without one.</summary>
    Bid,

    /// <summary>Daily budget of the offer's campaign; 0 without one.</summary>
    DailyBudget,

    /// <summary>Smallest order of the best quote.</summary>
    MinimumUnits,

    /// <summary>Typical days from order to sellable stock of the best quote.</summary>
    LeadTimeDays,
}

/// <summary>
/// What a learner says of each own offer, in this order. Not-a-number leaves things as they are; what lies beyond a limit counts as the limit, so that no
/// value is refused for its size alone. The commands come in the order of the offers, for each in this order.
/// </summary>
public enum OfferAction
{
    /// <summary>
    /// List price over the reference price: <see cref="SetPrice"/> in whole cents, half up, where it differs from the list price; 0 or less: <see cref="CloseOffer"/>
    /// where the offer is open.
    /// </summary>
    PriceMultiplier,

    /// <summary>
    /// Units to order at the best quote by its first route, rounded half up: <see cref="PlaceOrder"/>; below the quote's minimum no order, above
    /// <see cref="KernelLimits.UnitsPerOrder"/> that many.
    /// </summary>
    OrderUnits,

    /// <summary>
    /// Dollars a click: <see cref="CreateCampaign"/> to the last decision day or, where one runs with other terms, <see cref="ChangeCampaign"/>; 0 or less:
    /// <see cref="StopCampaign"/> where one runs. Nothing where there are no sponsored slots or the listing is shared.
    /// </summary>
    Bid,

    /// <summary>Dollars a day of the campaign, with a bid; at least the bid. Not-a-number: as before, or for a new campaign the bid.</summary>
    DailyBudget,

    /// <summary>Units to sell to a liquidator, rounded down, at most those on hand: <see cref="Liquidate"/>; below 1 none.</summary>
    LiquidateUnits,
}
