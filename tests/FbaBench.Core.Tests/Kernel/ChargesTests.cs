namespace FbaBench.Tests.Kernel;

/// <summary>The fees on how stock is held, received and returned, charged by the engine as the schedule says.</summary>
public sealed partial class ChargesTests
{
    private static readonly FeeSchedule Fees = FeeSchedule.Published;
    private static readonly Seat Me = new(0);

    [Fact]
    public void Placement_is_a_cost_on_receipt_and_leaves_the_account_45_days_later()
    {
        var simulation = TestWorlds.Start(TestWorlds.Established(TestWorlds.Mugs(days: 250, openingStock: 0)));
        var mug = simulation.Observe(Me).Offers.Single(offer => offer.Name == "mugs/blue-mug");
        simulation.Step([new(Me, new([new PlaceOrder(mug.Id, new(0), 200)]))]);
        while (!Happened(simulation, EventKind.OrderReceived))
        {
            simulation.Step([]);
        }

        var received = simulation.Date.AddDays(-1);
        var perUnit = Fees.InboundPlacementFee(received, "large_standard", 0.9, InboundPlacement.Minimal).Amount;
        Assert.Equal(Money.Dollars(0.34m), perUnit);
        Assert.Equal(perUnit * 200, Posted(simulation, TransferReason.InboundPlacement));
        Assert.Equal(perUnit, simulation.Observe(Me).Offers.Single(offer => offer.Id == mug.Id).Fees.PlacementPerUnit[0]);
        Assert.Equal(perUnit * 200, simulation.Books(Me).Balance(Account.InboundPlacementFees));
        Step(simulation, 44);
        var before = simulation.Observe(Me).Available;
        var (subscription, storage, payout) = (Money.Zero, Money.Zero, Money.Zero);
        simulation.Step([]);
        foreach (var transfer in simulation.Transfers)
        {
            subscription += transfer.Reason == TransferReason.Subscription ? transfer.Amount : Money.Zero;
            storage += transfer.Reason == TransferReason.Storage ? transfer.Amount : Money.Zero;
            payout += transfer.Reason == TransferReason.Due ? transfer.Amount : Money.Zero;
        }

        Assert.Equal(before - (perUnit * 200) - subscription - storage + payout, simulation.Observe(Me).Available);
    }

    [Theory]
    [InlineData(InboundPlacement.Partial, 0.22)]
    [InlineData(InboundPlacement.Optimised, 0)]
    public void A_supplier_that_splits_its_shipments_pays_less_placement(InboundPlacement placement, decimal expected)
    {
        var world = TestWorlds.Established(TestWorlds.Mugs());
        var niche = world.Niches[0];
        var product = niche.Products[0] with { Suppliers = [niche.Products[0].Suppliers[1] with { Placement = placement }] };
        var simulation = TestWorlds.Start(world with { Start = new(2025, 3, 1), Niches = [niche with { Products = [product, niche.Products[1]] }] });
        var mug = simulation.Observe(Me).Offers.Single(offer => offer.Name == "mugs/blue-mug");
        simulation.Step([new(Me, new([new PlaceOrder(mug.Id, new(0), 50)]))]);
        Assert.Equal(Money.Dollars(expected) * 50, Posted(simulation, TransferReason.InboundPlacement));
    }

    [Fact]
    public void Low_inventory_is_charged_by_the_days_of_supply_of_the_days_before()
    {
        var simulation = TestWorlds.Start(TestWorlds.Established(TestWorlds.Mugs(days: 300, openingStock: 600)));
        var offers = simulation.Observe(Me).Offers.Select(offer => offer.Id).ToArray();
        var (onHand, shipped) = (offers.ToDictionary(id => id, _ => new List<int>()), offers.ToDictionary(id => id, _ => new List<int>()));
        var amounts = new HashSet<long>();
        while (simulation.Day < 300)
        {
            var today = simulation.Observe(Me);
            var expected = offers.ToDictionary(id => id, id => Expected(simulation.Date, onHand[id], shipped[id]));
            foreach (var offer in today.Offers)
            {
                Assert.Equal(expected[offer.Id], offer.Fees.LowInventory.PerUnitToday);
                amounts.Add(expected[offer.Id].Cents);
            }

            // A small stock, filled up from next door: long spells below every step.
            var orders = today.Offers.Where(offer => offer.UnitsOnHand + offer.UnitsInbound < 60 && simulation.Day > 60)
                .Select(offer => (Command)new PlaceOrder(offer.Id, new(1), 60));
            var prices = simulation.Day == 0 ? today.Offers.Select(offer => (Command)new SetPrice(offer.Id, offer.ReferencePrice)) : [];
            simulation.Step([new(Me, new([.. prices, .. orders]))]);
            var evening = simulation.Observe(Me).Offers;
            foreach (var offer in evening)
            {
                onHand[offer.Id].Add(offer.UnitsOnHand);
                shipped[offer.Id].Add(offer.UnitsYesterday);
                var charged = Sum(simulation, transfer => transfer.Reason == TransferReason.LowInventory && transfer.Offer == offer.Id);
                Assert.Equal(expected[offer.Id] * offer.UnitsYesterday, charged);
            }
        }

        Assert.Superset(new HashSet<long> { 0, 97, 70, 36 }, amounts);

        static Money Expected(SimDate date, List<int> onHand, List<int> shipped)
        {
            if (shipped.TakeLast(7).Sum() < 20)
            {
                return Money.Zero;
            }

            var recent = onHand.TakeLast(30).Sum() / (double)shipped.TakeLast(30).Sum();
            var quarter = onHand.TakeLast(90).Sum() / (double)shipped.TakeLast(90).Sum();
            return Fees.LowInventoryLevel(date, "large_standard", 0.9, recent, quarter, 1).Amount;
        }
    }

    [Theory]
    [InlineData("2024-02-20", "2024-02-20", FeeExemption.NewSeller)]
    [InlineData("2023-01-15", "2024-10-01", FeeExemption.NewProduct)]
    [InlineData("2023-01-15", "2023-01-15", FeeExemption.None)]
    public void New_sellers_and_new_products_are_exempt_from_the_low_inventory_fee(string opened, string firstInbound, FeeExemption expected)
    {
        var world = TestWorlds.Established(TestWorlds.Mugs(openingStock: 300), SimDate.Parse(opened), SimDate.Parse(firstInbound));
        var simulation = TestWorlds.Start(world);
        Run(simulation, 10);
        var mug = simulation.Observe(Me).Offers.Single(offer => offer.Name == "mugs/blue-mug");
        Assert.Equal(expected, mug.Fees.LowInventory.Exemption);
        Assert.True(mug.Fees.LowInventory.DaysOfSupply30 > 0);
    }

    [Fact]
    public void A_new_seller_s_exemption_ends_after_a_year_and_a_product_s_after_180_days()
    {
        var world = TestWorlds.Established(TestWorlds.Mugs(openingStock: 3_000, sessions: 4_000), new(2024, 1, 20), new(2024, 7, 24));
        var simulation = TestWorlds.Start(world);
        Run(simulation, 4);
        Assert.Equal(FeeExemption.NewSeller, LowInventory(simulation).Exemption);
        Run(simulation, 1);
        Assert.Equal(new SimDate(2025, 1, 20), simulation.Date);
        Assert.Equal(FeeExemption.NewProduct, LowInventory(simulation).Exemption);
        Run(simulation, 1);
        Assert.Equal(FeeExemption.None, LowInventory(simulation).Exemption);

        static LowInventoryPreview LowInventory(Simulation simulation) =>
            simulation.Observe(Me).Offers.Single(offer => offer.Name == "mugs/blue-mug").Fees.LowInventory;
    }

    [Fact]
    public void A_repeated_year_s_low_inventory_rules_hold_whatever_the_world_s_date()
    {
        var world = TestWorlds.Established(TestWorlds.Mugs(openingStock: 150), new(2015, 1, 15), new(2016, 1, 15)) with { Start = new(2020, 1, 15), Fees = new(FeeMode.Published, 2025) };
        var simulation = TestWorlds.Start(world);
        var same = TestWorlds.Start(world with { Start = new(2025, 1, 15) });
        for (var day = 0; day < 30; day++)
        {
            Run(simulation, 1);
            Run(same, 1);
            Assert.Equal(Exemptions(same), Exemptions(simulation));
        }

        Assert.DoesNotContain(FeeExemption.NotInForce, Exemptions(simulation));

        static FeeExemption[] Exemptions(Simulation one) => [.. one.Observe(Me).Offers.Select(offer => offer.Fees.LowInventory.Exemption)];
    }

    [Fact]
    public void Without_shipments_there_is_no_days_of_supply_and_no_fee()
    {
        var simulation = TestWorlds.Start(TestWorlds.Established(TestWorlds.Mugs(openingStock: 10)));
        Step(simulation, 40);
        var preview = simulation.Observe(Me).Offers.Single(offer => offer.Name == "mugs/blue-mug").Fees.LowInventory;
        Assert.Null(preview.DaysOfSupply30);
        Assert.Null(preview.DaysOfSupply90);
        Assert.Equal(Money.Zero, preview.PerUnitToday);
    }

    [Fact]
    public void Placement_of_the_last_receipts_is_settled_at_the_end()
    {
        var world = TestWorlds.Established(TestWorlds.Mugs(days: 20, openingStock: 0)) with { Account = new() { RunOffSellingDays = 0, RunOffDays = 45 } };
        world = world with { Niches = [.. world.Niches.Select(niche => niche with { Products = [.. niche.Products.Select(product => product with { Suppliers = [product.Suppliers[1]] })] })] };
        var simulation = TestWorlds.Start(world);
        Step(simulation, 19);
        simulation.Step([new(Me, new([new PlaceOrder(simulation.Observe(Me).Offers[0].Id, new(0), 50)]))]);
        Step(simulation, 45);
        Assert.True(simulation.IsOver);
        Assert.True(simulation.Books(Me).Balance(Account.InboundPlacementFees) > Money.Zero);
        Assert.Equal(Money.Zero, simulation.Books(Me).Balance(Account.Receivable));
    }

    [Theory]
    [InlineData("home_kitchen", 300)]
    [InlineData("footwear", 300)]
    [InlineData("home_kitchen", 40)]
    public void Returns_beyond_the_free_share_pay_in_the_third_month_after(string category, int days)
    {
        var world = TestWorlds.Established(TestWorlds.Mugs(days));
        var niche = world.Niches[0];
        var product = niche.Products[0] with { Category = category, ReturnRate = 0.3, OpeningStock = 5_000 };
        var simulation = TestWorlds.Start(world with { Niches = [niche with { Products = [product, niche.Products[1]] }] });
        var mug = simulation.Observe(Me).Offers.Single(offer => offer.Name == "mugs/blue-mug").Id;
        var (shipped, returned) = (0, 0);
        SimDate? chargedOn = null;
        ReturnsPreview before = default;
        var charged = Money.Zero;
        while (!simulation.IsOver)
        {
            // On sale in February only.
            var today = simulation.Observe(Me);
            before = charged == Money.Zero ? today.Offers.Single(offer => offer.Id == mug).Fees.Returns : before;
            var decision = (today.Date.Month, today.Date.DayOfMonth) switch
            {
                (2, 1) => new Decision([new SetPrice(mug, Money.Dollars(18.99m))]),
                (2, 20) => new Decision([new CloseOffer(mug)]),
                _ => Decision.None,
            };
            var date = simulation.Date;
            simulation.Step([new(Me, decision)]);
            foreach (var item in simulation.Events)
            {
                shipped += item.Kind == EventKind.Sale ? item.Units : 0;
                returned += item.Kind == EventKind.Returned ? item.Units : 0;
                Assert.True(item.Kind != EventKind.ReturnsProcessing || item.Detail == 2, "the event names another month of shipment than February");
            }

            if (Posted(simulation, TransferReason.ReturnsProcessing) is var fee && fee > Money.Zero)
            {
                chargedOn = date;
                charged += fee;
            }
        }

        Assert.True(shipped > 100);
        var units = Fees.ReturnsProcessingUnits(new(2025, 2, 1), category, shipped, returned).UnitsCharged;
        Assert.Equal(category == "footwear" ? returned : returned - (long)(0.081m * shipped), units);
        var perUnit = Fees.ReturnsProcessing(new(2025, 2, 1), "large_standard", 0.9).Amount;
        Assert.Equal(Money.Dollars(2.85m), perUnit);
        Assert.Equal(perUnit * units, charged);
        Assert.Equal(perUnit * units, simulation.Books(Me).Balance(Account.ReturnsProcessingFees));
        Assert.Equal(perUnit * units, before.DueSoFar);
        Assert.Equal(new SimDate(2025, 5, 7), chargedOn);
    }

    [Fact]
    public void A_run_that_ends_before_the_charge_settles_it()
    {
        var world = TestWorlds.Established(TestWorlds.Mugs(days: 20, openingStock: 900)) with { Start = new(2025, 2, 1), Account = new() { RunOffSellingDays = 1, RunOffDays = 46 } };
        world = world with { Niches = [.. world.Niches.Select(niche => niche with { Products = [.. niche.Products.Select(product => product with { ReturnRate = 0.5, Suppliers = [product.Suppliers[1]] })] })] };
        var simulation = TestWorlds.Start(world);
        Run(simulation, 65);
        Assert.Equal(Money.Zero, simulation.Books(Me).Balance(Account.ReturnsProcessingFees));
        Run(simulation, 1);
        Assert.True(simulation.IsOver);
        Assert.True(simulation.Books(Me).Balance(Account.ReturnsProcessingFees) > Money.Zero);
    }

    [Fact]
    public void A_world_without_fees_charges_and_previews_none()
    {
        var simulation = TestWorlds.Start(TestWorlds.Aged(TestWorlds.Established(TestWorlds.Mugs(openingStock: 500)), 170) with { Fees = FeePolicy.None });
        Run(simulation, 200);
        Assert.Equal(Money.Zero, simulation.Books(Me).Fees);
        var fees = simulation.Observe(Me).Offers[0].Fees;
        Assert.Equal((Money.Zero, FeeExemption.NotInForce), (fees.LowInventory.PerUnitToday, fees.LowInventory.Exemption));
        Assert.Equal((Money.Zero, Money.Zero), (fees.AgedInventory.DueThen, fees.Returns.PerUnit));
        Assert.Empty(fees.FulfilmentByPrice);
        Assert.Empty(fees.PlacementPerUnit);
    }

    [Fact]
    public void The_fulfilment_preview_names_the_prices_at_which_the_fee_jumps()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs() with { Start = new(2026, 2, 1) });
        foreach (var offer in simulation.Observe(Me).Offers)
        {
            Assert.Equal([1L, 1_000, 5_001], offer.Fees.FulfilmentByPrice.Select(step => step.FromPrice.Cents));
            Assert.Equal(3, offer.Fees.FulfilmentByPrice.Select(step => step.Fee).Distinct().Count());
            foreach (var (from, fee) in offer.Fees.FulfilmentByPrice)
            {
                Assert.Equal(Fees.Fulfilment(simulation.Date, offer.Info.Size, offer.Info.WeightPounds, from, false).Fee.Amount, fee);
            }
        }
    }

    [Fact]
    public void Dates_that_cannot_be_are_refused()
    {
        var world = TestWorlds.Mugs();
        Assert.Contains("accountOpened: 2025-01-16", Error(world with { AccountOpened = new(2025, 1, 16) }), StringComparison.Ordinal);
        Assert.Contains("firstInbound: 2025-01-10", Error(TestWorlds.Aged(TestWorlds.Established(world, firstInbound: new(2025, 1, 10)), 10)), StringComparison.Ordinal);
        Assert.Contains("openingAgeDays", Error(TestWorlds.Aged(world, -1)), StringComparison.Ordinal);

        static string Error(WorldDefinition world) => Assert.Throws<WorldDefinitionException>(() => TestWorlds.Start(world)).Message;
    }

    /// <summary>Plays days with open offers at reference prices.</summary>
    private static void Run(Simulation simulation, int days)
    {
        for (var i = 0; i < days && !simulation.IsOver; i++)
        {
            var today = simulation.Observe(Me);
            simulation.Step([new(Me, new(today.Day == 0 ? [.. today.Offers.Select(offer => new SetPrice(offer.Id, offer.ReferencePrice))] : []))]);
        }
    }

    private static void Step(Simulation simulation, int days)
    {
        for (var i = 0; i < days; i++)
        {
            simulation.Step([]);
        }
    }

    private static bool Happened(Simulation simulation, EventKind kind)
    {
        foreach (var item in simulation.Events)
        {
            if (item.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    private static Money Posted(Simulation simulation, TransferReason reason) => Sum(simulation, transfer => transfer.Reason == reason);

    private static Money Sum(Simulation simulation, Func<Transfer, bool> which)
    {
        var sum = Money.Zero;
        foreach (var transfer in simulation.Transfers)
        {
            sum += which(transfer) ? transfer.Amount : Money.Zero;
        }

        return sum;
    }
}
