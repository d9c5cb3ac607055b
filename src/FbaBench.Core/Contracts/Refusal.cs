using static System.FormattableString;

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

    /// <summary>The supplier has no route of this mode; High has a bit for each mode that it has.</summary>
    FreightNotOffered,

    /// <summary>No more credit is lent this close to the end.</summary>
    CreditClosed,

    /// <summary>More credit than can be drawn, or repaid, or none at all.</summary>
    CreditOutOfRange,

    /// <summary>The supplier's prices are fixed.</summary>
    FixedPrices,

    /// <summary>The supplier hears no proposal yet.</summary>
    NoTalks,

    /// <summary>The supplier asks no price that could be accepted.</summary>
    NothingAsked,

    /// <summary>No order that is not shipped has this identity.</summary>
    UnknownOrder,

    /// <summary>Units below 1 or above the unsellable ones.</summary>
    UnsellableOutOfRange,

    /// <summary>The disposal path is unknown.</summary>
    UnknownPath,

    /// <summary>No message that can be answered has this number.</summary>
    UnknownMail,

    /// <summary>The message has no such action; High has a bit for each that it has.</summary>
    WrongMailAction,

    /// <summary>Only a dispute states a claim.</summary>
    NoClaimAsked,

    /// <summary>The account is not suspended.</summary>
    NotSuspended,

    /// <summary>An appeal waits for its answer.</summary>
    AppealPending,

    /// <summary>The cause is unknown.</summary>
    UnknownCause,

    /// <summary>A forecast for a day that is too near, too far, or after the last decision day.</summary>
    ForecastDayOutOfRange,

    /// <summary>A forecast whose three values do not ascend, or of units below 0.</summary>
    ForecastOutOfOrder,

    /// <summary>All places for open forecasts are taken.</summary>
    TooManyForecasts,

    /// <summary>A forecast of the same offer, or of cash, for the same day is registered.</summary>
    ForecastExists,

    /// <summary>A charge for inference with a negative or too large number.</summary>
    InferenceOutOfRange,
}

/// <summary>A command of the last batch that was refused, and what would have been accepted.</summary>
/// <param name="CommandIndex">Position in the batch, from 0.</param>
/// <param name="Reason">Why.</param>
/// <param name="Given">The offending value (cents, units or id).</param>
/// <param name="Low">Lowest value that would have been accepted.</param>
/// <param name="High">Highest value that would have been accepted.</param>
public readonly record struct Refusal(int CommandIndex, RefusalReason Reason, long Given, long Low, long High)
{
    /// <summary>One sentence that says what was wrong and what would be right; independent of culture.</summary>
    public string Message => Reason == RefusalReason.None ? "Accepted." : Invariant($"Command {CommandIndex}: {Explanation}");

    private string Explanation => Reason switch
    {
        RefusalReason.UnknownCommand => "this is none that the market knows; use SetPrice, CloseOffer, PlaceOrder, Liquidate, StartPromotion, EndPromotion, CreateCampaign, ChangeCampaign, StopCampaign, BuyReviews, DrawCredit, RepayCredit, MakeSupplierOffer, AcceptSupplierOffer, InspectSupplier, RejectOrder, DisposeUnsellable, ReactToMail, AppealSuspension, ForecastUnits, ForecastCash, ChargeInference or CloseBusiness.",
        RefusalReason.UnknownOffer => Invariant($"offer {Given} is not one of yours; use an offer of the observation's Offers."),
        RefusalReason.UnknownSupplier => Invariant($"there is no supplier {Given} for this product; use one of the offer's Quotes (0 to {High})."),
        RefusalReason.PriceOutOfRange => $"a price of {new Money(Given)} is outside {DollarRange}.",
        RefusalReason.BelowMinimumUnits => Invariant($"{Given} units is below the supplier's minimum; order {Low} to {High}."),
        RefusalReason.UnitsOutOfRange when IsEmpty => "no number of units would be accepted, either because none is on hand or because the supplier's minimum is above the limit of an order; leave this command out.",
        RefusalReason.NotEnoughStock when IsEmpty => Invariant($"{Given} units asked and none on hand; leave this command out until stock arrives."),
        RefusalReason.UnitsOutOfRange => Invariant($"{Given} units is outside {Low} to {High}."),
        RefusalReason.NotEnoughCash => $"{new Money(Given)} dollars are due at once, and {new Money(High)} are at hand; ask for less, or wait for money.",
        RefusalReason.TooManyLots => Invariant($"all {High} lots of this offer are in use; wait until one is sold out."),
        RefusalReason.NotEnoughStock => Invariant($"{Given} units asked, {High} on hand; ask for {Low} to {High}."),
        RefusalReason.TooManyCommands => Invariant($"this and all later ones were ignored, {Given} being too many; a batch has at most {High}."),
        RefusalReason.BusinessClosed => "this business no longer trades; no command has an effect any more, give none.",
        RefusalReason.OfferIsClosed => "the offer is closed; set a list price first.",
        RefusalReason.PromotionTooSmall when IsEmpty => "no price is low enough for a promotion today; leave this command out while the list price, or the lowest of the last 30 days, is this low.",
        RefusalReason.PromotionTooSmall => $"a promoted price of {new Money(Given)} is outside {DollarRange}.",
        RefusalReason.PromotionDaysUsed when IsEmpty => "the allowance of promoted days is used up, or too few days are left; leave this command out until the offer's DaysLeft is above 0.",
        RefusalReason.PromotionDaysUsed => Invariant($"{Given} promoted days are outside 1 to {High}, what is left of the allowance for 60 days and of the days to decide."),
        RefusalReason.PromotionRuns => Invariant($"the offer is promoted until day {High}; end that promotion first."),
        RefusalReason.NoPromotion => "the offer has no promotion to end; leave this command out.",
        RefusalReason.BelowPromotion => $"a list price of {new Money(Given)} is not above the promoted price; ask {new Money(Low)} dollars or more, or end the promotion first.",
        RefusalReason.NoAdvertising => "this world has no sponsored slots; leave campaigns out.",
        RefusalReason.SharedListing => "the offer is on a shared listing; only private-label listings can do this.",
        RefusalReason.CampaignExists => Invariant($"the offer has a campaign until day {High}; change or stop it."),
        RefusalReason.NoCampaign => "the offer has no campaign; create one.",
        RefusalReason.BidOutOfRange => $"a bid of {new Money(Given)} is outside {DollarRange}.",
        RefusalReason.BudgetOutOfRange => $"a daily budget of {new Money(Given)} is outside {DollarRange}, the bid being its least.",
        RefusalReason.CampaignDaysOutOfRange => Invariant($"day {Given} is outside {Low} to {High}, the days that this end of the campaign may have."),
        RefusalReason.ReviewsOutOfRange when IsEmpty => Invariant($"{Given} reviews asked and as many as may be are bought already; leave this command out."),
        RefusalReason.ReviewsOutOfRange => Invariant($"{Given} reviews are outside {Low} to {High}."),
        RefusalReason.NoReviews => "nobody reviews in this world; leave bought reviews out.",
        RefusalReason.CreditClosed => Invariant($"credit cannot be drawn on day {Given} any more, day {High} was the last; leave this command out."),
        RefusalReason.CreditOutOfRange when IsEmpty => "no amount would be accepted today: nothing can be drawn, or nothing is owed; leave this command out.",
        RefusalReason.CreditOutOfRange => $"{new Money(Given)} dollars of credit are outside {DollarRange}.",
        RefusalReason.FixedPrices => Invariant($"supplier {Given} has fixed prices; order at those of its ladder."),
        RefusalReason.NoTalks => Invariant($"the supplier hears no proposal on day {Given}; the next one on day {Low}."),
        RefusalReason.NothingAsked => Invariant($"supplier {Given} asks no price now; make an offer first."),
        RefusalReason.UnknownOrder => Invariant($"no order of day {Given} with this command index waits at a supplier; use the Id of one of OpenOrders in production or awaiting payment."),
        RefusalReason.UnsellableOutOfRange when IsEmpty => "there are no unsellable units; leave this command out.",
        RefusalReason.UnsellableOutOfRange => Invariant($"{Given} units is outside {Low} to {High}, the unsellable ones."),
        RefusalReason.UnknownPath => "the disposal path is unknown; use Liquidate or Rework.",
        RefusalReason.UnknownMail => Invariant($"no message {Given} can be answered; use the Number of one of Mail."),
        RefusalReason.WrongMailAction => $"this message cannot be met with {Action((MailAction)Given)}; choose {OfferedActions}.",
        RefusalReason.NoClaimAsked => Invariant($"a claim of {Given} goes with no action but a dispute; leave it out."),
        RefusalReason.NotSuspended => "the account is not suspended; leave this command out.",
        RefusalReason.AppealPending => Invariant($"the appeal of day {Given} waits for its answer; leave this command out until then."),
        RefusalReason.UnknownCause => "the cause is unknown; use OrderDefects or PolicyViolations.",
        RefusalReason.ForecastDayOutOfRange when IsEmpty => "no forecast can fall due before the last decision day any more; leave this command out.",
        RefusalReason.ForecastDayOutOfRange => Invariant($"a forecast for day {Given} is outside {Low} to {High}, the days for which one can be made today."),
        RefusalReason.ForecastOutOfOrder => "low, expected and high do not ascend; give low at most expected, expected at most high, and no units below 0.",
        RefusalReason.TooManyForecasts => Invariant($"all {High} places for open forecasts are taken; wait until one falls due."),
        RefusalReason.ForecastExists => Invariant($"a forecast of this for day {Given} stands, and the first one counts; leave this command out."),
        RefusalReason.InferenceOutOfRange => Invariant($"{Given} is outside {Low} to {High}, what one charge may hold of micro-dollars and of tokens."),
        RefusalReason.FreightNotOffered => $"the supplier does not ship by {Mode((FreightMode)Given)}; {OfferedModes}.",
        _ => "it was refused.",
    };

    private string OfferedModes
    {
        get
        {
            var modes = High;
            string[] offered = [.. Enum.GetValues<FreightMode>().Where(mode => (modes & (1L << (int)mode)) != 0).Select(Mode)];
            return offered.Length == 0 ? "it delivers by itself, leave freight out" : $"choose {string.Join(" or ", offered)}, or leave freight out for {offered[0]}";
        }
    }

    private string OfferedActions
    {
        get
        {
            var actions = High;
            return string.Join(" or ", Enum.GetValues<MailAction>().Where(action => (actions & (1L << (int)action)) != 0).Select(Action));
        }
    }

    private string DollarRange => $"{new Money(Low)} to {new Money(High)} dollars";

    private static string Action(MailAction action) => action.ToString().ToLowerInvariant();

    private static string Mode(FreightMode mode) => mode.ToString().ToLowerInvariant();

    /// <summary>Whether no value at all would be accepted today.</summary>
    private bool IsEmpty => High < Low;
}
