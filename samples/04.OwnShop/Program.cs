// A benchmark in a world fitted to a shop's own sales. `-- FOLDER` writes somewhere else than ./fbabench-results/own-shop.
using FbaBench;

var folder = args.Length > 0 ? args[0] : Path.Combine("fbabench-results", "own-shop");
var here = AppContext.BaseDirectory;

// What the file leaves open is asked for by one error: here it has no column for the currency.
var sales = OwnShop.Read(Path.Combine(here, "sales.csv"), new ShopReadOptions { ProductsFile = Path.Combine(here, "products.csv") });
var shop = sales.Fit(new ShopFitOptions { Currency = "GBP", UsdRate = 1.60m, Top = 8, HeldBackMonths = 2 });
Console.WriteLine(ShopReport.ToTable(shop));

Directory.CreateDirectory(folder);
shop.Save(Path.Combine(folder, "gifts.shop.json"));
ShopReport.WriteHtml(shop, Path.Combine(folder, "shop.html"));

var report = await Benchmark.Create("own-shop")
    .Scenario(ShopFit.Load(Path.Combine(folder, "gifts.shop.json")).ToScenario("gifts"))
    .Agent("base-stock").Agent("greedy-repricer").Agent("do-nothing")
    .Worlds(8)
    .Output(folder)
    .RunAsync(ConsoleProgress.Create());
Console.WriteLine(report.ToTable());
Console.WriteLine($"Report: {report.HtmlPath}");
