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
    /// Defective units among those at some positions of a day's order. The defective positions are a fixed set for supplier, product and
    /// day, with geometric gaps: however the day's order is split, the same units are defective.
    /// </summary>
    public static int Defects(KeyedDraws draws, ulong key, SupplierDefinition supplier, int orderDay, int from, int units)
    {
        var rate = DefectRate(draws, key, supplier, orderDay);
        if (rate == 0)
        {
            return 0;
        }

        var sound = DetMath.Log(1 - rate);
        var (count, position, end) = (0, -1L, (long)from + units);
        for (var i = 0; position < end; i++)
        {
            position += 1 + (long)Math.Min(int.MaxValue, Math.Floor(DetMath.Log(draws.Uniform(Mechanism.Defects, key, orderDay, i)) / sound));
            count += position >= from && position < end ? 1 : 0;
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
