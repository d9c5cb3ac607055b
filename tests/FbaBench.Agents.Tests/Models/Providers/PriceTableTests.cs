using System.Text;

namespace FbaBench.Agents.Tests.Models;

/// <summary>Prices by model and day.</summary>
public sealed class PriceTableTests
{
    private const string Row = """{"model":"here/small","from":"2026-01-01","input":1,"cachedInput":0,"output":2,"sources":["https://example.org/prices"],"readOn":"2026-02-01"}""";

    [Theory]
    [InlineData("openai/gpt-5-mini", 250_000, 25_000, 2_000_000)]
    [InlineData("openai/gpt-4.1-nano", 100_000, 25_000, 400_000)]
    [InlineData("openrouter/anthropic/claude-haiku-4.5", 1_000_000, 100_000, 5_000_000)]
    [InlineData("openrouter/mistralai/ministral-3b-2512", 100_000, 100_000, 100_000)]
    public void Shipped_prices_are_those_of_their_sources(string model, long input, long cached, long output) =>
        Assert.Equal(new ModelPrice(input, cached, output), PriceTable.Shipped.Find(model, PriceTable.Shipped.Date).Price);

    [Fact]
    public void Every_shipped_price_has_two_sources_and_a_sane_form()
    {
        Assert.InRange(PriceTable.Shipped.Rows.Count, 15, 40);
        Assert.All(PriceTable.Shipped.Rows, row =>
        {
            Assert.True(row.Sources.Count == 2 && row.Sources.Distinct().Count() == 2 && row.Sources.All(source => source.Scheme == "https"), row.Model);
            Assert.True(row.Price.CachedInput <= row.Price.Input && row.Price.Input <= row.Price.Output, row.Model);
            Assert.True(row.From <= row.ReadOn && row.ReadOn <= PriceTable.Shipped.Date, row.Model);
            Assert.True(row.Model.StartsWith("openai/", StringComparison.Ordinal) || row.Model.StartsWith("openrouter/", StringComparison.Ordinal), row.Model);
        });
        Assert.Equal(PriceTable.Shipped.Rows.OrderBy(row => row.Model, StringComparer.Ordinal).ThenBy(row => row.From), PriceTable.Shipped.Rows);
    }

    [Fact]
    public void The_row_in_force_is_the_last_one_that_began()
    {
        var table = Read(Table(Row, Row.Replace("2026-01-01", "2026-03-01", StringComparison.Ordinal).Replace("\"output\":2", "\"output\":3", StringComparison.Ordinal)));
        Assert.Equal([2L, 2L, 3L, 3L], new[] { Day(1, 1), Day(2, 28), Day(3, 1), Day(12, 31) }.Select(day => table.Find("here/small", day).Price.Output));
        Assert.Equal(("t1", Day(2, 2), 2), (table.Version, table.Date, table.Rows.Count));
    }

    [Fact]
    public void A_model_or_a_day_without_a_price_is_an_error_that_says_how_to_give_one()
    {
        var table = Read(Table(Row));
        var early = Assert.Throws<ArgumentException>(() => table.Find("here/small", new(2025, 12, 31))).Message;
        Assert.Contains("has prices of 'here/small' from 2026-01-01 on, and none for 2025-12-31", early, StringComparison.Ordinal);
        Assert.Contains("ModelSource.Price, or the settings FbaBench:Models:here:Prices:small", early, StringComparison.Ordinal);
        var unknown = Assert.Throws<ArgumentException>(() => table.Find("there/a/b", Day(1, 1))).Message;
        Assert.Contains("t1 has no price of 'there/a/b'. Give one: ModelSource.Price, or the settings FbaBench:Models:there:Prices:a/b", unknown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"input\":1", "\"input\":1.5", 4, "input is a whole number from 0 to 1000000000000")]
    [InlineData("\"input\":1", "\"input\":-1", 4, "input is a whole number")]
    [InlineData("\"input\":1,", "", 4, "input is missing")]
    [InlineData("\"input\":1", "\"price\":1", 4, "price is no field of a price")]
    [InlineData("\"input\":1", "\"input\":1,\"input\":1", 4, "input stands twice")]
    [InlineData("2026-01-01", "2026-13-01", 4, "from is a day")]
    [InlineData("here/small", "small", 4, "model is PROVIDER/MODEL")]
    [InlineData("https://example.org/prices", "prices", 4, "sources holds what is no address")]
    [InlineData("\"t1\"", "1", 2, "version is a text")]
    [InlineData("\"2026-02-02\"", "\"2 February\"", 3, "date is a day")]
    [InlineData("\"date\"", "\"day\"", 3, "day is no field of a price table")]
    [InlineData("\"version\":\"t1\",", "", 6, "version is missing")]
    [InlineData("\"prices\":[", "\"prices\":7, \"x\":[", 4, "prices is a list of objects")]
    [InlineData("}\n]", "}\n", 6, "this is no JSON")]
    public void What_is_wrong_has_its_line_and_field(string right, string wrong, int line, string says)
    {
        var table = Table(Row);
        Assert.Contains(right, table, StringComparison.Ordinal);
        var message = Assert.Throws<InvalidDataException>(() => Read(table.Replace(right, wrong, StringComparison.Ordinal))).Message;
        Assert.StartsWith($"mine.json({line}): ", message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_prices_from_one_day_on_an_empty_list_and_text_behind_the_end_are_refused()
    {
        Assert.Contains("second row of here/small for 2026-01-01", Assert.Throws<InvalidDataException>(() => Read(Table(Row, Row))).Message, StringComparison.Ordinal);
        Assert.Contains("prices is empty", Assert.Throws<InvalidDataException>(() => Read(Table())).Message, StringComparison.Ordinal);
        Assert.Contains("no JSON", Assert.Throws<InvalidDataException>(() => Read(Table(Row) + "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_read_and_named_in_its_errors()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("fbabench-prices").FullName, "prices.json");
        File.WriteAllText(path, Table(Row));
        Assert.Equal(2, PriceTable.Load(path).Find("here/small", Day(1, 1)).Price.Output);
        File.WriteAllText(path, "[]");
        Assert.StartsWith($"{path}(1): the table is an object", Assert.Throws<InvalidDataException>(() => PriceTable.Load(path)).Message, StringComparison.Ordinal);
    }

    private static DateOnly Day(int month, int day) => new(2026, month, day);

    private static PriceTable Read(string json) => PriceTable.Read(Encoding.UTF8.GetBytes(json), "mine.json");

    private static string Table(params string[] rows) => "{\n\"version\":\"t1\",\n\"date\":\"2026-02-02\",\n\"prices\":[" + string.Join(",\n", rows) + "\n]\n}";
}
