using Microsoft.Extensions.DependencyInjection;

namespace FbaBench.Tests.Remote;

/// <summary>Specifications: what each runner understands, and what it says to the rest.</summary>
public sealed class RunnerTests
{
    private static readonly AgentRunners Runners = new([new RuleRunner(), new HttpRunner(), new HttpsRunner(), new ProcessRunner()]);

    [Fact]
    public void The_runners_are_registered_once()
    {
        var services = new ServiceCollection();
        services.AddFbaBenchCore().AddAgentRunners().AddAgentRunners();
        using var provider = services.BuildServiceProvider();
        Assert.Equal(["chat", "http", "https", "process", "rule"], provider.GetRequiredService<AgentRunners>().Schemes);
    }

    [Fact]
    public void A_rule_is_a_shipped_agent_and_a_fresh_one_each_time()
    {
        var recipe = Runners.Prepare("rule:base-stock");
        Assert.Null(recipe.Version);
        var agent = Assert.IsType<BaseStock>(recipe.Make(AgentSetting.Alone("a")));
        Assert.NotSame(agent, recipe.Make(AgentSetting.Alone("a")));
    }

    [Theory]
    [InlineData("rule:oracle", "shipped are bandit-pricer, base-stock")]
    [InlineData("rule:base-stock?mood=bold", "does not know")]
    [InlineData("http:8000", "is no address")]
    [InlineData("http://user:word@127.0.0.1/", "no user and password")]
    [InlineData("http://127.0.0.1/?timeoutSeconds=0", "1 to 86400")]
    [InlineData("http://127.0.0.1/?attempts=99", "1 to 20")]
    [InlineData("http://127.0.0.1/?tokenVariable=FBABENCH_TEST_TOKEN_NONE", "is not set")]
    [InlineData("https://example.org/?token=abc", "does not know")]
    [InlineData("process:python3 'agent.py", "not closed")]
    [InlineData("process:python3?graceSeconds=-1", "0 to 600")]
    public void What_is_not_right_is_said_before_anything_runs(string specification, string problem) =>
        Assert.Contains(problem, Assert.Throws<ArgumentException>(() => Runners.Prepare(specification)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_agent_elsewhere_has_the_version_that_it_declares_or_one_of_its_address_and_files()
    {
        Assert.Equal("two words", Runners.Prepare("http://127.0.0.1/?version=two%20words").Version);
        Assert.Equal(Runners.Prepare("http://127.0.0.1/?attempts=2").Version, Runners.Prepare("http://127.0.0.1/").Version);
        Assert.NotEqual(Runners.Prepare("http://127.0.0.1/b").Version, Runners.Prepare("http://127.0.0.1/").Version);

        var file = Path.GetTempFileName();
        File.WriteAllText(file, "1");
        var before = Runners.Prepare($"process:python3 '{file}'").Version;
        Assert.Equal(before, Runners.Prepare($"process:python3 '{file}'").Version);
        File.WriteAllText(file, "2");
        Assert.NotEqual(before, Runners.Prepare($"process:python3 '{file}'").Version);
        File.Delete(file);
    }

    [Theory]
    [InlineData("python3 agent.py", new[] { "python3", "agent.py" })]
    [InlineData("  a \t b ", new[] { "a", "b" })]
    [InlineData("\"C:\\Program Files\\node.exe\" 'my agent.mjs' --x='1 2'", new[] { "C:\\Program Files\\node.exe", "my agent.mjs", "--x=1 2" })]
    [InlineData("a '' \"it's\"", new[] { "a", "", "it's" })]
    public void A_command_is_split_at_spaces_outside_of_quotes(string text, string[] words) => Assert.Equal(words, CommandLine.Split(text));
}
