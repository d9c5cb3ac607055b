namespace FbaBench.Tests.Economics;

/// <summary>What knowing the last day might bring.</summary>
internal static class EndAttacks
{
    private const string Group = "end of the horizon";

    public static IReadOnlyList<Attack> All { get; } =
    [
        new(Group, "orders whose deposits come back", (today, commands) => Left(today) <= 14 ? [.. commands, .. Orders(today, 1)] : commands),
        new(Group, "orders a month before the end that cannot be ready", (today, commands) => Left(today) == 30 ? [.. commands, .. Orders(today, 20)] : commands),
        new(Group, "credit drawn on the last day for it and kept", (today, commands) => today.Day == today.Credit.LastDrawDay && today.Credit.Available > Money.Zero ? [.. commands, new DrawCredit(today.Credit.Available)] : commands),
        new(Group, "unsellable units kept for rework on the last day", (today, commands) => GoodsAttacks.Hoard(today, commands, Left(today) == 0)) { Against = GoodsAttacks.InCartons },
        new(Group, "unsellable units kept for rework that is back before the end", (today, commands) => GoodsAttacks.Hoard(today, commands, Left(today) == today.Rules.ReworkDays + 1)) { Against = GoodsAttacks.InCartons },
        new(Group, "unsellable units liquidated on the last day", (today, commands) => Left(today) == 0 ? [.. commands, .. Dispose(today, DisposalPath.Liquidate)] : commands),
        new(Group, "complaints left open", (today, commands) => Left(today) <= 3 ? commands.Where(command => command is not ReactToMail { Action: MailAction.Refund }) : commands),
        new(Group, "complaints left open for the last two months", (today, commands) => Left(today) <= 60 ? commands.Where(command => command is not ReactToMail { Action: MailAction.Refund }) : commands),
        new(Group, "forecasts of everything and nothing", (today, commands) => Left(today) is 30 or 6 ? [.. commands, .. Forecasts(today)] : commands),
        new(Group, "high prices in the days that set the run-off's", (today, commands) => Left(today) is >= 30 and < 90 ? commands.Select(command => Raised(today, command)) : commands) { MostGain = 0.01 },
    ];

    private static int Left(Observation today) => today.LastDecisionDay - today.Day;

    private static IEnumerable<Command> Orders(Observation today, int times) =>
        today.Offers.Select(offer => new PlaceOrder(offer.Id, offer.Quotes[0].Supplier, times * offer.Quotes[0].MinimumUnits));

    private static IEnumerable<Command> Dispose(Observation today, DisposalPath path) =>
        today.Offers.Where(offer => offer.UnsellableUnits > 0).Select(offer => new DisposeUnsellable(offer.Id, offer.UnsellableUnits, path));

    private static IEnumerable<Command> Forecasts(Observation today) =>
    [
        .. today.Offers.Select(offer => new ForecastUnits(offer.Id, today.LastDecisionDay, 0, 0, 1_000_000)),
        new ForecastCash(today.LastDecisionDay, Money.Zero, Money.Zero, Money.Dollars(1_000_000)),
    ];

    /// <summary>At least the reference price, which is the most that the run-off starts from.</summary>
    private static Command Raised(Observation today, Command command) =>
        command is SetPrice set && today.Offers.First(offer => offer.Id == set.Offer).ReferencePrice is var reference && set.Price < reference ? set with { Price = reference } : command;
}
