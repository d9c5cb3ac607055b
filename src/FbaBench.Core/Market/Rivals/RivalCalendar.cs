using FbaBench.Primitives;

namespace FbaBench.Market;

/// <summary>When a rival sells: from its entry to its exit, but for stock-outs that are drawn by rival and month. No seller moves any of it.</summary>
internal static class RivalCalendar
{
    private const int MonthDays = 30;
    private const int ShortestDays = 5;
    private const int LongestDays = 20;

    /// <summary>Whether it has stock on a day.</summary>
    /// <param name="draws">The world's draws.</param>
    /// <param name="key">The rival's identity.</param>
    /// <param name="rival">Entry, exit and chance of a stock-out in a month of 30 days.</param>
    /// <param name="day">The day, from 0.</param>
    public static bool Sells(KeyedDraws draws, ulong key, RivalDefinition rival, int day)
    {
        if (day < rival.EntryDay || day >= (rival.ExitDay ?? int.MaxValue))
        {
            return false;
        }

        // A stock-out that began last month may last into this one.
        var month = day / MonthDays;
        return rival.StockOutChance == 0 || !(IsOut(draws, key, rival, month, day) || (month > 0 && IsOut(draws, key, rival, month - 1, day)));
    }

    private static bool IsOut(KeyedDraws draws, ulong key, RivalDefinition rival, int month, int day)
    {
        var bits = draws.Bits(Mechanism.RivalPresence, key, month);
        if (KeyedDraws.ToUniform(bits.X0) >= rival.StockOutChance)
        {
            return false;
        }

        var first = (month * MonthDays) + (int)(KeyedDraws.ToUniform(bits.X1) * MonthDays);
        var days = ShortestDays + (int)(KeyedDraws.ToUniform(bits.X2) * (LongestDays - ShortestDays + 1));
        return day >= first && day < first + days;
    }
}
