using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace FbaBench.Cli;

/// <summary><c>fbabench shop SALES</c>: fits a shop of one's own and says what came from the data.</summary>
internal static class ShopCommand
{
    public static CliCommand Create()
    {
        var sales = new Argument<FileInfo>("SALES") { Description = "A text file with a header and one line a sale: date, product, units, price of a unit; order and currency if there are." };
        var products = new Option<FileInfo?>("--products") { Description = "A second file: sku, category, length, width, height, weight, cost, moq, lead time." };
        var currency = new Option<string?>("--currency") { Description = "Currency of the prices, when the file does not name it." };
        var rate = new Option<decimal?>("--usd-rate") { Description = "US dollars for one unit of the currency, for example 1.27; needed unless it is USD.", CustomParser = Rate };
        var order = new Option<string?>("--date-order") { Description = "dmy or mdy, when no date of the file tells." };
        order.AcceptOnlyFromAmong("dmy", "mdy");
        var mark = new Option<string?>("--decimal-mark") { Description = "point or comma, when no price of the file tells." };
        mark.AcceptOnlyFromAmong("point", "comma");
        var columns = new Option<string[]>("--column") { Description = "ROLE=HEADER, repeatable, for columns with unusual names; roles: date, sku, units, price, order, currency.", AllowMultipleArgumentsPerToken = true };
        var leaveOut = new Option<string[]>("--leave-out") { Description = "Codes that are not products (postage, bank charges).", AllowMultipleArgumentsPerToken = true };
        var held = new Option<int>("--held-back") { Description = "Whole months at the end that the check holds back.", DefaultValueFactory = _ => 2 };
        var top = new Option<int>("--top") { Description = "Products of the world, the first by revenue.", DefaultValueFactory = _ => 12 };
        var name = new Option<string>("--name") { Description = "Name of the scenario.", DefaultValueFactory = _ => "own-shop" };
        var output = new Option<string>("--output", "-o") { Description = "Folder for shop.html and NAME.shop.json.", DefaultValueFactory = _ => "." };
        var json = new Option<bool>("--json") { Description = "Print the fit as JSON instead of the table." };
        var command = new CliCommand("shop", "Fits a shop of your own from its sales file and checks the fit against months held back.")
        {
            sales, products, currency, rate, order, mark, columns, leaveOut, held, top, name, output, json,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var reading = new ShopReadOptions
            {
                Columns = Columns(parsed.GetValue(columns) ?? []),
                DateOrder = parsed.GetValue(order) switch { "dmy" => DateOrder.DayFirst, "mdy" => DateOrder.MonthFirst, _ => DateOrder.Decide },
                DecimalMark = parsed.GetValue(mark) switch { "point" => '.', "comma" => ',', _ => null },
                LeaveOut = parsed.GetValue(leaveOut) ?? [],
                ProductsFile = parsed.GetValue(products)?.ToString(),
            };
            var fitting = new ShopFitOptions
            {
                Top = parsed.GetValue(top),
                HeldBackMonths = parsed.GetValue(held),
                Currency = parsed.GetValue(currency),
                UsdRate = parsed.GetValue(rate),
            };
            return Task.Run(() => Fit(parsed.GetRequiredValue(sales), reading, fitting, parsed.GetRequiredValue(name), parsed.GetRequiredValue(output), parsed.GetValue(json)), cancellationToken).WaitAsync(cancellationToken);
        });
        return command;
    }

    private static decimal? Rate(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate > 0)
        {
            return rate;
        }

        result.AddError($"--usd-rate '{text}' is not a rate; write a number above zero with a point, for example 1.27.");
        return null;
    }

    private static int Fit(FileInfo sales, ShopReadOptions reading, ShopFitOptions fitting, string name, string output, bool json)
    {
        if (!EntityName.IsValid(name))
        {
            throw new ArgumentException($"'{name}' cannot name a scenario; use {EntityName.Rule}.");
        }

        var fit = OwnShop.Read(sales.ToString(), reading).Fit(fitting);

        if (File.Exists(output))
        {
            throw new IOException($"--output '{output}' is a file; name a folder.");
        }

        Directory.CreateDirectory(output);
        var page = Path.Combine(output, "shop.html");
        var file = Path.Combine(output, name + ".shop.json");
        ShopReport.WriteHtml(fit, page);
        try
        {
            // A world that cannot be played is an error of today, not of the first run.
            _ = Simulation.Create(fit.ToScenario(name).Define(new WorldSeed(0)), new WorldSeed(0));
        }
        catch (WorldDefinitionException error)
        {
            throw new IOException($"{sales}: no world can be made of this shop, because {error.Message} The page says what was fitted: {page}. Leave such products out (--leave-out CODE), or give a file of fewer sales.", error);
        }

        fit.Save(file);
        if (json)
        {
            Console.WriteLine(File.ReadAllText(file));
            return ExitCodes.Passed;
        }

        Console.WriteLine(ShopReport.ToTable(fit));
        Console.WriteLine();
        Console.WriteLine($"Page: {page}");
        Console.WriteLine($"Play: fbabench run --shop {file}");
        return ExitCodes.Passed;
    }

    private static ShopColumns Columns(string[] pairs)
    {
        var columns = new ShopColumns();
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            var header = pair[(at + 1)..];
            columns = (at < 0 ? "" : pair[..at]) switch
            {
                "date" => columns with { Date = header },
                "sku" => columns with { Sku = header },
                "units" => columns with { Units = header },
                "price" => columns with { Price = header },
                "order" => columns with { Order = header },
                "currency" => columns with { Currency = header },
                _ => throw new ArgumentException($"--column '{pair}' is not ROLE=HEADER; roles are date, sku, units, price, order, currency."),
            };
        }

        return columns;
    }
}
