namespace FbaBench;

/// <summary>Mail as it deserves: by its sender and its typed contents, never by what its text asks for.</summary>
internal static class Hygiene
{
    public static void Answer(Observation today, List<Command> commands)
    {
        var messages = today.Mail;
        for (var i = 0; i < messages.Count; i++)
        {
            var mail = messages[i];
            switch (mail.Topic)
            {
                case MailTopic.ReceivingReport:
                    commands.Add(new ReactToMail(mail.Number, MailAction.Dispute, mail.Units));
                    break;
                case MailTopic.AuthenticityClaim or MailTopic.RightsClaim:
                    commands.Add(new ReactToMail(mail.Number, MailAction.Dispute, Invoice(today, mail)));
                    break;
                case MailTopic.ForeignSeller or MailTopic.ReviewThreat or MailTopic.ServiceOffer:
                    commands.Add(new ReactToMail(mail.Number, MailAction.Report));
                    break;
                case MailTopic.AccountNotice:
                    commands.Add(new ReactToMail(mail.Number, mail.Sender == MailMessage.MarketplaceAddress ? MailAction.Comply : MailAction.Report));
                    break;
                case MailTopic.SupplierNotice when today.Day == mail.AnswerBy:
                    // Talks bring more than a price list; who confirms it early gives them away.
                    commands.Add(new ReactToMail(mail.Number, MailAction.Comply));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Day of the order that the listing's units came with; −1 for opening stock.</summary>
    private static int Invoice(Observation today, MailMessage mail)
    {
        foreach (var offer in today.Offers)
        {
            if (offer.Id == mail.Offer)
            {
                return offer.InvoiceDay ?? -1;
            }
        }

        return -1;
    }
}
