using FbaBench.Cli;

namespace FbaBench.Tests.Cli;

/// <summary>What --agent takes, and the names that results bear.</summary>
public sealed class AgentInputTests : IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "agent-input", Guid.NewGuid().ToString("N"))).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("rule:base-stock", "base-stock")]
    [InlineData("process:python3 My_Agent.py?version=2", "python3-my-agent.py")]
    [InlineData("http://127.0.0.1:8000/agent/", "127.0.0.1-8000-agent")]
    [InlineData("process:./agent", "agent")]
    public void A_name_follows_from_the_address(string specification, string name) => Assert.Equal(name, AgentInput.NameOf(AgentSpecification.Parse(specification)));

    [Fact]
    public void A_long_address_is_cut_and_one_without_letters_needs_a_name()
    {
        Assert.Equal(60, AgentInput.NameOf(AgentSpecification.Parse("process:" + new string('x', 99))).Length);
        Assert.Contains("write NAME=process:./_", Assert.Throws<ArgumentException>(() => AgentInput.NameOf(AgentSpecification.Parse("process:./_"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shipped_name_a_specification_and_a_named_one_are_played_side_by_side()
    {
        var scenario = Path.Combine(_folder, "short.yaml");
        await File.WriteAllTextAsync(scenario, "name: short\nbase: gift-shop\ndays: 5\n");
        var (exit, output, errors) = await Tool.RunAsync("run", "--scenario", scenario, "--agent", "do-nothing", "rule:base-stock", "twin=rule:base-stock", "idle=do-nothing", "--worlds", "1", "--output", Path.Combine(_folder, "out"), "--quiet");
        Assert.True(exit == 0, errors);
        foreach (var name in (string[])["do-nothing ", "base-stock ", "twin ", "idle "])
        {
            Assert.Contains("  " + name, output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("oracle", "An agent of your own is a specification")]
    [InlineData("ftp:somewhere", "No runner is registered for 'ftp:'")]
    [InlineData("rule:oracle", "There is no shipped agent 'oracle'")]
    [InlineData("Bad Name=rule:base-stock", "'Bad Name' cannot name an agent")]
    [InlineData("process:python3 'x", "not closed")]
    public async Task Something_else_exits_2_with_what_would_be_right(string agent, string problem)
    {
        var (exit, output, errors) = await Tool.RunAsync("run", "--scenario", "first-year", "--agent", agent, "--worlds", "1", "--output", Path.Combine(_folder, "none"));
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(problem, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_there_fails_its_episodes_and_is_named()
    {
        var (exit, output, _) = await Tool.RunAsync("run", "--scenario", "first-year", "--agent", "do-nothing", "process:no-such-program", "--worlds", "1", "--output", Path.Combine(_folder, "out"), "--quiet");
        Assert.Equal(1, exit);
        Assert.Contains("'no-such-program' could not be started", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_lists_the_schemes()
    {
        var (exit, output, _) = await Tool.RunAsync("run", "--help");
        Assert.Equal(0, exit);
        Assert.Contains("http, https, process, rule", string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
