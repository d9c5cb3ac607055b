namespace FbaBench;

/// <summary>
/// What a seller sees before deciding: frozen after the day before, immutable, without latent parameters and without the
/// future. Reading it changes nothing.
/// </summary>
public sealed class Observation
{
    /// <summary>The seat it was made for.</summary>
    public required Seat Seat { get; init; }

    /// <summary>The day to decide, from 0.</summary>
    public required int Day { get; init; }

    /// <summary>The date of that day.</summary>
    public required SimDate Date { get; init; }

    /// <summary>
    /// The last day on which this seller decides. The run-off follows: 60 days of sales at a falling price for listings
    /// that sold, then liquidation of the rest, then final settlement. Its cash is the result.
    /// </summary>
    public required int LastDecisionDay { get; init; }

    /// <summary>Whether commands still have an effect.</summary>
    public required bool IsTrading { get; init; }

    /// <summary>Money in the bank.</summary>
    public required Money Cash { get; init; }

    /// <summary>Money the marketplace holds, not all available yet; negative when the seller owes it.</summary>
    public required Money Receivable { get; init; }

    /// <summary>The part of <see cref="Receivable"/> that the next payout would bring.</summary>
    public required Money Available { get; init; }

    /// <summary>Day of the next payout.</summary>
    public required int NextPayoutDay { get; init; }

    /// <summary>Dues to the marketplace that cash did not cover.</summary>
    public required Money UnpaidDues { get; init; }

    /// <summary>
    /// Days in a row with <see cref="UnpaidDues"/> or <see cref="OverdueBalances"/>; <see cref="AccountTerms.InsolventAfterDays"/>
    /// of them end the business.
    /// </summary>
    public required int UnpaidDays { get; init; }

    /// <summary>The terms of the account: reserve, payouts, late fee, insolvency, run-off.</summary>
    public required AccountTerms Account { get; init; }

    /// <summary>The marketplace's rules for promotions, sponsored slots, featured offers and reviews.</summary>
    public required SellerRules Rules { get; init; }

    /// <summary>Deal events of the next 60 days, today included, earliest first.</summary>
    public required IReadOnlyList<DealEvent> DealEvents { get; init; }

    /// <summary>Own offers, in the world's order.</summary>
    public required IReadOnlyList<OfferObservation> Offers { get; init; }

    /// <summary>Prices of all other offers as they stood yesterday.</summary>
    public required IReadOnlyList<CompetitorObservation> Competitors { get; init; }

    /// <summary>The storage utilisation surcharge by size class: standard, then bulky.</summary>
    public required IReadOnlyList<StorageUtilisationPreview> StorageUtilisation { get; init; }

    /// <summary>Open orders: goods paid for in part or whole and not yet sellable.</summary>
    public required IReadOnlyList<OpenOrder> OpenOrders { get; init; }

    /// <summary>What was refused of the last batch; the first <see cref="KernelLimits.RefusalsPerDay"/>.</summary>
    public required IReadOnlyList<Refusal> Refusals { get; init; }

    /// <summary>How many commands of the last batch were refused.</summary>
    public required int RefusalCount { get; init; }

    /// <summary>Balances still owed on all open orders.</summary>
    public Money BalancesOwed => OpenOrders.Aggregate(Money.Zero, (sum, order) => sum + order.Balance);

    /// <summary>The part of <see cref="BalancesOwed"/> that fell due and cash did not cover: goods that wait at the supplier.</summary>
    public Money OverdueBalances =>
        OpenOrders.Aggregate(Money.Zero, (sum, order) => order.Stage == OrderStage.AwaitingPayment ? sum + order.Balance : sum);
}

/// <summary>Another seller's offer as the public sees it.</summary>
/// <param name="Niche">Its niche.</param>
/// <param name="Name">Its name.</param>
/// <param name="Price">The price that shoppers saw, or zero when it was not on sale.</param>
/// <param name="Listing">Name of its listing in the niche: its own name, or the product's on a shared listing.</param>
/// <param name="Public">What search results and the listing's page showed.</param>
public readonly record struct CompetitorObservation(string Niche, string Name, Money Price, string Listing, ListingObservation Public);

/// <summary>Goods on their way.</summary>
/// <param name="Id">Which order.</param>
/// <param name="Offer">For which offer.</param>
/// <param name="Supplier">From whom.</param>
/// <param name="Units">How many.</param>
/// <param name="Stage">Where they are.</param>
/// <param name="ExpectedDay">The day they should become sellable: typical times for what is ahead; carriers announce the day of arrival once shipped.</param>
/// <param name="Balance">What is still owed.</param>
public readonly record struct OpenOrder(OrderId Id, OfferId Offer, SupplierId Supplier, int Units, OrderStage Stage, int ExpectedDay, Money Balance);

/// <summary>Where ordered goods are.</summary>
public enum OrderStage
{
    /// <summary>Being made.</summary>
    InProduction,

    /// <summary>Ready at the supplier, waiting for the balance.</summary>
    AwaitingPayment,

    /// <summary>Shipped.</summary>
    InTransit,

    /// <summary>At the warehouse door.</summary>
    Receiving,
}
