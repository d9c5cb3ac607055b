namespace FbaBench.Market;

/// <summary>Traffic and odds of buying on a date, from the simulated calendar alone.</summary>
internal static class Season
{
    public static double Traffic(NicheDefinition niche, SimDate date) =>
        niche.TrafficByMonth[date.Month - 1] * niche.TrafficByWeekday[date.WeekdayFromMonday];

    public static double Odds(NicheDefinition niche, SimDate date) => niche.ConversionByMonth[date.Month - 1];

    /// <summary>The deal event of a date, or null.</summary>
    public static DealEvent? Deal(WorldDefinition world, SimDate date)
    {
        // By index: an enumerator of the interface would allocate in the kernel's day.
        for (var i = 0; i < world.DealEvents.Count; i++)
        {
            if (date >= world.DealEvents[i].First && date <= world.DealEvents[i].Last)
            {
                return world.DealEvents[i];
            }
        }

        return null;
    }
}
