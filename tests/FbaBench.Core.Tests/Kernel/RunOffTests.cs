namespace FbaBench.Tests.Kernel;

public sealed class RunOffTests
{
    [Fact]
    public void After_the_last_day_everything_but_cash_runs_out()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs());
        TestWorlds.Play(simulation, int.MaxValue);
        Assert.Equal(120 + 105, simulation.Day);
        var books = simulation.Books(new(0));
        foreach (var account in (Account[])[Account.Receivable, Account.SupplierDeposits, Account.Inventory, Account.DuesPayable])
        {
            Assert.Equal(Money.Zero, books.Balance(account));
        }
    }

    [Fact]
    public void Orders_not_shipped_by_the_last_day_are_cancelled_and_the_deposit_returned()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs(days: 10));
        var mug = simulation.Observe(new(0)).Offers[0].Id;
        simulation.Step([new(new(0), new([new PlaceOrder(mug, new(0), 500)]))]);
        Assert.Equal(Money.Dollars(20_000 - 435m), simulation.Observe(new(0)).Cash);
        while (simulation.Day < 10)
        {
            simulation.Step([]);
        }

        Assert.Equal(Money.Dollars(20_000), simulation.Observe(new(0)).Cash);
        Assert.Empty(simulation.Observe(new(0)).OpenOrders);
    }

    /// <summary>r · (1 − 0.4 · k / 60) with r the lower of reference price and median own price.</summary>
    [Theory]
    [InlineData(1.5, 1.0)]
    [InlineData(0.9, 0.9)]
    public void The_run_off_sells_at_a_falling_price_that_no_last_price_moves(double factor, double expected)
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs(openingStock: 50_000));
        TestWorlds.Play(simulation, 115, (decimal)factor);
        var spoon = simulation.Observe(new(0)).Offers.Single(offer => offer.Name == "spoons/long-spoon");
        simulation.Step([new(new(0), new([new SetPrice(spoon.Id, Money.Dollars(500))]))]);
        while (simulation.Day <= 120)
        {
            simulation.Step([]);
        }

        for (var k = 1; k <= 60; k++)
        {
            var price = simulation.Observe(new(0)).Offers.Single(offer => offer.Id == spoon.Id).Price;
            var start = Math.Floor(spoon.ReferencePrice.Cents * expected);
            Assert.Equal(start * (1 - (0.4 * k / 60)), price.Cents, 0.51);
            simulation.Step([]);
        }

        Assert.False(simulation.Observe(new(0)).Offers.Single(offer => offer.Id == spoon.Id).IsOpen);
        Assert.Equal(0, simulation.Summary(new(0)).UnitsOnHand);
    }

    [Fact]
    public void A_listing_that_did_not_sell_in_its_window_is_not_sold_on()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs(days: 60, openingStock: 500));
        while (simulation.Day < 45)
        {
            simulation.Step([]);
        }

        TestWorlds.Play(simulation, 15); // first sales in T−14 … T, outside T−89 … T−30
        simulation.Step([]);
        var sold = simulation.Summary(new(0)).UnitsSold;
        while (simulation.Day < 120)
        {
            simulation.Step([]);
        }

        Assert.Equal(sold, simulation.Summary(new(0)).UnitsSold);
    }

    [Fact]
    public void Commands_after_the_end_are_refused()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs(days: 3));
        for (var day = 0; day < 3; day++)
        {
            simulation.Step([]);
        }

        var observation = simulation.Observe(new(0));
        Assert.False(observation.IsTrading);
        simulation.Step([new(new(0), new([new SetPrice(observation.Offers[0].Id, Money.Dollars(10))]))]);
        Assert.Equal(RefusalReason.BusinessClosed, Assert.Single(simulation.Observe(new(0)).Refusals).Reason);
    }

    [Fact]
    public void Closing_the_business_starts_the_same_run_off()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs());
        TestWorlds.Play(simulation, 50);
        simulation.Step([new(new(0), new([new CloseBusiness(), new SetPrice(simulation.Observe(new(0)).Offers[0].Id, Money.Dollars(1))]))]);
        Assert.False(simulation.Observe(new(0)).IsTrading);
        Assert.Equal(50, simulation.Summary(new(0)).LastDecisionDay);
        Assert.Equal(RefusalReason.BusinessClosed, Assert.Single(simulation.Observe(new(0)).Refusals).Reason);
        while (simulation.Day < 50 + 106)
        {
            simulation.Step([]);
        }

        Assert.Equal(simulation.Books(new(0)).NetWorth, simulation.Books(new(0)).Balance(Account.Cash));
    }

    /// <summary>An order whose balance cannot be paid leaves unpaid dues for three days: insolvent, run-off, negative result stands.</summary>
    [Fact]
    public void Three_days_of_unpaid_dues_are_insolvency()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs(openingStock: 0));
        var mug = simulation.Observe(new(0)).Offers[0].Id;
        simulation.Step([new(new(0), new([new PlaceOrder(mug, new(0), 20_000)]))]); // deposit 17,400 of 20,000; balance 66,600
        var events = new List<SimEvent>();
        while (simulation.Summary(new(0)).InsolventDay is null && !simulation.IsOver)
        {
            simulation.Step([]);
            events.AddRange(simulation.Events);
        }

        // A tenth of a percent of the balance of 66,600 dollars a day; the fees themselves are paid from the cash that is left.
        Assert.Equal([6_660, 6_660, 6_660], events.Where(item => item.Kind == EventKind.LateFee).Select(item => item.Amount.Cents));
        Assert.Single(events, item => item.Kind == EventKind.Insolvent);
        var day = simulation.Summary(new(0)).InsolventDay;
        Assert.InRange(day!.Value, 15 + 2, 45 + 2);
        Assert.False(simulation.Observe(new(0)).IsTrading);
        while (!simulation.IsOver)
        {
            simulation.Step([]);
        }

        var late = simulation.Books(new(0)).Balance(Account.LateFees);
        Assert.True(late > Money.Zero);
        Assert.True(simulation.Gain(new(0)) < Money.Zero);
    }

    /// <summary>Cash is short for two days and the day's payout covers it on the third: no insolvency, and the goods leave that day.</summary>
    [Fact]
    public void A_payout_that_covers_what_is_owed_prevents_insolvency()
    {
        var definition = TestWorlds.Mugs(openingStock: 400, sessions: 800);
        var ready = new LeadTime(11, 0, 11, 11);
        var niche = definition.Niches[0];
        var product = niche.Products[0] with { Suppliers = [niche.Products[0].Suppliers[0] with { Production = ready }] };
        definition = definition with { Cash = Money.Dollars(400), Niches = [niche with { Products = [product] }, definition.Niches[1]] };
        var simulation = TestWorlds.Start(definition);
        var mug = simulation.Observe(new(0)).Offers.Single(offer => offer.Name == "mugs/blue-mug");
        simulation.Step([new(new(0), new([new SetPrice(mug.Id, mug.ReferencePrice), new PlaceOrder(mug.Id, new(0), 200)]))]);
        while (simulation.Day < 13)
        {
            simulation.Step([]);
        }

        Assert.Equal(2, simulation.Observe(new(0)).UnpaidDays);
        Assert.Equal(Money.Dollars(708), simulation.Observe(new(0)).OverdueBalances);
        simulation.Step([]); // day 13 pays out
        var after = simulation.Observe(new(0));
        Assert.True(after.IsTrading);
        Assert.Equal((0, OrderStage.InTransit), (after.UnpaidDays, Assert.Single(after.OpenOrders).Stage));
    }

    /// <summary>
    /// Two orders are ready on day 10 and cash covers one balance of 708 dollars: the older one ships, though its offer comes
    /// second in the world's order.
    /// </summary>
    [Fact]
    public void The_older_order_is_paid_first()
    {
        var definition = TestWorlds.Mugs(openingStock: 0) with { Cash = Money.Dollars(384 + 800) };
        var niche = definition.Niches[0];
        definition = definition with { Niches = [niche with { Products = [MadeIn(niche.Products[0], 9), MadeIn(niche.Products[1], 10)] }, definition.Niches[1]] };
        var simulation = TestWorlds.Start(definition);
        var offers = simulation.Observe(new(0)).Offers;
        var (blue, red) = (offers.Single(offer => offer.Name == "mugs/blue-mug").Id, offers.Single(offer => offer.Name == "mugs/red-mug").Id);
        Assert.True(blue.Index < red.Index);
        simulation.Step([new(new(0), new([new PlaceOrder(red, new(0), 200)]))]);
        simulation.Step([new(new(0), new([new PlaceOrder(blue, new(0), 200)]))]);
        while (simulation.Day <= 10)
        {
            simulation.Step([]);
        }

        var stages = simulation.Observe(new(0)).OpenOrders.ToDictionary(order => order.Offer, order => order.Stage);
        Assert.Equal((OrderStage.InTransit, OrderStage.AwaitingPayment), (stages[red], stages[blue]));

        static ProductDefinition MadeIn(ProductDefinition product, int days) =>
            product with { Suppliers = [product.Suppliers[0] with { Production = new(days, 0, days, days) }] };
    }

    /// <summary>Ten cents owed and five at hand: a tenth of a percent of ten cents is nothing, so a cent is charged.</summary>
    [Fact]
    public void The_least_late_fee_is_a_cent()
    {
        var definition = TestWorlds.Mugs(openingStock: 0) with { Cash = new(5), Fees = FeePolicy.None };
        var niche = definition.Niches[0];
        var supplier = niche.Products[0].Suppliers[1] with { Ladder = [new PriceStep(10, new(1))], DepositShare = 0 };
        definition = definition with { Niches = [niche with { Products = [niche.Products[0] with { Suppliers = [supplier] }] }, definition.Niches[1]] };
        var simulation = TestWorlds.Start(definition);
        simulation.Step([new(new(0), new([new PlaceOrder(simulation.Observe(new(0)).Offers[0].Id, new(0), 10)]))]);
        Assert.Equal(1, simulation.Books(new(0)).Balance(Account.LateFees).Cents);
        Assert.Equal(1, simulation.Observe(new(0)).UnpaidDays);
    }
}
