using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Kernel.Charges;

/// <summary>
/// The low inventory level fee (fees-us-*.json, low_inventory_level_fee): on every unit shipped while the days of supply of the
/// last 30 and of the last 90 days both lie below 28.
/// </summary>
internal static class LowInventoryCharge
{
    private const int ShortWindow = 30;
    private const int LongWindow = 90;
    private const int NewSellerDays = 365;
    private const int NewProductDays = 180;
    private const int RecentDays = 7;
    private const int FewUnits = 20;

    /// <summary>From this day on, offers that shipped few units are exempt.</summary>
    private static readonly SimDate FewUnitsExemptFrom = new(2024, 5, 15);

    /// <summary>Charges of the fee's first month were credited back.</summary>
    private static readonly SimDate FirstCharged = new(2024, 5, 1);

    /// <summary>Cents on each unit shipped on a day.</summary>
    public static long CentsPerUnit(WorldState state, ProductFees fees, OwnOffer offer, int day, SimDate date)
    {
        if (fees.LowInventoryOn(date) is not { } rates || ExemptionOf(state, fees, offer, day, date) != FeeExemption.None)
        {
            return 0;
        }

        return CentsPerUnit(rates, StockHistory.Before(state, offer.Index, day, ShortWindow), StockHistory.Before(state, offer.Index, day, LongWindow));
    }

    public static LowInventoryPreview Preview(WorldState state, ProductFees fees, OwnOffer offer, int day, SimDate date)
    {
        var recent = StockHistory.Before(state, offer.Index, day, ShortWindow);
        var quarter = StockHistory.Before(state, offer.Index, day, LongWindow);
        var listed = fees.LowInventoryOn(date);
        var rates = listed ?? default;
        var exemption = listed is null ? FeeExemption.NotInForce : ExemptionOf(state, fees, offer, day, date);
        return new(
            exemption,
            Days(recent),
            Days(quarter),
            exemption == FeeExemption.None ? new(CentsPerUnit(rates, recent, quarter)) : Money.Zero,
            FeeRounding.FromDollars(rates.Below14),
            FeeRounding.FromDollars(rates.Below21),
            FeeRounding.FromDollars(rates.Below28));
    }

    private static double? Days((long OnHand, long Shipped) window) => window.Shipped == 0 ? null : window.OnHand / (double)window.Shipped;

    /// <summary>A window without shipments has endless supply: nothing is due.</summary>
    private static long CentsPerUnit(LowInventoryRates rates, (long OnHand, long Shipped) recent, (long OnHand, long Shipped) quarter) =>
        recent.Shipped == 0 || quarter.Shipped == 0
            ? 0
            : FeeRounding.CentsFromCents(100 * rates.For(Math.Max((decimal)recent.OnHand / recent.Shipped, (decimal)quarter.OnHand / quarter.Shipped)));

    private static FeeExemption ExemptionOf(WorldState state, ProductFees fees, OwnOffer offer, int day, SimDate date)
    {
        // Which rules hold is a matter of the tables' date, how old seller and product are one of the world's.
        var tables = fees.TableDate(date);
        if (tables < FirstCharged)
        {
            return FeeExemption.NotInForce;
        }

        if (date - state.Model.AccountOpened <= NewSellerDays)
        {
            return FeeExemption.NewSeller;
        }

        if (day - (long)state.FirstInbound[offer.Index] <= NewProductDays)
        {
            return FeeExemption.NewProduct;
        }

        return tables >= FewUnitsExemptFrom && StockHistory.Shipped(state, offer.Index, day, RecentDays) < FewUnits ? FeeExemption.SmallVolume : FeeExemption.None;
    }
}
