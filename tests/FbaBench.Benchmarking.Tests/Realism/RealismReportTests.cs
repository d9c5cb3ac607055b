using System.Text.Json;

namespace FbaBench.Tests.Facts;

/// <summary>Verdicts on worlds whose facts are given.</summary>
public sealed class RealismReportTests
{
    private static readonly string[] Fields = ["id", "fact", "measure", "strength", "low", "high", "mean", "worlds", "worldsInside", "verdict", "pass", "note"];
    private static readonly RealismFact Must = new("SF20", "over-dispersed demand", "variance/mean", 1, 2, IsMust: true);

    [Theory]
    [InlineData(new[] { 1.5, 1.5, 1.5, 1.5, 2.1 }, true, 4)]
    [InlineData(new[] { 1.5, 1.5, 1.5, 2.1, 2.1 }, false, 3)]
    [InlineData(new[] { 1.5, 1.5, 1.5, 1.5, 9.0 }, false, 4)]
    [InlineData(new[] { 1.0, 2.0, 1.5, 1.5, 1.5 }, true, 5)]
    public void Must_needs_its_mean_and_four_of_five_worlds_inside(double[] values, bool pass, int inside)
    {
        var line = Line(Must, [.. values.Select(value => new FactValue(value))]);
        Assert.Equal((pass, inside), (line.Pass, line.WorldsInside));
    }

    [Fact]
    public void Should_needs_its_mean_inside_and_its_parts_in_four_of_five_worlds()
    {
        var should = Must with { IsMust = false };
        Assert.True(Line(should, [new(1), new(1), new(1), new(2.4), new(2.4)]).Pass);
        Assert.True(Line(should, [new(1), new(1), new(1), new(1), new(1, PartsHold: false)]).Pass);
        var parts = Line(should, [new(1), new(1), new(1), new(1, PartsHold: false), new(1, PartsHold: false)]);
        Assert.False(parts.Pass);
        Assert.Contains("fails in 2 of 5 worlds", parts.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Fact_without_anything_to_measure_fails()
    {
        var line = Line(Must, [new(1), new(null), new(1), new(1), new(1)]);
        Assert.False(line.Pass);
        Assert.Null(line.Mean);
        Assert.Equal(0, Report([Must], Five(new(null))).Musts.Held);
    }

    [Fact]
    public void Unknown_id_is_a_failed_line_that_names_it_whatever_its_strength()
    {
        var report = Report([Must, new("SF99", "", "", 0, 1, IsMust: false)], Five(new(1.5)));
        Assert.False(report.Passed);
        Assert.Contains("'SF99'", report.Lines[1].Note, StringComparison.Ordinal);
        Assert.Contains("warn  SF99", report.ToTable(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.4, true)]
    [InlineData(0.5, false)]
    public void Loop_gain_above_one_half_fails(double velocityWeight, bool passes)
    {
        // Clicks by position 1.15, sales by rank 1.
        var report = RealismReport.Of([Must], [.. Enumerable.Range(0, 5).Select(_ => World(new(1.5), velocityWeight))]);
        Assert.Equal(velocityWeight * 1.15, report.LoopGain, 1e-12);
        Assert.Equal(passes, report.Passed);
    }

    [Fact]
    public void Loop_gain_that_a_world_could_not_show_fails()
    {
        var report = RealismReport.Of([Must], [World(new(1.5), 0.25), World(new(1.5), 0.25) with { ClickExponent = null }]);
        Assert.False(report.Passed);
        Assert.Contains("loop gain of the search ranking - = velocity", report.ToTable(), StringComparison.Ordinal);
        Assert.Contains("\"loopGain\":null", report.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(3, false)]
    public void Four_fifths_of_the_shoulds_are_enough(int held, bool passes)
    {
        RealismFact[] shoulds = [.. Enumerable.Range(0, 5).Select(i => Must with { IsMust = false, High = i < held ? 2 : 1.2 })];
        Assert.Equal(passes, Report(shoulds, Five(new(1.5))).Passed);
    }

    [Fact]
    public void Json_is_one_object_with_every_figure()
    {
        var report = Report([Must, new("SF99", "unknown", "", 1, 12, IsMust: false)], [new(1.5), new(null), new(1.5), new(1.5), new(1.5)]);
        using var json = JsonDocument.Parse(report.ToJson());
        var root = json.RootElement;
        Assert.Equal(["worlds", "facts", "loopGain", "loopGainParts", "summary"], root.EnumerateObject().Select(field => field.Name));
        Assert.All(root.GetProperty("facts").EnumerateArray(), fact => Assert.Equal(Fields, fact.EnumerateObject().Select(field => field.Name)));
        var measured = root.GetProperty("facts")[0];
        Assert.Equal(JsonValueKind.Null, measured.GetProperty("mean").ValueKind);
        Assert.Equal(1.5, measured.GetProperty("worlds")[0].GetDouble());
        Assert.Equal(JsonValueKind.Null, measured.GetProperty("worlds")[1].ValueKind);
        Assert.Equal("FAIL", measured.GetProperty("verdict").GetString());
        Assert.Equal("warn", root.GetProperty("facts")[1].GetProperty("verdict").GetString());
        Assert.Equal(0.25 * 1.15, root.GetProperty("loopGain").GetDouble(), 1e-12);
        Assert.Equal(1, root.GetProperty("summary").GetProperty("must").GetInt32());
        Assert.False(root.GetProperty("summary").GetProperty("pass").GetBoolean());
    }

    [Fact]
    public void Table_shows_interval_mean_and_every_world()
    {
        var table = Report([Must], [new(1.1), new(1.2), new(1.3), new(1.4), new(1.5)]).ToTable();
        Assert.Contains("ok  SF20  must  over-dispersed demand  1.000  2.000  1.300     5/5  1.100 1.200 1.300 1.400 1.500", table, StringComparison.Ordinal);
        Assert.Contains("must 1 of 1, should 0 of 0 (80% needed), over 5 worlds", table, StringComparison.Ordinal);
        Assert.Contains("loop gain of the search ranking 0.288 = velocity weight 0.25 x clicks by position 1.150 / sales by rank 1.000 (at most 0.5)", table, StringComparison.Ordinal);
    }

    private static FactValue[] Five(FactValue value) => [.. Enumerable.Repeat(value, 5)];

    private static RealismLine Line(RealismFact fact, FactValue[] worlds) => Report([fact], worlds).Lines[0];

    private static RealismReport Report(RealismFact[] facts, FactValue[] worlds) => RealismReport.Of(facts, [.. worlds.Select(value => World(value, 0.25))]);

    private static WorldFacts World(FactValue value, double velocityWeight) =>
        new(new Dictionary<string, FactValue> { [Must.Id] = value, ["SF01"] = new(-1) }, velocityWeight, 1.15);
}
