using System.Globalization;
using System.Text.Json.Nodes;

namespace FbaBench.Tests.Certify;

public sealed class KnownAnswerTests
{
    /// <summary>The kinds with draws; <see cref="NewsvendorTests"/>, <see cref="AuctionKindTests"/> and <see cref="InventoryTests"/> play them.</summary>
    private static readonly string[] Drawn =
        ["newsvendor", "second_price_reserve_half_uniform", "base_stock_backorder", "zheng_federgruen_*", "lost_sales_*", "bullwhip_moving_average", "bullwhip_exponential_smoothing"];

    public static TheoryData<string> Exact => [.. Certification.Kinds.Except(Drawn)];

    [Theory]
    [MemberData(nameof(Exact))]
    public void Every_known_answer_comes_out(string kind)
    {
        var lines = Certification.Check(Certification.BuiltInVectors, [kind]);
        Assert.All(lines, line => Assert.True(line.Pass, line.ToJson()));
        Assert.Contains(lines, line => line.By is "world" or "draws" or "statistics");
        Assert.All(lines, line => Assert.True(line.Tolerance is null || line.Tolerance <= 1e-5 * Math.Max(0.1, Math.Abs(line.Expected!.Value)), line.ToJson()));
    }

    public static TheoryData<string, string> Figures() => new()
    {
        { "calvano_symmetric", "pN" },
        { "calvano_symmetric", "qN" },
        { "calvano_symmetric", "piN" },
        { "calvano_symmetric", "pM" },
        { "calvano_symmetric", "qM" },
        { "calvano_symmetric", "piM" },
        { "calvano_best_response", "br" },
        { "logit_asymmetric", "p" },
        { "logit_multiproduct", "p" },
        { "logit_multiproduct", "profit" },
        { "isoelastic", "p" },
    };

    /// <summary>A figure of the file that is 2 % off fails by world and by solver, and no other figure's solver line does.</summary>
    [Theory]
    [MemberData(nameof(Figures))]
    public void A_figure_two_percent_off_fails(string kind, string field)
    {
        var entry = JsonNode.Parse(Certification.BuiltInVectors)![kind]![0]!;
        entry[field] = entry[field] is JsonArray list
            ? new JsonArray([.. list.Select((value, i) => (JsonNode)(value!.GetValue<double>() * (i == 0 ? 1.02 : 1)))])
            : entry[field]!.GetValue<double>() * 1.02;
        var quantity = entry[field] is JsonArray ? field + "[0]" : field;
        var lines = Certification.Check(new JsonObject { [kind] = new JsonArray(entry.DeepClone()) }.ToJsonString());
        Assert.All(lines.Where(line => line.Quantity == quantity), line => Assert.False(line.Pass, line.ToJson()));
        Assert.Equal(2, lines.Count(line => line.Quantity == quantity));
        Assert.All(lines.Where(line => line.By == "solver" && line.Quantity != quantity), line => Assert.True(line.Pass, line.ToJson()));
    }

    [Theory]
    [InlineData("[[1,1]]")]
    [InlineData("[[1,1],[2,2],[3,3]]")]
    [InlineData("[[1,1],[2,2],[1,2]]")]
    [InlineData("[]")]
    public void Other_equilibria_of_the_grid_fail(string indices)
    {
        var grid = JsonNode.Parse(Certification.BuiltInVectors)!["calvano_grid"]!.DeepClone();
        grid["pure_nash_indices"] = JsonNode.Parse(indices);
        var lines = Certification.Check(new JsonObject { ["calvano_grid"] = grid }.ToJsonString()).Where(line => line.Quantity == "pure_nash_indices").ToArray();
        Assert.Equal(["solver", "world"], lines.Select(line => line.By));
        Assert.All(lines, line => Assert.False(line.Pass, line.Note));
    }

    [Fact]
    public void Another_word_of_the_generator_fails()
    {
        var json = Certification.BuiltInVectors.Replace("9b00dbd8", "9b00dbd9", StringComparison.Ordinal);
        var failed = Assert.Single(Certification.Check(json, ["random_known_answers"]), line => !line.Pass);
        Assert.Equal("random_known_answers.zeros.draws", failed.Id);
        Assert.Contains("9b00dbd8; expected", failed.Note, StringComparison.Ordinal);
    }

    /// <summary>Markets that no file lists: sellers apart, tastes wide and narrow, dear and cheap not buying.</summary>
    [Theory]
    [InlineData(0.08, 0, "2.1 2 1.7", "1 1.2 0.9")]
    [InlineData(0.5, 1.5, "3 2.5 1 2", "0.3 0.6 0 1")]
    [InlineData(4, -2, "20 14", "9 7")]
    public void Equilibria_of_unlike_sellers_come_out(double mu, double outside, string qualities, string costs)
    {
        var (a, c) = (Numbers(qualities), Numbers(costs));
        var json = new JsonObject
        {
            ["logit_asymmetric"] = new JsonArray(new JsonObject
            {
                ["a"] = new JsonArray([.. a.Select(value => (JsonNode)value)]),
                ["c"] = new JsonArray([.. c.Select(value => (JsonNode)value)]),
                ["mu"] = mu,
                ["a0"] = outside,
                ["p"] = new JsonArray([.. SolverTests.FixedPoint(a, c, mu, outside).Select(value => (JsonNode)value)]),
            }),
        };
        Assert.All(Certification.Check(json.ToJsonString()), line => Assert.True(line.Pass, line.ToJson()));
    }

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
}
