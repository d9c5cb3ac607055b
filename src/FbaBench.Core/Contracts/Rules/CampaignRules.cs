namespace FbaBench.Contracts;

/// <summary>When a command on a campaign is refused.</summary>
/// <param name="HasSlots">Whether there are sponsored slots.</param>
/// <param name="LowestBid">Lowest bid in cents, at least 1.</param>
/// <param name="Day">Today.</param>
/// <param name="LastDay">Last day of decisions of the world.</param>
internal readonly record struct CampaignRules(bool HasSlots, long LowestBid, int Day, int LastDay)
{
    public const long HighestBidCents = 100_000;
    public const long HighestBudgetCents = 100_000_000;

    /// <param name="index">Position in the batch.</param>
    /// <param name="command">The campaign.</param>
    /// <param name="isShared">Whether the listing is shared.</param>
    /// <param name="until">Last day of the offer's campaign, or null without one.</param>
    public Refusal Create(int index, CreateCampaign command, bool isShared, int? until)
    {
        if (!HasSlots)
        {
            return new(index, RefusalReason.NoAdvertising, 0, 0, 0);
        }

        if (isShared)
        {
            return new(index, RefusalReason.SharedListing, 0, 0, 0);
        }

        if (until is { } last)
        {
            return new(index, RefusalReason.CampaignExists, 0, 0, last);
        }

        if (command.FirstDay < Day || command.FirstDay > LastDay)
        {
            return new(index, RefusalReason.CampaignDaysOutOfRange, command.FirstDay, Day, LastDay);
        }

        return Check(index, command.Bid.Cents, command.DailyBudget.Cents, command.FirstDay, command.LastDay);
    }

    /// <param name="index">Position in the batch.</param>
    /// <param name="command">The change.</param>
    /// <param name="first">First day of the offer's campaign, or null without one.</param>
    public Refusal Change(int index, ChangeCampaign command, int? first) => first is { } began
        ? Check(index, command.Bid.Cents, command.DailyBudget.Cents, Math.Max(began, Day), command.LastDay)
        : None(index);

    public static Refusal Stop(int index, bool hasCampaign) => hasCampaign ? default : None(index);

    private static Refusal None(int index) => new(index, RefusalReason.NoCampaign, 0, 0, 0);

    private Refusal Check(int index, long bid, long budget, int first, int last)
    {
        if (bid < LowestBid || bid > HighestBidCents)
        {
            return new(index, RefusalReason.BidOutOfRange, bid, LowestBid, HighestBidCents);
        }

        if (budget < bid || budget > HighestBudgetCents)
        {
            return new(index, RefusalReason.BudgetOutOfRange, budget, bid, HighestBudgetCents);
        }

        return last < first || last > LastDay ? new(index, RefusalReason.CampaignDaysOutOfRange, last, first, LastDay) : default;
    }
}
