using System.Text.Json.Nodes;

namespace FbaBench.Tests.Certify;

public sealed class SupplyGameTests
{
    /// <summary>Weeks 5 to 12 of the game by stage from the shop upward: stock less backlog, then orders, worked out by hand.</summary>
    private static readonly (int[] Net, int[] Orders)[] FromWeek5 =
    [
        ([8, 12, 12, 12], [12, 8, 8, 4]),
        ([4, 12, 12, 12], [8, 4, 4, 4]),
        ([0, 4, 8, 8], [8, 12, 8, 8]),
        ([-4, 0, 8, 8], [8, 8, 4, 4]),
        ([0, 0, 4, 4], [8, 8, 12, 8]),
        ([0, -4, 0, 8], [8, 8, 8, 4]),
        ([0, 0, 0, 0], [8, 8, 8, 12]),
        ([-4, 0, -4, 0], [8, 8, 8, 8]),
    ];

    [Fact]
    public void The_weeks_after_the_step_in_demand_are_those_of_the_game()
    {
        var (weeks, costs) = SupplyGame.Play(4);
        for (var week = 0; week < FromWeek5.Length; week++)
        {
            var played = weeks[week + 4];
            Assert.Equal(FromWeek5[week].Net, played.Stock.Zip(played.Backlog, (stock, backlog) => stock - backlog));
            Assert.Equal(FromWeek5[week].Orders, played.Order);
        }

        Assert.Equal([46, 50, 54, 54], costs);
    }

    /// <summary>A week's cost is half its stock and its backlog, stage by stage: what the ledger says is what the weeks say.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(9)]
    public void Costs_of_the_ledger_are_those_of_the_weeks(int forced)
    {
        var (weeks, costs) = SupplyGame.Play(forced);
        Assert.Equal(36, weeks.Length);
        for (var stage = 0; stage < SupplyGame.Stages; stage++)
        {
            Assert.Equal(weeks.Sum(week => (0.5 * week.Stock[stage]) + week.Backlog[stage]), costs[stage]);
        }

        Assert.All(weeks.Take(forced), week => Assert.Equal([4, 4, 4, 4], week.Order));
    }

    /// <summary>Any number of the trajectory one off is a failed line of its week, and of no other.</summary>
    [Theory]
    [InlineData("inv", 17)]
    [InlineData("backlog", 7)]
    [InlineData("order", 35)]
    public void A_week_that_differs_fails(string field, int row)
    {
        var entry = JsonNode.Parse(Certification.BuiltInVectors)!["beer_game"]![0]!;
        var numbers = entry["trajectory"]!["rows"]![row]![field]!;
        numbers[2] = numbers[2]!.GetValue<int>() + 1;
        var lines = Certification.Check(new JsonObject { ["beer_game"] = new JsonArray(entry.DeepClone()) }.ToJsonString());
        Assert.Equal($"week[{row + 1}]", Assert.Single(lines, line => !line.Pass).Quantity);
    }

    [Fact]
    public void A_stage_cost_that_differs_fails()
    {
        var lines = Certification.Check("""{"beer_game":[{"forced_start_weeks":4,"stage_costs":[46,50,54,54.5]}]}""");
        Assert.Equal("stage_costs[3]", Assert.Single(lines, line => !line.Pass).Quantity);
    }

    [Fact]
    public void The_trajectory_can_stand_in_a_file_of_its_own()
    {
        const string entry = """{"beer_game":[{"forced_start_weeks":4,"stage_costs":[46,50,54,54],"trajectory":"weeks.json"}]}""";
        const string weeks = """{"rows":[{"week":8,"inv":[0,0,8,8],"backlog":[4,0,0,0],"order":[8,8,4,4]}]}""";
        var lines = Certification.Check(entry, companion: name => name == "weeks.json" ? weeks : null);
        Assert.Equal(5, lines.Count(line => line.Pass));
        Assert.Contains("'weeks.json' is no JSON", Assert.Single(Certification.Check(entry, companion: _ => "{")).Note, StringComparison.Ordinal);
    }
}
