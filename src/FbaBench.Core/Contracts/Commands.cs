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

/// <summary>Orders units from a supplier. The deposit is paid at once; the balance, with freight at the day's price, when the goods are ready; duty on arrival.</summary>
/// <param name="Offer">The own offer to stock.</param>
/// <param name="Supplier">One of the offer's quotes.</param>
/// <param name="Units">At least the quote's minimum, at most <see cref="KernelLimits.UnitsPerOrder"/>.</param>
/// <param name="Freight">One of the quote's routes; default the first, or the supplier's own delivery.</param>
public sealed record PlaceOrder(OfferId Offer, SupplierId Supplier, int Units, FreightMode Freight = FreightMode.Quoted) : Command;

/// <summary>Sells units on hand to a liquidator, oldest first, at no more than a quarter of their landed cost, less the removal fee.</summary>
/// <param name="Offer">An own offer.</param>
/// <param name="Units">1 to the units on hand.</param>
public sealed record Liquidate(OfferId Offer, int Units) : Command;

/// <summary>
/// Starts a promotion: a marked price from today on, see <see cref="SellerRules"/> for its terms. The promoted price must lie under the lower of reference price
/// and own lowest price of the last 30 days by the least discount; <see cref="PromotionState.HighestPrice"/> says how far.
/// </summary>
/// <param name="Offer">An own, open offer.</param>
/// <param name="Price">The promoted price.</param>
/// <param name="Days">1 to the days left of the allowance.</param>
public sealed record StartPromotion(OfferId Offer, Money Price, int Days) : Command;

/// <summary>Ends a promotion today; the offer asks its list price again.</summary>
/// <param name="Offer">An own offer with a promotion.</param>
public sealed record EndPromotion(OfferId Offer) : Command;

/// <summary>Bids for sponsored slots of the offer's niche, every day from the first to the last. One campaign an offer at a time.</summary>
/// <param name="Offer">An own offer on a private-label listing.</param>
/// <param name="Bid">Most paid for a click: the world's reserve to 1,000 dollars.</param>
/// <param name="DailyBudget">Most spent a day, never exceeded: the bid to 1,000,000 dollars.</param>
/// <param name="FirstDay">First day, today or later.</param>
/// <param name="LastDay">Last day, the first or later; it ends at the latest with the last decision day.</param>
public sealed record CreateCampaign(OfferId Offer, Money Bid, Money DailyBudget, int FirstDay, int LastDay) : Command;

/// <summary>Changes a campaign from today on.</summary>
/// <param name="Offer">An own offer with a campaign.</param>
/// <param name="Bid">As of <see cref="CreateCampaign"/>.</param>
/// <param name="DailyBudget">As of <see cref="CreateCampaign"/>.</param>
/// <param name="LastDay">Last day, today or later.</param>
public sealed record ChangeCampaign(OfferId Offer, Money Bid, Money DailyBudget, int LastDay) : Command;

/// <summary>Stops a campaign today, before shoppers come.</summary>
/// <param name="Offer">An own offer with a campaign.</param>
public sealed record StopCampaign(OfferId Offer) : Command;

/// <summary>
/// Buys five-star reviews for a listing: each writer is refunded the unit's reference price and takes a commission, paid at once. They appear over
/// the next ten days. The marketplace forbids it: each month it may find them, delete them all and fine the seller.
/// </summary>
/// <param name="Offer">An own offer on a private-label listing.</param>
/// <param name="Count">1 to 1,000, less those bought before that have not been found.</param>
public sealed record BuyReviews(OfferId Offer, int Count) : Command;

/// <summary>Draws credit, see <see cref="CreditState"/>. Interest accrues every evening.</summary>
/// <param name="Amount">0.01 to what is available.</param>
public sealed record DrawCredit(Money Amount) : Command;

/// <summary>Repays credit.</summary>
/// <param name="Amount">0.01 to what is owed; at most the cash at hand.</param>
public sealed record RepayCredit(Money Amount) : Command;

/// <summary>
/// Proposes a price to a supplier that negotiates; the answer stands tomorrow morning in <see cref="SupplierState"/>. One proposal a day. It accepts what is not below
/// its next ask, else it asks again, a little lower each time, down to what it can bear; then, or when offered far too little, it walks away.
/// </summary>
/// <param name="Offer">The own offer to stock.</param>
/// <param name="Supplier">One of the offer's quotes.</param>
/// <param name="Units">Order size from which the price is to hold: the quote's minimum to <see cref="KernelLimits.UnitsPerOrder"/>.</param>
/// <param name="UnitPrice">0.01 dollars to the price of the ladder.</param>
public sealed record MakeSupplierOffer(OfferId Offer, SupplierId Supplier, int Units, Money UnitPrice) : Command;

/// <summary>Accepts what a supplier asks: the price holds for orders of the size that was spoken of.</summary>
/// <param name="Offer">The own offer.</param>
/// <param name="Supplier">A supplier that asks a price.</param>
public sealed record AcceptSupplierOffer(OfferId Offer, SupplierId Supplier) : Command;

/// <summary>
/// Sends an inspector to a supplier, paid at once: tomorrow morning <see cref="SupplierState"/> says what kind of supplier it is, and
/// <see cref="OpenOrder"/> how many units of goods that are not shipped are defective.
/// </summary>
/// <param name="Offer">The own offer.</param>
/// <param name="Supplier">One of the offer's quotes.</param>
public sealed record InspectSupplier(OfferId Offer, SupplierId Supplier) : Command;

/// <summary>
/// Rejects goods that are not shipped. The deposit comes back when an inspection found short counts, or more defective units than are tolerated; else it is lost.
/// </summary>
/// <param name="Order">An open order in production or awaiting payment.</param>
public sealed record RejectOrder(OrderId Order) : Command;

/// <summary>Has unsellable units taken away.</summary>
/// <param name="Offer">An own offer.</param>
/// <param name="Units">1 to the unsellable units.</param>
/// <param name="Path">Where they go.</param>
public sealed record DisposeUnsellable(OfferId Offer, int Units, DisposalPath Path) : Command;

/// <summary>Acts on a message. Words are no act: only what is done here, and with prices and orders, counts.</summary>
/// <param name="Mail">Number of a message of the observation's Mail.</param>
/// <param name="Action">One of the message's actions.</param>
/// <param name="Claim">What a <see cref="MailAction.Dispute"/> states, which is checked: the units that a warehouse lost; the day of the order that the
/// disputed units came with, −1 for opening stock where no order was received since. 0 with other actions.</param>
public sealed record ReactToMail(int Mail, MailAction Action, int Claim = 0) : Command;

/// <summary>Appeals against a suspension. An appeal that names the wrong cause is refused when its time has come.</summary>
/// <param name="Cause">What went wrong, see <see cref="AccountHealth"/>.</param>
public sealed record AppealSuspension(SuspensionCause Cause) : Command;

/// <summary>
/// Registers what an own offer will sell from today to a day, both included: Low to High is meant to hold the number in 80 of 100 cases. Scored on
/// the evening of the last day, see <see cref="ForecastScores"/>; it moves nothing in the market. The first forecast of an offer and day stands.
/// </summary>
/// <param name="Offer">An own offer.</param>
/// <param name="LastDay">6 to 90 days from today, at most the last decision day.</param>
/// <param name="Low">Lower end, at least 0.</param>
/// <param name="Expected">Expected units, from Low to High.</param>
/// <param name="High">Upper end.</param>
public sealed record ForecastUnits(OfferId Offer, int LastDay, int Low, int Expected, int High) : Command;

/// <summary>Registers the cash that will be in the bank on the evening of a day, as <see cref="ForecastUnits"/> does units.</summary>
/// <param name="Day">6 to 90 days from today, at most the last decision day.</param>
/// <param name="Low">Lower end of the central 80 % interval; like all three it may be negative.</param>
/// <param name="Expected">Expected cash, from Low to High.</param>
/// <param name="High">Upper end.</param>
public sealed record ForecastCash(int Day, Money Low, Money Expected, Money High) : Command;

/// <summary>
/// Writes down what thinking has cost since the last charge: given by whoever runs the agent, summed by seat, see <see cref="InferenceCost"/>. The
/// seller pays it where <see cref="AccountTerms.ChargeInference"/> says so.
/// </summary>
/// <param name="MicroDollars">Millionths of a dollar, 0 to 10^12.</param>
/// <param name="InputTokens">Tokens read, 0 to 10^12.</param>
/// <param name="OutputTokens">Tokens written, 0 to 10^12.</param>
public sealed record ChargeInference(long MicroDollars, long InputTokens, long OutputTokens) : Command;

/// <summary>Gives up the business: the run-off starts today. Cannot be undone.</summary>
public sealed record CloseBusiness : Command;

/// <summary>What a seller hands over for one day.</summary>
/// <param name="Commands">Applied in order, each seeing the effect of those before; at most <see cref="KernelLimits.CommandsPerDay"/>.</param>
public sealed record Decision(IReadOnlyList<Command> Commands)
{
    /// <summary>No commands: the day passes without a decision.</summary>
    public static Decision None { get; } = new([]);

    /// <summary>
    /// Whether the agent came to no decision, as if it had returned null: the day is recorded so (<see cref="FaultKind.NoDecision"/>) and of its commands those of thinking's cost alone are
    /// played. For an agent whose model gave nothing that could be used, and was paid for it.
    /// </summary>
    public bool IsFailure { get; init; }
}

/// <summary>One seat's decision for a day.</summary>
/// <param name="Seat">The seat.</param>
/// <param name="Decision">Its commands.</param>
public readonly record struct SeatDecision(Seat Seat, Decision Decision);
