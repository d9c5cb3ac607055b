using System.Text.Json;

namespace FbaBench.Tests.Facts;

public sealed class FactFileTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("""{"facts":null}""")]
    [InlineData("""{"facts":[]}""")]
    [InlineData("""{"facts":[null]}""")]
    [InlineData("""{"facts":[{"accept":[0,1],"strength":"must"}]}""")]
    [InlineData("""{"facts":[{"id":"SF01","accept":[0],"strength":"must"}]}""")]
    [InlineData("""{"facts":[{"id":"SF01","accept":[1,0],"strength":"must"}]}""")]
    [InlineData("""{"facts":[{"id":"SF01","accept":[0,1],"strength":"maybe"}]}""")]
    public void Files_that_cannot_be_read_are_refused(string json) => Assert.ThrowsAny<JsonException>(() => RealismFact.Read(json));

    [Fact]
    public void Refusal_names_the_entry() =>
        Assert.Contains("facts[1] (SF02)", Assert.Throws<JsonException>(() => RealismFact.Read("""{"facts":[{"id":"SF01","accept":[0,1],"strength":"must"},{"id":"SF02"}]}""")).Message, StringComparison.Ordinal);

    [Fact]
    public void Built_in_facts_are_all_measured()
    {
        var facts = RealismFact.Read(RealismFact.BuiltIn);
        Assert.Equal(32, facts.Count);
        Assert.Equal(FactTable.Known.Order(), facts.Select(fact => fact.Id).Order());
    }

    [Fact]
    public void Entry_is_read_with_its_interval_and_strength()
    {
        var fact = Assert.Single(RealismFact.Read("""{"schema":"x","facts":[{"id":"SF20","fact":"f","measure":"m","accept":[1.1,6],"strength":"should","source":"s"}]}"""));
        Assert.Equal(new RealismFact("SF20", "f", "m", 1.1, 6, IsMust: false), fact);
    }
}
