namespace FbaBench;

/// <summary>Why a command was refused.</summary>
public enum RefusalReason
{
    /// <summary>Not refused.</summary>
    None,

    /// <summary>The kernel does not know the command, or it was null.</summary>
    UnknownCommand,

    /// <summary>No offer of this world and seat has this id.</summary>
    UnknownOffer,

    /// <summary>The product has no such supplier.</summary>
    UnknownSupplier,

    /// <summary>The price is outside 0.01 to 1,000,000 dollars.</summary>
    PriceOutOfRange,

    /// <summary>Fewer units than the supplier's minimum.</summary>
    BelowMinimumUnits,

    /// <summary>Units below 1 or above the limit.</summary>
    UnitsOutOfRange,

    /// <summary>Cash does not cover what is due at once.</summary>
    NotEnoughCash,

    /// <summary>The offer's lots are all in use.</summary>
    TooManyLots,

    /// <summary>More units than are on hand.</summary>
    NotEnoughStock,

    /// <summary>The batch was longer than allowed; this and all later commands were ignored.</summary>
    TooManyCommands,

    /// <summary>The seller no longer trades.</summary>
    BusinessClosed,

    /// <summary>The offer is closed: it has no list price.</summary>
    OfferIsClosed,

    /// <summary>The price of a promotion is not low enough.</summary>
    PromotionTooSmall,

    /// <summary>More promoted days than the allowance has left.</summary>
    PromotionDaysUsed,

    /// <summary>The offer has a promotion.</summary>
    PromotionRuns,

    /// <summary>The offer has no promotion.</summary>
    NoPromotion,

    /// <summary>The new list price is not above the promoted price.</summary>
    BelowPromotion,

    /// <summary>The world has no sponsored slots.</summary>
    NoAdvertising,

    /// <summary>Not for offers on a shared listing.</summary>
    SharedListing,

    /// <summary>The offer has a campaign.</summary>
    CampaignExists,

    /// <summary>The offer has no campaign.</summary>
    NoCampaign,

    /// <summary>The bid is below the reserve or too high.</summary>
    BidOutOfRange,

    /// <summary>The daily budget is below the bid or too high.</summary>
    BudgetOutOfRange,

    /// <summary>A day of the campaign lies before today, or its last before its first.</summary>
    CampaignDaysOutOfRange,

    /// <summary>Too few or too many reviews.</summary>
    ReviewsOutOfRange,

    /// <summary>Nobody reviews in this world.</summary>
    NoReviews,
}

/// <summary>A command of the last batch that was refused, and what would have been accepted.</summary>
/// <param name="CommandIndex">Position in the batch, from 0.</param>
/// <param name="Reason">Why.</param>
/// <param name="Given">The offending value (cents, units or id).</param>
/// <param name="Low">Lowest value that would have been accepted.</param>
/// <param name="High">Highest value that would have been accepted.</param>
public readonly record struct Refusal(int CommandIndex, RefusalReason Reason, long Given, long Low, long High)
{
    /// <summary>One sentence that says what was wrong and what would be right.</summary>
    public string Message => Reason switch
    {
        RefusalReason.UnknownCommand => $"Command {CommandIndex} is not a command this world knows.",
        RefusalReason.UnknownOffer => $"Command {CommandIndex}: {Given} is not one of your offers; use an Id from the observation's Offers.",
        RefusalReason.UnknownSupplier => $"Command {CommandIndex}: there is no supplier {Given} for this product; use one of the offer's Quotes (0 to {High}).",
        RefusalReason.PriceOutOfRange => $"Command {CommandIndex}: a price of {new Money(Given)} is outside {new Money(Low)} to {new Money(High)} dollars.",
        RefusalReason.BelowMinimumUnits => $"Command {CommandIndex}: {Given} units is below the supplier's minimum of {Low}.",
        RefusalReason.UnitsOutOfRange => $"Command {CommandIndex}: {Given} units is outside {Low} to {High}.",
        RefusalReason.NotEnoughCash => $"Command {CommandIndex}: {new Money(Given)} dollars are due at once, and {new Money(High)} are at hand.",
        RefusalReason.TooManyLots => $"Command {CommandIndex}: all {High} lots of this offer are in use; wait until one is sold out.",
        RefusalReason.NotEnoughStock => $"Command {CommandIndex}: {Given} units asked, {High} on hand.",
        RefusalReason.TooManyCommands => $"Commands from {CommandIndex} on were ignored: a batch has at most {High}.",
        RefusalReason.BusinessClosed => $"Command {CommandIndex}: this business no longer trades.",
        RefusalReason.OfferIsClosed => $"Command {CommandIndex}: the offer is closed; set a list price first.",
        RefusalReason.PromotionTooSmall => $"Command {CommandIndex}: a promoted price of {new Money(Given)} is outside {new Money(Low)} to {new Money(High)} dollars.",
        RefusalReason.PromotionDaysUsed => $"Command {CommandIndex}: {Given} promoted days are outside 1 to {High}, what the last 60 days leave of the allowance.",
        RefusalReason.PromotionRuns => $"Command {CommandIndex}: the offer is promoted until day {High}; end that promotion first.",
        RefusalReason.NoPromotion => $"Command {CommandIndex}: the offer has no promotion.",
        RefusalReason.BelowPromotion => $"Command {CommandIndex}: a list price of {new Money(Given)} is not above the promoted price; ask {new Money(Low)} dollars or more, or end the promotion first.",
        RefusalReason.NoAdvertising => $"Command {CommandIndex}: this world has no sponsored slots.",
        RefusalReason.SharedListing => $"Command {CommandIndex}: the offer is on a shared listing; only private-label listings can do this.",
        RefusalReason.CampaignExists => $"Command {CommandIndex}: the offer has a campaign until day {High}; change or stop it.",
        RefusalReason.NoCampaign => $"Command {CommandIndex}: the offer has no campaign; create one.",
        RefusalReason.BidOutOfRange => $"Command {CommandIndex}: a bid of {new Money(Given)} is outside {new Money(Low)} to {new Money(High)} dollars.",
        RefusalReason.BudgetOutOfRange => $"Command {CommandIndex}: a daily budget of {new Money(Given)} is outside {new Money(Low)} to {new Money(High)} dollars.",
        RefusalReason.CampaignDaysOutOfRange => $"Command {CommandIndex}: day {Given} is outside {Low} to {High}.",
        RefusalReason.ReviewsOutOfRange => $"Command {CommandIndex}: {Given} reviews are outside {Low} to {High}.",
        RefusalReason.NoReviews => $"Command {CommandIndex}: nobody reviews in this world.",
        _ => "Accepted.",
    };
}
