namespace FbaBench.Tests.Economics;

/// <summary>How mail is answered.</summary>
internal enum MailPolicy
{
    /// <summary>Refunds to customers and nothing else.</summary>
    CustomersOnly,
    Right,
    ComplyWithEverything,
    ReportEverything,

    /// <summary>As is right, but that claims are higher and invoices other than true.</summary>
    FalseClaims,
    NoAnswers,
}

/// <summary>What becomes of unsellable units.</summary>
internal enum DisposalPolicy
{
    Keep,
    Rework,
    Liquidate,

    /// <summary>Rework where what comes back is worth more than it costs, as <see cref="TunedSeller"/> does.</summary>
    Judge,
}

/// <summary>With which cause a seller appeals against a suspension.</summary>
internal enum AppealPolicy
{
    Right,
    Wrong,
    Never,
}

/// <summary>Mail, appeals, unsellable units and forecasts, as genes say.</summary>
internal sealed class SearchedOffice(Genes genes)
{
    private const int Carton = 10;
    private const int ForecastDays = 30;

    public void Run(Observation today, List<Command> commands)
    {
        Answer(today, commands);
        Appeal(today, commands);
        Dispose(today, commands, (DisposalPolicy)genes[Gene.Disposal]);
        if (genes[Gene.Forecasts] >= 0.5)
        {
            Forecast(today, commands);
        }
    }

    /// <summary>Sends unsellable units away as a policy says, once they fill a carton.</summary>
    private static void Dispose(Observation today, List<Command> commands, DisposalPolicy policy)
    {
        if (policy == DisposalPolicy.Judge)
        {
            Disposal.Clear(today, GoodsSource.Of(today), commands);
            return;
        }

        foreach (var offer in today.Offers)
        {
            if (policy != DisposalPolicy.Keep && offer.UnsellableUnits >= Carton)
            {
                commands.Add(new DisposeUnsellable(offer.Id, offer.UnsellableUnits, policy == DisposalPolicy.Rework ? DisposalPath.Rework : DisposalPath.Liquidate));
            }
        }
    }

    private void Answer(Observation today, List<Command> commands)
    {
        var policy = (MailPolicy)genes[Gene.Mail];
        if (policy == MailPolicy.NoAnswers)
        {
            return;
        }

        commands.AddRange(today.Mail.Where(mail => mail.Topic == MailTopic.CustomerComplaint).Select(mail => new ReactToMail(mail.Number, MailAction.Refund)));
        if (policy == MailPolicy.Right)
        {
            Hygiene.Answer(today, commands);
        }
        else if (policy == MailPolicy.FalseClaims)
        {
            var right = new List<Command>();
            Hygiene.Answer(today, right);
            commands.AddRange(right.Select(command => command is ReactToMail { Action: MailAction.Dispute } dispute ? dispute with { Claim = (dispute.Claim * 2) + 1 } : command));
        }
        else if (policy != MailPolicy.CustomersOnly)
        {
            var action = policy == MailPolicy.ComplyWithEverything ? MailAction.Comply : MailAction.Report;
            commands.AddRange(today.Mail.Where(mail => mail.Actions.Contains(action)).Select(mail => new ReactToMail(mail.Number, action)));
        }
    }

    private void Appeal(Observation today, List<Command> commands)
    {
        var policy = (AppealPolicy)genes[Gene.Appeal];
        if (policy != AppealPolicy.Never && today.Health is { SuspendedDay: not null, AppealDay: null })
        {
            var isViolation = today.Health.Points < today.Rules.SuspendedBelow;
            commands.Add(new AppealSuspension(isViolation == (policy == AppealPolicy.Right) ? SuspensionCause.PolicyViolations : SuspensionCause.OrderDefects));
        }
    }

    /// <summary>A month's units of every offer and the cash at its end, as the last month went.</summary>
    private static void Forecast(Observation today, List<Command> commands)
    {
        var last = today.Day + ForecastDays;
        if (today.Day % ForecastDays != 0 || last > today.LastDecisionDay)
        {
            return;
        }

        foreach (var offer in today.Offers)
        {
            commands.Add(new ForecastUnits(offer.Id, last, offer.UnitsLast30Days / 2, offer.UnitsLast30Days, 2 * offer.UnitsLast30Days));
        }

        commands.Add(new ForecastCash(last, Money.Zero, Money.Max(Money.Zero, today.Cash), Money.Max(Money.Zero, today.Cash * 2)));
    }
}
