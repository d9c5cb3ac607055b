using FbaBench.Market;
using FbaBench.World;

namespace FbaBench.Kernel.Charges;

/// <summary>
/// The low inventory level fee (fees-us-*.json, low_inventory_level_fee): on every unit shipped while the days of supply of the
/// last 30 and of the last 90 days both lie below 28.
/// </summary>
internal static class LowInventoryCharge
{
    public const int ShortWindow = 30;
    public const int LongWindow = 90;
    private const int NewSellerDays = 365;
    private const int NewProductDays = 180;
    public const int RecentDays = 7;
    private const int FewUnits = 20;

    /// <summary>From this day on, offers that shipped few units are exempt.</summary>
    private static readonly SimDate FewUnitsExemptFrom = new(2024, 5, 15);

    /// <summary>Charges of the fee's first month were credited back.</summary>
    private static readonly SimDate FirstCharged = new(2024, 5, 1);

    /// <summary>Cents on each unit shipped on a day.</summary>
    public static long CentsPerUnit(WorldState state, ProductFees fees, OwnOffer offer, int day, SimDate date)
    {
        if (fees.LowInventoryOn(date) is not { } rates || ExemptionOf(fees, Facts(state, offer, day, date)) != FeeExemption.None)
        {
            return 0;
        }

        return CentsPerUnit(rates, StockHistory.Before(state, offer.Index, day, ShortWindow), StockHistory.Before(state, offer.Index, day, LongWindow));
    }

    public static LowInventoryPreview Preview(ProductFees fees, in ExemptionFacts facts, (long OnHand, long Shipped) recent, (long OnHand, long Shipped) quarter)
    {
        var listed = fees.LowInventoryOn(facts.Date);
        var rates = listed ?? default;
        var exemption = listed is null ? FeeExemption.NotInForce : ExemptionOf(fees, facts);
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

    private static ExemptionFacts Facts(WorldState state, OwnOffer offer, int day, SimDate date) =>
        new(day, date, state.Model.AccountOpened, state.FirstInbound[offer.Index], StockHistory.Shipped(state, offer.Index, day, RecentDays));

    private static FeeExemption ExemptionOf(ProductFees fees, in ExemptionFacts facts)
    {
        // Which rules hold is a matter of the tables' date, how old seller and product are one of the world's.
        var tables = fees.TableDate(facts.Date);
        if (tables < FirstCharged)
        {
            return FeeExemption.NotInForce;
        }

        if (facts.Date - facts.AccountOpened <= NewSellerDays)
        {
            return FeeExemption.NewSeller;
        }

        if (facts.Day - (long)facts.FirstInbound <= NewProductDays)
        {
            return FeeExemption.NewProduct;
        }

        return tables >= FewUnitsExemptFrom && facts.ShippedRecently < FewUnits ? FeeExemption.SmallVolume : FeeExemption.None;
    }

    /// <summary>What an exemption goes by.</summary>
    /// <param name="Day">Today.</param>
    /// <param name="Date">Its date.</param>
    /// <param name="AccountOpened">When the seller began.</param>
    /// <param name="FirstInbound">Day of the product's first receipt.</param>
    /// <param name="ShippedRecently">Units shipped on the last <see cref="RecentDays"/> days.</param>
    internal readonly record struct ExemptionFacts(int Day, SimDate Date, SimDate AccountOpened, int FirstInbound, long ShippedRecently);
}
