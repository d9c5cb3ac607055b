using System.Text.Json;

namespace FbaBench.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private static readonly string[] Fields = ["id", "value", "low", "high", "pass", "unit", "note"];
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "cli", Guid.NewGuid().ToString("N"))).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Fees_check_prints_an_object_a_line_and_passes()
    {
        var (exit, output, _) = await Tool.RunAsync("fees", "check", Path.Combine(AppContext.BaseDirectory, "Data", "fee-examples.json"), "--json");
        Assert.Equal(0, exit);
        var lines = output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal(55, lines.Length);
        foreach (var line in lines)
        {
            using var document = JsonDocument.Parse(line);
            Assert.Equal(Fields, document.RootElement.EnumerateObject().Select(field => field.Name));
            Assert.True(document.RootElement.GetProperty("pass").GetBoolean());
        }
    }

    [Fact]
    public async Task Fees_check_of_a_wrong_entry_exits_1_and_names_it()
    {
        var file = Write("wrong.json", """{"examples":[{"id":"X9","fee":"referral","date":"2025-06-01","input":{"category":"magic","total_sales_price":1},"expected":{"fee":1}}]}""");
        var (exit, output, _) = await Tool.RunAsync("fees", "check", file);
        Assert.Equal(1, exit);
        Assert.Contains("FAIL", output, StringComparison.Ordinal);
        Assert.Contains("X9", output, StringComparison.Ordinal);
        Assert.Contains("'magic'", output, StringComparison.Ordinal);
        Assert.Contains("0 of 1 passed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certify_prints_an_object_a_line_and_passes()
    {
        var (exit, output, error) = await Tool.RunAsync("certify", "--kind", "random_known_answers", "--kind", "isoelastic", "--json");
        Assert.Equal(0, exit);
        var lines = output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal(5, lines.Length);
        Assert.All(lines, line => Assert.Contains("\"pass\":true", line, StringComparison.Ordinal));
        Assert.Contains("isoelastic[0]", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hashes_plays_a_scenario_and_says_on_what_machine()
    {
        var (exit, output, error) = await Tool.RunAsync("hashes", "--scenario", "lab-price", "--threads", "1");
        Assert.Equal(0, exit);
        Assert.Contains("lab-price tuned-seller", output, StringComparison.Ordinal);
        Assert.Contains("3 of 3 passed", output, StringComparison.Ordinal);
        Assert.Contains($"{System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture}, ", error, StringComparison.Ordinal);
        Assert.Contains("threads: 1", error, StringComparison.Ordinal);
        Assert.Equal(2, (await Tool.RunAsync("hashes", "--scenario", "no-such")).Exit);
    }

    [Fact]
    public async Task Certify_of_a_wrong_figure_exits_1_and_of_an_unusable_file_2()
    {
        var wrong = Write("wrong-vectors.json", """{"isoelastic":[{"elasticity":3,"unit_cost":6,"fulfilment":3.5,"referral":0.15,"p":17.1}],"bullwhip_moving_average":[{}]}""");
        var (exit, output, _) = await Tool.RunAsync("certify", "--vectors", wrong);
        Assert.Equal(1, exit);
        Assert.Contains("FAIL  isoelastic[0].p.world", output, StringComparison.Ordinal);
        Assert.Contains("L is missing", output, StringComparison.Ordinal);
        Assert.Contains("0 of 3 passed", output, StringComparison.Ordinal);

        foreach (var text in new[] { """{"isoelastic":[],"isoelastic":[]}""", "{", "" })
        {
            var unusable = await Tool.RunAsync("certify", "--vectors", Write("unusable.json", text));
            Assert.Equal(2, unusable.Exit);
            Assert.Contains("unusable.json is not a file of vectors", unusable.Error, StringComparison.Ordinal);
            Assert.Equal("", unusable.Out);
        }

        var missing = await Tool.RunAsync("certify", "--vectors", Path.Combine(_folder, "nowhere.json"));
        Assert.Equal(2, missing.Exit);
        Assert.Contains("nowhere.json does not exist", missing.Error, StringComparison.Ordinal);
        var unknown = await Tool.RunAsync("certify", "--kind", "magic");
        Assert.Equal(2, unknown.Exit);
        Assert.Contains("'magic' is no kind; known are calvano_symmetric", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certify_reads_a_trajectory_beside_the_vectors_and_nowhere_else()
    {
        var entry = """{"beer_game":[{"forced_start_weeks":4,"stage_costs":[46,50,54,54],"trajectory":"NAME"}]}""";
        Write("weeks.json", """{"rows":[{"week":5,"inv":[8,12,12,12],"backlog":[0,0,0,0],"order":[12,8,8,4]}]}""");
        var (exit, output, _) = await Tool.RunAsync("certify", "--vectors", Write("game.json", entry.Replace("NAME", "weeks.json", StringComparison.Ordinal)));
        Assert.Equal(0, exit);
        Assert.Contains("5 of 5 passed", output, StringComparison.Ordinal);
        foreach (var name in new[] { "nowhere.json", "../weeks.json" })
        {
            var other = await Tool.RunAsync("certify", "--vectors", Write("game.json", entry.Replace("NAME", name, StringComparison.Ordinal)));
            Assert.Equal(1, other.Exit);
            Assert.Contains($"names the file '{name}', which is not there", other.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Run_then_verify_passes_and_a_changed_byte_exits_1_with_its_entry()
    {
        var (exit, output, error) = await Tool.RunAsync("run", "--scenario", "gift-shop", "--agent", "do-nothing", "base-stock", "--worlds", "1", "--output", _folder);
        Assert.Equal(0, exit);
        Assert.Contains("gift-shop: 1 world", output, StringComparison.Ordinal);
        Assert.Contains("2 of 2 episodes", error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "report.html")));
        var log = Path.Combine(_folder, "runs", "gift-shop_000_base-stock.fbalog");
        Assert.Equal(0, (await Tool.RunAsync("verify", log)).Exit);

        var bytes = await File.ReadAllBytesAsync(log);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(log, bytes);
        var damaged = await Tool.RunAsync("verify", log, "--json");
        Assert.Equal(1, damaged.Exit);
        Assert.Matches("\"id\":\"entry-[0-9]+\"", damaged.Out);
        Assert.Equal("", damaged.Error);
    }

    [Fact]
    public async Task A_shop_is_fitted_and_played()
    {
        var text = new System.Text.StringBuilder("date,sku,units,price\n");
        for (var i = 0; i < 2_000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{new SimDate(2023, 1, 1).AddDays(i * 7 % 500)},mug-{i % 3},1,{10 + (i % 500 / 250)}.99\n");
        }

        var sales = Write("sales.csv", text.ToString());
        var (exit, output, error) = await Tool.RunAsync("shop", sales, "--currency", "USD", "--name", "mugs", "--output", _folder);
        Assert.Equal("", error);
        Assert.Equal(0, exit);
        Assert.Contains("of a fit that was not shown them", output, StringComparison.Ordinal);
        Assert.Contains("<svg", await File.ReadAllTextAsync(Path.Combine(_folder, "shop.html")), StringComparison.Ordinal);
        var run = await Tool.RunAsync("run", "--shop", Path.Combine(_folder, "mugs.shop.json"), "--agent", "do-nothing", "--worlds", "1", "--no-logs", "--output", Path.Combine(_folder, "run"));
        Assert.Equal(0, run.Exit);
        Assert.StartsWith("mugs: 1 world", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_sales_file_exits_2_with_its_line()
    {
        var (exit, output, error) = await Tool.RunAsync("shop", Write("sales.csv", "date,sku,units,price\n2024-01-31,a,1,-3\n"), "--currency", "USD", "--output", _folder);
        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith("sales.csv, line 2, price: the price -3 is negative", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split(Environment.NewLine));
    }

    [Fact]
    public async Task Scenarios_lists_what_is_shipped()
    {
        var (exit, output, _) = await Tool.RunAsync("scenarios");
        Assert.Equal(0, exit);
        foreach (var name in ShippedScenarios.Names.Concat(ShippedAgents.Names))
        {
            Assert.Contains(name, output, StringComparison.Ordinal);
        }
    }

    public static TheoryData<string, string> WrongUse => new()
    {
        { "", "Required command" },
        { "fly", "fly" },
        { "run --worlds 0", "1 to 1000000" },
        { "run --worlds many", "many" },
        { "run --seed -1", "-1" },
        { "run --agent nobody", "'nobody'; shipped are bandit-pricer, base-stock" },
        { "run --scenario nowhere", "'nowhere'; shipped are ad-auction, cash-crunch, compliance-traps, fee-cliffs, first-year," },
        { "run --compared-to nobody", "'nobody', was not added" },
        { "run --threads 0", "1 to 1024" },
        { "run --episodes 0", "1 to 100000" },
        { "run --name ../up", "'../up'" },
        { "verify", "argument" },
        { "verify missing.fbalog", "missing.fbalog" },
        { "verify .", "directory" },
        { "fees", "Required command" },
        { "fees check missing.json", "missing.json" },
        { "fees check .", "directory" },
        { "realism --worlds 4", "at least 5" },
        { "realism --worlds few", "few" },
        { "realism --facts missing.json", "missing.json" },
        { "realism --facts .", "directory" },
    };

    [Theory]
    [MemberData(nameof(WrongUse))]
    public async Task Wrong_use_exits_2_says_what_is_wrong_and_prints_no_trace(string arguments, string expected)
    {
        var (exit, output, error) = await Tool.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, exit);
        Assert.Contains(expected, error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", error + output, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter '", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,2]")]
    [InlineData("\u0000\u0001garbage")]
    public async Task A_fee_file_that_is_none_exits_2(string content)
    {
        var (exit, output, error) = await Tool.RunAsync("fees", "check", Write("none.json", content), "--json");
        Assert.Equal(2, exit);
        Assert.Equal("", output);
        Assert.Contains("none.json", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"facts":[{"id":"SF01","accept":[1,0],"strength":"must"}]}""")]
    public async Task A_file_of_facts_that_is_none_exits_2(string content)
    {
        var (exit, output, error) = await Tool.RunAsync("realism", "--facts", Write("no-facts.json", content), "--json");
        Assert.Equal(2, exit);
        Assert.Equal("", output);
        Assert.Contains("no-facts.json", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Realism_prints_one_object_and_exits_1_for_a_fact_that_it_does_not_know()
    {
        var file = Write("facts.json", """{"facts":[{"id":"SF08","accept":[0.999999,1.000001],"strength":"must"},{"id":"SF77","accept":[0,1],"strength":"should"}]}""");
        var (exit, output, error) = await Tool.RunAsync("realism", "--facts", file, "--json");
        Assert.Equal(1, exit);
        Assert.Contains("world 5 of 5", error, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(output);
        var facts = document.RootElement.GetProperty("facts");
        Assert.True(facts[0].GetProperty("pass").GetBoolean());
        Assert.Equal(5, facts[0].GetProperty("worlds").GetArrayLength());
        Assert.Contains("'SF77'", facts[1].GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.False(document.RootElement.GetProperty("summary").GetProperty("pass").GetBoolean());
    }

    [Fact]
    public async Task Sensitivity_prints_a_line_an_experiment_and_exits_1_when_one_fails()
    {
        var file = Write("experiments.json", """
            {"schema":"sensitivity/1","cases":[
              {"id":"reviews","scenario":"gift-shop","seller":"base-stock","both":["days=40"],"low":["market.reviews.rate=0.005"],"high":["market.reviews.rate=0.05"],"observable":"reviews","sign":"+"},
              {"id":"upside down","scenario":"gift-shop","seller":"base-stock","both":["days=40"],"low":["market.reviews.rate=0.005"],"high":["market.reviews.rate=0.05"],"observable":"reviews","sign":"-"}]}
            """);
        var (exit, output, error) = await Tool.RunAsync("sensitivity", "--experiments", file, "--worlds", "4", "--json");
        Assert.Equal(1, exit);
        Assert.Contains("2/2 FAIL upside down", error, StringComparison.Ordinal);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal([true, false], lines.Select(line => line.GetProperty("pass").GetBoolean()));
        Assert.Equal(-lines[0].GetProperty("value").GetDecimal(), lines[1].GetProperty("value").GetDecimal());
        (exit, output, _) = await Tool.RunAsync("sensitivity", "reviews", "--experiments", file, "--worlds", "4");
        Assert.Equal(0, exit);
        Assert.Contains("1 of 1 passed", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "", "experiments.json is not a file of experiments")]
    [InlineData("""{"schema":"sensitivity/1","cases":[]}""", "", "no experiment")]
    [InlineData("""{"schema":"sensitivity/1","cases":[{"id":"x","scenario":"nowhere","seller":"base-stock","low":["cash=1"],"sign":"+"}]}""", "", "scenario is 'nowhere'")]
    [InlineData("""{"schema":"sensitivity/1","cases":[]}""", "--worlds=1", "at least 2 worlds")]
    public async Task Wrong_experiments_exit_2(string content, string option, string problem)
    {
        var file = Write("experiments.json", content);
        var (exit, output, error) = await Tool.RunAsync(["sensitivity", "--experiments", file, .. option.Length == 0 ? Array.Empty<string>() : [option]]);
        Assert.Equal(2, exit);
        Assert.Equal("", output);
        Assert.Contains(problem, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Value_tells_what_the_decisions_of_a_log_were_worth()
    {
        var scenario = Write("short.yaml", "name: short\nbase: gift-shop\ndays: 6\n");
        Assert.Equal(0, (await Tool.RunAsync("run", "--scenario", scenario, "--agent", "random-valid", "--worlds", "1", "--output", _folder)).Exit);
        var log = Path.Combine(_folder, "runs", "short_000_random-valid.fbalog");
        var page = Path.Combine(_folder, "value.html");
        var (exit, output, _) = await Tool.RunAsync("value", log, "--futures", "2", "--days", "2", "--output", page, "--json");
        Assert.Equal(0, exit);
        var root = JsonDocument.Parse(output).RootElement;
        Assert.Equal(root.GetProperty("scoreCents").GetInt64() - root.GetProperty("referenceScoreCents").GetInt64(), root.GetProperty("days").EnumerateArray().Sum(day => day.GetProperty("valueCents").GetInt64()));
        Assert.Contains("Value of decisions: short", await File.ReadAllTextAsync(page), StringComparison.Ordinal);
        (exit, output, var error) = await Tool.RunAsync("value", log, "--reference", "oracle");
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("oracle", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_that_is_no_log_fails_the_check()
    {
        var (exit, output, _) = await Tool.RunAsync("verify", Write("a.fbalog", "not a log"));
        Assert.Equal(1, exit);
        Assert.Contains("not a run log", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_file_is_checked_shown_and_played_with_what_is_set()
    {
        var file = Write("small.yaml", "name: small\nbase: gift-shop\ndays: 5\n");
        var (exit, output, errors) = await Tool.RunAsync("scenarios", "validate", file, "first-year", "--worlds", "2", "--set", "cash=1234");
        Assert.Equal((0, ""), (exit, errors));
        Assert.Contains("small              12 products in 12 niches, 5 days from 2025-01-15, 1234.00 dollars", output, StringComparison.Ordinal);

        (_, var shown, _) = await Tool.RunAsync("scenarios", "show", file, "--set", "cash=1234");
        var whole = Write("whole.yaml", shown);
        (_, var digests, _) = await Tool.RunAsync("scenarios", "digest", whole, file);
        var lines = digests.TrimEnd().Split(Environment.NewLine);
        Assert.NotEqual(lines[0], lines[1]);
        (_, var same, _) = await Tool.RunAsync("scenarios", "digest", file, "--set", "cash=1234");
        Assert.EndsWith(" small", lines[1], StringComparison.Ordinal);
        Assert.NotEqual(same.TrimEnd(), lines[1]);

        (exit, output, errors) = await Tool.RunAsync("run", "--scenario", file, "--agent", "do-nothing", "--worlds", "1", "--output", Path.Combine(_folder, "out"), "--quiet");
        Assert.True(exit == 0, errors);
        Assert.Contains("small: 1 world", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drawn_worlds_are_checked_shown_and_played()
    {
        var file = Write("drawn.yaml", "name: drawn\ngenerator: { family: reseller, products: 3, margin: 0.2 }\ndays: 5\n");
        var (exit, output, errors) = await Tool.RunAsync("scenarios", "validate", file, "tier-1", "--worlds", "2");
        Assert.Equal((0, ""), (exit, errors));
        Assert.Contains("drawn              3 products in 1 niches, 5 days from 2025-01-15", output, StringComparison.Ordinal);
        Assert.Contains("tier-1             12 products", output, StringComparison.Ordinal);

        (_, output, _) = await Tool.RunAsync("scenarios", "show", "tier-1");
        Assert.StartsWith("name: tier-1", output, StringComparison.Ordinal);
        (_, var digests, _) = await Tool.RunAsync("scenarios", "digest", "tier-1", "tier-5");
        Assert.Equal(["tier-1", "tier-5"], digests.TrimEnd().Split(Environment.NewLine).Select(line => line.Split(' ')[1]));
        (_, var plain, _) = await Tool.RunAsync("scenarios", "digest", file);
        (_, var harder, _) = await Tool.RunAsync("scenarios", "digest", file, "--set", "generator.margin=0.3");
        Assert.NotEqual(plain, harder);

        var wrong = Write("wrong.yaml", "name: drawn\ngenerator:\n  family: reseller\n  margin: 2\n");
        (exit, _, errors) = await Tool.RunAsync("scenarios", "validate", wrong);
        Assert.Equal((1, $"{wrong}:4: margin: '2' is outside 0 (easy) to 1 (hard)."), (exit, errors.TrimEnd()));

        foreach (var scenario in new[] { file, "tier-3" })
        {
            (exit, output, errors) = await Tool.RunAsync("run", "--scenario", scenario, "--agent", "do-nothing", "--worlds", "1", "--output", Path.Combine(_folder, "out-" + Path.GetFileName(scenario)), "--quiet");
            Assert.True(exit == 0, errors);
            Assert.Contains(": 1 world", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Wrong_scenario_files_are_named_with_their_lines_and_the_right_ones_are_checked_too()
    {
        var wrong = Write("wrong.yaml", "name: wrong\nbase: gift-shop\ndays: -5\n");
        var misspelt = Write("misspelt.yaml", "name: wrong\nbase: gift-shop\ndayz: 5\n");
        var (exit, output, errors) = await Tool.RunAsync("scenarios", "validate", wrong, "gift-shop", misspelt, "no-such");
        Assert.Equal(1, exit);
        Assert.StartsWith("gift-shop: ", output, StringComparison.Ordinal);
        Assert.Equal(3, errors.TrimEnd().Split(Environment.NewLine).Length);
        Assert.Contains($"{wrong}:3: days: -5 is outside 1 to 3650.", errors, StringComparison.Ordinal);
        Assert.Contains($"{misspelt}:3: 'dayz' is unknown here (meant is 'days'?)", errors, StringComparison.Ordinal);

        (exit, _, errors) = await Tool.RunAsync("run", "--scenario", wrong);
        Assert.Equal(2, exit);
        Assert.Contains($"{wrong}:3: ", errors, StringComparison.Ordinal);
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
