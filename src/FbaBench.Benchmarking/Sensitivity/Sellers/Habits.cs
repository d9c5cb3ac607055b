namespace FbaBench;

/// <summary>Something that a seller does beside its own decisions, or instead of some.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Change">The day's commands, of the morning and what the seller would do.</param>
internal sealed record Habit(string Name, Func<Observation, IReadOnlyList<Command>, IEnumerable<Command>> Change);

/// <summary>The habits that experiments may name. Each is a plain rule, so that what it changes is known.</summary>
internal static class Habits
{
    private const int PromotionEvery = 60;
    private const int PromotionDays = 7;
    private const int LiquidateEvery = 30;
    private const int PausedFrom = 100;
    private const int PausedUntil = 160;
    private const int ShortPauseEvery = 30;
    private const int ShortPauseDays = 7;
    private const int ClosingDay = 180;
    private const int ReviewsDay = 20;
    private const int ForecastDays = 14;
    private const double BandShare = 0.5;

    private static readonly Habit[] All =
    [
        new("promote", static (today, commands) => today.Day % PromotionEvery == 10 ? [.. commands, .. Promotions(today, 0.95, PromotionDays)] : commands),
        new("promote-at-loss", static (today, commands) => today.Day % PromotionEvery == 10 ? [.. commands, .. Promotions(today, 0.35, PromotionDays)] : commands),
        new("end-promotions", static (today, commands) => [.. commands, .. today.Offers.Where(offer => offer.Promotion.IsRunning).Select(offer => new EndPromotion(offer.Id))]),
        new("liquidate", static (today, commands) => today.Day % LiquidateEvery == LiquidateEvery - 1 ? [.. commands, .. Half(today)] : commands),
        new("pause", static (today, commands) => today.Day is >= PausedFrom and < PausedUntil ? [.. commands.Where(command => command is not SetPrice), .. Close(today)] : commands),
        new("short-pauses", static (today, commands) => today.Day % ShortPauseEvery < ShortPauseDays ? [.. commands.Where(command => command is not SetPrice), .. Close(today)] : commands),
        new("buy-reviews", static (today, commands) => today.Day == ReviewsDay ? [.. commands, .. today.Offers.Where(offer => offer.IsOpen).Select(offer => new BuyReviews(offer.Id, 10))] : commands),
        new("draw-credit", static (today, commands) => today.Day <= today.Credit.LastDrawDay && today.Credit.Available > Money.Zero ? [.. commands, new DrawCredit(today.Credit.Available)] : commands),
        new("repay-credit", static (today, commands) => Money.Min(today.Cash, today.Credit.Owed) is var amount && amount > Money.Zero ? [new RepayCredit(amount), .. commands] : commands),
        new("close-business", static (today, commands) => today.Day == ClosingDay ? [.. commands, new CloseBusiness()] : commands),
        new("forecast", static (today, commands) => today.Day % ForecastDays == 0 ? [.. commands, .. UnitForecasts(today, OnLastWeeks), CashForecast(today)] : commands),
        new("forecast-nothing", static (today, commands) => today.Day % ForecastDays == 0 ? [.. commands, .. UnitForecasts(today, static _ => 0), .. NoCash(today)] : commands),
        new("charge-inference", static (today, commands) => [.. commands, new ChargeInference(2_000_000, 100_000, 10_000)]),
        new("appeal", static (today, commands) => today.Health is { SuspendedDay: not null, AppealDay: null } ? [.. commands, new AppealSuspension(Cause(today))] : commands),
        new("inspect-orders", static (today, commands) => [.. commands, .. Inspections(today)]),
        new("reject-bad-orders", static (today, commands) => [.. commands, .. today.OpenOrders.Where(order => IsBad(today, order)).Select(order => new RejectOrder(order.Id))]),
        new("ask-reference", static (today, commands) => [.. commands.Where(command => command is not SetPrice), .. today.Offers.Where(offer => offer.Price != offer.ReferencePrice).Select(offer => new SetPrice(offer.Id, offer.ReferencePrice))]),
        new("ask-120-of-reference", static (today, commands) => [.. commands.Where(command => command is not SetPrice), .. today.Offers.Where(offer => offer.Price != Dear(offer)).Select(offer => new SetPrice(offer.Id, Dear(offer)))]),
        new("ignore-mail", static (_, commands) => commands.Where(command => command is not ReactToMail)),
        new("by-air", static (_, commands) => commands.Select(command => command is PlaceOrder { Freight: FreightMode.Quoted or FreightMode.Sea } order ? order with { Freight = FreightMode.Air } : command)),
        new("order-sixfold", static (_, commands) => commands.Select(command => command is PlaceOrder order ? order with { Units = order.Units * 6 } : command)),
        new("bid-high", static (_, commands) => commands.Select(command => command is CreateCampaign campaign ? campaign with { Bid = campaign.Bid * 5, DailyBudget = campaign.DailyBudget * 5 } : command)),
        new("stop-campaigns", static (today, commands) => [.. commands.Where(command => command is not StopCampaign), .. today.Offers.Where(offer => offer.Campaign is not null).Select(offer => new StopCampaign(offer.Id))]),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(habit => habit.Name)];

    /// <exception cref="ArgumentException">There is no such habit.</exception>
    public static Habit Find(string name) => All.FirstOrDefault(habit => habit.Name == name)
        ?? throw new ArgumentException($"there is no habit '{name}'; there are {string.Join(", ", Names)}.");

    /// <summary>Of open offers with stock, at a share of the highest price that may be promoted.</summary>
    private static IEnumerable<Command> Promotions(Observation today, double share, int days) => today.Offers
        .Where(offer => offer.IsOpen && offer.UnitsOnHand > 0 && !offer.Promotion.IsRunning && offer.Promotion.DaysLeft >= days)
        .Select(offer => new StartPromotion(offer.Id, new(Math.Max(1, (long)(offer.Promotion.HighestPrice.Cents * share))), days));

    private static IEnumerable<Command> Close(Observation today) => today.Offers.Where(offer => offer.IsOpen).Select(offer => new CloseOffer(offer.Id));

    private static IEnumerable<Command> Half(Observation today) => today.Offers.Where(offer => offer.UnitsOnHand > 1).Select(offer => new Liquidate(offer.Id, offer.UnitsOnHand / 2));

    private static Money Dear(OfferObservation offer) => new(offer.ReferencePrice.Cents * 6 / 5);

    private static IEnumerable<Command> UnitForecasts(Observation today, Func<OfferObservation, int> expected) =>
        from offer in today.Offers
        where offer.IsOpen
        let units = expected(offer)
        select new ForecastUnits(offer.Id, Math.Min(today.LastDecisionDay, today.Day + ForecastDays - 1), (int)(units * (1 - BandShare)), units, (int)Math.Ceiling(units * (1 + BandShare)));

    private static int OnLastWeeks(OfferObservation offer) => (int)Math.Round(offer.UnitsLast30Days / 30.0 * ForecastDays);

    private static ForecastCash CashForecast(Observation today) =>
        new(CashDay(today), Share(today.Cash, 1 - BandShare), today.Cash, Share(today.Cash, 1 + BandShare));

    private static IEnumerable<Command> NoCash(Observation today) => [new ForecastCash(CashDay(today), Money.Zero, Money.Zero, Money.Zero)];

    private static int CashDay(Observation today) => Math.Min(today.LastDecisionDay, today.Day + ForecastDays - 1);

    private static Money Share(Money money, double share) => new((long)(money.Cents * share));

    private static SuspensionCause Cause(Observation today) => today.Health.Points < today.Rules.SuspendedBelow ? SuspensionCause.PolicyViolations : SuspensionCause.OrderDefects;

    /// <summary>Of suppliers with goods that are ready and were not counted.</summary>
    private static IEnumerable<Command> Inspections(Observation today) => today.OpenOrders
        .Where(order => order.Stage == OrderStage.InProduction && order.Defects is null)
        .Select(order => (order.Offer, order.Supplier)).Distinct()
        .Select(pair => new InspectSupplier(pair.Offer, pair.Supplier));

    private static bool IsBad(Observation today, OpenOrder order) => order.Defects > order.Units * today.Rules.ToleratedDefects;
}
