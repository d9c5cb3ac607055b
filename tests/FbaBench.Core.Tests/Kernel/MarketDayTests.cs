namespace FbaBench.Tests.Kernel;

/// <summary>The market through the engine: laws that hold on every day.</summary>
public sealed class MarketDayTests
{
    [Fact]
    public void Units_never_exceed_sessions_or_stock_and_lost_units_only_come_from_empty_shelves()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs(openingStock: 40));
        var lost = 0L;
        for (var day = 0; day < 120; day++)
        {
            var before = simulation.Observe(new(0)).Offers.ToDictionary(offer => offer.Name, offer => offer.UnitsOnHand);
            TestWorlds.Play(simulation, 1);
            foreach (var offer in simulation.Observe(new(0)).Offers)
            {
                Assert.True(offer.OrdersYesterday <= offer.SessionsYesterday);
                Assert.InRange(offer.UnitsYesterday, offer.OrdersYesterday, offer.OrdersYesterday * 3);
                if (offer.LostYesterday > 0)
                {
                    lost += offer.LostYesterday;
                    Assert.InRange(offer.UnitsOnHand - offer.ReturnedYesterday, -2, 2);
                }
            }
        }

        Assert.True(lost > 0, "the world never ran out of stock");
        Assert.Equal(lost, simulation.Summary(new(0)).UnitsLost);
    }

    /// <summary>Same world, same day: a lower price never sells fewer units while there is stock.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void A_lower_price_never_sells_less_on_the_same_day()
    {
        for (ulong seed = 0; seed < 40; seed++)
        {
            var before = int.MaxValue;
            foreach (var price in (decimal[])[8, 12, 16, 20, 30, 60, 200, 10_000])
            {
                var simulation = TestWorlds.Start(TestWorlds.Mugs(openingStock: 100_000), seed);
                var mug = simulation.Observe(new(0)).Offers.Single(offer => offer.Name == "mugs/blue-mug").Id;
                simulation.Step([new(new(0), new([new SetPrice(mug, Money.Dollars(price))]))]);
                var units = simulation.Observe(new(0)).Offers.Single(offer => offer.Id == mug).UnitsYesterday;
                Assert.True(units <= before, $"seed {seed}: {units} units at {price}, {before} below it");
                before = units;
            }

            Assert.Equal(0, before);
        }
    }

    /// <summary>
    /// Mean units over worlds at the reference point (in the order of appeal, no sponsored slots) are sessions × share of the first listing ×
    /// units an order, within four standard errors.
    /// </summary>
    [Fact]
    public void Mean_sales_at_reference_prices_are_those_of_the_definition()
    {
        var definition = TestWorlds.Mugs(days: 1, openingStock: 100_000) with
        {
            Start = new(2025, 1, 15),
            Market = new() { Search = new() { DailyDeviation = 0 }, Advertising = new() { TopSlotAttention = 0 } },
        };
        definition = definition with { Niches = [definition.Niches[0] with { Products = [definition.Niches[0].Products[0] with { Appeal = 1.5 }] }, definition.Niches[1]] };
        var choice = TestWorlds.Start(definition).Rules.Choice;
        Assert.Equal(0.12, choice.ReferenceShare[..5].ToArray().Sum(), 9);
        const int worlds = 2_000;
        double sum = 0, squares = 0;
        for (ulong seed = 0; seed < worlds; seed++)
        {
            var simulation = TestWorlds.Start(definition, seed);
            var mug = simulation.Observe(new(0)).Offers.Single(offer => offer.Name == "mugs/blue-mug");
            simulation.Step([new(new(0), new([new SetPrice(mug.Id, mug.ReferencePrice)]))]);
            double units = simulation.Observe(new(0)).Offers.Single(offer => offer.Id == mug.Id).UnitsYesterday;
            sum += units;
            squares += units * units;
        }

        var mean = sum / worlds;
        var error = Math.Sqrt(((squares / worlds) - (mean * mean)) / worlds);
        var expected = 400 * choice.ReferenceShare[0] * 1.15;
        Assert.InRange(mean, expected - (4 * error), expected + (4 * error));
        Assert.True(error < 0.015 * expected);

        // Over-dispersed: compound orders and the niche factor make the variance larger than a Poisson's.
        Assert.True((squares / worlds) - (mean * mean) > 1.5 * mean);
    }

    [Fact]
    public void Shoppers_of_an_empty_shelf_go_to_the_other_mug_or_leave()
    {
        long withStock = 0, without = 0;
        for (ulong seed = 0; seed < 60; seed++)
        {
            withStock += RedUnits(seed, 100_000);
            without += RedUnits(seed, 3);
        }

        Assert.True(without > withStock * 1.05, $"{without} units with an empty shelf beside it, {withStock} with a full one");

        static int RedUnits(ulong seed, int blueStock)
        {
            var definition = TestWorlds.Mugs(days: 5);
            var mugs = definition.Niches[0] with { Products = [TestWorlds.Product("blue-mug", 18.99m, blueStock), TestWorlds.Product("red-mug", 21.99m, 100_000)] };
            var simulation = TestWorlds.Start(definition with { Niches = [mugs, definition.Niches[1]] }, seed);
            simulation.Step([new(new(0), new([.. simulation.Observe(new(0)).Offers.Select(offer => new SetPrice(offer.Id, offer.ReferencePrice))]))]);
            return simulation.Observe(new(0)).Offers.Single(offer => offer.Name == "mugs/red-mug").UnitsYesterday;
        }
    }

    /// <summary>With a shelf for everybody the demand shows; with a smaller one exactly the rest is lost, down to a single order.</summary>
    [Fact]
    public void Units_lost_are_exactly_those_that_a_full_shelf_would_have_sold()
    {
        var singles = 0;
        for (ulong seed = 0; seed < 60; seed++)
        {
            var wanted = Sold(seed, 100_000).Units;
            foreach (var short1 in (int[])[1, 2, 5])
            {
                if (wanted > short1)
                {
                    var (units, lost) = Sold(seed, wanted - short1);
                    Assert.Equal(wanted, units + lost);
                    singles += lost == 1 ? 1 : 0;
                }
            }
        }

        Assert.True(singles > 10, "no shelf was short of a single unit");

        static (int Units, int Lost) Sold(ulong seed, int stock)
        {
            var simulation = TestWorlds.Start(TestWorlds.Mugs(days: 2, openingStock: stock), seed);
            var mug = simulation.Observe(new(0)).Offers.Single(offer => offer.Name == "mugs/blue-mug");
            simulation.Step([new(new(0), new([new SetPrice(mug.Id, mug.ReferencePrice)]))]);
            var after = simulation.Observe(new(0)).Offers.Single(offer => offer.Id == mug.Id);
            return (after.UnitsYesterday, after.LostYesterday);
        }
    }

    [Fact]
    public void Rivals_sell_too_and_take_the_shoppers_of_an_empty_shelf()
    {
        long full = 0, empty = 0;
        for (ulong seed = 0; seed < 60; seed++)
        {
            full += RivalUnits(seed, 100_000);
            empty += RivalUnits(seed, 2);
        }

        Assert.True(full > 60 * 20);
        Assert.True(empty > full + 60, $"{empty} units of rivals beside an empty shelf, {full} beside a full one");

        static int RivalUnits(ulong seed, int stock)
        {
            var simulation = TestWorlds.Start(TestWorlds.Mugs(days: 2, openingStock: stock), seed);
            var mug = simulation.Observe(new(0)).Offers.Single(offer => offer.Name == "mugs/blue-mug");
            simulation.Step([new(new(0), new([new SetPrice(mug.Id, mug.ReferencePrice)]))]);
            var units = 0;
            foreach (var rival in simulation.State.Model.Rivals.Where(rival => rival.Path.StartsWith("mugs/", StringComparison.Ordinal)))
            {
                units += simulation.State.Units[rival.Row];
            }

            return units;
        }
    }

    [Fact]
    public void Rivals_follow_a_discount_down_and_never_rise_above_their_ceiling()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs(openingStock: 100_000));
        var ceilings = simulation.Observe(new(0)).Competitors.ToDictionary(rival => (rival.Niche, rival.Name), rival => rival.Price);
        TestWorlds.Play(simulation, 1, 3m);
        TestWorlds.Play(simulation, 30);
        Assert.All(simulation.Observe(new(0)).Competitors, rival => Assert.Equal(ceilings[(rival.Niche, rival.Name)], rival.Price));

        simulation.Step([new(new(0), new([.. simulation.Observe(new(0)).Offers.Select(offer => new SetPrice(offer.Id, new(offer.ReferencePrice.Cents / 2)))]))]);
        for (var day = 0; day < 40; day++)
        {
            simulation.Step([]);
        }

        foreach (var rival in simulation.Observe(new(0)).Competitors)
        {
            var share = rival.Price.Cents / (double)ceilings[(rival.Niche, rival.Name)].Cents;
            Assert.Equal(rival.Name == "dull" ? 1 : 0.75, share, 0.002);
        }
    }

    [Fact]
    public void Sales_are_paid_after_delivery_and_reserve_with_the_cycle()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs());
        TestWorlds.Play(simulation, 1);
        var first = simulation.Observe(new(0));
        Assert.True(first.Receivable > Money.Zero);
        Assert.Equal(Money.Zero, first.Available);
        for (var day = 1; day < 9; day++)
        {
            simulation.Step([]);
        }

        Assert.Equal(Money.Zero, simulation.Observe(new(0)).Available); // delivered on day 1 at the earliest, 7 days of reserve, one more
        simulation.Step([]);
        Assert.True(simulation.Observe(new(0)).Available > Money.Zero);
        Assert.Equal(13, simulation.Observe(new(0)).NextPayoutDay);
        var cash = simulation.Observe(new(0)).Cash;
        while (simulation.Day < 14)
        {
            Assert.Equal(cash, simulation.Observe(new(0)).Cash);
            simulation.Step([]);
        }

        Assert.True(simulation.Observe(new(0)).Cash > cash);
    }

    [Fact]
    public void Returned_units_are_a_share_of_sales_and_come_back_within_45_days()
    {
        var simulation = TestWorlds.Start(TestWorlds.Mugs(days: 300, openingStock: 5_000));
        TestWorlds.Play(simulation, 100);
        var sold = simulation.Summary(new(0)).UnitsSold;
        simulation.Step([new(new(0), new([.. simulation.Observe(new(0)).Offers.Select(offer => new CloseOffer(offer.Id))]))]);
        var soldUntilClosed = simulation.Summary(new(0)).UnitsSold;
        for (var day = 0; day < 44; day++)
        {
            simulation.Step([]);
        }

        Assert.Equal(sold, soldUntilClosed);
        var books = simulation.Books(new(0));
        var share = books.Balance(Account.Refunds).Cents / (double)-books.Balance(Account.Sales).Cents;
        Assert.InRange(share, 0.055, 0.085);
        var refunds = books.Balance(Account.Refunds);
        for (var day = 0; day < 30; day++)
        {
            simulation.Step([]);
        }

        Assert.Equal(refunds, simulation.Books(new(0)).Balance(Account.Refunds));
    }
}
