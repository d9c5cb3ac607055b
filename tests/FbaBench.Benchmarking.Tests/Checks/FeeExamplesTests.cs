using System.Text.Json;

namespace FbaBench.Tests.Checks;

public sealed class FeeExamplesTests
{
    [Fact]
    public void All_published_examples_pass()
    {
        var lines = FeeExamples.Check(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "fee-examples.json")));
        Assert.Equal(55, lines.Count);
        Assert.All(lines, line => Assert.True(line.Pass, line.ToJson()));
    }

    [Theory]
    [InlineData("{\"category\":\"magic\",\"total_sales_price\":10}", "referral", "2025-06-01", "'magic'")]
    [InlineData("{\"category\":\"home_kitchen\",\"total_sales_price\":-1}", "referral", "2025-06-01", "price is -1.00")]
    [InlineData("{\"category\":\"home_kitchen\",\"total_sales_price\":10}", "referral", "2001-01-01", "2001-01-01")]
    [InlineData("{\"category\":\"home_kitchen\"}", "referral", "2025-06-01", "input.total_sales_price is missing")]
    [InlineData("{\"category\":\"home_kitchen\",\"total_sales_price\":1.005}", "referral", "2025-06-01", "at most two decimals")]
    [InlineData("{\"category\":\"home_kitchen\",\"total_sales_price\":\"10\"}", "referral", "2025-06-01", "input.total_sales_price is not a number")]
    [InlineData("{\"category\":7,\"total_sales_price\":10}", "referral", "2025-06-01", "input.category is not a text")]
    [InlineData("{\"category\":\"home_kitchen\",\"total_sales_price\":1e25}", "referral", "2025-06-01", "too large")]
    [InlineData("{\"dims_in\":[10,6],\"unit_weight_lb\":1,\"price\":25,\"apparel\":false}", "fulfillment", "2025-06-01", "three sides")]
    [InlineData("{\"unit_weight_lb\":1,\"price\":25,\"apparel\":false}", "fulfillment", "2025-06-01", "input.dims_in is missing")]
    [InlineData("{\"dims_in\":[10,6,0],\"unit_weight_lb\":1,\"price\":25,\"apparel\":false}", "fulfillment", "2025-06-01", "dimension height is 0")]
    [InlineData("{\"dims_in\":[10,6,1],\"unit_weight_lb\":1,\"price\":25,\"apparel\":true}", "fulfillment", "2025-11-20", "apparel")]
    [InlineData("{}", "teleport", "2025-06-01", "'teleport' is of an unknown kind")]
    [InlineData("{}", "referral", "June 2025", "date is not a date")]
    [InlineData("[]", "referral", "2025-06-01", "input is not an object")]
    [InlineData("{\"size\":\"round\",\"shipping_weight_lb\":1}", "removal", "2025-06-01", "input.size is 'round'")]
    [InlineData("{\"tier\":\"huge\",\"shipping_weight_lb\":1,\"days_supply_30\":1,\"days_supply_90\":1,\"units_shipped\":1}", "low_inventory_level", "2025-06-01", "'huge'")]
    [InlineData("{\"category\":\"home_kitchen\",\"units_shipped\":1.5,\"units_returned\":1}", "returns_processing_units", "2025-06-01", "whole number")]
    public void An_entry_that_cannot_be_answered_is_one_clear_failed_line(string input, string fee, string date, string expected)
    {
        var line = Assert.Single(FeeExamples.Check(Example(fee, date, input, "{\"fee\":1.5}")));
        Assert.False(line.Pass);
        Assert.Equal("X1", line.Id);
        Assert.Contains(expected, line.Note, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", line.Note, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line.ToJson());
    }

    [Theory]
    [InlineData("{\"fee\":1.51}")]
    [InlineData("{\"fee\":1.49}")]
    [InlineData("{}")]
    public void A_wrong_or_missing_expectation_fails(string expected) =>
        Assert.False(Assert.Single(FeeExamples.Check(Example("referral", "2025-06-01", "{\"category\":\"home_kitchen\",\"total_sales_price\":10}", expected))).Pass);

    [Fact]
    public void A_wrong_tier_or_weight_fails_though_the_fee_is_right()
    {
        const string input = "{\"dims_in\":[10,6,0.5],\"unit_weight_lb\":0.125,\"price\":25,\"apparel\":false}";
        Assert.True(Assert.Single(FeeExamples.Check(Example("fulfillment", "2025-06-01", input, "{\"fee\":3.06,\"tier\":\"small_standard\"}"))).Pass);
        Assert.Contains("small_standard", Assert.Single(FeeExamples.Check(Example("fulfillment", "2025-06-01", input, "{\"fee\":3.06,\"tier\":\"large_standard\"}"))).Note, StringComparison.Ordinal);
        Assert.False(Assert.Single(FeeExamples.Check(Example("fulfillment", "2025-06-01", input, "{\"fee\":3.06,\"shipping_weight_lb\":2}"))).Pass);
    }

    [Fact]
    public void Unknown_sections_entries_that_are_no_objects_and_a_wrong_count_are_failed_lines()
    {
        var lines = FeeExamples.Check("{\"count\":3,\"weather\":[],\"prose_note\":\"x\",\"examples\":[7,{\"fee\":\"referral\"}]}");
        Assert.Equal(["weather", "#1", "#2", "count"], lines.Select(line => line.Id));
        Assert.All(lines, line => Assert.False(line.Pass));
    }

    [Fact]
    public void Misspelt_fields_wrong_headers_and_an_empty_list_are_failed_lines()
    {
        Assert.Contains("input.pricee is not used", Assert.Single(FeeExamples.Check(Example("referral", "2025-06-01", "{\"category\":\"home_kitchen\",\"total_sales_price\":10,\"pricee\":1}", "{\"fee\":1.5}"))).Note, StringComparison.Ordinal);
        Assert.False(Assert.Single(FeeExamples.Check(Example("referral", "2025-06-01", "{\"category\":\"home_kitchen\",\"total_sales_price\":10}", "{\"fee\":1.5,\"feee\":2}"))).Pass);
        Assert.Equal(["count", "examples", "schema", "currency"], FeeExamples.Check("{\"schema\":\"x/9\",\"currency\":\"EUR\",\"count\":\"55\",\"examples\":[]}").Select(line => line.Id));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void A_file_that_is_none_throws(string json) => Assert.ThrowsAny<JsonException>(() => FeeExamples.Check(json));

    private static string Example(string fee, string date, string input, string expected) =>
        $"{{\"examples\":[{{\"id\":\"X1\",\"fee\":\"{fee}\",\"date\":\"{date}\",\"input\":{input},\"expected\":{expected}}}]}}";
}

public sealed class LogCheckTests
{
    [Fact]
    public async Task A_whole_log_passes_a_killed_one_fails_at_the_seal_and_a_damaged_one_names_the_entry()
    {
        using var stream = new MemoryStream();
        await using (var session = SimulationSession.Start(new FirstYear().Define(new(1)) with { Days = 5 }, new(1), new SessionOptions { Log = stream }))
        {
            session.Seat(new(0), new BaseStock());
            while (!session.IsOver)
            {
                await session.PlayDayAsync();
            }
        }

        var bytes = stream.ToArray();
        var lines = LogCheck.Verify(new MemoryStream(bytes));
        Assert.Equal(["chain", "replay", "seal"], lines.Select(line => line.Id));
        Assert.All(lines, line => Assert.True(line.Pass));
        bytes[bytes.Length / 2] ^= 1;
        var failed = Assert.Single(LogCheck.Verify(new MemoryStream(bytes)));
        Assert.False(failed.Pass);
        Assert.StartsWith("entry-", failed.Id, StringComparison.Ordinal);
        Assert.Equal("log", Assert.Single(LogCheck.Verify(new MemoryStream([1, 2, 3]))).Id);
    }
}
