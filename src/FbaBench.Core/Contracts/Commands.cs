namespace FbaBench;

/// <summary>Something a seller orders done on a day. Closed set: the kernel refuses commands it does not know.</summary>
public abstract record Command
{
    private protected Command()
    {
    }
}

/// <summary>Sets the price of an own offer for today and the days after, and opens the offer if it was closed.</summary>
/// <param name="Offer">An own offer.</param>
/// <param name="Price">0.01 to 1,000,000 dollars.</param>
public sealed record SetPrice(OfferId Offer, Money Price) : Command;

/// <summary>Closes an own offer: it sells nothing until a price is set again.</summary>
/// <param name="Offer">An own offer.</param>
public sealed record CloseOffer(OfferId Offer) : Command;

/// <summary>Orders units from a supplier. The deposit is paid at once; the balance, with freight and duty, when the goods are ready.</summary>
/// <param name="Offer">The own offer to stock.</param>
/// <param name="Supplier">One of the offer's quotes.</param>
/// <param name="Units">At least the quote's minimum, at most <see cref="KernelLimits.UnitsPerOrder"/>.</param>
public sealed record PlaceOrder(OfferId Offer, SupplierId Supplier, int Units) : Command;

/// <summary>Sells units on hand to a liquidator, oldest first, at no more than a quarter of their landed cost, less the removal fee.</summary>
/// <param name="Offer">An own offer.</param>
/// <param name="Units">1 to the units on hand.</param>
public sealed record Liquidate(OfferId Offer, int Units) : Command;

/// <summary>Gives up the business: the run-off starts today. Cannot be undone.</summary>
public sealed record CloseBusiness : Command;

/// <summary>What a seller hands over for one day.</summary>
/// <param name="Commands">Applied in order, each seeing the effect of those before; at most <see cref="KernelLimits.CommandsPerDay"/>.</param>
public sealed record Decision(IReadOnlyList<Command> Commands)
{
    /// <summary>No commands: the day passes without a decision.</summary>
    public static Decision None { get; } = new([]);
}

/// <summary>One seat's decision for a day.</summary>
/// <param name="Seat">The seat.</param>
/// <param name="Decision">Its commands.</param>
public readonly record struct SeatDecision(Seat Seat, Decision Decision);

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
        _ => "Accepted.",
    };
}
