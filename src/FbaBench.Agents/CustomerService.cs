namespace FbaBench;

/// <summary>The least that any seller does about its mail: buyers of defective units get their money back, and a suspended account appeals.</summary>
internal static class CustomerService
{
    public static void Answer(Observation today, List<Command> commands)
    {
        var messages = today.Mail;
        for (var i = 0; i < messages.Count; i++)
        {
            var mail = messages[i];
            if (mail.Topic == MailTopic.CustomerComplaint)
            {
                commands.Add(new ReactToMail(mail.Number, MailAction.Refund));
            }
        }

        Appeal(today, commands);
    }

    /// <summary>Appeals with the cause that the figures show.</summary>
    private static void Appeal(Observation today, List<Command> commands)
    {
        if (today.Health is { SuspendedDay: not null, AppealDay: null })
        {
            commands.Add(new AppealSuspension(today.Health.Points < today.Rules.SuspendedBelow ? SuspensionCause.PolicyViolations : SuspensionCause.OrderDefects));
        }
    }
}
