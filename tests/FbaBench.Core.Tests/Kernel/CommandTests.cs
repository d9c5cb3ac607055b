namespace FbaBench.Tests.Kernel;

public sealed class CommandTests
{
    private readonly Simulation _simulation = TestWorlds.Start(TestWorlds.Mugs());

    private OfferObservation BlueMug => Offer("mugs/blue-mug");

    [Fact]
    public void Offers_start_closed_so_that_doing_nothing_sells_nothing()
    {
        for (var day = 0; day < 60; day++)
        {
            _simulation.Step([]);
            Assert.All(_simulation.Observe(new(0)).Offers, offer => Assert.Equal(0, offer.UnitsYesterday));
        }

        Assert.Equal(Money.Zero, _simulation.Books(new(0)).Balance(Account.Sales));
    }

    [Fact]
    public void A_price_holds_from_the_day_it_is_set()
    {
        Give(new SetPrice(BlueMug.Id, Money.Dollars(17)));
        Assert.Equal(Money.Dollars(17), BlueMug.Price);
        Assert.True(BlueMug.SessionsYesterday > 0);
        Give(new CloseOffer(BlueMug.Id));
        Assert.False(BlueMug.IsOpen);
        Assert.Equal(0, BlueMug.SessionsYesterday);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100_000_001)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void A_price_out_of_range_is_refused_with_the_range(long cents)
    {
        Give(new SetPrice(BlueMug.Id, new(cents)));
        Assert.Equal(new Refusal(0, RefusalReason.PriceOutOfRange, cents, 1, 100_000_000), Assert.Single(_simulation.Observe(new(0)).Refusals));
        Assert.False(BlueMug.IsOpen);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100_000_000)]
    public void A_price_at_either_end_is_taken(long cents)
    {
        Give(new SetPrice(BlueMug.Id, new(cents)));
        Assert.Equal(cents, BlueMug.Price.Cents);
    }

    [Theory]
    [InlineData(199, 0, RefusalReason.BelowMinimumUnits)]
    [InlineData(0, 0, RefusalReason.UnitsOutOfRange)]
    [InlineData(-7, 0, RefusalReason.UnitsOutOfRange)]
    [InlineData(1_000_001, 0, RefusalReason.UnitsOutOfRange)]
    [InlineData(1_000_000, 0, RefusalReason.NotEnoughCash)]
    [InlineData(200, 2, RefusalReason.UnknownSupplier)]
    [InlineData(200, -1, RefusalReason.UnknownSupplier)]
    [InlineData(200, 0, RefusalReason.None)]
    public void An_order_is_taken_or_refused_with_a_reason(int units, int supplier, RefusalReason reason)
    {
        Give(new PlaceOrder(BlueMug.Id, new(supplier), units));
        var observation = _simulation.Observe(new(0));
        Assert.Equal(reason, observation.Refusals.Count == 0 ? RefusalReason.None : observation.Refusals[0].Reason);
        Assert.Equal(reason == RefusalReason.None ? 1 : 0, observation.OpenOrders.Count);
    }

    [Fact]
    public void An_order_pays_its_deposit_now_and_owes_the_balance_with_freight()
    {
        Give(new PlaceOrder(BlueMug.Id, new(0), 500));
        var observation = _simulation.Observe(new(0));
        var order = Assert.Single(observation.OpenOrders);
        Assert.Equal(Money.Dollars(20_000 - 435m), observation.Cash); // 30 % of 500 × 2.90
        Assert.Equal(Money.Dollars((500 * 4.20m) - 435), order.Balance);
        Assert.Equal(new OrderId(new(0), 0, 0), order.Id);
        Assert.Equal(OrderStage.InProduction, order.Stage);
    }

    [Fact]
    public void An_order_without_lead_time_is_sellable_the_same_day()
    {
        var red = Offer("mugs/red-mug");
        Give(new PlaceOrder(red.Id, new(1), 50), new SetPrice(red.Id, Money.Dollars(19)));
        Assert.Equal(50, Offer("mugs/red-mug").UnitsOnHand + Offer("mugs/red-mug").UnitsYesterday);
        Assert.True(Offer("mugs/red-mug").SessionsYesterday > 0);
    }

    /// <summary>200 units at 4.50 and 50 at 6.00 dollars: 1,200 dollars over 250 units.</summary>
    [Fact]
    public void Landed_cost_is_the_average_of_what_is_on_hand()
    {
        Give(new PlaceOrder(BlueMug.Id, new(1), 50));
        Assert.Equal((250, Money.Dollars(4.80m)), (BlueMug.UnitsOnHand, BlueMug.LandedCost));
    }

    [Fact]
    public void Orders_arrive_within_the_published_range_and_every_unit_is_accounted_for()
    {
        Give(new PlaceOrder(BlueMug.Id, new(0), 200));
        var day = 1;
        for (; BlueMug.UnitsInbound > 0; day++)
        {
            _simulation.Step([]);
        }

        Assert.InRange(day - 1, 15 + 33 + 2, 45 + 60 + 30);
        Assert.Equal(400, BlueMug.UnitsOnHand);
    }

    [Fact]
    public void Commands_of_a_batch_see_the_effect_of_those_before()
    {
        var units = 2_000; // 2.90 × 2,000 × 30 % = 1,740 dollars: eleven deposits fit into 20,000
        Give([.. Enumerable.Range(0, 13).Select(_ => new PlaceOrder(BlueMug.Id, new(0), units))]);
        var observation = _simulation.Observe(new(0));
        Assert.Equal(11, observation.OpenOrders.Count);
        Assert.Equal([11, 12], observation.Refusals.Select(refusal => refusal.CommandIndex));
        Assert.All(observation.Refusals, refusal => Assert.Equal(RefusalReason.NotEnoughCash, refusal.Reason));
    }

    /// <summary>Orders in every slot there is are made, paid, shipped and received; on the last day those not shipped are cancelled.</summary>
    [Fact]
    public void Every_order_slot_goes_the_whole_way()
    {
        var definition = TestWorlds.Mugs(days: 300, openingStock: 0);
        var niche = definition.Niches[0];
        var cheap = niche.Products[0].Suppliers[0] with { Ladder = [new PriceStep(10, new(1))], InboundPerUnit = new(1) };
        definition = definition with { Niches = [niche with { Products = [niche.Products[0] with { Suppliers = [cheap] }] }, definition.Niches[1]] };
        var simulation = TestWorlds.Start(definition);
        Order(simulation);
        Assert.Equal(15, simulation.Observe(new(0)).OpenOrders.Count);
        while (simulation.Day < 140)
        {
            simulation.Step([]);
        }

        Assert.Equal(150, simulation.Observe(new(0)).Offers.Single(offer => offer.Name == "mugs/blue-mug").UnitsOnHand);
        simulation.Step([new(new(0), new([new Liquidate(simulation.Observe(new(0)).Offers[0].Id, 150)]))]);
        while (simulation.Day < 299)
        {
            simulation.Step([]);
        }

        Order(simulation);
        Assert.Empty(simulation.Observe(new(0)).OpenOrders);

        static void Order(Simulation simulation)
        {
            var mug = simulation.Observe(new(0)).Offers.Single(offer => offer.Name == "mugs/blue-mug").Id;
            simulation.Step([new(new(0), new([.. Enumerable.Range(0, 15).Select(_ => new PlaceOrder(mug, new(0), 10))]))]);
        }
    }

    /// <summary>Fifteen balances that cash does not cover: all of them count, and the sum grows by each.</summary>
    [Fact]
    public void Every_unpaid_balance_counts()
    {
        var definition = TestWorlds.Mugs(openingStock: 0) with { Cash = Money.Zero, Fees = FeePolicy.None };
        var niche = definition.Niches[0];
        var dear = niche.Products[0].Suppliers[1] with { Ladder = [new PriceStep(10, Money.Dollars(100))], DepositShare = 0 };
        definition = definition with { Niches = [niche with { Products = [niche.Products[0] with { Suppliers = [dear] }] }, definition.Niches[1]] };
        var simulation = TestWorlds.Start(definition);
        var mug = simulation.Observe(new(0)).Offers[0].Id;
        simulation.Step([new(new(0), new([.. Enumerable.Range(0, 15).Select(_ => new PlaceOrder(mug, new(0), 10))]))]);
        Assert.Equal(Money.Dollars(15_000), simulation.Observe(new(0)).OverdueBalances);
        Assert.Equal(Money.Dollars(15), simulation.Books(new(0)).Balance(Account.LateFees));
    }

    [Fact]
    public void Lots_run_out_as_a_typed_refusal()
    {
        Give([.. Enumerable.Range(0, 20).Select(_ => new PlaceOrder(BlueMug.Id, new(0), 200))]);
        var observation = _simulation.Observe(new(0));
        Assert.Equal(14, observation.OpenOrders.Count); // 16 lots: one holds opening stock, one is kept for returns
        Assert.Equal(6, observation.RefusalCount);
        Assert.All(observation.Refusals, refusal => Assert.Equal(RefusalReason.TooManyLots, refusal.Reason));
    }

    [Fact]
    public void A_batch_beyond_the_limit_is_cut_there()
    {
        Give([.. Enumerable.Range(0, 300).Select(i => new SetPrice(BlueMug.Id, new(1000 + i)))]);
        Assert.Equal(1255, BlueMug.Price.Cents);
        Assert.Equal(RefusalReason.TooManyCommands, Assert.Single(_simulation.Observe(new(0)).Refusals).Reason);
    }

    [Fact]
    public void Refusals_beyond_the_report_are_counted()
    {
        Give([.. Enumerable.Range(0, 40).Select(_ => new SetPrice(BlueMug.Id, Money.Zero))]);
        var observation = _simulation.Observe(new(0));
        Assert.Equal((32, 40), (observation.Refusals.Count, observation.RefusalCount));
        _simulation.Step([]);
        Assert.Equal(0, _simulation.Observe(new(0)).RefusalCount);
        Assert.Equal(40, _simulation.Summary(new(0)).Refusals);
    }

    [Fact]
    public void Foreign_offers_and_unknown_commands_are_refused()
    {
        var rival = Enumerable.Range(0, 40).First(row => _simulation.State.Model.OwnOfRow.Length > row && _simulation.State.Model.OwnOfRow[row] < 0);
        Give(new SetPrice(new(rival), Money.Dollars(5)), new SetPrice(new(-1), Money.Dollars(5)), new SetPrice(new(int.MaxValue), Money.Dollars(5)), null!);
        Assert.Equal(
            [RefusalReason.UnknownOffer, RefusalReason.UnknownOffer, RefusalReason.UnknownOffer, RefusalReason.UnknownCommand],
            _simulation.Observe(new(0)).Refusals.Select(refusal => refusal.Reason));
    }

    [Fact]
    public void Another_seat_s_offer_is_unknown_to_a_seat()
    {
        var two = TestWorlds.Start(TestWorlds.Mugs(seats: 2));
        var other = two.Observe(new(1)).Offers[0].Id;
        two.Step([new(new(0), new([new SetPrice(other, Money.Dollars(5))]))]);
        Assert.Equal(RefusalReason.UnknownOffer, Assert.Single(two.Observe(new(0)).Refusals).Reason);
        Assert.False(two.Observe(new(1)).Offers[0].IsOpen);
    }

    /// <summary>A quarter of the landed cost 4.50 (1.125) is below a tenth of the reference price 18.99 (1.899).</summary>
    [Fact]
    public void Liquidation_pays_a_quarter_of_landed_cost_less_the_removal_fee()
    {
        Give(new Liquidate(BlueMug.Id, 100));
        var books = _simulation.Books(new(0));
        Assert.Equal(Money.Dollars(20_000 + 112.50m), books.Balance(Account.Cash));
        Assert.Equal(Money.Dollars(153), books.Balance(Account.RemovalFees)); // 1.53 a unit of 0.9 lb
        Assert.Equal(Money.Dollars(450), books.Balance(Account.WriteOffs));
        Assert.Equal(100, BlueMug.UnitsOnHand);
    }

    [Theory]
    [InlineData(0, RefusalReason.UnitsOutOfRange)]
    [InlineData(201, RefusalReason.NotEnoughStock)]
    public void Liquidation_of_what_is_not_there_is_refused(int units, RefusalReason reason)
    {
        Give(new Liquidate(BlueMug.Id, units));
        Assert.Equal(reason, Assert.Single(_simulation.Observe(new(0)).Refusals).Reason);
    }

    [Fact]
    public void Every_refusal_says_what_was_wrong()
    {
        foreach (var reason in Enum.GetValues<RefusalReason>())
        {
            var message = new Refusal(3, reason, 5, 1, 9).Message;
            Assert.True(message.Length > 5);
            Assert.True(reason == RefusalReason.None || message.Contains('3', StringComparison.Ordinal), message);
        }
    }

    [Fact]
    public void Wrong_use_of_Step_and_Observe_says_what_to_do()
    {
        Assert.Contains("counted from 0", Assert.Throws<ArgumentException>(() => _simulation.Observe(new(1))).Message, StringComparison.Ordinal);
        Assert.Contains("two decisions", Assert.Throws<ArgumentException>(() => _simulation.Step([new(new(0), Decision.None), new(new(0), Decision.None)])).Message, StringComparison.Ordinal);
        Assert.Contains("Decision.None", Assert.Throws<ArgumentException>(() => _simulation.Step([new(new(0), null!)])).Message, StringComparison.Ordinal);
        while (!_simulation.IsOver)
        {
            _simulation.Step([]);
        }

        Assert.Contains("run is over", Assert.Throws<InvalidOperationException>(() => _simulation.Step([])).Message, StringComparison.Ordinal);
    }

    private OfferObservation Offer(string name) => _simulation.Observe(new(0)).Offers.Single(offer => offer.Name == name);

    private void Give(params Command[] commands) => _simulation.Step([new(new(0), new(commands))]);
}
