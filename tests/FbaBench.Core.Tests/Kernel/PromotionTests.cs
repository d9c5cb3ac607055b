using FbaBench.Primitives;

namespace FbaBench.Tests.Kernel;

public sealed class PromotionTests
{
    private static readonly Seat Me = new(0);

    [Fact]
    public void A_promotion_asks_its_price_costs_its_fees_and_ends_with_the_list_price()
    {
        var simulation = Open();
        var mug = Mug(simulation);
        Assert.Equal((14, new Money(1_709)), (mug.Promotion.DaysLeft, mug.Promotion.HighestPrice));
        simulation.Step([new(Me, new([new StartPromotion(mug.Id, new(1_500), 3)]))]);
        for (var day = 0; day < 3; day++)
        {
            var sold = Mug(simulation);
            Assert.Equal((1_500, 1_899), ((int)sold.Promotion.Price.Cents, (int)sold.Price.Cents));
            Assert.Equal(sold.UnitsYesterday * 1_500, sold.RevenueYesterday.Cents);
            var fees = simulation.Transfers.ToArray().Where(item => item.Reason == TransferReason.PromotionFee).Sum(item => item.Amount.Cents);
            Assert.Equal((day == 0 ? 500 : 0) + (long)Math.Floor((sold.RevenueYesterday.Cents * 0.025) + 0.5), fees);
            simulation.Step([]);
        }

        Assert.False(Mug(simulation).Promotion.IsRunning);
        Assert.Equal(Mug(simulation).UnitsYesterday * 1_899, Mug(simulation).RevenueYesterday.Cents);
        Assert.Equal(11, Mug(simulation).Promotion.DaysLeft);
    }

    /// <summary>Lift while it runs, then a dip for as many days, then as if it had never been.</summary>
    [Fact]
    public void Sales_rise_then_dip_for_as_many_days()
    {
        double[] with = new double[3], without = new double[3];
        for (ulong seed = 0; seed < 60; seed++)
        {
            var promoted = Open(seed);
            var plain = promoted.Fork();
            promoted.Step([new(Me, new([new StartPromotion(Mug(promoted).Id, new(1_709), 7)]))]);
            plain.Step([]);
            with[0] += Mug(promoted).UnitsYesterday;
            without[0] += Mug(plain).UnitsYesterday;
            for (var day = 1; day < 21; day++)
            {
                promoted.Step([]);
                plain.Step([]);
                with[day / 7] += Mug(promoted).UnitsYesterday;
                without[day / 7] += Mug(plain).UnitsYesterday;
            }
        }

        // 1.87 for the mark and 0.9^-2.6 for the price, and a better place for the conversion; then 1 - 0.3 x 0.87.
        Assert.InRange(with[0] / without[0], 2.0, 3.2);
        Assert.InRange(with[1] / without[1], 0.68, 0.82);
        Assert.InRange(with[2] / without[2], 0.96, 1.04);
    }

    /// <summary>Whatever is asked: never more than 14 promoted days in any 60, and never above the highest price.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void No_60_days_hold_more_than_14_promoted_ones()
    {
        for (ulong seed = 0; seed < 6; seed++)
        {
            var simulation = Open(seed, days: 300);
            var draws = KeyedDraws.ForWorld(new(seed));
            var promoted = new List<bool>();
            for (var day = 1; day < 300; day++)
            {
                var mug = Mug(simulation);
                var bits = draws.Bits(Mechanism.Agent, 3, day);
                Command[] commands =
                [
                    new SetPrice(mug.Id, new(1_500 + (bits.X0 % 600))),
                    bits.X1 % 12 == 0 ? new EndPromotion(mug.Id) : new StartPromotion(mug.Id, new(1_000 + (bits.X2 % 900)), 1 + (int)(bits.X3 % 16)),
                ];
                simulation.Step([new(Me, new(commands))]);
                var started = simulation.Events.ToArray().Where(item => item.Kind == EventKind.PromotionStarted).ToArray();
                Assert.All(started, item => Assert.True(item.Amount <= mug.Promotion.HighestPrice && item.Units <= mug.Promotion.DaysLeft));
                var after = Mug(simulation);
                promoted.Add(after.Promotion.IsRunning);
                Assert.True(!after.Promotion.IsRunning || after.Promotion.Price < after.Price);
                Assert.True(promoted.TakeLast(60).Count(one => one) <= 14, $"day {day}");
            }

            Assert.True(promoted.Count(one => one) > 20);
        }
    }

    [Fact]
    public void Wrong_promotions_are_refused_with_what_would_be_right()
    {
        var simulation = Open();
        var mug = Mug(simulation).Id;
        Command[] commands =
        [
            new StartPromotion(mug, new(1_710), 7), new StartPromotion(mug, new(1_709), 15), new EndPromotion(mug),
            new StartPromotion(mug, new(1_700), 14), new StartPromotion(mug, new(1_600), 1), new SetPrice(mug, new(1_700)),
        ];
        simulation.Step([new(Me, new(commands))]);
        Assert.Equal(
            [
                new(0, RefusalReason.PromotionTooSmall, 1_710, 1, 1_709), new(1, RefusalReason.PromotionDaysUsed, 15, 1, 14), new(2, RefusalReason.NoPromotion, 0, 0, 0),
                new(4, RefusalReason.PromotionRuns, 1_700, 0, simulation.Day + 12), new(5, RefusalReason.BelowPromotion, 1_700, 1_701, 100_000_000),
            ],
            simulation.Observe(Me).Refusals);
    }

    private static Simulation Open(ulong seed = 7, int days = 120)
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs(days, openingStock: 100_000), seed);
        simulation.Step([new(Me, new([.. simulation.Observe(Me).Offers.Select(offer => new SetPrice(offer.Id, offer.ReferencePrice))]))]);
        return simulation;
    }

    private static OfferObservation Mug(Simulation simulation) => simulation.Observe(Me).Offers.Single(offer => offer.Name == "mugs/blue-mug");
}
