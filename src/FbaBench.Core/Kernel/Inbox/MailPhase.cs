namespace FbaBench.Kernel.Inbox;

/// <summary>Phase 8, last part: messages lapse, customers and impostors write. They are read tomorrow morning.</summary>
internal static class MailPhase
{
    public static void Run(DayContext day)
    {
        if (day.State.Layout.MailSlots == 0)
        {
            return;
        }

        for (var seat = 0; seat < day.Model.Seats; seat++)
        {
            Lapses.Run(day, seat);
        }

        foreach (var offer in day.Model.Own)
        {
            Complaints.Arrive(day, offer);
        }

        if (day.Model.HasAdversaries)
        {
            Impostors.Run(day);
        }
    }
}
