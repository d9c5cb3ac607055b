using System.Diagnostics.CodeAnalysis;

namespace FbaBench;

/// <summary>
/// What a seller sees before deciding: without latent parameters and without the future. Reading it changes nothing. As a rule it is frozen: immutable, to be kept as long as one likes and read on any
/// thread. One that is live (<see cref="IAgent.ReadsOnlyWhileDeciding"/>, <see cref="Simulation.ObserveLive"/>) shows the same, read from the simulation as it stands: until the day is played, on one thread at
/// a time. After that all but <see cref="Seat"/>, <see cref="Day"/>, <see cref="Date"/>, terms and rules throws an <see cref="InvalidOperationException"/>.
/// </summary>
public sealed class Observation
{
    private readonly Morning? _live;

    /// <summary>An observation of one's own making, frozen.</summary>
    public Observation()
    {
    }

    [SetsRequiredMembers]
    internal Observation(Morning live, AccountTerms account, SellerRules rules, IReadOnlyList<DealEvent> dealEvents, IReadOnlyList<TariffRate> tariffs)
    {
        _live = live;
        Account = account;
        Rules = rules;
        DealEvents = dealEvents;
        Tariffs = tariffs;
    }

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
    public required int LastDecisionDay { get => Now(field); init; }

    /// <summary>Whether commands still have an effect.</summary>
    public required bool IsTrading { get => Now(field); init; }

    /// <summary>Money in the bank.</summary>
    public required Money Cash { get => Now(field); init; }

    /// <summary>Money the marketplace holds, not all available yet; negative when the seller owes it.</summary>
    public required Money Receivable { get => Now(field); init; }

    /// <summary>The part of <see cref="Receivable"/> that the next payout would bring.</summary>
    public required Money Available { get => Now(field); init; }

    /// <summary>Day of the next payout.</summary>
    public required int NextPayoutDay { get => Now(field); init; }

    /// <summary>Dues to the marketplace that cash did not cover.</summary>
    public required Money UnpaidDues { get => Now(field); init; }

    /// <summary>
    /// Days in a row with <see cref="UnpaidDues"/> or <see cref="OverdueBalances"/>; <see cref="AccountTerms.InsolventAfterDays"/>
    /// of them end the business.
    /// </summary>
    public required int UnpaidDays { get => Now(field); init; }

    /// <summary>The line of credit.</summary>
    public required CreditState Credit { get => _live is null ? field : _live.Credit; init; }

    /// <summary>What thinking has cost so far, as it was written down, in whole cents; paid by the seller where <see cref="AccountTerms.ChargeInference"/> says so.</summary>
    public required Money InferenceCost { get => Now(field); init; }

    /// <summary>The terms of the account: reserve, payouts, late fee, insolvency, run-off.</summary>
    public required AccountTerms Account { get; init; }

    /// <summary>The marketplace's rules for promotions, sponsored slots, featured offers and reviews.</summary>
    public required SellerRules Rules { get; init; }

    /// <summary>Deal events of the next 60 days, today included, earliest first.</summary>
    public required IReadOnlyList<DealEvent> DealEvents { get => Now(field); init; }

    /// <summary>Shocks of the market that lasted yesterday, earliest first: that they began, not how long they last.</summary>
    public required IReadOnlyList<NewsItem> News { get => field ?? _live?.News!; init; }

    /// <summary>What each mode of freight costs and takes today against usual; empty where no supplier has routes.</summary>
    public required IReadOnlyList<FreightPrice> Freight { get => field ?? _live?.Freight!; init; }

    /// <summary>Tariffs in force today, by origin.</summary>
    public required IReadOnlyList<TariffRate> Tariffs { get => Now(field); init; }

    /// <summary>Own offers, in the world's order.</summary>
    public required IReadOnlyList<OfferObservation> Offers { get => field ?? _live?.Offers!; init; }

    /// <summary>Prices of all other offers as they stood yesterday.</summary>
    public required IReadOnlyList<CompetitorObservation> Competitors { get => field ?? _live?.Competitors!; init; }

    /// <summary>The storage utilisation surcharge by size class: standard, then bulky.</summary>
    public required IReadOnlyList<StorageUtilisationPreview> StorageUtilisation { get => field ?? _live?.StorageUtilisation!; init; }

    /// <summary>Health of the account.</summary>
    public required AccountHealth Health { get => _live is null ? field : _live.Health; init; }

    /// <summary>Messages that can be answered, oldest first.</summary>
    public required IReadOnlyList<MailMessage> Mail { get => field ?? _live?.Mail!; init; }

    /// <summary>Open orders: goods paid for in part or whole and not yet sellable.</summary>
    public required IReadOnlyList<OpenOrder> OpenOrders { get => field ?? _live?.OpenOrders!; init; }

    /// <summary>Own forecasts: open ones, and those that fell due last evening.</summary>
    public required ForecastBook Forecasts { get => field ?? _live?.Forecasts!; init; }

    /// <summary>What was refused of the last batch; the first <see cref="KernelLimits.RefusalsPerDay"/>.</summary>
    public required IReadOnlyList<Refusal> Refusals { get => field ?? _live?.Refusals!; init; }

    /// <summary>How many commands of the last batch were refused.</summary>
    public required int RefusalCount { get => Now(field); init; }

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

    /// <summary>The same to be kept, with kept offers.</summary>
    internal Observation Kept(IReadOnlyList<OfferObservation> offers, IReadOnlyList<CompetitorObservation> competitors) => new()
    {
        Seat = Seat,
        Day = Day,
        Date = Date,
        LastDecisionDay = LastDecisionDay,
        IsTrading = IsTrading,
        Cash = Cash,
        Receivable = Receivable,
        Available = Available,
        NextPayoutDay = NextPayoutDay,
        UnpaidDues = UnpaidDues,
        UnpaidDays = UnpaidDays,
        Credit = Credit,
        InferenceCost = InferenceCost,
        Account = Account,
        Rules = Rules,
        DealEvents = DealEvents,
        News = News,
        Freight = Freight,
        Tariffs = Tariffs,
        Offers = offers,
        Competitors = competitors,
        StorageUtilisation = StorageUtilisation,
        Health = Health,
        Mail = Mail,
        OpenOrders = OpenOrders,
        Forecasts = Forecasts,
        Refusals = Refusals,
        RefusalCount = RefusalCount,
    };

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
        // As a rule an offer stands where the world put it.
        var offers = Offers;
        if (product.Place < offers.Count && offers[product.Place] is var there && there.Id == product.Id)
        {
            return there.Suppliers;
        }

        for (var i = 0; i < offers.Count; i++)
        {
            if (offers[i].Id == product.Id)
            {
                return offers[i].Suppliers;
            }
        }

        return null;
    }

    private T Now<T>(T value)
    {
        _live?.Check();
        return value;
    }
}

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
