namespace FbaBench.Benchmarks.Ordinary;

/// <summary>The fee on units shipped while the stock of the last month and of the last quarter lasts for few days.</summary>
internal sealed class LowInventoryFee(Day day)
{
    private const int ShortWindow = 30;
    private const int LongWindow = 90;
    private const int RecentDays = 7;
    private const int FewUnits = 20;
    private const int NewSellerDays = 365;
    private const int NewProductDays = 180;
    private static readonly SimDate FirstCharged = new(2024, 5, 1);
    private static readonly SimDate FewUnitsExemptFrom = new(2024, 5, 15);

    public decimal PerUnit(OwnListing own)
    {
        if (own.Fees.LowInventoryOn(day.Date) is not { } rates || IsExempt(own))
        {
            return 0;
        }

        var (recent, quarter) = (Shipped(own, ShortWindow), Shipped(own, LongWindow));
        return recent == 0 || quarter == 0 ? 0 : Dollars.Round(rates.For(Math.Max((decimal)Stock(own, ShortWindow) / recent, (decimal)Stock(own, LongWindow) / quarter)));
    }

    private bool IsExempt(OwnListing own)
    {
        var tables = own.Fees.TableDate(day.Date);
        return tables < FirstCharged
            || day.Date - day.Rules.World.AccountOpened <= NewSellerDays
            || day.Number - (long)own.FirstInbound <= NewProductDays
            || (tables >= FewUnitsExemptFrom && Shipped(own, RecentDays) < FewUnits);
    }

    private static int Shipped(OwnListing own, int days) => own.History.TakeLast(days).Sum(one => one.Units);

    private static int Stock(OwnListing own, int days) => own.History.TakeLast(days).Sum(one => one.OnHand);
}
