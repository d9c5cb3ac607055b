using Microsoft.Extensions.DependencyInjection;

namespace FbaBench.Tests.Runtime;

/// <summary>Agents by specification.</summary>
public sealed class AgentRunnerTests
{
    [Theory]
    [InlineData("rule:base-stock", "rule", "base-stock", "")]
    [InlineData("process:python3 my agent.py", "process", "python3 my agent.py", "")]
    [InlineData("chat:openrouter/anthropic/claude?every=7&prompt=a%26b", "chat", "openrouter/anthropic/claude", "every=7;prompt=a&b")]
    [InlineData("http://127.0.0.1:80/what?a=1?b=2", "http", "//127.0.0.1:80/what?a=1", "b=2")]
    public void A_specification_is_scheme_address_and_options(string text, string scheme, string address, string options)
    {
        var parsed = AgentSpecification.Parse(text);
        Assert.Equal((scheme, address, options), (parsed.Scheme, parsed.Address, string.Join(';', parsed.Options.Select(option => $"{option.Key}={option.Value}"))));
        Assert.Equal(text, parsed.ToString());
    }

    [Theory]
    [InlineData("base-stock", "no scheme")]
    [InlineData(":base-stock", "no scheme")]
    [InlineData("Rule:base-stock", "no scheme")]
    [InlineData("rule:", "nothing stands")]
    [InlineData("rule:?a=1", "nothing stands")]
    [InlineData("rule:x?a", "no value")]
    [InlineData("rule:x?a=1&a=2", "stands twice")]
    public void What_is_no_specification_is_refused_with_what_would_be_one(string text, string says) =>
        Assert.Contains(says, Assert.Throws<ArgumentException>(() => AgentSpecification.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Options_that_nobody_knows_and_numbers_out_of_range_are_refused()
    {
        var parsed = AgentSpecification.Parse("rule:x?evry=7&days=40&word=ten");
        Assert.Contains("the option 'days', which rule: does not know; it knows every, word", Assert.Throws<ArgumentException>(() => parsed.AllowOptions("every", "word")).Message, StringComparison.Ordinal);
        Assert.Equal((40L, null), (parsed.Whole("days", 1, 40), parsed.Whole("none", 1, 40)));
        Assert.Contains("days=40", Assert.Throws<ArgumentException>(() => parsed.Whole("days", 1, 39)).Message, StringComparison.Ordinal);
        Assert.Contains("word=ten", Assert.Throws<ArgumentException>(() => parsed.Whole("word", 1, 39)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registered_runner_makes_the_agents_of_its_scheme()
    {
        var services = new ServiceCollection();
        services.AddFbaBenchCore().AddAgentRunner(_ => new Fixed());
        await using var provider = services.BuildServiceProvider();
        var runners = provider.GetRequiredService<AgentRunners>();
        Assert.Equal(["fixed"], runners.Schemes);
        var recipe = runners.Prepare("fixed:nothing");
        Assert.Equal("1", recipe.Version);
        Assert.NotSame(recipe.Make(AgentSetting.Alone("a")), recipe.Make(AgentSetting.Alone("a")));

        var unknown = Assert.Throws<ArgumentException>(() => runners.Prepare("semantic-kernel:planner")).Message;
        Assert.Contains("registered are: fixed. Add the package FbaBench.Agents.SemanticKernel and call AddSemanticKernelAgent()", unknown, StringComparison.Ordinal);
        Assert.Contains("implement IAgentRunner", Assert.Throws<ArgumentException>(() => runners.Prepare("carrier-pigeon:x")).Message, StringComparison.Ordinal);
        Assert.Contains("'fixed:'", Assert.Throws<ArgumentException>(() => new AgentRunners([new Fixed(), new Fixed()])).Message, StringComparison.Ordinal);
    }

    private sealed class Fixed : IAgentRunner
    {
        public string Scheme => "fixed";

        public AgentRecipe Prepare(AgentSpecification specification) => new(specification, "1", _ => new Scripted(_ => Decision.None));
    }
}
