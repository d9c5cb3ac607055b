using System.Text.Json.Nodes;

namespace FbaBench.Tests.Certify;

/// <summary>The drawn kinds of inventories, on parameters other than those of the vectors that come along.</summary>
public sealed class InventoryTests
{
    private const string BaseStock = """{"base_stock_backorder":[{"h":2,"p":6,"mu":3,"L":2,"S":11,"cost":7.833578598065262}]}""";

    /// <summary>K = 30, h = 2, p = 14, lead time 1, Poisson(7): best by search over all pairs, see <see cref="InventorySolverTests"/>.</summary>
    private const string FixedCost = """{"zheng_federgruen_K30_h2_p14_L1":[{"mu":7,"s":S_LOW,"S":S_HIGH,"cost":COST}]}""";

    [Fact]
    public void A_base_stock_with_backlog_costs_what_theory_says_and_a_step_beside_it_is_not_cheaper()
    {
        var lines = Passed(Certification.Check(BaseStock));
        Assert.Equal(["S", "cost", "cost", "S+step", "S-step"], lines.Select(line => line.Quantity));
        Sharp(lines[2]);
        Assert.All(Off(BaseStock, "base_stock_backorder", "cost").Where(line => line.Quantity == "cost"), line => Assert.False(line.Pass, line.ToJson()));
    }

    [Fact]
    public void A_fixed_cost_of_orders_costs_what_theory_says()
    {
        var (reorder, upTo, cost) = new FixedCostTheory(new(DemandSource.Poisson, 7), new(2, 14, 30), 1).Solve();
        var json = FixedCost.Replace("S_LOW", $"{reorder}", StringComparison.Ordinal).Replace("S_HIGH", $"{upTo}", StringComparison.Ordinal)
            .Replace("COST", FormattableString.Invariant($"{cost:R}"), StringComparison.Ordinal);
        var lines = Passed(Certification.Check(json));
        Sharp(lines.Single(line => line is { Quantity: "cost", By: "world" }));
        Assert.All(Off(json, "zheng_federgruen_K30_h2_p14_L1", "cost").Where(line => line.Quantity == "cost"), line => Assert.False(line.Pass, line.ToJson()));

        // Another s is dearer, and the line says so.
        var other = Certification.Check(json.Replace($"\"s\":{reorder}", $"\"s\":{reorder - 3}", StringComparison.Ordinal));
        Assert.False(other.Single(line => line.Quantity == "s").Pass);
    }

    [Theory]
    [InlineData("lost_sales_poisson3_h2", DemandSource.Poisson, 3, 2)]
    [InlineData("lost_sales_geometric2_h1", DemandSource.Geometric, 2, 1)]
    public void Lost_sales_cost_what_value_iteration_finds_and_no_base_stock_is_cheaper(string kind, DemandSource source, double mean, double overage)
    {
        var costs = Enumerable.Range(1, 2).Select(lead => new LostSalesTheory(new(source, mean), new(overage, 9), lead).Solve().Cost).ToArray();
        var lines = Passed(Certification.Check(Json(1)));
        Assert.Equal(["9[0].cost", "9[0].cost", "9[0].base_stock", "9[1].cost", "9[1].cost", "9[1].base_stock"], lines.Select(line => line.Quantity));
        Assert.All(lines.Where(line => line is { By: "world", Quantity: "9[0].cost" or "9[1].cost" }), Sharp);
        Assert.All(Certification.Check(Json(1.02)).Where(line => line.Quantity is "9[0].cost" or "9[1].cost"), line => Assert.False(line.Pass, line.ToJson()));

        string Json(double factor) => FormattableString.Invariant($$"""{"{{kind}}":{"9":[{{costs[0] * factor:R}},{{costs[1] * factor:R}}]} }""");
    }

    /// <summary>A bound far too high is beaten by a base stock, and that is seen.</summary>
    [Fact]
    public void A_bound_that_a_base_stock_beats_fails()
    {
        var cost = new LostSalesTheory(new(DemandSource.Poisson, 3), new(2, 9), 1).Solve().Cost;
        var lines = Certification.Check(FormattableString.Invariant($$"""{"lost_sales_poisson3_h2":{"9":[{{cost * 1.2:R}}]} }"""));
        Assert.False(lines.Single(line => line.Quantity == "9[0].base_stock").Pass);
    }

    [Theory]
    [InlineData("bullwhip_moving_average", """{"L":2,"p":4,"rho":0.5,"ratio":2.40625}""")]
    [InlineData("bullwhip_moving_average", """{"L":1,"p":1,"rho":-0.3,"ratio":6.2}""")]
    [InlineData("bullwhip_exponential_smoothing", """{"L":1,"alpha":0.5,"rho":0.4,"ratio":2}""")]
    public void Orders_vary_more_than_demand_as_theory_says(string kind, string entry)
    {
        var json = $$"""{"{{kind}}":[{{entry}}]}""";
        var lines = Passed(Certification.Check(json));
        Sharp(lines[1]);
        Assert.All(Off(json, kind, "ratio"), line => Assert.False(line.Pass, line.ToJson()));
    }

    [Fact]
    public void Lots_are_played_as_listed_and_dearer_lots_fail()
    {
        const string json = """{"wagner_whitin":[{"K":3.5,"h":0.25,"d":[2.5,0,7,1.125],"cost":7.28125,"Q":[2.5,0,8.125,0]}]}""";
        var lines = Passed(Certification.Check(json));
        Assert.Equal(["cost", "Q", "cost", "Q"], lines.Select(line => line.Quantity));
        Assert.InRange(lines[2].Value!.Value, 7.28124, 7.28126);
        Assert.All(Off(json, "wagner_whitin", "cost").Where(line => line.Quantity == "cost"), line => Assert.False(line.Pass, line.ToJson()));
        var singly = Certification.Check(json.Replace("[2.5,0,8.125,0]", "[2.5,0,7,1.125]", StringComparison.Ordinal));
        Assert.False(singly.Single(line => line is { Quantity: "Q", By: "solver" }).Pass);
        var tooFew = Certification.Check(json.Replace("[2.5,0,8.125,0]", "[2.5,0,8,0]", StringComparison.Ordinal));
        Assert.Contains("do not cover demand", Assert.Single(tooFew, line => line.Quantity == "Q").Note, StringComparison.Ordinal);
    }

    /// <summary>The mean of figures whose luck is known stays, and its error shrinks.</summary>
    [Fact]
    public void Controls_take_the_luck_away_and_leave_the_mean()
    {
        // Value = 10 + 3 · first − 2 · second, exactly: what is left is ten in every world.
        var worlds = Enumerable.Range(0, 40).Select(i => (First: (i % 7) - 2.0, Second: (i % 5) - 1.5)).Select(x => new WorldFigure(10 + (3 * x.First) - (2 * x.Second), x.First, x.Second)).ToArray();
        Assert.All(ControlVariates.Adjust(worlds), value => Assert.Equal(10, value, 1e-12));
        var plain = worlds.Select(world => new WorldFigure(world.Value)).ToArray();
        Assert.Equal(worlds.Select(world => world.Value), ControlVariates.Adjust(plain));
    }

    /// <summary>One entry with a field 2 % higher.</summary>
    private static IReadOnlyList<CertifyLine> Off(string json, string kind, string field)
    {
        var root = JsonNode.Parse(json)!;
        root[kind]![0]![field] = root[kind]![0]![field]!.GetValue<double>() * 1.02;
        return Certification.Check(root.ToJsonString());
    }

    private static IReadOnlyList<CertifyLine> Passed(IReadOnlyList<CertifyLine> lines)
    {
        Assert.All(lines, line => Assert.True(line.Pass, line.ToJson()));
        return lines;
    }

    private static void Sharp(CertifyLine line)
    {
        Assert.True(line.StandardError <= 0.003 * line.Value && Math.Abs(line.Z!.Value) < 4, line.ToJson());
        Assert.True(line.StandardError > 0, line.ToJson());
    }
}
