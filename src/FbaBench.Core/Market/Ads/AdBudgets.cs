namespace FbaBench.Market;

/// <summary>Budgets that bind within the day.</summary>
internal static class AdBudgets
{
    /// <summary>
    /// How long a phase lasts, as a share of the day: until the first own campaign has spent its budget at the expected rate, or to the day's
    /// end.
    /// </summary>
    /// <param name="campaigns">All bidders.</param>
    /// <param name="winners">Bidders in slots, first slot first.</param>
    /// <param name="prices">Prices of a click.</param>
    /// <param name="clicks">Mean clicks of a whole day in each slot.</param>
    /// <param name="left">Share of the day that is left.</param>
    /// <returns>The length, and the bidder whose budget ends the phase, or −1.</returns>
    public static (double Length, int Exhausted) Phase(ReadOnlySpan<Campaign> campaigns, ReadOnlySpan<int> winners, ReadOnlySpan<long> prices, ReadOnlySpan<double> clicks, double left)
    {
        var length = left;
        var exhausted = -1;
        for (var slot = 0; slot < winners.Length; slot++)
        {
            ref readonly var campaign = ref campaigns[winners[slot]];
            var rate = clicks[slot] * prices[slot];
            if (campaign.Own >= 0 && rate > 0 && campaign.Left / rate < length)
            {
                length = campaign.Left / rate;
                exhausted = winners[slot];
            }
        }

        return (length, exhausted);
    }

    /// <summary>
    /// Of drawn clicks, those that a budget pays for: orders and visits in proportion, whole orders of each size rounded down, visits the rest.
    /// </summary>
    public static (Demand Orders, int Visits) Cap(Demand orders, int visits, long most)
    {
        var clicks = (long)orders.Orders + visits;
        if (clicks <= most)
        {
            return (orders, visits);
        }

        var kept = new Demand((int)(orders.Singles * most / clicks), (int)(orders.Doubles * most / clicks), (int)(orders.Triples * most / clicks));
        return (kept, (int)(most - kept.Orders));
    }
}
