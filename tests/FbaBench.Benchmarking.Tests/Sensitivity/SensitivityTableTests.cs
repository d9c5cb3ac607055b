using System.Text.Json;

namespace FbaBench.Tests.Sensitivity;

/// <summary>The experiments that come with the package leave nothing out, and a file of one's own is checked.</summary>
public sealed class SensitivityTableTests
{
    private static readonly SensitivityFile Shipped = SensitivityTable.Shipped();

    /// <summary>Every input has an experiment, or is said to be no parameter of a world and why.</summary>
    [Fact]
    public void Every_input_parameter_has_an_experiment()
    {
        var named = Shipped.Cases.Select(item => item.Id).Where(id => id.StartsWith("input ", StringComparison.Ordinal)).Concat(Shipped.Omitted!.Select(item => "input " + item.Id));
        Assert.Equal(Parameters("input").Select(id => "input " + id).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        Assert.All(Shipped.Omitted!, item => Assert.NotEmpty(item.Why));
    }

    [Fact]
    public void Every_command_has_an_experiment() =>
        Assert.All(CommandNames.All, name => Assert.Contains(Shipped.Cases, item => item.Id == "command " + name));

    [Fact]
    public void The_names_of_commands_are_those_there_are() =>
        Assert.Equal(
            typeof(Command).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Command))).Select(type => char.ToLowerInvariant(type.Name[0]) + type.Name[1..]).Order(StringComparer.Ordinal),
            CommandNames.All.Order(StringComparer.Ordinal));

    /// <summary>A target is an outcome: it has a measure with the range of the parameters and no experiment sets it.</summary>
    [Fact]
    public void Targets_are_measured_and_never_set()
    {
        var targets = Parameters("target").ToArray();
        Assert.All(Shipped.Targets!, target => Assert.Contains(target.Id, targets));
        Assert.DoesNotContain(Shipped.Cases, item => targets.Any(target => item.Id.EndsWith(target, StringComparison.Ordinal)));
        foreach (var target in Shipped.Targets!)
        {
            var range = Entry(target.Id).GetProperty("range");
            Assert.Equal((range[0].GetDouble(), range[1].GetDouble()), (target.Low, target.High));
        }
    }

    [Theory]
    [InlineData("""{"id":"x","scenario":"first-yer","seller":"base-stock","low":["cash=1"],"sign":"+"}""", "scenario is 'first-yer'; allowed is ad-auction")]
    [InlineData("""{"id":"x","scenario":"first-year","seller":"base-stok","low":["cash=1"],"sign":"+"}""", "base-stok")]
    [InlineData("""{"id":"x","scenario":"first-year","seller":"base-stock +danse","low":["cash=1"],"sign":"+"}""", "there is no habit 'danse'")]
    [InlineData("""{"id":"x","scenario":"first-year","seller":"base-stock -fly","low":["cash=1"],"sign":"+"}""", "'-fly' changes no seller")]
    [InlineData("""{"id":"x","scenario":"first-year","seller":"base-stock","low":["cash=1"],"sign":"up"}""", "sign is 'up'; allowed is + or -")]
    [InlineData("""{"id":"x","scenario":"first-year","seller":"base-stock","low":["cash=1"],"sign":"+","minimum":0}""", "minimum is '0'; allowed is 0.0001 to 10")]
    [InlineData("""{"id":"x","scenario":"first-year","seller":"base-stock","low":["cash=1"],"sign":"+","worlds":1}""", "worlds is '1'")]
    [InlineData("""{"id":"x","scenario":"first-year","seller":"base-stock","low":["cash=1"],"sign":"+","observable":"luck"}""", "there is no observable 'luck'")]
    [InlineData("""{"id":"x","scenario":"first-year","seller":"base-stock","sign":"+"}""", "both arms are the same")]
    [InlineData("""{"id":"x","scenario":"first-year","seller":"base-stock","low":["cash=1"],"sign":"+","colour":"red"}""", "colour")]
    [InlineData("""{"scenario":"first-year","seller":"base-stock","low":["cash=1"],"sign":"+"}""", "id")]
    public void A_wrong_case_is_refused_by_what_is_wrong(string item, string problem) =>
        Assert.Contains(problem, Assert.Throws<JsonException>(() => SensitivityTable.Read($$"""{"schema":"sensitivity/1","cases":[{{item}}]}""")).Message, StringComparison.Ordinal);

    [Fact]
    public void Another_schema_and_a_case_that_stands_twice_are_refused()
    {
        Assert.Contains("sensitivity/1", Assert.Throws<JsonException>(() => SensitivityTable.Read("""{"schema":"sensitivity/2","cases":[]}""")).Message, StringComparison.Ordinal);
        const string Item = """{"id":"x","scenario":"first-year","seller":"base-stock","low":["cash=1"],"sign":"+"}""";
        Assert.Contains("'x' stands there twice", Assert.Throws<JsonException>(() => SensitivityTable.Read($$"""{"schema":"sensitivity/1","cases":[{{Item}},{{Item}}]}""")).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Parameters(string role) =>
        from section in Document.RootElement.GetProperty("parameters").EnumerateObject()
        from parameter in section.Value.EnumerateObject()
        where parameter.Value.GetProperty("role").GetString() == role
        select $"{section.Name}/{parameter.Name}";

    private static JsonElement Entry(string id) => Document.RootElement.GetProperty("parameters").GetProperty(id.Split('/')[0]).GetProperty(id.Split('/')[1]);

    private static JsonDocument Document { get; } = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "market-parameters.json")));
}
