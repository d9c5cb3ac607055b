namespace FbaBench;

/// <summary>
/// What a seller sees before deciding: frozen after the day before, immutable, without latent parameters and without the
/// future. Reading it changes nothing.
/// </summary>
public sealed class Observation
{
    /// <summary>The seat it was made for.</summary>
    public required Seat Seat { get; init; }

    /// <summary>The mark of the experiment's texts, see <see cref="SessionOptions.Canary"/>; null (the default) for none.</summary>
    public string? Canary { get; internal set; }

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

    /// <summary>The line of credit.</summary>
    public required CreditState Credit { get; init; }

    /// <summary>What thinking has cost so far, as it was written down, in whole cents; paid by the seller where <see cref="AccountTerms.ChargeInference"/> says so.</summary>
    public required Money InferenceCost { get; init; }

    /// <summary>The terms of the account: reserve, payouts, late fee, insolvency, run-off.</summary>
    public required AccountTerms Account { get; init; }

    /// <summary>The marketplace's rules for promotions, sponsored slots, featured offers and reviews.</summary>
    public required SellerRules Rules { get; init; }

    /// <summary>Deal events of the next 60 days, today included, earliest first.</summary>
    public required IReadOnlyList<DealEvent> DealEvents { get; init; }

    /// <summary>Shocks of the market that lasted yesterday, earliest first: that they began, not how long they last.</summary>
    public required IReadOnlyList<NewsItem> News { get; init; }

    /// <summary>What each mode of freight costs and takes today against usual; empty where no supplier has routes.</summary>
    public required IReadOnlyList<FreightPrice> Freight { get; init; }

    /// <summary>Tariffs in force today, by origin.</summary>
    public required IReadOnlyList<TariffRate> Tariffs { get; init; }

    /// <summary>Own offers, in the world's order.</summary>
    public required IReadOnlyList<OfferObservation> Offers { get; init; }

    /// <summary>Prices of all other offers as they stood yesterday.</summary>
    public required IReadOnlyList<CompetitorObservation> Competitors { get; init; }

    /// <summary>The storage utilisation surcharge by size class: standard, then bulky.</summary>
    public required IReadOnlyList<StorageUtilisationPreview> StorageUtilisation { get; init; }

    /// <summary>Health of the account.</summary>
    public required AccountHealth Health { get; init; }

    /// <summary>Messages that can be answered, oldest first.</summary>
    public required IReadOnlyList<MailMessage> Mail { get; init; }

    /// <summary>Open orders: goods paid for in part or whole and not yet sellable.</summary>
    public required IReadOnlyList<OpenOrder> OpenOrders { get; init; }

    /// <summary>Own forecasts: open ones, and those that fell due last evening.</summary>
    public required ForecastBook Forecasts { get; init; }

    /// <summary>What was refused of the last batch; the first <see cref="KernelLimits.RefusalsPerDay"/>.</summary>
    public required IReadOnlyList<Refusal> Refusals { get; init; }

    /// <summary>How many commands of the last batch were refused.</summary>
    public required int RefusalCount { get; init; }

    /// <summary>Goods, freight and duty of a unit in an order as it would cost at today's freight price and tariff, half up to a cent.</summary>
    /// <param name="product">The product.</param>
    /// <param name="quote">A supplier's quote for it.</param>
    /// <param name="units">Order size, at least the quote's minimum.</param>
    /// <param name="freight">One of the quote's routes; default the first, or the supplier's own delivery.</param>
    /// <exception cref="ArgumentException">The quote has no such route.</exception>
    public Money LandedCost(OfferInfo product, Quote quote, int units, FreightMode freight = FreightMode.Quoted)
    {
        ArgumentNullException.ThrowIfNull(quote);
        if (quote.Routes.Count == 0 && freight == FreightMode.Quoted)
        {
            return UnitPrice(product, quote, units) + quote.InboundPerUnit;
        }

        var route = freight == FreightMode.Quoted ? quote.Routes[0] : RouteBy(quote, freight);
        var price = PriceFactor(route.Mode);
        var tariff = TariffOn(quote.Origin);
        var goods = UnitPrice(product, quote, units);
        var cents = (route.Cost(product, units, price).Cents / (double)units) + ((quote.DutyShare + tariff) * goods.Cents);
        return goods + quote.BesidePerUnit + new Money((long)Math.Floor(cents + 0.5));
    }

    /// <summary>Price of a unit in an order today: the ladder's, or a lower one that was agreed for such a size.</summary>
    /// <param name="product">The product.</param>
    /// <param name="quote">A supplier's quote for it.</param>
    /// <param name="units">Order size, at least the quote's minimum.</param>
    public Money UnitPrice(OfferInfo product, Quote quote, int units)
    {
        ArgumentNullException.ThrowIfNull(product);
        ArgumentNullException.ThrowIfNull(quote);
        var price = quote.UnitPrice(units);
        return SuppliersOf(product) is { } suppliers && quote.Supplier.Index < suppliers.Count
            && suppliers[quote.Supplier.Index] is { Agreed: { } agreed } state && units >= state.AgreedUnits && Day <= state.AgreedUntil
            ? Money.Min(price, agreed)
            : price;
    }

    /// <summary>What is still to be paid on all open orders: balances, and freight and duty as they stand today.</summary>
    public Money BalancesOwed
    {
        get
        {
            var sum = Money.Zero;
            for (var i = 0; i < OpenOrders.Count; i++)
            {
                var order = OpenOrders[i];
                sum = sum + order.Balance + order.Charges;
            }

            return sum;
        }
    }

    /// <summary>The part of <see cref="BalancesOwed"/> that fell due and cash did not cover: goods that wait at the supplier.</summary>
    public Money OverdueBalances =>
        OpenOrders.Aggregate(Money.Zero, (sum, order) => order.Stage == OrderStage.AwaitingPayment ? sum + order.Balance : sum);

    private static RouteQuote RouteBy(Quote quote, FreightMode freight) => quote.Routes.FirstOrDefault(route => route.Mode == freight)
        ?? throw new ArgumentException($"{quote.Name} does not ship by {freight}; its routes are {string.Join(", ", quote.Routes.Select(route => route.Mode))}.", nameof(freight));

    // Sellers ask for landed costs several times an offer and day, for every quote: enumerators and queries over these short lists took a third of a day.
    private double PriceFactor(FreightMode mode)
    {
        for (var i = 0; i < Freight.Count; i++)
        {
            if (Freight[i].Mode == mode)
            {
                return Freight[i].PriceFactor;
            }
        }

        return 1;
    }

    private double TariffOn(string origin)
    {
        var sum = 0.0;
        for (var i = 0; i < Tariffs.Count; i++)
        {
            sum += Tariffs[i].Origin == origin ? Tariffs[i].Share : 0;
        }

        return sum;
    }

    private IReadOnlyList<SupplierState>? SuppliersOf(OfferInfo product)
    {
        if (Offers is FrozenList<OfferObservation> frozen)
        {
            // Without copies: an offer is half a kilobyte. As a rule it stands where the world put it.
            var offers = frozen.Span;
            if (product.Place < offers.Length && offers[product.Place].Info.Id == product.Id)
            {
                return offers[product.Place].Suppliers;
            }
        }

        foreach (var offer in Offers)
        {
            if (offer.Id == product.Id)
            {
                return offer.Suppliers;
            }
        }

        return null;
    }
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
/// <param name="Balance">What is owed when the goods are ready; with freight, once they are.</param>
/// <param name="Freight">How they travel.</param>
/// <param name="Charges">Freight and duty that are not in the balance, as they would be today.</param>
public readonly record struct OpenOrder(OrderId Id, OfferId Offer, SupplierId Supplier, int Units, OrderStage Stage, int ExpectedDay, Money Balance, FreightMode Freight, Money Charges)
{
    /// <summary>Defective units that an inspector counted, or null.</summary>
    public int? Defects { get; init; }
}

/// <summary>A mode of freight.</summary>
/// <param name="Mode">Sea, air or express.</param>
/// <param name="PriceFactor">Yesterday's price against the usual one, with the month and the disruptions of today; goods pay the price of the day on which they are ready.</param>
/// <param name="TransitFactor">Days of goods shipped today against the usual ones; above 1 in a disruption.</param>
public readonly record struct FreightPrice(FreightMode Mode, double PriceFactor, double TransitFactor);

/// <summary>An additional duty in force.</summary>
/// <param name="Origin">Origin of suppliers.</param>
/// <param name="Share">Of the goods' price.</param>
public readonly record struct TariffRate(string Origin, double Share);

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
