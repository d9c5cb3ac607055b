using FbaBench.Primitives;

namespace FbaBench.Market;

/// <summary>What a supplier is like on a product: drawn once, or once for an order day, and the same for every seller.</summary>
internal static class SupplierCharacter
{
    private const double PoorDefectRate = 0.25;
    private const double ShortShare = 0.8;
    private const int OverbookedFactor = 2;

    /// <summary>Whether and how it cheats.</summary>
    public static SupplierFinding Of(KeyedDraws draws, ulong key, SupplierDefinition supplier)
    {
        if (supplier.DishonestChance == 0)
        {
            return SupplierFinding.Sound;
        }

        var bits = draws.Bits(Mechanism.Honesty, key, 0);
        return KeyedDraws.ToUniform(bits.X0) >= supplier.DishonestChance ? SupplierFinding.Sound : SupplierFinding.NoFactory + (int)(bits.X1 & 3);
    }

    /// <summary>Days of production; the time itself is shared by all orders of the day.</summary>
    public static int ProductionDays(KeyedDraws draws, ulong key, SupplierDefinition supplier, int orderDay)
    {
        var days = Durations.Days(supplier.Production, draws.Uniform(Mechanism.Production, key, orderDay));
        return Of(draws, key, supplier) == SupplierFinding.Overbooked ? days * OverbookedFactor : days;
    }

    /// <summary>Units packed where some are ordered.</summary>
    public static int Packed(SupplierFinding character, int units) =>
        character == SupplierFinding.ShortCounts ? (int)Math.Ceiling(units * ShortShare) : units;

    /// <summary>
    /// Defective units among those at some positions of a day's order: however the day's order is split, the same units are defective.
    /// </summary>
    public static int Defects(KeyedDraws draws, ulong key, SupplierDefinition supplier, int orderDay, int from, int units)
    {
        var rate = DefectRate(draws, key, supplier, orderDay);
        if (rate == 0)
        {
            return 0;
        }

        var (count, end) = (0, (long)from + units);
        var defective = new MarkedUnits(draws, Mechanism.Defects, key, orderDay, rate);
        for (defective.Next(); defective.Position < end; defective.Next())
        {
            count += defective.Position >= from ? 1 : 0;
        }

        return count;
    }

    private static double DefectRate(KeyedDraws draws, ulong key, SupplierDefinition supplier, int orderDay)
    {
        var isBad = supplier.BadLotChance > 0 && draws.Uniform(Mechanism.LotQuality, key, orderDay) < supplier.BadLotChance;
        var rate = isBad ? supplier.BadLotDefectRate : supplier.DefectRate;
        return Of(draws, key, supplier) == SupplierFinding.PoorGoods ? Math.Max(rate, PoorDefectRate) : rate;
    }
}
