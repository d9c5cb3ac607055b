using System.Text;

namespace FbaBench.Tests.OwnShops;

public sealed class ShopWorldTests : IDisposable
{
    private static readonly Lazy<string> Sales = new(() => new SimulatedShop(77).Csv);
    private readonly ShopFile _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_fit_saved_and_loaded_gives_the_same_worlds()
    {
        var fit = Fit();
        fit.Save(_files.Path("a.shop.json"));
        var loaded = ShopFit.Load(_files.Path("a.shop.json"));
        for (var seed = 0UL; seed < 20; seed++)
        {
            var (one, two) = (fit.ToScenario("a").Define(new WorldSeed(seed)), loaded.ToScenario("a").Define(new WorldSeed(seed)));
            Assert.Equal(Simulation.Create(one, new WorldSeed(seed)).Hash, Simulation.Create(two, new WorldSeed(seed)).Hash);
            Assert.Equivalent(one, two, strict: true);
        }

        // The same file fits to the same bytes.
        Fit().Save(_files.Path("b.shop.json"));
        Assert.Equal(File.ReadAllBytes(_files.Path("a.shop.json")), File.ReadAllBytes(_files.Path("b.shop.json")));
    }

    [Fact]
    public void Worlds_honour_what_the_sales_leave_open()
    {
        var fit = Fit();
        var scenario = fit.ToScenario();
        var niches = Enumerable.Range(0, 400).Select(seed => scenario.Define(new WorldSeed((ulong)seed)).Niches).ToArray();
        for (var i = 0; i < fit.Products.Count; i++)
        {
            var product = fit.Products[i];
            var drawn = niches.Select(world => world[i].OwnPriceElasticity).Order().ToArray();
            Assert.InRange(drawn[200], Math.Clamp(product.Elasticity.Value, -4.5, -1.2) - 0.2, Math.Clamp(product.Elasticity.Value, -4.5, -1.2) + 0.2);

            // At least the middle of the interval lies within the realistic range, where nothing is cut.
            var inside = drawn.Count(value => value >= product.Elasticity.Low && value <= product.Elasticity.High) / 400.0;
            Assert.InRange(inside, 0.85, 1);
            Assert.Equal(5, niches[0][i].Rivals.Count);
        }

        // Sessions × share of them that order from the own listing = orders: the level of the fit, in the median world.
        var first = fit.Products[0];
        var orders = niches.Take(100).Select(world => world[0].SessionsPerDay * ReferenceSales.Shares(world[0], new()).Single()).Order().ToArray()[50];
        Assert.InRange(orders / first.Level.Value, 0.75, 1.35);
    }

    [Fact]
    public void The_whole_way_runs_and_the_second_file_counts()
    {
        var products = _files.Write("sku,category,length,width,height,weight,cost,moq,lead time\nP01,toys_games,10,8,2,1.5,2.25,400,30\n", "products.csv");
        var fit = OwnShop.Read(_files.Write(Sales.Value), new ShopReadOptions { ProductsFile = products }).Fit(new ShopFitOptions { Currency = "EUR", UsdRate = 1.1m, HeldBackMonths = 0, Top = 3, Fitted = 6 });
        Assert.Null(fit.HeldBack);
        var world = fit.ToScenario("mine").Define(new WorldSeed(1));
        Assert.Equal(fit.Products.Count, world.Niches.Count);
        foreach (var (product, niche) in fit.Products.Zip(world.Niches))
        {
            var sold = Assert.Single(niche.Products);
            Assert.Equal(Money.Dollars(Math.Round(product.ReferencePrice * 1.1m, 2, MidpointRounding.AwayFromZero)), sold.ReferencePrice);
            if (product.Sku == "P01")
            {
                Assert.Equal(("toys_games", 1.5, new Dimensions(10, 8, 2)), (sold.Category, sold.WeightPounds, sold.Size));
                Assert.Equal(new PriceStep(400, Money.Dollars(2.48m)), sold.Suppliers[0].Ladder[0]);
                Assert.Equal(12, sold.Suppliers[0].Production.MedianDays);
                Assert.Equal(18, sold.Suppliers[0].Transit.MedianDays);
                Assert.Empty(product.Assumed);
            }
            else
            {
                Assert.Equal(["category", "size", "weight", "unit cost", "minimum order", "lead time"], product.Assumed);
            }
        }

        var run = Simulation.Create(world, new WorldSeed(1));
        while (!run.IsOver)
        {
            run.Step([new SeatDecision(new Seat(0), Decision.None)]);
        }

        var page = ShopReport.ToHtml(fit);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("all from the second file", page, StringComparison.Ordinal);
        Assert.Contains("at 1.1 for one EUR", page, StringComparison.Ordinal);
        Assert.Equal(0, fit.ShiftDays % 7);
        Assert.True(fit.Last.AddDays(fit.ShiftDays) < new SimDate(2025, 1, 15));
    }

    [Fact]
    public void Currency_and_rate_are_never_guessed()
    {
        var named = OwnShop.Read(_files.Write(Sales.Value.Replace("Unit Price", "Unit Price GBP", StringComparison.Ordinal)));
        Assert.Contains("give the rate in US dollars for one GBP", Error(named, new()), StringComparison.Ordinal);
        Assert.Contains("names the currency GBP, but EUR was given", Error(named, new() { Currency = "EUR", UsdRate = 1 }), StringComparison.Ordinal);
        var silent = OwnShop.Read(_files.Write(Sales.Value));
        Assert.Contains("does not name the currency of its prices", Error(silent, new()), StringComparison.Ordinal);
        Assert.Contains("in USD, but a rate of 1.2", Error(silent, new() { Currency = "USD", UsdRate = 1.2m }), StringComparison.Ordinal);
        Assert.Contains("'pounds' is not a currency", Error(silent, new() { Currency = "pounds" }), StringComparison.Ordinal);

        static string Error(ShopHistory history, ShopFitOptions options) => Assert.Throws<ArgumentException>(() => history.Fit(options)).Message;
    }

    [Fact]
    public void Too_little_to_fit_is_said()
    {
        var text = new StringBuilder("date,sku,units,price\n");
        for (var day = new SimDate(2024, 1, 1); day < new SimDate(2024, 3, 31); day = day.AddDays(1))
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{day},a,1,2\n");
        }

        var history = OwnShop.Read(_files.Write(text.ToString()));
        var error = Assert.Throws<ShopDataException>(() => history.Fit(new ShopFitOptions { Currency = "USD" }));
        Assert.Contains("with 2 months held back fewer than 56 days are left", error.Message, StringComparison.Ordinal);

        // One product alone can be fitted: all else is prior.
        var fit = history.Fit(new ShopFitOptions { Currency = "USD", HeldBackMonths = 0 });
        Assert.Equal(0, Assert.Single(fit.Products).Elasticity.DataShare);
        Assert.InRange(fit.Products[0].Level.Value, 0.6, 1.6);
        _ = Simulation.Create(fit.ToScenario().Define(new WorldSeed(3)), new WorldSeed(3));
    }

    [Theory]
    [InlineData("{}", "it is not a file of a fitted shop")]
    [InlineData("not json", "it is not a file of a fitted shop")]
    public void A_wrong_fit_is_refused(string text, string problem)
    {
        var path = _files.Write(text, "x.shop.json");
        Assert.Contains(problem, Assert.Throws<ShopDataException>(() => ShopFit.Load(path)).Message, StringComparison.Ordinal);
        Assert.Contains("there is no such file", Assert.Throws<ShopDataException>(() => ShopFit.Load(path + "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fit_changed_by_hand_is_refused_with_its_place()
    {
        var fit = Fit();
        fit.Save(_files.Path("a.shop.json"));
        var text = File.ReadAllText(_files.Path("a.shop.json"));
        var schema = _files.Write(text.Replace("fbabench-shop/1", "fbabench-shop/0", StringComparison.Ordinal), "b.shop.json");
        Assert.Contains("'fbabench-shop/0' was found", Assert.Throws<ShopDataException>(() => ShopFit.Load(schema)).Message, StringComparison.Ordinal);
        (fit with { Products = [fit.Products[0] with { Level = new Estimated(1, 2, 3, 0) }] }).Save(_files.Path("c.shop.json"));
        Assert.Contains($"product {fit.Products[0].Sku}: level and months", Assert.Throws<ShopDataException>(() => ShopFit.Load(_files.Path("c.shop.json"))).Message, StringComparison.Ordinal);
    }

    private ShopFit Fit() => OwnShop.Read(_files.Write(Sales.Value)).Fit(new ShopFitOptions { Currency = "USD", HeldBackMonths = 0 });
}
