namespace FbaBench.Market;

/// <summary>Traffic and odds of buying on a date, from the simulated calendar alone.</summary>
internal static class Season
{
    public static double Traffic(NicheDefinition niche, SimDate date) =>
        niche.TrafficByMonth[date.Month - 1] * niche.TrafficByWeekday[date.WeekdayFromMonday];

    public static double Odds(NicheDefinition niche, SimDate date) => niche.ConversionByMonth[date.Month - 1];
}
