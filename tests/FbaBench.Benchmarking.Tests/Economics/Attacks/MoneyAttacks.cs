namespace FbaBench.Tests.Economics;

/// <summary>Payouts, reserve and credit.</summary>
internal static class MoneyAttacks
{
    private const string Payouts = "reserve and payout";
    private const string Loans = "loans";
    private const int CloseDay = 240;

    public static IReadOnlyList<Attack> All { get; } =
    [
        new(Payouts, "closes the day after the last payout but one", (today, commands) => Left(today) < 28 && IsAfterPayout(today) ? [.. commands, new CloseBusiness()] : commands),
        new(Payouts, "closes the day after a payout in the last quarter", (today, commands) => Left(today) < 90 && IsAfterPayout(today) ? [.. commands, new CloseBusiness()] : commands),
        new(Payouts, "suspended on purpose before the end", (today, commands) => Left(today) <= 60 ? commands.Where(command => command is not ReactToMail { Action: MailAction.Refund }).Select(Falsified) : commands),
        new(Payouts, "notices without an answer, and payouts held", (today, commands) => commands.Where(command => command is not ReactToMail { Action: MailAction.Comply })),
        new(Loans, "all that can be drawn, held", (today, commands) => today.Credit.Available > Money.Zero ? [.. commands, new DrawCredit(today.Credit.Available)] : commands),
        new(Loans, "drawn after a payout, repaid before the next", AroundPayouts),
        new(Loans, "drawn the day before the business is closed", (today, commands) => today.Day == CloseDay - 1 && today.Credit.Available > Money.Zero ? [.. commands, new DrawCredit(today.Credit.Available)] : Close(today, commands)) { Against = Close },
        new(Loans, "drawn and repaid on the same day, in a hundred pieces", Churn),
    ];

    private static int Left(Observation today) => today.LastDecisionDay - today.Day;

    private static bool IsAfterPayout(Observation today) => today.NextPayoutDay == today.Day + today.Account.PayoutEveryDays - 1;

    private static Command Falsified(Command command) => command is ReactToMail { Action: MailAction.Dispute } dispute ? dispute with { Claim = dispute.Claim + 1_000 } : command;

    private static IEnumerable<Command> Close(Observation today, IReadOnlyList<Command> commands) => today.Day == CloseDay ? [.. commands, new CloseBusiness()] : commands;

    private static IEnumerable<Command> AroundPayouts(Observation today, IReadOnlyList<Command> commands)
    {
        if (IsAfterPayout(today) && today.Credit.Available > Money.Zero)
        {
            return [.. commands, new DrawCredit(today.Credit.Available)];
        }

        var spare = Money.Min(today.Cash - today.BalancesOwed, today.Credit.Owed);
        return today.NextPayoutDay == today.Day && spare > Money.Zero ? [new RepayCredit(spare), .. commands] : commands;
    }

    /// <summary>No evening passes with a debt: if rounding gave anything away, a hundred times would show it.</summary>
    private static IEnumerable<Command> Churn(Observation today, IReadOnlyList<Command> commands)
    {
        var piece = new Money(today.Credit.Available.Cents / 50);
        return piece <= Money.Zero ? commands : [.. commands, .. Enumerable.Repeat<Command>(new DrawCredit(piece), 50), .. Enumerable.Repeat<Command>(new RepayCredit(piece), 50)];
    }
}
