namespace FbaBench.Contracts;

/// <summary>When a command on money, credit, mail or the account is refused.</summary>
internal static class AccountRules
{
    private const long MostInference = 1_000_000_000_000;

    /// <summary>What is due at once is paid from cash.</summary>
    public static Refusal Covered(int index, long cost, long cash) => cost > cash ? new(index, RefusalReason.NotEnoughCash, cost, 0, Math.Max(0, cash)) : default;

    public static Refusal Draw(int index, Money amount, int day, int lastDay, long available)
    {
        if (day > lastDay)
        {
            return new(index, RefusalReason.CreditClosed, day, 0, lastDay);
        }

        return Within(index, amount, available);
    }

    /// <summary>Everything about a repayment but cash.</summary>
    public static Refusal Repay(int index, Money amount, long owed) => Within(index, amount, owed);

    public static Refusal UnknownMail(int index, int number) => new(index, RefusalReason.UnknownMail, number, 0, 0);

    /// <summary>Everything about an answer to a message that is open, but cash.</summary>
    public static Refusal Reaction(int index, ReactToMail command, ReadOnlySpan<MailAction> actions)
    {
        if (!actions.Contains(command.Action))
        {
            long offered = 0;
            foreach (var action in actions)
            {
                offered |= 1L << (int)action;
            }

            return new(index, RefusalReason.WrongMailAction, (int)command.Action, 0, offered);
        }

        return command.Action != MailAction.Dispute && command.Claim != 0 ? new(index, RefusalReason.NoClaimAsked, command.Claim, 0, 0) : default;
    }

    public static Refusal Appeal(int index, SuspensionCause cause, bool isSuspended, int? appealDay)
    {
        if (!Enum.IsDefined(cause))
        {
            return new(index, RefusalReason.UnknownCause, (int)cause, 0, 1);
        }

        if (!isSuspended)
        {
            return new(index, RefusalReason.NotSuspended, 0, 0, 0);
        }

        return appealDay is { } day ? new(index, RefusalReason.AppealPending, day, 0, 0) : default;
    }

    public static Refusal Inference(int index, ChargeInference charge)
    {
        foreach (var number in (ReadOnlySpan<long>)[charge.MicroDollars, charge.InputTokens, charge.OutputTokens])
        {
            if (number is < 0 or > MostInference)
            {
                return new(index, RefusalReason.InferenceOutOfRange, number, 0, MostInference);
            }
        }

        return default;
    }

    private static Refusal Within(int index, Money amount, long most) =>
        amount.Cents < 1 || amount.Cents > most ? new(index, RefusalReason.CreditOutOfRange, amount.Cents, 1, most) : default;
}
