using FbaBench.Scenarios;

namespace FbaBench.Tests.Economics;

public sealed class ScenarioTests
{
    public static TheoryData<string> Names => [.. ShippedScenarios.Standard];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shipped_scenario_is_a_valid_world_of_a_year_from_mid_January_2025(string name)
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            var world = ShippedScenarios.Find(name).Define(new(seed));
            var simulation = Simulation.Create(world, new(seed));
            Assert.Equal(("2025-01-15", 365, name, false), (world.Start.ToString(), world.Days, world.Name, world.Laboratory));
            Assert.Equal(12, simulation.Observe(new(0)).Offers.Count);
            Assert.DoesNotContain(world.Niches.SelectMany(niche => niche.Products), product => FeeSchedule.IsApparel(product.Category));
            Assert.NotEmpty(world.Sources);
        }
    }

    /// <summary>In a laboratory of known demand nothing is drawn: all its worlds are one.</summary>
    [Fact]
    public void Worlds_of_one_seed_are_equal_and_of_others_differ()
    {
        foreach (var scenario in ShippedScenarios.All)
        {
            Assert.Equal(Digest(5), Digest(5));
            Assert.Equal(scenario.Name == "lab-lot-size", Digest(5) == Digest(6));

            StateHash Digest(ulong seed) => DefinitionDigest.Of(scenario.Define(new(seed)));
        }
    }

    [Fact]
    public void A_dozen_minimum_orders_of_the_first_year_cost_what_the_seller_owns()
    {
        var offers = Simulation.Create(new FirstYear().Define(new(1)), new(1)).Observe(new(0)).Offers;
        var total = offers.Aggregate(Money.Zero, (sum, offer) => sum + (offer.BestQuote.LandedCostAtMinimum * offer.BestQuote.MinimumUnits));
        Assert.InRange(total.Cents, 3_200_000, 4_800_000);
        Assert.All(offers, offer => Assert.Equal("factory", offer.BestQuote.Name));
    }

    /// <summary>Counted from the sales file by hand: 148 lines of the cake stand in 374 days, a sample of 7.38 %.</summary>
    [Fact]
    public void The_gift_shop_has_the_level_season_and_weekdays_of_its_sales()
    {
        var sales = ShopSales.Load("gift-shop-sales.csv").Estimate("22423", 0.0738);
        Assert.Equal(148 / 374.0 / 0.0738, sales.OrdersPerDay[0], 9);
        Assert.Equal(1 / Math.Sqrt(148), sales.LevelSd, 9);
        Assert.Equal(1, sales.MonthIndex.Average(), 9);
        Assert.Equal(1, sales.WeekdayIndex.Average(), 9);
        var bottles = ShopSales.Load("gift-shop-sales.csv").Estimate("22112", 0.0738);
        Assert.True(bottles.MonthIndex[10] > 2 * bottles.MonthIndex[5], "hot water bottles do not sell better in November than in June");
        Assert.Equal((sales.WeekdayIndex[4] + sales.WeekdayIndex[6]) / 2, sales.WeekdayIndex[5], 9);
    }

    [Fact]
    public void An_estimate_blends_a_product_s_own_pattern_with_the_shop_s()
    {
        var text = new StringReader("# prose\ndate,sku,price_gbp,orders,units\n2011-01-03,a,1.00,30,30\n2011-02-28,b,1.00,30,30\n2011-12-31,b,1.00,30,30\n");
        var sales = ShopSales.Parse(text).Estimate("a", 1);
        Assert.Equal(30 / 363.0, sales.OrdersPerDay[0], 9);
        Assert.Equal(0, sales.MonthIndex[5], 9);
        Assert.True(sales.MonthIndex[0] > sales.MonthIndex[1] && sales.MonthIndex[1] > 0, "the shop's February does not show in a product of few lines");
        Assert.Throws<InvalidDataException>(() => ShopSales.Parse(new StringReader("2011-01-03,a,1,1,1")).Estimate("z", 1));
    }

    /// <summary>Units of a year at reference prices, through search, sponsored slots and reviews, are what the sales file says.</summary>
    [Fact]
    public void A_gift_shop_world_sells_at_reference_prices_what_the_shop_sold()
    {
        var scenario = new GiftShop();
        double sold = 0;
        for (ulong seed = 0; seed < 6; seed++)
        {
            var world = scenario.Define(new(seed));
            world = world with
            {
                Fees = FeePolicy.None,
                Niches = [.. world.Niches.Select(niche => niche with { FactorVariance = 0, Products = [.. niche.Products.Select(product => product with { OpeningStock = 100_000, OpeningUnitCost = new(1) })] })],
            };
            var simulation = Simulation.Create(world, new(seed));
            simulation.Step([new(new(0), new([.. simulation.Observe(new(0)).Offers.Select(offer => new SetPrice(offer.Id, offer.ReferencePrice))]))]);
            while (simulation.Day < 365)
            {
                simulation.Step([]);
            }

            sold += simulation.Summary(new(0)).UnitsSold;
        }

        // 374 days of a 7.38 % sample.
        var shop = ShopSales.Load("gift-shop-sales.csv");
        string[] skus = ["22423", "47566", "22720", "23298", "22960", "22112", "22139", "23245", "22624", "22138", "22111", "22727"];
        var orders = skus.Sum(sku => shop.Estimate(sku, 0.0738).OrdersPerDay[0]);
        Assert.InRange(sold / (6 * 365 * 1.15 * orders), 0.93, 1.07);
    }
}
