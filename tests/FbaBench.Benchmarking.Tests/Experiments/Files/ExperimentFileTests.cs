namespace FbaBench.Tests.Experiments;

/// <summary>Experiments written as YAML: what they come to, and what is wrong with them, with line and field.</summary>
public sealed class ExperimentFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ExperimentFileTests() => Directory.CreateDirectory(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_the_benchmark_of_the_same_calls()
    {
        var path = Write("""
            schema: 1
            about: a test
            name: written
            seed: 7
            scenarios: [short.yaml]
            agents:
              plain: base-stock
              ruled: rule:greedy-repricer
            comparedTo: ruled
            worlds: 2
            repeats: 2
            threads: 2
            maxCostDollars: 1.5
            output: results
            logs: false
            """);
        var written = await ExperimentFile.Load(path).RunAsync();
        var called = await Benchmark.Create("written").Scenario(ScenarioFile.Load(_folder.In("short.yaml")))
            .Agent("plain", ShippedAgents.Factory("base-stock")).Agent("ruled", new AgentRunners([new RuleRunner()]).Prepare("rule:greedy-repricer"))
            .ComparedTo("ruled").Seed(7).Worlds(2).Repeats(2).Output(_folder.In("called")).RunAsync();
        Assert.Equal(_folder.In("results", "report.html"), written.HtmlPath);
        Assert.Equal(await File.ReadAllTextAsync(_folder.In("called", "results.json")), await File.ReadAllTextAsync(_folder.In("results", "results.json")));
        Assert.Empty(Directory.GetFiles(_folder.In("results", "runs"), "*.fbalog"));
        Assert.Equal(8, called.Episodes.Count);
    }

    [Fact]
    public async Task What_is_set_afterwards_overrides_the_file()
    {
        var path = Write("scenarios: [short.yaml]\nagents: {plain: base-stock}\nworlds: 4\noutput: results");
        var report = await ExperimentFile.Load(path, new() { Agents = false, Name = "other" }).Agent("do-nothing").Worlds(1).RunAsync();
        Assert.Equal(new EpisodeKey("do-nothing", "short", 0), Assert.Single(report.Episodes).Key);
        Assert.Contains("\"experiment\": \"other\"", await File.ReadAllTextAsync(_folder.In("results", "results.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sealed_experiment_names_where_its_secret_is_and_never_the_secret()
    {
        var scenario = ScenarioFile.Load(Write("scenarios: []")[..^"experiment.yaml".Length] + "short.yaml");
        var secret = WorldSecret.New();
        SealedWorlds.Commit("autumn", secret, 2, [scenario]).Commitment.Save(_folder.In("commitment.json"));
        secret.Save(_folder.In("secret.txt"));
        const string head = "name: autumn\nscenarios: [short.yaml]\nagents: {plain: do-nothing}\noutput: results\nsealed:\n  commitment: commitment.json\n";
        var report = await ExperimentFile.Load(Write(head + "  secretFile: secret.txt")).RunAsync();
        Assert.Equal(2, report.Episodes.Count);
        var read = ExperimentFile.Load(Write(head + "  secretEnvironment: MINE"), new() { Environment = name => name == "MINE" ? File.ReadAllText(_folder.In("secret.txt")) : null });
        Assert.Equal(report.Episodes, (await read.RunAsync()).Episodes);

        Refused(head + "  secretEnvironment: MINE", 7, "the environment has no variable MINE");
        Refused(head + "  secret: abc", 7, "a secret never stands in an experiment file");
        Refused(head, 6, "name the secret's file with secretFile");
        Refused(head + "  secretFile: secret.txt\n  secretEnvironment: MINE", 6, "one of the two");
        Refused(head.Replace("commitment.json", "none.json", StringComparison.Ordinal) + "  secretFile: secret.txt", 6, "none.json");
        Assert.Equal(SealFault.WrongSecret, Assert.Throws<SealException>(() => Other(head)).Fault);

        void Other(string text)
        {
            WorldSecret.New().Save(_folder.In("other.txt"));
            _ = ExperimentFile.Load(Write(text + "  secretFile: other.txt"));
        }
    }

    [Theory]
    [InlineData("scenarios: [first-year]\nagents: {a: do-nothing}\nword: 3", 3, "'word' is no key of an experiment (meant is 'worlds'?)")]
    [InlineData("agents: {a: do-nothing}", 1, "scenarios: the file names none; list shipped ones (ad-auction")]
    [InlineData("scenarios: [first-year]", 1, "agents: the file names none; write NAME: SPECIFICATION")]
    [InlineData("scenarios:\n- first-year\n- first-yeer\nagents: {a: do-nothing}", 3, "scenarios: There is no")]
    [InlineData("scenarios: [first-year]\nagents:\n  a: base-stok", 3, "agents: a: ")]
    [InlineData("scenarios: [first-year]\nagents:\n  a: chat:x/y", 3, "agents: a: No runner is registered for 'chat:'")]
    [InlineData("scenarios: [first-year]\nagents:\n  A b: do-nothing", 3, "agents: A b: 'A b' cannot name an agent")]
    [InlineData("scenarios: [first-year]\nagents: {a: do-nothing}\nworlds: 0", 3, "worlds: 0 worlds asked; allowed is 1 to 1000000")]
    [InlineData("scenarios: [first-year]\nagents: {a: do-nothing}\nworlds: many", 3, "'many' is no whole number")]
    [InlineData("scenarios: [first-year]\nagents: {a: do-nothing}\nrepeats: 2000", 3, "repeats: 2000 repeats asked")]
    [InlineData("scenarios: [first-year]\nagents: {a: do-nothing}\nseed: -1", 3, "'-1' is no seed")]
    [InlineData("scenarios: [first-year]\nagents: {a: do-nothing}\nmaxCostDollars: 0", 3, "maxCostDollars: A cost of at most 0 dollars asked")]
    [InlineData("scenarios: [first-year]\nagents: {a: do-nothing}\nlogs: maybe", 3, "'maybe' is neither true nor false")]
    [InlineData("scenarios: [first-year]\nagents: {a: do-nothing}\nsplit: {seed: 3, part: exam}", 3, "split: part is test or training")]
    [InlineData("scenarios: [first-year]\nagents: {a: do-nothing}\nsplit: {part: test}", 3, "split: seed is missing")]
    [InlineData("scenarios: [first-year]\nagents: {a: do-nothing}\ncanary: short", 3, "canary: A canary has 16 to 100")]
    [InlineData("scenarios: [first-year]\nagents: {a: do-nothing}\nschema: 2", 3, "schema: this version reads schema 1")]
    [InlineData("scenarios: [none.yaml]\nagents: {a: do-nothing}", 1, "scenarios: ")]
    [InlineData("- first-year", 1, "an experiment is written as keys with values, such as 'worlds: 32'")]
    [InlineData("name: [", 2, "this is not YAML")]
    [InlineData("", 1, "an experiment has at least scenarios and agents")]
    public void What_is_wrong_is_told_with_file_line_and_field(string text, int line, string problem) => Refused(text, line, problem);

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("there is no such file", Assert.Throws<ExperimentFileException>(() => ExperimentFile.Load(_folder.In("none.yaml"))).Message, StringComparison.Ordinal);

    private void Refused(string text, int line, string problem)
    {
        var path = Write(text);
        var error = Assert.Throws<ExperimentFileException>(() => ExperimentFile.Load(path, new() { Environment = _ => null }));
        Assert.Equal((path, line), (error.File, error.Line));
        Assert.StartsWith($"{path}:{line}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
    }

    private string Write(string text)
    {
        File.WriteAllText(_folder.In("short.yaml"), "name: short\nbase: first-year\ndays: 10\n");
        File.WriteAllText(_folder.In("experiment.yaml"), text);
        return _folder.In("experiment.yaml");
    }
}
