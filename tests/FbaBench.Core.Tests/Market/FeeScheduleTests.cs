using FbaBench.Market;

namespace FbaBench.Tests.Market;

public sealed partial class FeeScheduleTests
{
    private static readonly FeeSchedule Fees = FeeSchedule.Published;
    private static readonly SimDate June2025 = new(2025, 6, 1);
    private static readonly Dimensions Box = new(12, 8, 3);

    [Theory]
    [InlineData("2024-10-14", 3.06)]
    [InlineData("2024-10-15", 3.25)]
    [InlineData("2025-01-14", 3.25)]
    [InlineData("2025-01-15", 3.06)]
    [InlineData("2025-10-14", 3.06)]
    [InlineData("2025-10-15", 3.25)]
    [InlineData("2026-01-14", 3.25)]
    [InlineData("2026-01-15", 3.32)]
    public void Fulfilment_on_both_sides_of_a_change_takes_the_date_s_table(string date, double expected) =>
        Assert.Equal(Cents(expected), Amount(Fees.Fulfilment(SimDate.Parse(date), new(10, 6, 0.5), 0.125, Money.Dollars(25), false).Fee));

    [Theory]
    [InlineData(9.99, 2.29)]
    [InlineData(10.00, 3.06)]
    public void Fulfilment_below_ten_dollars_has_its_own_card(double price, double expected) =>
        Assert.Equal(Cents(expected), Amount(Fees.Fulfilment(June2025, new(10, 6, 0.5), 0.125, new(Cents(price)), false).Fee));

    [Fact]
    public void Fulfilment_below_ten_dollars_pays_the_plain_low_price_card_in_the_peak_from_2025()
    {
        Assert.Equal(248, Amount(Fees.Fulfilment(new(2024, 11, 15), new(10, 6, 0.5), 0.125, Money.Dollars(9), false).Fee));
        Assert.Equal(229, Amount(Fees.Fulfilment(new(2025, 11, 15), new(10, 6, 0.5), 0.125, Money.Dollars(9), false).Fee));
    }

    [Theory]
    [InlineData(9.99, 2.43)]
    [InlineData(10.00, 3.32)]
    [InlineData(50.00, 3.32)]
    [InlineData(50.01, 3.58)]
    public void Fulfilment_in_2026_goes_by_price_band(double price, double expected) =>
        Assert.Equal(Cents(expected), Amount(Fees.Fulfilment(new(2026, 2, 1), new(10, 6, 0.5), 0.125, new(Cents(price)), false).Fee));

    [Fact]
    public void Fulfilment_from_April_2026_carries_the_surcharge()
    {
        var before = Fees.Fulfilment(new(2026, 4, 16), new(10, 6, 0.5), 0.125, Money.Dollars(25), false);
        var after = Fees.Fulfilment(new(2026, 4, 17), new(10, 6, 0.5), 0.125, Money.Dollars(25), false);
        Assert.Equal(Money.Zero, before.Surcharge);
        Assert.Equal(12, after.Surcharge.Cents); // 3.5 % of 3.32 is 11.62 cents
        Assert.Equal(before.Fee.Amount + after.Surcharge, after.Fee.Amount);
    }

    [Theory]
    [InlineData("2025-11-20", true, 25.0)]
    [InlineData("2024-11-20", true, 9.0)]
    [InlineData("2026-02-01", true, 25.0)]
    [InlineData("2024-03-01", true, 25.0)]
    [InlineData("2024-03-01", false, 9.0)]
    [InlineData("2023-01-16", false, 25.0)]
    public void Fulfilment_without_a_published_card_says_so(string date, bool apparel, double price)
    {
        var answer = Fees.Fulfilment(SimDate.Parse(date), Box, 1, new(Cents(price)), apparel).Fee;
        Assert.Equal(FeeAnswerKind.NoTable, answer.Kind);
        Assert.Contains(date, answer.Error, StringComparison.Ordinal);
        Assert.Equal(Money.Zero, answer.Amount);
    }

    [Theory]
    [InlineData(3.0, 6.62)]
    [InlineData(3.01, 7.00)]
    [InlineData(3.25, 7.00)]
    [InlineData(3.26, 7.08)]
    public void Fulfilment_above_three_pounds_adds_every_started_quarter_pound(double pounds, double expected) =>
        Assert.Equal(Cents(expected), Amount(Fees.Fulfilment(June2025, Box, pounds, Money.Dollars(25), false).Fee));

    [Theory]
    [InlineData(15, 12, 0.75, 1.0, "small_standard")]
    [InlineData(0.75, 15, 12, 1.0, "small_standard")]
    [InlineData(15.01, 12, 0.75, 1.0, "large_standard")]
    [InlineData(15, 12.01, 0.75, 1.0, "large_standard")]
    [InlineData(15, 12, 0.76, 1.0, "large_standard")]
    [InlineData(18, 14, 8, 20, "large_standard")]
    [InlineData(18.01, 14, 8, 19, "large_bulky")]
    [InlineData(59, 33, 2, 40, "large_bulky")]
    [InlineData(59.1, 20, 2, 40, "extra_large_0_50")]
    [InlineData(50, 33, 8, 45, "extra_large_70_150")]
    [InlineData(10, 10, 10, 51, "extra_large_50_70")]
    [InlineData(10, 10, 10, 150, "extra_large_70_150")]
    [InlineData(10, 10, 10, 150.1, "extra_large_150_plus")]
    public void Size_tier_is_the_first_whose_limits_all_hold(double a, double b, double c, double pounds, string tier) =>
        Assert.Equal(tier, Fees.Fulfilment(June2025, new(a, b, c), pounds, Money.Dollars(25), false).Tier);

    [Fact]
    public void Shipping_weight_is_the_greater_of_unit_and_dimensional_weight()
    {
        Assert.Equal(1152m / 139m, Fees.Fulfilment(June2025, new(12, 12, 8), 1, Money.Dollars(25), false).ShippingWeightPounds, 9);
        Assert.Equal(9.5m, Fees.Fulfilment(June2025, new(12, 12, 8), 9.5, Money.Dollars(25), false).ShippingWeightPounds);
        Assert.Equal(0.3m, Fees.Fulfilment(June2025, new(15, 12, 0.7), 0.3, Money.Dollars(25), false).ShippingWeightPounds);
        Assert.Equal(160m, Fees.Fulfilment(June2025, new(60, 60, 60), 159.2, Money.Dollars(25), false).ShippingWeightPounds);
    }

    /// <summary>Every category of the table at a low, a bracket and a high price, worked by hand for one of each mode.</summary>
    [Theory]
    [InlineData("home_kitchen", 1.00, 0.30)]
    [InlineData("home_kitchen", 33.33, 5.00)]
    [InlineData("home_kitchen", 0.00, 0.30)]
    [InlineData("books", 1.00, 0.15)]
    [InlineData("baby_products", 10.00, 0.80)]
    [InlineData("baby_products", 10.01, 1.50)]
    [InlineData("electronics_accessories", 100.00, 15.00)]
    [InlineData("electronics_accessories", 150.00, 19.00)]
    [InlineData("fine_art", 6000.00, 605.00)]
    [InlineData("watches", 1600.00, 243.00)]
    [InlineData("lawn_mowers_snow_throwers", 500.00, 75.00)]
    [InlineData("lawn_mowers_snow_throwers", 500.01, 40.00)]
    public void Referral_by_mode_and_bracket(string category, double price, double expected) =>
        Assert.Equal(Cents(expected), Amount(Fees.Referral(June2025, category, new(Cents(price)))));

    [Fact]
    public void Referral_rounds_half_up_once()
    {
        Assert.Equal(32, Amount(Fees.Referral(June2025, "everything_else", new(210)))); // 31.5
        Assert.Equal(31, Amount(Fees.Referral(June2025, "everything_else", new(209)))); // 31.35
        Assert.Equal(1527, Amount(Fees.Referral(June2025, "electronics_accessories", new(10333)))); // 1500 + 26.64
    }

    [Fact]
    public void Referral_of_an_unknown_category_or_an_early_date_is_no_table()
    {
        Assert.Contains("'magic'", Fees.Referral(June2025, "magic", Money.Dollars(10)).Error, StringComparison.Ordinal);
        Assert.Equal(FeeAnswerKind.NoTable, Fees.Referral(new(2024, 1, 14), "home_kitchen", Money.Dollars(10)).Kind);
        Assert.Equal(FeeAnswerKind.Amount, Fees.Referral(new(2024, 1, 15), "home_kitchen", Money.Dollars(10)).Kind);
    }

    [Theory]
    [InlineData("2025-09-30", SizeClass.Standard, 78)]
    [InlineData("2025-10-01", SizeClass.Standard, 240)]
    [InlineData("2025-12-31", SizeClass.Bulky, 140)]
    [InlineData("2026-01-01", SizeClass.Bulky, 56)]
    public void Storage_of_a_cubic_foot_by_size_and_quarter(string date, SizeClass size, long cents) =>
        Assert.Equal(cents, Amount(Fees.MonthlyStorage(SimDate.Parse(date), size, 1.0, 1, 0, 0)));

    /// <summary>A thousand cubes of a foot; and the bulky rows worked by hand from the card.</summary>
    [Fact]
    public void Volumes_and_pounds_are_exact()
    {
        Assert.Equal(78_000, Amount(Fees.MonthlyStorage(June2025, SizeClass.Standard, new Dimensions(12, 12, 12), 1000, 0, 0)));
        Assert.Equal(1227, Amount(Fees.Fulfilment(June2025, new(24, 7.5, 6), 7.9, Money.Dollars(25), false).Fee)); // 9.61 + 7 × 0.38
        Assert.Equal(961, Amount(Fees.Fulfilment(June2025, new(20, 2, 2), 0.9, Money.Dollars(25), false).Fee));
        Assert.Equal(4012, Amount(Fees.Fulfilment(June2025, new(58, 10, 8), 50.4, Money.Dollars(25), false).Fee));
        Assert.Equal(4087, Amount(Fees.Fulfilment(June2025, new(58, 10, 8), 51.5, Money.Dollars(25), false).Fee));
        Assert.Equal(19_666, Amount(Fees.Fulfilment(June2025, new(40, 30, 20), 160, Money.Dollars(25), false).Fee));
        Assert.Equal(1750, Amount(Fees.Removal(June2025, SizeClass.Bulky, 12.5))); // 14.32 + 3 × 1.06
    }

    [Theory]
    [InlineData(22, 0)]
    [InlineData(22.1, 44)]
    [InlineData(28, 44)]
    [InlineData(36.5, 116)]
    [InlineData(52, 158)]
    [InlineData(53, 188)]
    public void Storage_utilisation_adds_by_weeks_on_the_aged_volume(double weeks, long cents) =>
        Assert.Equal(1 + cents, Amount(Fees.MonthlyStorage(June2025, SizeClass.Standard, 0.0128, 1, weeks, 1)));

    [Fact]
    public void Storage_before_the_first_table_is_no_table() =>
        Assert.Equal(FeeAnswerKind.NoTable, Fees.MonthlyStorage(new(2023, 1, 31), SizeClass.Standard, 1.0, 1, 0, 0).Kind);

    [Theory]
    [InlineData(180, false, 0)]
    [InlineData(181, false, 50)]
    [InlineData(210, false, 50)]
    [InlineData(211, false, 100)]
    [InlineData(270, false, 150)]
    [InlineData(271, false, 545)]
    [InlineData(365, false, 590)]
    [InlineData(366, false, 690)]
    [InlineData(270, true, 0)]
    [InlineData(271, true, 545)]
    public void Aged_inventory_of_a_cubic_foot_by_age(int days, bool apparel, long cents) =>
        Assert.Equal(cents, Amount(Fees.AgedInventory(June2025, 1, new(12, 12, 12), days, apparel)));

    [Theory]
    [InlineData("large_standard", 3.0, 13.9, 97)]
    [InlineData("large_standard", 3.0, 14.0, 70)]
    [InlineData("large_standard", 3.1, 20.9, 87)]
    [InlineData("large_standard", 3.1, 21.0, 47)]
    [InlineData("small_standard", 0.3, 27.9, 32)]
    [InlineData("small_standard", 0.3, 28.0, 0)]
    [InlineData("large_bulky", 9, 5, 0)]
    public void Low_inventory_by_tier_and_the_greater_days_of_supply(string tier, double pounds, double days, long cents)
    {
        Assert.Equal(cents, Amount(Fees.LowInventoryLevel(June2025, tier, pounds, days, 1, 1)));
        Assert.Equal(cents, Amount(Fees.LowInventoryLevel(June2025, tier, pounds, 1, days, 1)));
    }

    [Fact]
    public void Fees_before_their_introduction_are_not_in_force()
    {
        Assert.Equal(FeeAnswerKind.NotInForce, Fees.LowInventoryLevel(new(2024, 3, 31), "large_standard", 1, 5, 5, 10).Kind);
        Assert.Equal(new ReturnedUnitsAnswer(FeeAnswerKind.NotInForce, 0), Fees.ReturnsProcessingUnits(new(2024, 5, 31), "home_kitchen", 1000, 900));
    }

    [Theory]
    [InlineData("home_kitchen", 1000, 81, 0)]
    [InlineData("home_kitchen", 1000, 82, 1)]
    [InlineData("home_kitchen", 130, 12, 2)]
    [InlineData("home_kitchen", 24, 24, 0)]
    [InlineData("home_kitchen", 25, 25, 23)]
    [InlineData("office_products", 100, 10, 1)]
    [InlineData("clothing_accessories", 10, 7, 7)]
    [InlineData("footwear", 1000, 7, 7)]
    public void Returns_processing_counts_units_beyond_the_threshold(string category, long shipped, long returned, long charged) =>
        Assert.Equal(charged, Fees.ReturnsProcessingUnits(June2025, category, shipped, returned).UnitsCharged);

    [Theory]
    [InlineData(0.45, 104)]
    [InlineData(0.5, 104)]
    [InlineData(0.51, 153)]
    [InlineData(1.0, 153)]
    [InlineData(1.01, 227)]
    [InlineData(2.0, 227)]
    [InlineData(2.1, 395)]
    public void Removal_of_standard_size_by_weight(double pounds, long cents) =>
        Assert.Equal(cents, Amount(Fees.Removal(June2025, SizeClass.Standard, pounds)));

    [Fact]
    public void Refund_administration_is_a_fifth_of_the_referral_up_to_five_dollars()
    {
        Assert.Equal(75, Amount(Fees.RefundAdministration(June2025, 0.15, Money.Dollars(25))));
        Assert.Equal(500, Amount(Fees.RefundAdministration(June2025, 0.15, Money.Dollars(200))));
    }

    /// <summary>The last published fee year ends on 2027-01-14; nobody knows what follows.</summary>
    [Theory]
    [InlineData("2027-01-14", FeeAnswerKind.Amount)]
    [InlineData("2027-01-15", FeeAnswerKind.NoTable)]
    [InlineData("2099-01-01", FeeAnswerKind.NoTable)]
    public void Open_ended_tables_end_with_the_last_published_year(string date, FeeAnswerKind kind)
    {
        var day = SimDate.Parse(date);
        Assert.Equal(kind, Fees.Fulfilment(day, Box, 1, Money.Dollars(25), false).Fee.Kind);
        Assert.Equal(kind, Fees.Referral(day, "home_kitchen", Money.Dollars(25)).Kind);
        Assert.Equal(kind, Fees.MonthlyStorage(day, SizeClass.Standard, 1.0, 1, 0, 0).Kind);
        Assert.Equal(kind, Fees.AgedInventory(day, 1, Box, 200, false).Kind);
        Assert.Equal(kind, Fees.LowInventoryLevel(day, "large_standard", 1, 1, 1, 1).Kind);
        Assert.Equal(kind, Fees.ReturnsProcessingUnits(day, "home_kitchen", 100, 1).Kind);
        Assert.Equal(kind, Fees.Removal(day, SizeClass.Bulky, 1).Kind);
        Assert.Equal(kind, Fees.RefundAdministration(day, 0.15, Money.Dollars(25)).Kind);
        Assert.Equal(kind, Fees.SellingPlan(day).Kind);
    }

    [Fact]
    public void A_run_that_leaves_the_tables_is_refused_when_it_is_made() =>
        Assert.Contains("2027-01-15", Assert.Throws<FeeTableMissingException>(() => TestWorlds.Start(TestWorlds.Mugs(days: 800))).Message, StringComparison.Ordinal);

    [Fact]
    public void Closing_fee_is_for_media_only()
    {
        Assert.Equal(180, Amount(Fees.Closing(June2025, "books")));
        Assert.Equal(0, Amount(Fees.Closing(June2025, "home_kitchen")));
        Assert.Equal(FeeAnswerKind.NoTable, Fees.Closing(June2025, "magic").Kind);
        Assert.Equal(3999, Amount(Fees.SellingPlan(June2025)));
        Assert.Equal(FeeAnswerKind.NoTable, Fees.SellingPlan(new(2017, 12, 31)).Kind);
    }

    [Fact]
    public void A_schedule_without_fees_answers_none_on_any_date()
    {
        foreach (var date in (SimDate[])[new(1999, 1, 1), June2025, new(2099, 1, 1)])
        {
            FeeAnswer[] answers =
            [
                FeeSchedule.None.Fulfilment(date, Box, 1, Money.Dollars(25), false).Fee,
                FeeSchedule.None.Referral(date, "home_kitchen", Money.Dollars(25)),
                FeeSchedule.None.MonthlyStorage(date, SizeClass.Standard, 1.0, 1, 0, 0),
                FeeSchedule.None.AgedInventory(date, 1, Box, 200, false),
                FeeSchedule.None.LowInventoryLevel(date, "large_standard", 1, 1, 1, 1),
                FeeSchedule.None.Removal(date, SizeClass.Standard, 1),
                FeeSchedule.None.RefundAdministration(date, 0.15, Money.Dollars(25)),
                FeeSchedule.None.Closing(date, "books"),
                FeeSchedule.None.SellingPlan(date),
            ];
            Assert.All(answers, answer => Assert.Equal(FeeAnswer.None, answer));
            Assert.Equal(new ReturnedUnitsAnswer(FeeAnswerKind.None, 0), FeeSchedule.None.ReturnsProcessingUnits(date, "home_kitchen", 100, 90));
        }
    }

    [Fact]
    public void Wrong_input_throws_with_field_value_and_what_is_allowed()
    {
        Refused(() => Fees.Referral(June2025, "home_kitchen", new(-1)), "price", "-0.01");
        Refused(() => Fees.Fulfilment(June2025, new(0, 1, 1), 1, Money.Zero, false), "dimension length", "0");
        Refused(() => Fees.Fulfilment(June2025, Box, double.NaN, Money.Zero, false), "weightPounds", "NaN");
        Refused(() => Fees.MonthlyStorage(June2025, SizeClass.Standard, 1.0, -1, 0, 0), "averageUnits", "-1");
        Refused(() => Fees.MonthlyStorage(June2025, SizeClass.Standard, 1.0, 1, -1, 0), "ratioWeeks", "-1");
        Refused(() => Fees.MonthlyStorage(June2025, SizeClass.Standard, Box, 1, 0, -1), "agedCubicFeet", "-1");
        Refused(() => Fees.ReturnsProcessingUnits(June2025, "home_kitchen", -1, 0), "unitsShipped", "-1");
        Refused(() => Fees.ReturnsProcessingUnits(June2025, "home_kitchen", 10, -1), "unitsReturned", "-1");
        Refused(() => Fees.ReturnsProcessingUnits(June2025, "home_kitchen", 10, 11), "unitsReturned", "11");
        Refused(() => Fees.ReturnsProcessingUnits(June2025, "x", 10, 1, 1.5), "threshold", "1.5");
        Refused(() => Fees.AgedInventory(June2025, 1, Box, -1, false), "ageDays", "-1");
        Refused(() => Fees.LowInventoryLevel(June2025, "large_standard", 0, 1, 1, 1), "shippingWeightPounds", "0");
        Refused(() => Fees.LowInventoryLevel(June2025, "large_standard", 1, -1, 1, 1), "daysOfSupply30", "-1");
        Refused(() => Fees.LowInventoryLevel(June2025, "large_standard", 1, 1, -1, 1), "daysOfSupply90", "-1");
        Refused(() => Fees.LowInventoryLevel(June2025, "large_standard", 1, 1, 1, -1), "unitsShipped", "-1");
        Refused(() => Fees.Removal(June2025, SizeClass.Standard, 0), "shippingWeightPounds", "0");
        Refused(() => Fees.AgedInventory(June2025, -1, Box, 200, false), "units", "-1");
        Refused(() => Fees.RefundAdministration(June2025, 1.5, Money.Zero), "referralRate", "1.5");
        Refused(() => FeeSchedule.AvailableFrom(June2025, -1), "reserveDays", "-1");
        Assert.Contains("large_standard", Assert.Throws<ArgumentException>(() => Fees.LowInventoryLevel(June2025, "huge", 1, 1, 1, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("home_kitchen", Assert.Throws<ArgumentException>(() => Fees.ReturnsProcessingUnits(June2025, "magic", 100, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Fees.ReturnsProcessingUnits(June2025, "_default_assumption", 100, 1));
    }

    /// <summary>The compiled fees of a product are those of the schedule on every day of its run.</summary>
    [Fact]
    public void A_product_s_fees_are_the_schedule_s_on_every_day()
    {
        var product = TestWorlds.Product("blue-mug", 18.99m, 0);
        var (first, last) = (new SimDate(2025, 1, 15), new SimDate(2026, 12, 31));
        var compiled = new ProductFees(product, FeePolicy.Published, first, last);
        for (var date = first; date <= last; date = date.AddDays(1))
        {
            foreach (var price in (long[])[999, 1000, 5000, 5001])
            {
                Assert.Equal(Amount(Fees.Fulfilment(date, product.Size, product.WeightPounds, new(price), false).Fee), compiled.FulfilmentCents(date, price));
                Assert.Equal(Amount(Fees.Referral(date, product.Category, new(price))), compiled.ReferralCents(date, price));
            }

            Assert.Equal(Amount(Fees.MonthlyStorage(date, SizeClass.Standard, product.Size, 50, 0, 0)), compiled.MonthlyStorageCents(date, 50L * date.DaysInMonth, 0, 0, date.DaysInMonth).Base);
            Assert.Equal(Amount(Fees.Removal(date, SizeClass.Standard, 0.9)), compiled.RemovalCents(date));
        }

        Assert.Equal(57, compiled.RefundAdministrationCents(first, 285));
        Assert.Equal(500, compiled.RefundAdministrationCents(first, 9_999));
    }

    [Fact]
    public void A_repeated_year_answers_for_dates_without_tables()
    {
        var product = TestWorlds.Product("blue-mug", 18.99m, 0);
        var repeated = new ProductFees(product, new FeePolicy(FeeMode.Published, 2025), new(2031, 1, 1), new(2033, 1, 1));
        Assert.Equal(Amount(Fees.Fulfilment(new(2025, 11, 20), product.Size, 0.9, new(1899), false).Fee), repeated.FulfilmentCents(new(2031, 11, 20), 1899));
        Assert.Equal(Amount(Fees.Fulfilment(new(2026, 1, 10), product.Size, 0.9, new(1899), false).Fee), repeated.FulfilmentCents(new(2032, 1, 10), 1899));
        Assert.Equal(repeated.FulfilmentCents(new(2031, 2, 28), 1899), repeated.FulfilmentCents(new(2032, 2, 29), 1899));
        for (var date = new SimDate(2025, 1, 15); date <= new SimDate(2026, 1, 14); date = date.AddDays(1))
        {
            var mapped = new SimDate(date.Year + 6, date.Month, date.DayOfMonth);
            Assert.Equal(Amount(Fees.Fulfilment(date, product.Size, 0.9, new(1899), false).Fee), repeated.FulfilmentCents(mapped, 1899));
            Assert.Equal(Amount(Fees.MonthlyStorage(date, SizeClass.Standard, product.Size, 50, 0, 0)), repeated.MonthlyStorageCents(mapped, 50L * mapped.DaysInMonth, 0, 0, mapped.DaysInMonth).Base);
        }
    }

    [Fact]
    public void A_world_without_fees_charges_none_and_one_without_a_table_is_not_made()
    {
        var free = new ProductFees(TestWorlds.Product("blue-mug", 18.99m, 0), FeePolicy.None, new(1999, 1, 1), new(1999, 12, 31));
        Assert.Equal(0, free.FulfilmentCents(new(1999, 6, 1), 100) + free.ReferralCents(new(1999, 6, 1), 100) + free.RemovalCents(new(1999, 6, 1)));
        var early = TestWorlds.Mugs() with { Start = new(2022, 1, 1) };
        Assert.Contains("2022-01-01", Assert.Throws<FeeTableMissingException>(() => TestWorlds.Start(early)).Message, StringComparison.Ordinal);
    }

    private static long Amount(FeeAnswer answer)
    {
        Assert.Equal(FeeAnswerKind.Amount, answer.Kind);
        return answer.Amount.Cents;
    }

    private static long Cents(double dollars) => (long)Math.Round(dollars * 100);

    private static void Refused(Action ask, string field, string value)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(ask);
        Assert.Contains(field, error.Message, StringComparison.Ordinal);
        Assert.Contains(value, error.Message, StringComparison.Ordinal);
        Assert.Contains("allowed", error.Message, StringComparison.Ordinal);
    }
}
