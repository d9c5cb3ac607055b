namespace FbaBench.Tests.Kernel;

/// <content>Aged inventory, and storage with its surcharge.</content>
public sealed partial class ChargesTests
{
    [Fact]
    public void Aged_stock_pays_on_the_15th_by_its_days_since_receipt()
    {
        const int age = 170;
        var simulation = TestWorlds.Start(TestWorlds.Aged(TestWorlds.Established(TestWorlds.Mugs(days: 330, openingStock: 100)), age));
        var size = new Dimensions(6, 5, 4);
        var charged = 0;
        while (simulation.Day < 330)
        {
            var date = simulation.Date;
            var preview = simulation.Observe(Me).Offers.Single(offer => offer.Name == "mugs/blue-mug").Fees.AgedInventory;
            Assert.Equal([new StockAge(100, age + simulation.Day)], preview.Stock);
            Assert.Equal(15, preview.NextAssessment.DayOfMonth);
            Assert.Equal(Fees.AgedInventory(preview.NextAssessment, 100, size, age + simulation.Day + (preview.NextAssessment - date), false).Amount, preview.DueThen);
            simulation.Step([]);
            var expected = date.DayOfMonth == 15 ? preview.DueThen : Money.Zero;
            Assert.Equal(expected * 2, Posted(simulation, TransferReason.AgedInventory));
            charged += expected > Money.Zero ? 1 : 0;
        }

        Assert.Equal(10, charged);
        Assert.Equal([181, 211, 241, 271, 301, 331, 366], simulation.Observe(Me).Offers[0].Fees.AgedInventory.Steps.Take(7).Select(step => step.FromDays));
    }

    [Fact]
    public void Storage_with_its_surcharge_is_the_schedule_s_line()
    {
        var world = TestWorlds.Aged(TestWorlds.Established(TestWorlds.Mugs(days: 120, openingStock: 3_000), firstInbound: new(2023, 1, 15)), 10);
        var simulation = TestWorlds.Start(world);
        var mug = simulation.Observe(Me).Offers.Single(offer => offer.Name == "mugs/blue-mug").Id;
        var (onHand, aged, shipped, spoons, spoonsShipped) = (new List<int>(), new List<int>(), new List<int>(), new List<int>(), new List<int>());
        var surcharged = 0;
        while (simulation.Day < 120)
        {
            var date = simulation.Date;
            Run(simulation, 1);
            var offer = simulation.Observe(Me).Offers.Single(one => one.Id == mug);
            var spoon = simulation.Observe(Me).Offers.Single(one => one.Name == "spoons/long-spoon");
            onHand.Add(offer.UnitsOnHand + offer.UnsellableUnits);
            spoons.Add(spoon.UnitsOnHand + spoon.UnsellableUnits);
            aged.Add(offer.Fees.AgedInventory.Stock.Where(lot => lot.AgeDays - 1 > 30).Sum(lot => lot.Units));
            shipped.Add(offer.UnitsYesterday);
            spoonsShipped.Add(spoon.UnitsYesterday);
            if (!date.IsMonthEnd)
            {
                continue;
            }

            var days = Math.Min(date.DayOfMonth, onHand.Count);
            // Weeks of sales on hand: units stored on a mean day over units shipped on a mean day, of the days of the run.
            var stored = onHand.Zip(spoons, (a, b) => a + b).TakeLast(days).Average();
            var ratio = stored / shipped.Zip(spoonsShipped, (a, b) => a + b).TakeLast(91).Average() / 7;
            var expected = Fees.MonthlyStorage(date, SizeClass.Standard, new Dimensions(6, 5, 4), onHand.TakeLast(days).Sum() / (double)date.DaysInMonth, ratio, aged.TakeLast(days).Sum() * 120 / 1728.0 / date.DaysInMonth);
            var charged = Sum(simulation, transfer => transfer.Offer == mug && transfer.Reason is TransferReason.Storage or TransferReason.StorageUtilisation && transfer.Offer == mug);
            Assert.InRange(charged.Cents - expected.Amount.Cents, -1, 1);
            surcharged += Posted(simulation, TransferReason.StorageUtilisation) > Money.Zero ? 1 : 0;
        }

        Assert.True(surcharged > 0, "no month paid the surcharge");
    }

    [Theory]
    [InlineData("2024-03-01", 3_000, FeeExemption.NewSeller)]
    [InlineData("2023-01-15", 150, FeeExemption.SmallVolume)]
    [InlineData("2023-01-15", 3_000, FeeExemption.None)]
    public void Young_and_small_sellers_pay_no_utilisation_surcharge(string firstInbound, int stock, FeeExemption expected)
    {
        var simulation = TestWorlds.Start(TestWorlds.Aged(TestWorlds.Established(TestWorlds.Mugs(openingStock: stock), firstInbound: SimDate.Parse(firstInbound)), 60));
        Run(simulation, 16);
        var preview = simulation.Observe(Me).StorageUtilisation;
        Assert.Equal([SizeClass.Standard, SizeClass.Bulky], preview.Select(one => one.Size));
        Assert.Equal(expected, preview[0].Exemption);
        Run(simulation, 1);
        Assert.True(Posted(simulation, TransferReason.Storage) > Money.Zero);
        Assert.Equal(expected == FeeExemption.None, Posted(simulation, TransferReason.StorageUtilisation) > Money.Zero);
        Assert.Equal(FeeExemption.NotInForce, preview[1].Exemption);
    }

    [Theory]
    [InlineData(364, false)]
    [InlineData(365, false)]
    [InlineData(366, true)]
    public void The_utilisation_surcharge_begins_more_than_365_days_after_the_first_receipt_and_the_morning_knows(int age, bool isCharged)
    {
        var monthEnd = new SimDate(2025, 1, 31);
        var simulation = TestWorlds.Start(TestWorlds.Aged(TestWorlds.Established(TestWorlds.Mugs(openingStock: 3_000), firstInbound: monthEnd.AddDays(-age)), 60));
        Run(simulation, 16);
        Assert.Equal(monthEnd, simulation.Date);
        Assert.Equal(isCharged ? FeeExemption.None : FeeExemption.NewSeller, simulation.Observe(Me).StorageUtilisation[0].Exemption);
        Run(simulation, 1);
        Assert.Equal(isCharged, Posted(simulation, TransferReason.StorageUtilisation) > Money.Zero);
    }

    [Fact]
    public void Seventeen_days_of_a_run_are_not_taken_for_thirteen_weeks_without_sales()
    {
        var simulation = TestWorlds.Start(TestWorlds.Aged(TestWorlds.Established(TestWorlds.Mugs(openingStock: 3_000), firstInbound: new(2023, 1, 15)), 60));
        double stored = 0;
        double shipped = 0;
        for (var day = 0; day < 16; day++)
        {
            Run(simulation, 1);
            stored += simulation.Observe(Me).Offers.Sum(offer => offer.UnitsOnHand + offer.UnsellableUnits);
            shipped += simulation.Observe(Me).Offers.Sum(offer => offer.UnitsYesterday);
        }

        stored += simulation.Observe(Me).Offers.Sum(offer => offer.UnitsOnHand + offer.UnsellableUnits);
        Assert.Equal(stored / 17 / (shipped / 16) / 7, simulation.Observe(Me).StorageUtilisation[0].RatioWeeks!.Value, 9);
    }

    [Theory]
    [InlineData(6.0, 3_000, 500)]
    [InlineData(3.0, 3_000, 500)]
    [InlineData(6.0, 200, 500)]
    [InlineData(3.0, 3_000, 240)]
    [InlineData(3.0, 3_000, 20)]
    [InlineData(null, 3_000, 500)]
    public void Volume_above_the_limit_pays_the_overage_from_the_thirteenth_week_on(double? months, int stock, int age)
    {
        var world = TestWorlds.Aged(TestWorlds.Established(TestWorlds.Mugs(days: 150, openingStock: stock), firstInbound: TestWorlds.Mugs().Start.AddDays(-age)), 10);
        var simulation = TestWorlds.Start(world with { Account = world.Account with { StorageLimitMonths = months, StorageOverage = Money.Dollars(8) } });
        var mug = simulation.Observe(Me).Offers.Single(offer => offer.Name == "mugs/blue-mug").Id;
        var (volume, mugs, shipped, charged) = (new List<decimal>(), new List<decimal>(), new List<decimal>(), 0);
        while (simulation.Day < 150)
        {
            var date = simulation.Date;
            var limitInTheMorning = simulation.Observe(Me).StorageUtilisation[0].LimitCubicFeet;
            Run(simulation, 1);
            var offers = simulation.Observe(Me).Offers;
            mugs.Add((offers[mug.Index].UnitsOnHand + offers[mug.Index].UnsellableUnits) * Feet(offers[mug.Index]));
            volume.Add(offers.Sum(offer => (offer.UnitsOnHand + offer.UnsellableUnits) * Feet(offer)));
            shipped.Add(offers.Sum(offer => offer.UnitsYesterday * Feet(offer)));
            var known = shipped.Count - 1 >= 91 && age + shipped.Count - 1 > 365 && months is not null;
            Assert.Equal(known, limitInTheMorning is not null);
            Assert.Equal(known ? (double)Math.Max(25, (decimal)months!.Value * 30 * shipped.SkipLast(1).TakeLast(91).Average()) : 0, limitInTheMorning ?? 0, 9);
            var paid = Sum(simulation, transfer => transfer.Reason == TransferReason.StorageOverage && transfer.Offer == mug);
            if (!date.IsMonthEnd || months is null || shipped.Count < 91 || age + shipped.Count - 1 <= 365)
            {
                Assert.Equal(Money.Zero, paid);
                continue;
            }

            var stored = volume.TakeLast(date.DayOfMonth).Average();
            var limit = Math.Max(25, (decimal)months * 30 * shipped.TakeLast(91).Average());
            var over = Math.Max(0, stored - limit) / stored;
            var expected = mugs.TakeLast(date.DayOfMonth).Sum() / date.DaysInMonth * over * 8;
            Assert.InRange(paid.Cents - (expected * 100), -1, 1);
            charged += paid > Money.Zero ? 1 : 0;
        }

        Assert.Equal(stock == 3_000 && months is not null && age > 20, charged > 0);
    }

    private static decimal Feet(OfferObservation offer) => (decimal)(offer.Info.Size.Length * offer.Info.Size.Width * offer.Info.Size.Height) / 1728;
}
