using CsCheck;
using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Tests.Market.Supply;

/// <summary>What a supplier is like, and how many units of an order are defective, as functions of their draws.</summary>
public sealed class SupplierCharacterTests
{
    private const int Seeds = 40_000;

    [Fact]
    public void As_many_suppliers_cheat_as_the_terms_say_each_way_equally_often()
    {
        var supplier = SupplyWorlds.Cheat with { DishonestChance = 0.3 };
        var found = new long[6];
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            found[(int)SupplierCharacter.Of(Draws(seed), 17, supplier)]++;
        }

        Assert.Equal(0, found[(int)SupplierFinding.None]);
        SupplyWorlds.Within(found[(int)SupplierFinding.Sound], Seeds, 0.7);
        for (var cheat = SupplierFinding.NoFactory; cheat <= SupplierFinding.Overbooked; cheat++)
        {
            SupplyWorlds.Within(found[(int)cheat], Seeds, 0.3 / 4);
        }
    }

    [Fact]
    public void Who_cannot_cheat_is_sound_and_who_must_is_not()
    {
        for (ulong seed = 0; seed < 1_000; seed++)
        {
            Assert.Equal(SupplierFinding.Sound, SupplierCharacter.Of(Draws(seed), 17, SupplyWorlds.Factory));
            Assert.NotEqual(SupplierFinding.Sound, SupplierCharacter.Of(Draws(seed), 17, SupplyWorlds.Cheat));
        }
    }

    /// <summary>However the units of a day are cut into orders, the same of them are defective.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void Parts_of_a_days_order_have_the_defects_of_the_whole() =>
        Gen.Select(Gen.ULong[0, 10_000], Gen.Double[0.0001, 0.06], Gen.Int[0, 400], Gen.Int[1, 700].Array[1, 9]).Sample((seed, rate, day, parts) =>
        {
            var supplier = SupplyWorlds.Factory with { DefectRate = rate, BadLotChance = 0.3 };
            var (sum, from) = (0, 0);
            foreach (var part in parts)
            {
                var defects = SupplierCharacter.Defects(Draws(seed), 17, supplier, day, from, part);
                Assert.InRange(defects, 0, part);
                sum += defects;
                from += part;
            }

            Assert.Equal(SupplierCharacter.Defects(Draws(seed), 17, supplier, day, 0, from), sum);
        });

    [Theory]
    [InlineData(0.015, 0)]
    [InlineData(0.06, 0)]
    [InlineData(0.5, 0)]
    [InlineData(0.015, 0.2)]
    public void Defects_are_as_frequent_as_the_terms_say(double rate, double badLots)
    {
        const int Orders = 4_000;
        const int Units = 250;
        var supplier = SupplyWorlds.Factory with { DefectRate = rate, BadLotChance = badLots };
        var (bad, defects) = (0L, new long[2]);
        for (ulong seed = 0; seed < Orders; seed++)
        {
            var isBad = badLots > 0 && Draws(seed).Uniform(Mechanism.LotQuality, 17, 3) < badLots;
            bad += isBad ? 1 : 0;
            defects[isBad ? 1 : 0] += SupplierCharacter.Defects(Draws(seed), 17, supplier, 3, 0, Units);
        }

        SupplyWorlds.Within(defects[0], (Orders - bad) * Units, rate);
        if (badLots > 0)
        {
            SupplyWorlds.Within(bad, Orders, badLots);
            SupplyWorlds.Within(defects[1], bad * Units, 0.12);
        }
    }

    /// <summary>The first unit of an order is defective as often as any other.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(99)]
    public void Every_position_of_an_order_is_defective_equally_often(int position)
    {
        var supplier = SupplyWorlds.Factory with { DefectRate = 0.06 };
        var defects = 0L;
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            defects += SupplierCharacter.Defects(Draws(seed), 17, supplier, 3, position, 1);
        }

        SupplyWorlds.Within(defects, Seeds, 0.06);
    }

    [Fact]
    public void Poor_goods_are_defective_in_a_quarter()
    {
        var supplier = SupplyWorlds.Cheat with { DefectRate = 0.015 };
        var (units, defects) = (0L, 0L);
        for (ulong seed = 0; seed < 2_000; seed++)
        {
            if (SupplierCharacter.Of(Draws(seed), 17, supplier) == SupplierFinding.PoorGoods)
            {
                units += 400;
                defects += SupplierCharacter.Defects(Draws(seed), 17, supplier, 3, 0, 400);
            }
        }

        SupplyWorlds.Within(defects, units, 0.25);
    }

    /// <summary>Four fifths, and no unit more where that is a whole number.</summary>
    [Fact]
    public void Short_counts_are_four_fifths()
    {
        for (var fifths = 1; fifths <= 200_000; fifths++)
        {
            Assert.Equal(4 * fifths, SupplierCharacter.Packed(SupplierFinding.ShortCounts, 5 * fifths));
        }

        Assert.Equal(81, SupplierCharacter.Packed(SupplierFinding.ShortCounts, 101));
        Assert.Equal(101, SupplierCharacter.Packed(SupplierFinding.PoorGoods, 101));
    }

    [Fact]
    public void Who_is_overbooked_needs_twice_the_days()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            var character = SupplierCharacter.Of(Draws(seed), 17, SupplyWorlds.Cheat);
            Assert.Equal(character == SupplierFinding.Overbooked ? 20 : 10, SupplierCharacter.ProductionDays(Draws(seed), 17, SupplyWorlds.Cheat, 3));
        }
    }

    private static KeyedDraws Draws(ulong seed) => KeyedDraws.ForWorld(new WorldSeed(seed));
}
