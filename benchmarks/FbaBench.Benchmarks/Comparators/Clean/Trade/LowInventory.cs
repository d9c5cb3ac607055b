using FbaBench.Market;

namespace FbaBench.Benchmarks.Clean;

/// <summary>The fee on units shipped while the stock of the last month and of the last quarter lasts for few days.</summary>
internal sealed class LowInventory(Today today)
{
    private const int ShortWindow = 30;
    private const int LongWindow = 90;
    private const int RecentDays = 7;
    private const int FewUnits = 20;
    private const int NewSellerDays = 365;
    private const int NewProductDays = 180;
    private static readonly SimDate FirstCharged = new(2024, 5, 1);
    private static readonly SimDate FewUnitsExemptFrom = new(2024, 5, 15);

    public long CentsPerUnit(OwnListing own)
    {
        if (own.Fees.LowInventoryOn(today.Date) is not { } rates || IsExempt(own))
        {
            return 0;
        }

        var shipped = Sum(own.UnitHistory, ShortWindow);
        var shippedInQuarter = Sum(own.UnitHistory, LongWindow);
        if (shipped == 0 || shippedInQuarter == 0)
        {
            return 0;
        }

        var days = Math.Max((decimal)Sum(own.StockHistory, ShortWindow) / shipped, (decimal)Sum(own.StockHistory, LongWindow) / shippedInQuarter);
        return FeeRounding.CentsFromCents(100 * rates.For(days));
    }

    private bool IsExempt(OwnListing own)
    {
        var tables = own.Fees.TableDate(today.Date);
        return tables < FirstCharged
            || today.Date - today.Rules.World.AccountOpened <= NewSellerDays
            || today.Day - (long)own.FirstInbound <= NewProductDays
            || (tables >= FewUnitsExemptFrom && Sum(own.UnitHistory, RecentDays) < FewUnits);
    }

    /// <summary>Sum over the days before today, as far back as the run goes.</summary>
    private long Sum(int[] history, int days)
    {
        long sum = 0;
        for (var day = Math.Max(0, today.Day - days); day < today.Day; day++)
        {
            sum += history[day % history.Length];
        }

        return sum;
    }
}
