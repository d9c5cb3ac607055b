using System.Text;

namespace FbaBench.Tests.OwnShops;

public sealed class ReadingTests : IDisposable
{
    private readonly ShopFile _files = new();

    public void Dispose() => _files.Dispose();

    /// <summary>The same two sales, written as shops of other countries and programs write them.</summary>
    [Theory]
    [InlineData("date,sku,units,price\n2024-01-31,a,2,1234.50\n2024-02-01,b,1,9.99\n")]
    [InlineData("date;sku;units;price\n31.01.2024;a;2;1234,50\n01.02.2024;b;1;9,99\n")]
    [InlineData("Order Date\tSKU\tQty\tUnit Price\n31/01/2024 12:30\ta\t2\t1.234,50\n01/02/2024 00:00:01\tb\t1\t9,99\n")]
    [InlineData("InvoiceDate|StockCode|Quantity|UnitPrice\n1/31/24 7:45|a|2|1234.5\n2/1/24 7:45 PM|b|1|9.99\n")]
    [InlineData("sku,price,date,units\r\n\r\n\"a\",\"$1,234.50\",2024-01-31T10:00:00Z,2\r\n\"b\",$9.99,2024-02-01,1\r\n\r\n")]
    [InlineData("sep=;\nsku;price;date;units\na;1'234.50;20240131;2\nb;9.99;2024/02/01;1.0")]
    [InlineData("\uFEFFdate,item name,sku,units,unit_price_gbp\n2024-01-31,\"mug, blue\nlarge\",a,2,\"1,234.50 GBP\"\n2024-02-01,x,b,1,£9.99\n")]
    public void Forms_of_other_countries_and_programs_are_read_right(string text)
    {
        var history = OwnShop.Read(_files.Write(text));
        Assert.Equal(new SimDate(2024, 1, 31), history.First);
        Assert.Equal(new SimDate(2024, 2, 1), history.Last);
        Assert.Equal((2, 3L, 2478.99m), (history.Products, history.Units, history.Revenue));
    }

    [Theory]
    [InlineData("UTF-16")]
    [InlineData("Latin-1")]
    [InlineData("UTF-8")]
    public void Encodings_are_found(string name)
    {
        var encoding = name == "UTF-16" ? Encoding.Unicode : name == "Latin-1" ? Encoding.Latin1 : Encoding.UTF8;
        byte[] bytes = [.. name == "UTF-16" ? encoding.Preamble : [], .. encoding.GetBytes("date,sku,units,price\n2024-01-31,crème,2,3\n")];
        var history = OwnShop.Read(_files.Write(bytes));
        Assert.Equal(name, history.Reading.Encoding);
        Assert.Equal("crème", Assert.Single(history.Sales).Sku);
    }

    /// <summary>An order of five units is one, on one line of five or on two of three and two.</summary>
    [Fact]
    public void Lines_of_an_order_are_one_order_of_their_units_together()
    {
        var once = OwnShop.Read(_files.Write("order,date,sku,units,price\n1,2024-01-31,a,5,3\n2,2024-01-31,a,1,3\n", "once.csv"));
        var twice = OwnShop.Read(_files.Write("order,date,sku,units,price\n1,2024-01-31,a,3,3\n1,2024-01-31,a,2,3\n2,2024-01-31,a,1,3\n", "twice.csv"));
        foreach (var history in (ShopHistory[])[once, twice])
        {
            var product = Assert.Single(history.Sales);
            Assert.Equal(2, product.Orders);
            Assert.Equal([(1, 1), (5, 1)], product.OrdersBySize.Where(pair => pair.Value > 0).Select(pair => (pair.Key.Size, pair.Value)).Order());
        }
    }

    [Theory]
    [InlineData("sku;cost;weight kg\na;1.25;0,5\n", "'0,5' has the decimal mark ',', but '.' is that of the file")]
    [InlineData("sku;cost\na;1.250\n", "'1.250' can be thousands or decimals")]
    [InlineData("sku\tcost\na\t1,250\n", "'1,250' can be thousands or decimals")]
    public void A_products_file_whose_decimal_mark_is_open_or_mixed_is_refused(string products, string problem)
    {
        var error = Assert.Throws<ShopDataException>(() => OwnShop.Read(
            _files.Write("date,sku,units,price\n2024-01-31,a,1,2.50\n"), new ShopReadOptions { ProductsFile = _files.Write(products, "products.csv") }));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Line);
    }

    [Theory]
    [InlineData("sku;cost\na;1.25\n", 1.25)]
    [InlineData("sku;cost\na;1,25\n", 1.25)]
    [InlineData("sku;cost;weight\na;1.250;0.5\n", 1.25)]
    [InlineData("sku;cost;weight\na;1.250;0,5\n", 1250)]
    public void A_products_file_s_decimal_mark_follows_from_its_numbers(string products, double cost)
    {
        var history = OwnShop.Read(_files.Write("date,sku,units,price\n2024-01-31,a,1,2.50\n"), new ShopReadOptions { ProductsFile = _files.Write(products, "products.csv") });
        Assert.Equal(cost, history.Facts["a"].UnitCost);
    }

    [Fact]
    public void Sales_with_an_old_gap_give_one_clear_error()
    {
        var lines = Enumerable.Range(0, 120).Select(i => $"{new SimDate(2018, 1, 1).AddDays(i)},a,2,3.5")
            .Concat(Enumerable.Range(0, 20).Select(i => $"{new SimDate(2024, 5, 1).AddDays(i)},a,2,3.5"));
        var history = OwnShop.Read(_files.Write("date,sku,units,price\n" + string.Join('\n', lines)));
        var error = Assert.Throws<ShopDataException>(() => history.Fit(new ShopFitOptions { Currency = "USD", HeldBackMonths = 2 }));
        Assert.Contains("it has no sales from", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Each wrong file: one sentence that names the line and what would be right.</summary>
    [Theory]
    [InlineData("", null, "the file is empty")]
    [InlineData("\n\n  \n", null, "blank lines only")]
    [InlineData("date,sku,units,price\n", 1, "no line of sales below it")]
    [InlineData("date,sku,units\n2024-01-31,a,1\n", 1, "no column for the price (usually named 'unit price'); the header has 'date', 'sku', 'units'")]
    [InlineData("when,sku,units,price\n2024-01-31,a,1,2\n", 1, "no column for the date")]
    [InlineData("just one column\n1\n", 1, "has one column")]
    [InlineData("date,sku,units,price,price\n2024-01-31,a,1,2,3\n", 1, "columns 4 and 5 can both be the price")]
    [InlineData("date,sku,units,price\n2024-01-31,a,1,2\n2024-02-30,a,1,2\n", 3, "there is no day '2024-02-30'")]
    [InlineData("date,sku,units,price\n2024-01-31,a,1,2\nyesterday,a,1,2\n", 3, "'yesterday' is not a date")]
    [InlineData("date,sku,units,price\n,a,1,2\n", 2, "there is no date")]
    [InlineData("date,sku,units,price\n03/04/2024,a,1,2\n05/06/2024,a,1,2\n", 2, "'03/04/2024' can have the day or the month first")]
    [InlineData("date,sku,units,price\n13/04/2024,a,1,2\n05/16/2024,a,1,2\n", 3, "'13/04/2024' (line 2) has the day first and '05/16/2024' (line 3) the month")]
    [InlineData("date,sku,units,price\n2024-01-31,a,1,2\n\n2024-01-31,a,1,-2\n", 4, "the price -2 is negative")]
    [InlineData("date,sku,units,price\n2024-01-31,a,1,2\n2024-01-31,a,1,free\n", 3, "'free' is not a price")]
    [InlineData("date,sku,units,price\n2024-01-31,a,1,2\n2024-01-31,a,1.5,2\n", 3, "1.5 units were found")]
    [InlineData("date,sku,units,price\n2024-01-31,a,one,2\n", 2, "'one' is not a number of units")]
    [InlineData("date,sku,units,price\n2024-01-31,,1,2\n", 2, "there is no product code")]
    [InlineData("date;sku;units;price\n2024-01-31;a;1;2,50\n2024-01-31;a;1;2.50\n", 3, "has a decimal point and '2,50' (line 2) a decimal comma")]
    [InlineData("date;sku;units;price\n2024-01-31;a;1;1.250\n2024-01-31;a;1;2\n", 2, "'1.250' can be thousands or decimals")]
    [InlineData("date,sku,units,price\n2024-01-31,a,1,2,50\n", 2, "5 columns were found where the header has 4")]
    [InlineData("date,sku,units,price\n2024-01-31,a,1,2\n2024-01-31,\"a,1,2\n2024-02-01,b,1,2\n", 3, "a quote that is opened must be closed")]
    [InlineData("date,sku,units,price,currency\n2024-01-31,a,1,2,GBP\n2024-01-31,a,1,2,EUR\n", 3, "EUR was found after GBP")]
    [InlineData("date,sku,units,price\n2024-01-31,a,1,0\n", null, "none of its 1 lines is a sale: 0 are returns, 1 have a price of zero")]
    [InlineData("date,sku,units,price\n2024-01-31,a,-1,2\n2024-02-01,a,-2,2\n", null, "none of its 2 lines is a sale: 2 are returns")]
    public void Wrong_files_get_one_clear_error(string text, int? line, string problem)
    {
        var error = Error(text);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Equal(line, error.Line);
        Assert.StartsWith(line is null ? "sales.csv" : $"sales.csv, line {line}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Garbage_is_refused()
    {
        var bytes = new byte[100_000];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(i * 7919 >> 3);
        }

        Assert.Contains("which no text has", Error(bytes).Message, StringComparison.Ordinal);
        Assert.Contains("there is no such file", Assert.Throws<ShopDataException>(() => OwnShop.Read(_files.Path("none.csv"))).Message, StringComparison.Ordinal);
        Assert.Contains("it is a directory", Assert.Throws<ShopDataException>(() => OwnShop.Read(Path.GetTempPath())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_the_encoding_further_down_are_refused()
    {
        var text = new StringBuilder("date,sku,units,price\n");
        while (text.Length < 1_200_000)
        {
            text.Append("2024-01-31,a,1,2\n");
        }

        byte[] bytes = [.. Encoding.ASCII.GetBytes(text.ToString()), .. "2024-01-31,cr"u8, 0xE8, .. "me,1,2\n"u8];
        Assert.Contains("save it as UTF-8", Error(bytes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_decide_what_the_file_leaves_open()
    {
        var path = _files.Write("when;what;n;each\n03/04/2024;a;1;1.250\n");
        var columns = new ShopColumns { Date = "when", Sku = "What", Units = "n", Price = "each" };
        var history = OwnShop.Read(path, new ShopReadOptions { Columns = columns, DateOrder = DateOrder.DayFirst, DecimalMark = ',' });
        Assert.Equal(new SimDate(2024, 4, 3), history.First);
        Assert.Equal(1250, history.Revenue);
        history = OwnShop.Read(path, new ShopReadOptions { Columns = columns, DateOrder = DateOrder.MonthFirst, DecimalMark = '.' });
        Assert.Equal(new SimDate(2024, 3, 4), history.First);
        Assert.Equal(1.25m, history.Revenue);
        var error = Assert.Throws<ShopDataException>(() => OwnShop.Read(path, new ShopReadOptions { Columns = columns with { Price = "cost" } }));
        Assert.Contains("there is no such column for the price", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Returns_repeats_giveaways_and_what_is_left_out_are_counted()
    {
        var reading = OwnShop.Read(
            _files.Write("""
                order,date,sku,units,price
                1,2024-01-31 10:00,a,2,5
                1,2024-01-31 10:00,a,2,5
                1,2024-01-31 10:01,a,3,5
                2,2024-01-31 10:00,a,-2,5
                3,2024-01-31 10:00,a,1,0
                4,2024-01-31 10:00,a,0,5
                5,2024-01-31 10:00,POST,1,5
                """),
            new ShopReadOptions { LeaveOut = ["post"] });
        Assert.Equal((7L, 1L, 1L, 1L, 1L, 1L), (reading.Reading.Lines, reading.Reading.RepeatedLines, reading.Reading.ReturnLines, reading.Reading.FreeLines, reading.Reading.EmptyLines, reading.Reading.LeftOutLines));
        Assert.Equal(["POST"], reading.Reading.LeftOut);

        // Order 1 names the product on two lines: one order of five units.
        Assert.Equal((1L, 5L), (reading.Orders, reading.Units));
    }

    [Fact]
    public void Without_orders_equal_lines_are_two_sales()
    {
        var history = OwnShop.Read(_files.Write("date,sku,units,price\n2024-01-31,a,2,5\n2024-01-31,a,2,5\n"));
        Assert.Equal((2L, 4L, 0L, false), (history.Orders, history.Units, history.Reading.RepeatedLines, history.Reading.HasOrders));
    }

    [Fact]
    public void The_second_file_gives_facts_in_the_units_of_its_header()
    {
        var sales = _files.Write("date,sku,units,price\n2024-01-31,a,2,5\n");
        var products = _files.Write("sku;category;length_cm;width_cm;height_cm;weight_kg;cost;moq;lead time\na;toys_games;25,4;12,7;2,54;0,5;1,20;200;50\n", "products.csv");
        var facts = OwnShop.Read(sales, new ShopReadOptions { ProductsFile = products }).Facts["a"];
        Assert.Equal(new ProductFacts("a") { Category = "toys_games", LengthInches = 10, WidthInches = 5, HeightInches = 1, WeightPounds = 1.102311, UnitCost = 1.2, MinimumUnits = 200, LeadTimeDays = 50 }, facts);
        foreach (var (text, problem) in new[]
        {
            ("sku,category\na,toys\n", "line 2, category: 'toys' is not a fee category"),
            ("sku,cost\na,-1\n", "line 2, cost: '-1' was found"),
            ("sku,moq\na,1.5\n", "line 2, moq: '1.5' was found"),
            ("sku,cost\na,1\na,2\n", "line 3, sku: the product a stands twice"),
            ("name,cost\na,1\n", "line 1: there is no column for the product"),
        })
        {
            var wrong = _files.Write(text, "products.csv");
            var error = Assert.Throws<ShopDataException>(() => OwnShop.Read(sales, new ShopReadOptions { ProductsFile = wrong }));
            Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_large_file_is_read_in_memory_that_does_not_grow_with_it() => ReadLarge(20_000_000);

    [Fact]
    [Trait("Category", "Long")]
    public void A_file_of_a_gigabyte_is_read()
    {
        if (LongRun.IsWhole)
        {
            ReadLarge(1_000_000_000);
        }
    }

    private void ReadLarge(long bytes)
    {
        var path = _files.Path("large.csv");
        long lines = 0;
        using (var writer = new StreamWriter(path))
        {
            writer.Write("order,date,sku,units,price\n");
            for (long length = 0; length < bytes; lines++)
            {
                var line = FormattableString.Invariant($"{lines},{2020 + (lines / 7 % 4)}-{1 + (lines % 12):00}-{1 + (lines / 5 % 28):00} 10:{lines % 60:00},product-{lines % 97:000},{1 + (lines % 3)},{5 + (lines % 97 / 10.0):0.00}\n");
                writer.Write(line);
                length += line.Length;
            }
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var history = OwnShop.Read(path);
        Console.WriteLine(FormattableString.Invariant($"{bytes / 1_000_000} MB, {lines} lines, read in {watch.Elapsed.TotalSeconds:0.0} s, peak working set {System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB"));
        Assert.Equal((lines, 97, lines), (history.Reading.Lines, history.Products, history.Orders));
        Assert.Equal(lines / 3 * 6 + new[] { 0, 1, 3 }[lines % 3], history.Units);
    }

    private ShopDataException Error(string text) => Assert.Throws<ShopDataException>(() => OwnShop.Read(_files.Write(text)));

    private ShopDataException Error(byte[] bytes) => Assert.Throws<ShopDataException>(() => OwnShop.Read(_files.Write(bytes)));
}
