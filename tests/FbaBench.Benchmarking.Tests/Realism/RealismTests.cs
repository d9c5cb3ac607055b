using System.Text.Json;
using System.Text.Json.Nodes;

namespace FbaBench.Tests.Realistic;

public sealed class RealismTests
{
    private static readonly Lazy<RealismReport> Measured = new(() => Realism.Measure());

    /// <summary>The engine as it is shipped: every must, four fifths of the shoulds, and a ranking that does not lock in.</summary>
    [Fact]
    public void The_engine_shows_the_facts_of_real_markets()
    {
        var report = Measured.Value;
        Assert.True(report.Passed, report.ToTable());
        Assert.Equal((10, 10), report.Musts);
        Assert.Equal(22, report.Shoulds.Of);
        Assert.InRange(report.LoopGain, 0.05, 0.5);
        Assert.All(report.Lines, line => Assert.NotNull(line.Mean));
    }

    [Fact]
    public void The_report_is_one_object_with_every_value_beside_its_interval()
    {
        var json = JsonNode.Parse(Measured.Value.ToJson())!;
        Assert.Equal(5, (int)json["worlds"]!);
        Assert.True((bool)json["summary"]!["pass"]!);
        var first = json["facts"]![0]!;
        Assert.Equal(("SF01", "must", -1.2, -0.6), ((string)first["id"]!, (string)first["strength"]!, (double)first["low"]!, (double)first["high"]!));
        Assert.Equal(5, first["worlds"]!.AsArray().Count);
        Assert.Equal(first["worlds"]!.AsArray().Average(value => (double)value!), (double)first["mean"]!, 1e-12);
    }

    /// <summary>A narrower must, an unknown fact and too few worlds inside each fail, and the line says so.</summary>
    [Fact]
    public void Facts_that_do_not_hold_or_are_unknown_fail()
    {
        const string text = """{"facts":[{"id":"SF01","accept":[-0.61,-0.6],"strength":"must"},{"id":"SF99","accept":[0,1],"strength":"should"},{"id":"SF04","accept":[-4.5,-1.2],"strength":"must"}]}""";
        var report = Realism.Measure(facts: text);
        Assert.False(report.Passed);
        Assert.Equal((1, 2), report.Musts);
        Assert.Contains("knows no fact", report.Lines[1].Note, StringComparison.Ordinal);
        Assert.Contains("FAIL", report.ToTable(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "no list 'facts'")]
    [InlineData("""{"facts":[{"id":"SF01","accept":[1],"strength":"must"}]}""", "facts[0] (SF01) needs")]
    [InlineData("""{"facts":[{"id":"SF01","accept":[1,2],"strength":"maybe"}]}""", "strength must or should")]
    public void A_file_that_cannot_be_read_is_refused(string text, string problem) =>
        Assert.Contains(problem, Assert.Throws<JsonException>(() => RealismFact.Read(text)).Message, StringComparison.Ordinal);
}
